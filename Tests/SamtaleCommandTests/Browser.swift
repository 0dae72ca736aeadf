import FlyingFox
import FlyingSocks
import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Chromium without a window, driven over WebDriver (W3C 2018) by ChromeDriver.
///
/// Calls go over FlyingFox's client, since URLSession on Linux refuses ChromeDriver's headers.
final class Browser {
  /// ChromeDriver, if it is installed.
  static let driver = [
    "/usr/bin/chromedriver", "/usr/local/bin/chromedriver", "/opt/homebrew/bin/chromedriver",
  ].first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Whether tests in a browser must run: one is there, or its absence is a failure.
  static let isWanted =
    driver != nil || ProcessInfo.processInfo.environment["SAMTALE_REQUIRE_BROWSER"] != nil

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private let process = Process()
  private let port: UInt16
  private var session = ""

  /// Starts a browser whose window has this size.
  init(width: Int = 1280, height: Int = 900) async throws {
    let driver = try #require(Self.driver, "chromedriver is not installed")
    port = try Self.freePort()
    process.executableURL = URL(filePath: driver)
    process.arguments = ["--port=\(port)", "--log-level=SEVERE"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    do {
      try await waitUntilReady()
      let arguments = [
        "--headless=new", "--no-sandbox", "--disable-dev-shm-usage",
        "--window-size=\(width),\(height)",
      ]
      let wanted = ["alwaysMatch": ["goog:chromeOptions": ["args": arguments]]]
      let made = try await call("POST", "/session", ["capabilities": wanted]) as? [String: Any]
      session = try #require(made?["sessionId"] as? String)
    } catch {
      end()
      throw error
    }
  }

  private func waitUntilReady() async throws {
    for _ in 0..<200 {
      let status = try? await call("GET", "/status") as? [String: Any]
      if status?["ready"] as? Bool == true { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw Failure(description: "chromedriver does not answer")
  }

  /// A port that nobody listens on.
  private static func freePort() throws -> UInt16 {
    let listener = try Socket(domain: AF_INET)
    defer { try? listener.close() }
    try listener.bind(to: .inet(ip4: "127.0.0.1", port: 0))
    guard case .ip4(_, let port) = try listener.sockname() else {
      throw Failure(description: "no free port")
    }
    return port
  }

  // MARK: Pages

  func open(_ file: URL) async throws {
    _ = try await call("POST", "/session/\(session)/url", ["url": file.absoluteString])
  }

  /// Presses a key where the focus is; Escape is `\u{E00C}`, Enter `\u{E007}`.
  func press(_ key: String) async throws {
    let actions: [[String: Any]] = [
      [
        "type": "key", "id": "keyboard",
        "actions": [["type": "keyDown", "value": key], ["type": "keyUp", "value": key]],
      ]
    ]
    _ = try await call("POST", "/session/\(session)/actions", ["actions": actions])
  }

  /// Clicks on the first element that a CSS selector finds, as a user would.
  func click(_ selector: String) async throws {
    let found = try await call(
      "POST", "/session/\(session)/element", ["using": "css selector", "value": selector])
    let element = try #require((found as? [String: String])?.values.first)
    _ = try await call("POST", "/session/\(session)/element/\(element)/click", [:])
  }

  /// What a script returns: text.
  func text(_ script: String) async throws -> String {
    let value = try await call(
      "POST", "/session/\(session)/execute/sync",
      ["script": "return String(\(script))", "args": []])
    return value as? String ?? ""
  }

  /// Waits up to five seconds until an expression of the page is true.
  func waits(until expression: String) async throws -> Bool {
    for _ in 0..<100 {
      if try await text("Boolean(\(expression))") == "true" { return true }
      try await Task.sleep(for: .milliseconds(50))
    }
    return false
  }

  /// Ends the browser and its driver.
  func quit() async {
    _ = try? await call("DELETE", "/session/\(session)")
    end()
  }

  private func end() {
    // SIGTERM is blocked in children of Swift's threads on Linux.
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  private func call(_ method: String, _ path: String, _ body: [String: Any]? = nil) async throws
    -> Any?
  {
    let data = try body.map { try JSONSerialization.data(withJSONObject: $0) } ?? Data()
    let request = HTTPRequest(
      method: HTTPMethod(method), version: .http11, path: path, query: [],
      headers: [
        .host: "127.0.0.1:\(port)", .contentType: "application/json",
        .contentLength: String(data.count),
      ], body: data)
    var client = HTTPClient()
    let response = try await client.sendHTTPRequest(
      request, to: try .inet(ip4: "127.0.0.1", port: port))
    let answer = try await response.bodyData
    guard response.statusCode == .ok else {
      throw Failure(description: String(decoding: answer, as: UTF8.self))
    }
    return (try JSONSerialization.jsonObject(with: answer) as? [String: Any])?["value"]
  }
}
