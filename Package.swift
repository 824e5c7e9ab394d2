// swift-tools-version: 6.2
import PackageDescription

/// Every target: Swift 6 mode, strict memory safety, warnings as errors.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// One stage of the pipeline; `resources` are compiled into the program.
func stage(
  _ name: String, uses dependencies: [Target.Dependency] = [], embeds resources: [String] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies,
    resources: resources.map { .embedInCode($0) }, swiftSettings: house)
}

func tests(_ name: String, uses dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: [], swiftSettings: house)
}

let package = Package(
  name: "leadscreen",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // C libraries from Debian packages, found without pkg-config.
    .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "CGEOS", providers: [.apt(["libgeos-dev"])]),

    // What everything speaks of, and the two edges everything may use.
    stage("Vocabulary"),
    stage("StrictYAML", uses: ["Vocabulary", "Yams"]),
 stage("Files", uses: ["Vocabulary", "CLinux", .product(name: "Crypto", package: "swift-crypto")]),
  ]
)
