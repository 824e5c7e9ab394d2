package import Files
internal import Glibc
internal import Reports
internal import Vocabulary

/// The printing of a report's page to a PDF by a headless browser, on request.
///
/// The browser gets a copy of the page in a private folder, in which its profile lies too; it reaches no
/// network, and it and its children end in bounded time. What it writes depends on its version and on
/// the machine's fonts, so that a PDF stands in no manifest; its two times are set to the as-of day, so
/// that the same page gives the same bytes on the same machine.
package struct PrintedReport: Sendable {
  /// How a page is printed.
  package struct Request: Sendable {
    var environment: [String: String]
    var seconds: Int

    /// `environment` is that of the process, `PATH` says where the browser is; it may take `seconds`.
    package init(environment: [String: String], seconds: Int = 300) {
      self.environment = environment
      self.seconds = seconds
    }
  }

  private let browser: OutsideProgram
  private let request: Request

  private static let fileLimit = 1 << 30

  /// `nil` where the machine has no browser that prints.
  package init?(_ request: Request) {
    guard let browser = PrintedReport.browser(in: request.environment) else { return nil }
    self.browser = browser
    self.request = request
  }

  /// The browser that would print: Chromium, else Chrome.
  package static func browser(in environment: [String: String]) -> OutsideProgram? {
    for name in ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"] {
      if let browser = OutsideProgram(named: name, in: environment) { return browser }
    }
    return nil
  }

  /// Prints `folder`'s report.html to `FOLDER.pdf`, mode 0600, whole or not at all.
  ///
  /// The caller holds the run's lock. Fails with 74 (`printingFailed`) where the browser does not come
  /// to its end or writes no PDF; what was there stays.
  func print(_ folder: String, shown: String, asOf: Day) throws(Failure) -> OutputFile {
    let output = "\(shown).pdf"
    let page = try RegularFile.read("\(folder)/report.html", shown: shown, limit: .max)
    let workplace = try StagedFolder(replacing: folder + ".pdf.printing", shown: output)
    // It is removed with the last word of it.
    defer { withExtendedLifetime(workplace) {} }
    try workplace.write(page, to: "report.html")
    guard let place = RegularFile.resolved(workplace.staging) else {
      throw Failure(.inputOutput, .inputOutput, file: output, detail: systemWording(ENOENT))
    }
    let made = "\(place)/report.pdf"
    let opened = unsafe open(place, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { close(opened) }
    let result = browser.run(
      arguments(in: place, to: made), environment: settings(place, opened),
      bounds: OutsideProgram.Bounds(
        seconds: request.seconds, memory: nil, file: PrintedReport.fileLimit))
    let name = browser.path.split(separator: "/").last.map(String.init) ?? browser.path
    guard result.end == .exited(0) else {
      let said = OutsideWords(result.said, hiding: [(place, "…"), (made, output)])
      throw Failure(
        .inputOutput, .printingFailed, file: output,
        detail: said.wording(of: result.end, program: name))
    }
    guard let bytes = try? RegularFile.read(made, shown: output, limit: PrintedReport.fileLimit),
      let document = PrintedDocument(bytes, made: asOf)
    else {
      throw Failure(
        .inputOutput, .printingFailed, file: output,
        detail: Wording(zh: "\(name) 没有写出 PDF", en: "\(name) wrote no PDF"))
    }
    try DurableFile.write(document.bytes, to: folder + ".pdf", shown: output)
    return OutputFile(
      path: output, bytes: document.bytes.count, sha256: SHA256Digest.hex(of: document.bytes))
  }

  private func arguments(in place: String, to made: String) -> [String] {
    var arguments = [
      "--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
      "--no-default-browser-check", "--disable-extensions", "--disable-sync",
      "--disable-component-update", "--disable-background-networking", "--disable-breakpad",
      "--disable-crash-reporter", "--no-pdf-header-footer",
      // No name has an address, and no address is asked.
      "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=http://127.0.0.1:9",
      "--proxy-bypass-list=<-loopback>",
      "--user-data-dir=\(place)/profile", "--print-to-pdf=\(made)",
    ]
    // Its sandbox refuses to run as root.
    if geteuid() == 0 { arguments.append("--no-sandbox") }
    return arguments + ["file://" + PrintedReport.escaped("\(place)/report.html")]
  }

  /// What the browser sees of the environment.
  ///
  /// It makes a socket among its temporary files, whose path may have 107 bytes: that of our open
  /// folder is short wherever the workspace lies.
  private func settings(_ place: String, _ opened: Int32) -> [String: String] {
    [
      "PATH": request.environment["PATH"] ?? "", "HOME": place,
      "TMPDIR": "/proc/\(getpid())/fd/\(opened)",
      "XDG_CONFIG_HOME": place, "XDG_CACHE_HOME": place, "LC_ALL": "C.UTF-8", "TZ": "UTC",
    ]
  }

  /// A path as a part of an address (RFC 3986): all but letters, digits and a few signs by their bytes.
  private static func escaped(_ path: String) -> String {
    path.utf8.map { byte in
      let character = Character(Unicode.Scalar(byte))
      let isPlain = byte < 0x80 && (character.isLetter || character.isNumber)
      return isPlain || "/-._~".contains(character)
        ? String(character)
        : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
