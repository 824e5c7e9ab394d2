import Foundation

/// The real program, run as its users run it: as a process, in a folder, with an environment.
struct LeadscreenProgram {
  /// What a run came to.
  struct Outcome {
    /// The exit status; 128 plus the signal's number for a run that a signal ended.
    let status: Int32
    let isKilled: Bool
    let output: String
    let messages: String

    /// Both streams, for claims about neither.
    var everything: String { output + messages }
  }

  /// Why a run could not be observed.
  struct Unobservable: Error, CustomStringConvertible {
    let description: String
  }

  /// Runs `leadscreen` to its end.
  @discardableResult
  static func run(
    _ arguments: [String], in folder: URL, environment: [String: String?] = [:]
  ) throws -> Outcome {
    try start(arguments, in: folder, environment: environment).outcome()
  }

  /// Starts `leadscreen` without waiting for it.
  static func start(
    _ arguments: [String], in folder: URL, environment: [String: String?] = [:]
  ) throws -> RunningProcess {
    try RunningProcess(try executable, arguments, in: folder, environment: environment)
  }

  /// The binary beside the test bundle in the build folder.
  static var executable: URL {
    get throws {
      let bundle = try URL(
        fileURLWithPath: FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      let program = bundle.deletingLastPathComponent().appendingPathComponent("leadscreen")
      guard FileManager.default.isExecutableFile(atPath: program.path) else {
        throw Unobservable(description: "\(program.path) is not built; run swift build first")
      }
      return program
    }
  }
}

/// A process with its streams in files, so that no pipe can fill or be inherited.
final class RunningProcess {
  private let process = Process()
  private let folder: TemporaryFolder
  private static let limitSeconds = 400.0

  init(
    _ program: URL, _ arguments: [String], in workingFolder: URL,
    environment: [String: String?] = [:]
  ) throws {
    folder = try TemporaryFolder()
    var variables = ProcessInfo.processInfo.environment
    variables["SWIFT_BACKTRACE"] = "enable=no"
    for (name, value) in environment { variables[name] = value }
    process.executableURL = program
    process.arguments = arguments
    process.environment = variables
    process.currentDirectoryURL = workingFolder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try RunningProcess.stream(to: folder.url("output"))
    process.standardError = try RunningProcess.stream(to: folder.url("messages"))
    try RunningProcess.withSignalsOpen { try process.run() }
  }

  /// A child inherits the mask of the thread that starts it, and pool threads block every signal;
  /// a shell's child has none blocked.
  private static func withSignalsOpen(_ body: () throws -> Void) rethrows {
    var none = sigset_t()
    var before = sigset_t()
    unsafe sigemptyset(&none)
    unsafe pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
  }

  private static func stream(to file: URL) throws -> FileHandle {
    try Data().write(to: file)
    return try FileHandle(forWritingTo: file)
  }

  var isRunning: Bool { process.isRunning }

  /// Ends the process with a signal that it may or may not handle.
  func send(signal number: Int32) {
    if process.isRunning { kill(process.processIdentifier, number) }
  }

  /// Waits for the end; a run that takes too long is killed and reported.
  func outcome() throws -> LeadscreenProgram.Outcome {
    let deadline = Date(timeIntervalSinceNow: RunningProcess.limitSeconds)
    while process.isRunning {
      guard Date() < deadline else {
        send(signal: SIGKILL)
        process.waitUntilExit()
        throw LeadscreenProgram.Unobservable(
          description: "\(process.arguments ?? []) took more than \(RunningProcess.limitSeconds) s")
      }
      usleep(2_000)
    }
    process.waitUntilExit()
    let isKilled = process.terminationReason == .uncaughtSignal
    return LeadscreenProgram.Outcome(
      status: isKilled ? 128 + process.terminationStatus : process.terminationStatus,
      isKilled: isKilled, output: try text("output"), messages: try text("messages"))
  }

  private func text(_ name: String) throws -> String {
    let data = try Data(contentsOf: folder.url(name))
    guard let text = String(data: data, encoding: .utf8) else {
      throw LeadscreenProgram.Unobservable(description: "\(name) is not UTF-8")
    }
    return text
  }
}

/// Another program that a test needs; its absence is an error, not a reason to skip the test.
enum NeededTool: String {
  case python = "/usr/bin/python3"
  case chromium = "/usr/bin/chromium"
  case bash = "/bin/bash"
  case setpriv = "/usr/bin/setpriv"
  case converter = "/usr/bin/ogr2ogr"
  case office = "/usr/bin/soffice"
  case pdftotext = "/usr/bin/pdftotext"
  case pdfinfo = "/usr/bin/pdfinfo"

  func run(
    _ arguments: [String], in folder: URL, environment: [String: String?] = [:]
  ) throws -> LeadscreenProgram.Outcome {
    guard FileManager.default.isExecutableFile(atPath: rawValue) else {
      throw LeadscreenProgram.Unobservable(
        description: "\(rawValue) is not installed; run scripts/setup --tests")
    }
    return try RunningProcess(
      URL(fileURLWithPath: rawValue), arguments, in: folder, environment: environment
    ).outcome()
  }
}
