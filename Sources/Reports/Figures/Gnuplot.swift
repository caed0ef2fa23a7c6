import Foundation

/// Draws figures with gnuplot, where it is installed.
public struct Gnuplot: Sendable {
  private let program: String?

  /// Looks for gnuplot in the folders of PATH.
  public init() { self.init(path: ProcessInfo.processInfo.environment["PATH"] ?? "") }

  /// Looks for gnuplot in folders parted by colons.
  init(path: String) {
    program = path.split(separator: ":").map { $0 + "/gnuplot" }
      .first { FileManager.default.isExecutableFile(atPath: $0) && FileSystem.kind($0) == .other }
  }

  /// Whether figures can be drawn.
  public var isInstalled: Bool { program != nil }

  /// Runs a script of `Plot` and returns the figure as SVG; nil where gnuplot is missing.
  ///
  /// The same script gives the same bytes with the same version of gnuplot: the user's settings are not read.
  ///
  /// - Throws: `ReportFailure` where gnuplot cannot be run or refuses the script.
  public func svg(script: String) throws -> String? {
    guard let program else { return nil }
    // Files rather than pipes for all but the figure: a program that stops early cannot break them, nor a long
    // message fill them.
    let input = try Self.scratch(), messages = try Self.scratch()
    try input.write(contentsOf: Data(script.utf8))
    try input.seek(toOffset: 0)
    let process = Process(), output = Pipe()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["--default-settings", "-"]
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = messages
    do { try process.run() } catch {
      throw ReportFailure(program, "cannot be run: \(error.localizedDescription)", hint: "reinstall gnuplot-nox")
    }
    let figure = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let text = String(decoding: figure, as: UTF8.self)
    guard process.terminationStatus == 0, text.hasSuffix("</svg>\n\n") || text.hasSuffix("</svg>\n") else {
      try messages.seek(toOffset: 0)
      let message = String(decoding: try messages.readToEnd() ?? Data(), as: UTF8.self)
      let said = message.split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }.filter { !$0.isEmpty }
      throw ReportFailure(
        program, "drew no figure: \(said.last ?? "no message")", hint: "please report this; remove gnuplot to go on")
    }
    return text
  }

  /// A file without a name, which vanishes when it is closed.
  private static func scratch() throws -> FileHandle {
    let path = NSTemporaryDirectory() + "medaid-\(UUID().uuidString)"
    guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forUpdatingAtPath: path)
    else { throw ReportFailure(path, "cannot be created", hint: "make room, or set TMPDIR to another folder") }
    unlink(path)
    return file
  }
}
