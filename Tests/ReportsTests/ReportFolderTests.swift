import Foundation
import Testing

@testable import Reports

@Suite struct ReportFolderTests {
  /// A fresh folder that is removed afterwards, whatever happens.
  private func inFreshFolder(_ body: (String) throws -> Void) throws {
    let root = NSTemporaryDirectory() + "reports-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: root) }
    try body(root)
  }

  private func all(_ folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
  }

  private func read(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func nothingIsWrittenBeforeTheCommit() throws {
    try inFreshFolder { root in
      var folder = ReportFolder(root + "/out/")
      try folder.add("a.md", "A")
      try folder.add("figures/b.svg", "B")
      #expect(try all(root).isEmpty)
      try folder.commit()
      #expect(try all(root) == ["out", "out/a.md", "out/figures", "out/figures/b.svg"])
      #expect(read(root + "/out/figures/b.svg") == "B")
    }
  }

  @Test func reportsOfAnEarlierRunGoWithTheCommit() throws {
    try inFreshFolder { root in
      for file in ["old.md", "kept.md", "a.md"] {
        try file.write(toFile: root + "/" + file, atomically: false, encoding: .utf8)
      }
      var folder = ReportFolder(root)
      folder.supersede(["old.md", "a.md", "never.md"])
      try folder.add("a.md", "new")
      #expect(try all(root) == ["a.md", "kept.md", "old.md"])
      try folder.commit()
      #expect(try all(root) == ["a.md", "kept.md"] && read(root + "/a.md") == "new")
    }
  }

  @Test func otherFilesStayAndReportsAreReplaced() throws {
    try inFreshFolder { root in
      try "mine".write(toFile: root + "/notes.txt", atomically: false, encoding: .utf8)
      try "old and longer".write(toFile: root + "/a.md", atomically: false, encoding: .utf8)
      var folder = ReportFolder(root)
      try folder.add("a.md", "new")
      try folder.add("figures/b.svg", "B")
      try folder.commit()
      #expect(try all(root) == ["a.md", "figures", "figures/b.svg", "notes.txt"])
      #expect(read(root + "/a.md") == "new")
      #expect(read(root + "/notes.txt") == "mine")
    }
  }

  @Test func aFailureWhileWritingLeavesNothing() throws {
    try inFreshFolder { root in
      var folder = ReportFolder(root + "/out")
      try folder.add("a.md", "A")
      try folder.add(String(repeating: "x", count: 300) + ".md", "B")
      #expect(throws: ReportFailure.self) { try folder.commit() }
      #expect(try all(root).isEmpty)
    }
  }

  @Test func aFailureWhileMovingIsUndone() throws {
    try inFreshFolder { root in
      try "old".write(toFile: root + "/a.md", atomically: false, encoding: .utf8)
      // Stands where a folder is wanted, and shows only when the files before it have been moved.
      try "a file".write(toFile: root + "/figures", atomically: false, encoding: .utf8)
      var folder = ReportFolder(root)
      try folder.add("a.md", "new")
      try folder.add("new/c.md", "C")
      try folder.add("figures/b.svg", "B")
      let failure = #expect(throws: ReportFailure.self) { try folder.commit() }
      #expect(failure?.path == root + "/figures/b.svg")
      #expect(try all(root) == ["a.md", "figures"])
      #expect(read(root + "/a.md") == "old")
    }
  }

  @Test func aFolderInTheWayIsNotReplaced() throws {
    try inFreshFolder { root in
      try FileManager.default.createDirectory(atPath: root + "/a.md", withIntermediateDirectories: false)
      var folder = ReportFolder(root)
      try folder.add("a.md", "A")
      let failure = #expect(throws: ReportFailure.self) { try folder.commit() }
      #expect(failure?.description == "\(root)/a.md: this is a folder, not a report (rename or remove it)")
      #expect(try all(root) == ["a.md"])
    }
  }

  @Test func aStreamAppearsWithTheOtherFilesOnly() throws {
    try inFreshFolder { root in
      let line = String(repeating: "中", count: 1_000) + "\n"
      do {
        var given = ReportFolder(root + "/up")
        try given.stream("a.csv").write(line)
      }
      #expect(try all(root).isEmpty)
      var folder = ReportFolder(root + "/out")
      let stream = try folder.stream("a.csv")
      try folder.add("b.md", "B")
      // More than a buffer holds.
      for _ in 0..<500 { try stream.write(line) }
      #expect(try all(root).isEmpty)
      #expect(throws: ReportFailure.self) { try folder.stream("a.csv") }
      try folder.commit()
      #expect(try all(root) == ["out", "out/a.csv", "out/b.md"])
      #expect(read(root + "/out/a.csv") == String(repeating: line, count: 500))
    }
  }

  @Test func aCopyIsTheFileAndAMissingOneLeavesNothing() throws {
    try inFreshFolder { root in
      try "old".write(toFile: root + "/a.txt", atomically: false, encoding: .utf8)
      var folder = ReportFolder(root + "/out")
      try folder.copy("b.txt", from: root + "/a.txt")
      try folder.commit()
      #expect(read(root + "/out/b.txt") == "old")
      var missing = ReportFolder(root + "/none")
      try missing.copy("b.txt", from: root + "/c.txt")
      let failure = #expect(throws: ReportFailure.self) { try missing.commit() }
      #expect(
        failure?.description == "\(root)/c.txt: cannot be read: no such file or directory (check its permissions)")
      #expect(try all(root) == ["a.txt", "out", "out/b.txt"])
    }
  }

  @Test func placesThatCannotBeAreNamedBeforeTheRun() throws {
    try inFreshFolder { root in
      let missing = #expect(throws: ReportFailure.self) { try ReportFolder(root + "/no/out").check() }
      let expected = "there is no folder \(root)/no to create it in (create \(root)/no first, or check its spelling)"
      #expect(missing?.description == "\(root)/no/out: \(expected)")
      try "x".write(toFile: root + "/file", atomically: false, encoding: .utf8)
      #expect(throws: ReportFailure.self) { try ReportFolder(root + "/file").check() }
      try ReportFolder(root + "/out").check()
      #expect(try all(root) == ["file"])
    }
  }

  /// A process that has ended, and whose number is free.
  private func deadProcess() throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/true")
    try process.run()
    process.waitUntilExit()
    return process.processIdentifier
  }

  @Test func whatDeadProcessesLeftIsSwept() throws {
    try inFreshFolder { root in
      let dead = try deadProcess()
      let left = [".out.partial-\(dead)", "out/.out.partial-\(dead)"]
      // Those of a live process, of another target, and of nobody's making stay.
      let kept = [".out.partial-\(getppid())", ".outer.partial-\(dead)", ".out.partial-", ".out.partial-x"]
      for name in left + kept {
        try FileManager.default.createDirectory(atPath: "\(root)/\(name)/figures", withIntermediateDirectories: true)
      }
      var folder = ReportFolder(root + "/out")
      try folder.add("a.md", "A")
      try folder.commit()
      #expect(try all(root) == (kept.flatMap { [$0, $0 + "/figures"] } + ["out", "out/a.md"]).sorted())
    }
  }

  @Test func aFolderThatIsLockedIsInUseWhateverItsNumber() throws {
    try inFreshFolder { root in
      let hidden = "\(root)/.out.partial-\(try deadProcess())"
      try FileManager.default.createDirectory(atPath: hidden, withIntermediateDirectories: false)
      let lock = try #require(Leftovers.lock(hidden))
      Leftovers.sweep(root, target: "out")
      #expect(FileSystem.kind(hidden) == .folder)
      close(lock)
      Leftovers.sweep(root, target: "out")
      #expect(FileSystem.kind(hidden) == .absent)
    }
  }

  @Test(arguments: [
    ("q", ".", "q"), ("./q", ".", "q"), ("q/", ".", "q"), ("a/b", "a", "b"), ("/q", "/", "q"), ("/a/b//", "/a", "b"),
  ])
  func shortAndRelativePathsAreTakenApart(path: String, parent: String, name: String) throws {
    let folder = ReportFolder(path)
    #expect(folder.parent == parent)
    #expect(folder.name == name)
  }

  @Test func aNameOfOneCharacterCanBeWrittenTo() throws {
    try inFreshFolder { root in
      for path in ["/q", "/./w", "/e/", "/q/b"] {
        var folder = ReportFolder(root + path)
        try folder.add("a.md", "A")
        try folder.commit()
      }
      #expect(try all(root) == ["e", "e/a.md", "q", "q/a.md", "q/b", "q/b/a.md", "w", "w/a.md"])
    }
    // Only asked for, so that a test writes nothing to the working folder.
    for path in ["q", "./q", "q/"] { try ReportFolder(path).check() }
  }

  @Test func aFullDiskIsNamed() throws {
    let failure = #expect(throws: ReportFailure.self) { try FileSystem.save("text", to: "/dev/full") }
    let expected = "no space left on device (make room, or name a folder on another disk with --output)"
    #expect(failure?.description == "/dev/full: cannot be written: \(expected)")
  }

  @Test(arguments: ["", "/etc/x", "../x", "a//b", "a/./b", "a/"])
  func pathsThatLeadElsewhereAreRefused(path: String) {
    var folder = ReportFolder("out")
    #expect(throws: ReportFailure.self) { try folder.add(path, "") }
  }

  @Test func twoReportsOfOneNameAreRefused() throws {
    var folder = ReportFolder("out")
    try folder.add("a.md", "")
    #expect(throws: ReportFailure.self) { try folder.add("a.md", "") }
  }
}

@Suite struct SingleFileTests {
  /// A device is not replaced by a file, which whoever may do everything could do to it.
  @Test func aDeviceStaysADevice() throws {
    let pipe = NSTemporaryDirectory() + "pipe-\(UUID().uuidString)"
    try #require(mkfifo(pipe, 0o600) == 0)
    defer { unlink(pipe) }
    let failure = #expect(throws: ReportFailure.self) {
      try SingleFile.write("text", to: pipe, replacing: true, hint: "")
    }
    #expect(failure?.description == "\(pipe): this is a device or a pipe, not a file (name a file)")
    #expect(FileSystem.isSpecial(pipe) && !FileSystem.isSpecial("/") && !FileSystem.isSpecial(pipe + "x"))
  }

  @Test func aFileThatIsThereIsKeptUnlessItIsToBeReplaced() throws {
    let path = NSTemporaryDirectory() + "single-\(UUID().uuidString).csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try SingleFile.write("one", to: path, replacing: false, hint: "")
    let failure = #expect(throws: ReportFailure.self) {
      try SingleFile.write("two", to: path, replacing: false, hint: "remove it first")
    }
    #expect(failure?.description == "\(path): there is such a file already (remove it first)")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "one")
    let lost = #expect(throws: ReportFailure.self) {
      try SingleFile.write("one", to: "/nowhere/a.csv", replacing: false, hint: "")
    }
    #expect(lost?.description == "/nowhere/a.csv: there is no folder /nowhere (create it first, or check its spelling)")
    try SingleFile.write("two", to: path, replacing: true, hint: "")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "two")
    let folder = (path as NSString).deletingLastPathComponent
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).allSatisfy { !$0.hasPrefix(".single-") })
  }
}
