import Foundation
import Glibc
import Testing

/// A Chromium that is driven over the DevTools protocol, without a network and without a port: its
/// pipes are two named ones in a folder of its own.
///
/// Messages are JSON objects, each ended by a zero byte (chromium `--remote-debugging-pipe`).
final class BrowserSession {
  /// A message, or a part of one.
  typealias Fields = [String: Any]

  private let folder: TemporaryFolder
  private let browser: RunningProcess
  private let toBrowser: Int32
  private let fromBrowser: Int32
  private var received: [UInt8] = []
  private var lastCall = 0
  private var session: String?
  /// What the page said on its console, and what it asked for, since it was opened.
  private(set) var console: [String] = []
  private(set) var requests: [String] = []
  private var loads = 0

  /// How long one answer may take; the machine may be busy.
  private static let limitSeconds = 100.0

  init() throws {
    folder = try TemporaryFolder()
    let (input, output) = (folder.url("in").path, folder.url("out").path)
    guard unsafe mkfifo(input, 0o600) == 0, unsafe mkfifo(output, 0o600) == 0 else {
      throw LeadscreenProgram.Unobservable(description: "no pipes in \(folder.url.path)")
    }
    // Opened for both directions, so that neither side waits for the other.
    toBrowser = unsafe Glibc.open(input, O_RDWR)
    fromBrowser = unsafe Glibc.open(output, O_RDWR)
    // A test follows hundreds of links in a few seconds, which the browser would take for a flood.
    let command = """
      exec \(NeededTool.chromium.rawValue) --headless=new --no-sandbox --disable-gpu \
      --disable-dev-shm-usage --no-first-run --disable-background-networking \
      --disable-component-update --disable-sync --disable-ipc-flooding-protection \
      --host-resolver-rules='MAP * ~NOTFOUND' \
      --user-data-dir="$0/profile" --remote-debugging-pipe 3<"$0/in" 4>"$0/out"
      """
    browser = try RunningProcess(
      URL(fileURLWithPath: NeededTool.bash.rawValue), ["-c", command, folder.url.path],
      in: folder.url, environment: ["HOME": folder.url.path])
    let target = try call("Target.createTarget", ["url": "about:blank"])["targetId"]
    let attached = try call(
      "Target.attachToTarget", ["targetId": target ?? "", "flatten": true])
    session = attached["sessionId"] as? String
    for domain in ["Page", "Runtime", "Log", "Network"] { try call("\(domain).enable") }
  }

  deinit {
    browser.send(signal: SIGTERM)
    for _ in 0..<500 where browser.isRunning { usleep(10_000) }
    browser.send(signal: SIGKILL)
    close(toBrowser)
    close(fromBrowser)
  }

  // MARK: - The protocol

  /// Calls a method and waits for its answer; events that come before are taken in.
  @discardableResult
  func call(_ method: String, _ parameters: Fields = [:]) throws -> Fields {
    lastCall += 1
    var message: Fields = ["id": lastCall, "method": method, "params": parameters]
    if let session { message["sessionId"] = session }
    var bytes = [UInt8](try JSONSerialization.data(withJSONObject: message))
    bytes.append(0)
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes[sent...].withUnsafeBytes {
        unsafe write(toBrowser, $0.baseAddress, $0.count)
      }
      guard count > 0 else {
        throw LeadscreenProgram.Unobservable(description: "the browser does not listen")
      }
      sent += count
    }
    while true {
      let answer = try receive()
      guard answer["id"] as? Int == lastCall else {
        note(answer)
        continue
      }
      if let error = answer["error"] {
        throw LeadscreenProgram.Unobservable(description: "\(method): \(error)")
      }
      return answer["result"] as? Fields ?? [:]
    }
  }

  private func receive() throws -> Fields {
    let deadline = Date(timeIntervalSinceNow: BrowserSession.limitSeconds)
    var searched = 0
    while true {
      if let end = received[searched...].firstIndex(of: 0) {
        let data = Data(received[..<end])
        received.removeSubrange(...end)
        return try JSONSerialization.jsonObject(with: data) as? Fields ?? [:]
      }
      searched = received.count
      var ready = pollfd(fd: fromBrowser, events: Int16(POLLIN), revents: 0)
      guard Date() < deadline else {
        throw LeadscreenProgram.Unobservable(description: "the browser does not answer")
      }
      guard unsafe poll(&ready, 1, 1_000) > 0 else { continue }
      var piece = [UInt8](repeating: 0, count: 1 << 16)
      let count = unsafe piece.withUnsafeMutableBytes {
        unsafe read(fromBrowser, $0.baseAddress, $0.count)
      }
      if count > 0 { received += piece[..<count] }
    }
  }

  private func note(_ event: Fields) {
    let parameters = event["params"] as? Fields ?? [:]
    switch event["method"] as? String {
    case "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded":
      console.append("\(parameters)")
    case "Network.requestWillBeSent":
      requests.append((parameters["request"] as? Fields)?["url"] as? String ?? "?")
    case "Page.loadEventFired": loads += 1
    default: break
    }
  }

  // MARK: - What a reader does

  /// Opens a file anew, at a fragment, in a window of that width.
  func open(_ page: URL, fragment: String = "", width: Int = 1280) throws {
    try call(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600])
    try call("Page.navigate", ["url": "about:blank"])
    try wait { try self.evaluate("document.readyState") as? String == "complete" }
    (console, requests, loads) = ([], [], 0)
    try call("Page.navigate", ["url": "file://\(page.path)\(fragment)"])
    try wait { self.loads > 0 }
  }

  /// The value of an expression in the page; what it promises is waited for.
  @discardableResult
  func evaluate(_ expression: String) throws -> Any? {
    let result = try call(
      "Runtime.evaluate",
      ["expression": expression, "awaitPromise": true, "returnByValue": true])
    if let thrown = result["exceptionDetails"] {
      throw LeadscreenProgram.Unobservable(description: "\(thrown)")
    }
    return (result["result"] as? Fields)?["value"]
  }

  /// Presses and releases a key.
  func press(_ key: String, code: Int, text: String? = nil) throws {
    var down: Fields = [
      "type": text == nil ? "rawKeyDown" : "keyDown", "key": key, "code": key,
      "windowsVirtualKeyCode": code,
    ]
    down["text"] = text
    try call("Input.dispatchKeyEvent", down)
    try call(
      "Input.dispatchKeyEvent",
      ["type": "keyUp", "key": key, "code": key, "windowsVirtualKeyCode": code])
  }

  func pressTab() throws { try press("Tab", code: 9) }
  func pressEnter() throws { try press("Enter", code: 13, text: "\r") }

  /// The page printed as its style asks for, as a PDF in a file of that name beside the profile.
  func print(to name: String) throws -> URL {
    let answer = try call(
      "Page.printToPDF", ["preferCSSPageSize": true, "printBackground": true])
    let file = folder.url(name)
    let data = try #require((answer["data"] as? String).flatMap { Data(base64Encoded: $0) })
    try data.write(to: file)
    return file
  }

  /// Waits until something holds.
  func wait(until holds: () throws -> Bool) throws {
    let deadline = Date(timeIntervalSinceNow: BrowserSession.limitSeconds)
    while try !holds() {
      guard Date() < deadline else {
        throw LeadscreenProgram.Unobservable(description: "the page does not get there")
      }
      usleep(20_000)
      // Any call takes in the events that came meanwhile; this one needs no script.
      try call("Page.getFrameTree")
    }
  }
}
