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

/// A module and what it may import; `resources` are compiled into the program.
func module(
  _ name: String, uses dependencies: [Target.Dependency] = [], embeds resources: [String] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: resources.map { .embedInCode($0) },
    swiftSettings: house)
}

/// The tests of a module, with the fixtures beside them.
func tests(
  of name: String, using dependencies: [Target.Dependency], besides fixtures: [String] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.target(name: name)] + dependencies, exclude: fixtures,
    swiftSettings: house)
}

/// What feeds the readers with invented input, built only where `scripts/fuzz` asks for it: the fuzzer
/// has a main function of its own.
let fuzz: [Target] =
  Context.environment["LEADSCREEN_FUZZ"] == nil
  ? []
  : [
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "Vocabulary", "StrictYAML", "Workspace", "Intake", "Normalise", "Geography", "Law",
      ],
      path: "Tests/Fuzz", exclude: ["Corpus", "fuzz.dict"],
      swiftSettings: house + [.unsafeFlags(["-parse-as-library"])])
  ]

/// What measures the engine, the matching, the zones and the reports, built only where
/// `Benchmarks/rules`, `Benchmarks/matching`, `Benchmarks/zones` or `Benchmarks/reports` asks for it.
let benchmarks: [Target] =
  Context.environment["LEADSCREEN_BENCHMARKS"] == nil
  ? []
  : [
    .executableTarget(
      name: "RuleBenchmark", dependencies: ["Vocabulary", "Law"], path: "Benchmarks/Rules",
      swiftSettings: house + [.unsafeFlags(["-parse-as-library"])]),
    .executableTarget(
      name: "MatchingBenchmark",
      dependencies: ["Vocabulary", "Normalise", "Matching", "MatchingTrial", "Metering"],
      path: "Benchmarks/matching/Program",
      swiftSettings: house + [.unsafeFlags(["-parse-as-library"])]),
    .executableTarget(
      name: "ZoneBenchmark", dependencies: ["Vocabulary", "Geography", "CGEOS", "Metering"],
      path: "Benchmarks/zones/Program",
      swiftSettings: house + [.unsafeFlags(["-parse-as-library"])]),
    .executableTarget(
      name: "ReportBenchmark",
      dependencies: ["Vocabulary", "Files", "Reports", "Pipeline", "Metering"],
      path: "Benchmarks/reports/Program",
      swiftSettings: house + [.unsafeFlags(["-parse-as-library"])]),
    .target(
      name: "Metering", dependencies: ["CLinux"], path: "Benchmarks/Metering",
      swiftSettings: house),
  ]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")

let package = Package(
  name: "leadscreen",
  products: [.executable(name: "leadscreen", targets: ["leadscreen"])],
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
    .systemLibrary(name: "CGEOS", providers: [.apt(["libgeos-dev"])]),
    .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CLinux"),
    // Large tables as bytes.
    .target(name: "CTables", exclude: ["characters.txt", "divisions.txt"]),

    // What everything speaks of; strict YAML; files that are read and written safely.
    module("Vocabulary"),
    module("StrictYAML", uses: ["Vocabulary", "Yams"]),
    module("Files", uses: ["Vocabulary", "CLinux", "CZip", crypto]),
    module("Workspace", uses: ["Vocabulary", "StrictYAML", "Files"]),

    // The stages, in the order a record passes them.
    module(
      "Intake", uses: ["Vocabulary", "StrictYAML", "Files", "CLibCSV"],
      embeds: [
        "inspection", "inspectorate", "emergency", "transfer", "penalty", "complaint", "history",
      ].map { "Profiles/\($0).profile.yaml" }),
    module("Spreadsheet", uses: ["Vocabulary", "Files", "CExpat"]),
    module("Normalise", uses: ["Vocabulary", "CTables"]),
    module("Ledger", uses: ["Vocabulary", "Files", grdb, sqlite], embeds: ["Migrations"]),
    module(
      "Matching", uses: ["Vocabulary", "Normalise", "CTables", "CLinux"],
      embeds: ["Resources/matching-model-1.txt"]),
    module("Geography", uses: ["Vocabulary", "CGEOS"]),
    module("LayerFiles", uses: ["Vocabulary", "Files", "Geography", "CLinux", sqlite]),
    module(
      "Law", uses: ["Vocabulary", "StrictYAML"],
      embeds: [
        "facts.yaml", "conclusions.yaml", "interpretations.yaml", "calendars/cn-workdays.yaml",
        "cn/national-2025.pack.yaml", "cn/national-2025.cases.yaml",
        "cn-140000/shanxi-2025.pack.yaml", "cn-140000/shanxi-2025.cases.yaml",
        "cn-140900/xinzhou-2019.pack.yaml", "cn-140900/xinzhou-2019.cases.yaml",
        "cn-320000/jiangsu-2023.pack.yaml", "cn-320000/jiangsu-2023.cases.yaml",
        "cn-640000/ningxia-2024.pack.yaml", "cn-640000/ningxia-2024.cases.yaml",
      ].map { "Packs/\($0)" }),
    module("Leads", uses: ["Vocabulary", "Law"]),
    module(
      "Reports", uses: ["Vocabulary", "Files", "Documents", "CXLSXWriter"],
      embeds: ["HTML/Assets/report.css", "HTML/Assets/report.js"]),
    module(
      "Documents", uses: ["Vocabulary", "Files"],
      embeds: ["styles", "settings", "fontTable"].map { "Resources/\($0).xml" }),
    // What goes to a receiver and what comes back.
    module("Submission", uses: ["Vocabulary", "Files", "StrictYAML"]),

    // The stages put together, the invented sample, and the program.
    module(
      "Pipeline",
      uses: [
        "Vocabulary", "Files", "Workspace", "Intake", "Spreadsheet", "Normalise", "Ledger",
        "Matching", "Geography", "LayerFiles", "Law", "Leads", "Reports", "Documents",
        "Submission",
      ]),
    module("Sample", uses: ["Vocabulary"]),
    .executableTarget(
      name: "leadscreen",
      dependencies: [
        "Vocabulary", "Files", "Workspace", "Intake", "Normalise", "Ledger", "Geography",
        "LayerFiles", "Law", "Leads", "Reports", "Submission", "Pipeline", "Sample", argumentParser,
      ],
      swiftSettings: house),

    // Invented drops with their truth, to measure matching; no part of the program.
    .target(
      name: "MatchingTrial", dependencies: ["Vocabulary", "Normalise", "Intake", "Sample"],
      path: "Benchmarks/matching/Trial", swiftSettings: house),

    tests(of: "Vocabulary", using: []),
    tests(of: "StrictYAML", using: ["Vocabulary"]),
    tests(of: "Files", using: ["Vocabulary"]),
    tests(of: "Workspace", using: ["Vocabulary", "Files"]),
    tests(of: "Intake", using: ["Vocabulary"]),
    tests(of: "Spreadsheet", using: ["Vocabulary"], besides: ["Fixtures"]),
    tests(of: "Normalise", using: ["Vocabulary"]),
    tests(of: "Ledger", using: ["Vocabulary", "Files", grdb]),
    tests(of: "Matching", using: ["Vocabulary"]),
    tests(of: "Geography", using: ["Vocabulary", "CGEOS"], besides: ["Fixtures"]),
    tests(of: "LayerFiles", using: ["Vocabulary", "Files", "Geography", grdb]),
    tests(of: "Law", using: ["Vocabulary", "StrictYAML"]),
    tests(
      of: "Reports", using: ["Vocabulary", "Files", "Documents"],
      besides: [
        "Tables/Golden", "Workbook/read_workbook.py", "Workbook/recalculate_workbook.py",
      ]),
    tests(of: "Documents", using: ["Vocabulary"], besides: ["read_document.py"]),
    tests(
      of: "Submission", using: ["Vocabulary", "Files"],
      besides: ["judge_package.py"]),
    tests(of: "Leads", using: ["Vocabulary", "Law"]),
    tests(of: "Sample", using: ["Vocabulary"]),
    tests(of: "MatchingTrial", using: ["Vocabulary", "Matching", "Sample"]),
    .testTarget(
      name: "ProgramTests", dependencies: ["leadscreen", "MatchingTrial", "Sample", crypto],
      exclude: ["Problems", "Recorded", "fill_register.py", "fill_review.py", "read_totals.py"],
      swiftSettings: house),
  ] + fuzz + benchmarks
)
