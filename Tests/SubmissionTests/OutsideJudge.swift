import Foundation

/// Other people's validators of bags and Data Packages, installed by scripts/setup --tests.
struct OutsideJudge {
  /// What is missing for a verdict.
  struct Unobservable: Error, CustomStringConvertible {
    let description: String
  }

  private static let top = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// What bagit and frictionless say of the package in that folder: `bag: valid`, `package: valid`, or
  /// lines that say what is wrong.
  static func verdict(on folder: String) throws -> [String] {
    let python = top.appending(path: ".build-python/bin/python")
    guard FileManager.default.isExecutableFile(atPath: python.path) else {
      throw Unobservable(description: "\(python.path) is not there; run scripts/setup --tests")
    }
    let process = Process()
    process.executableURL = python
    process.arguments = [
      top.appending(path: "Tests/SubmissionTests/judge_package.py").path, folder,
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Unobservable(description: "the judge ended with \(process.terminationStatus)")
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
