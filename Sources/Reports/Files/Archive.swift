import Input
import Foundation

/// Packs the files of a folder into one compressed archive with tar, where that is installed.
public struct Archive {
  private static let program = "/usr/bin/tar"

  /// Creates an archiver.
  public init() {}

  /// Writes an archive that holds one folder, named as the archive is; equal files give equal bytes.
  ///
  /// - Parameter add: adds the files.
  /// - Throws: what `add` throws, and `ReportFailure` where tar is missing or fails; then there is no archive.
  public func write(_ path: String, _ add: (inout ReportFolder) throws -> Void) throws {
    guard FileManager.default.isExecutableFile(atPath: Self.program) else {
      throw ReportFailure(path, "there is no \(Self.program) to make it with", hint: "name a folder with --output")
    }
    guard FileSystem.kind(path) != .folder else {
      throw ReportFailure(path, "this is a folder, not an archive", hint: "rename or remove it")
    }
    let file = FilePath(path).name
    let parent = FilePath(path).folder
    let name = file.replacing(".tar.gz", with: "").replacing(".tgz", with: "")
    // Beside the archive, so that it can be moved into place.
    var staging = Staging(folder: (parent.isEmpty ? "." : parent) + "/.\(file).partial-\(getpid())")
    defer { staging.remove() }
    staging.remove()
    try FileSystem.makeFolder(staging.folder)
    var folder = ReportFolder(staging.folder + "/" + (name.isEmpty ? "bundle" : name))
    try add(&folder)
    try folder.commit()
    try pack(FilePath(folder.path).name, into: file, in: staging.folder)
    try FileSystem.move(staging.folder + "/" + file, to: path)
  }

  private func pack(_ name: String, into file: String, in folder: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.program)
    process.arguments = [
      "--create", "--gzip", "--sort=name", "--mtime=@0", "--owner=0", "--group=0", "--numeric-owner",
      "--file=\(folder)/\(file)", "--directory=\(folder)", "--", name,
    ]
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    do { try process.run() } catch {
      throw ReportFailure(
        Self.program, "cannot be run: \(error.localizedDescription)", hint: "name a folder with --output")
    }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw ReportFailure(Self.program, "made no archive", hint: "make room, or name a folder with --output")
    }
  }
}
