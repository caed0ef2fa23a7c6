import Foundation
import Input
import Rules
import Testing

@testable import Reports

@Suite struct RunBundleTests {
  private func files(_ folder: String, ending: String = "") throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(ending) }.sorted()
  }

  private func bundle(_ run: String, _ target: String) throws {
    var folder = ReportFolder(target)
    try RunBundle(try FinishedRun(run, library: try RuleLibrary()), version: "0.0.2").add(to: &folder)
    try folder.commit()
  }

  @Test func aRunIsRepeatedFromItsBundleToTheByte() async throws {
    try await inFreshFolder { root in
      try await SmallRun.write(to: root + "/run")
      try bundle(root + "/run", root + "/bundle")
      try FileManager.default.removeItem(atPath: root + "/run")
      // The bundle's own rule files: also those that the scenario names without settling them.
      let library = try RuleLibrary(folder: root + "/bundle/rules")
      #expect(library.files.map(\.id) == ["banan", "dianjiang", "guizhou", "kaizhou"])
      try await SmallRun.repeated(try FinishedRun(root + "/bundle", library: library), to: root + "/again")
      let tables = try files(root + "/bundle/reports", ending: ".csv")
      #expect(
        tables == [
          "burden.csv", "cash.csv", "comparison.csv", "early-warning.csv", "fund-exposure.csv", "microdata.csv",
          "policy-impact.csv",
        ])
      for table in tables {
        #expect(
          FileManager.default.contents(atPath: root + "/bundle/reports/" + table)
            == FileManager.default.contents(atPath: root + "/again/" + table), "\(table)")
      }
    }
  }

  @Test func aBundleOfABundleIsTheSame() async throws {
    try await inFreshFolder { root in
      try await SmallRun.write(to: root + "/run")
      try bundle(root + "/run", root + "/one")
      try bundle(root + "/one", root + "/two")
      #expect(try files(root + "/one") == (try files(root + "/two")))
      for file in try files(root + "/one") where FileSystem.kind(root + "/one/" + file) == .other {
        #expect(FileManager.default.contentsEqual(atPath: root + "/one/" + file, andPath: root + "/two/" + file))
      }
    }
  }

  @Test func everyFileHasItsHash() async throws {
    // The examples of FIPS 180-4, and lengths around the end of a block.
    let known = [
      "": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "abc": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq":
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
      String(repeating: "a", count: 1_000_000): "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
    ]
    for (text, digits) in known {
      #expect(SHA256.digits(of: text) == digits, "\(text.prefix(8))")
    }
    try await inFreshFolder { root in
      try await SmallRun.write(to: root + "/run")
      try bundle(root + "/run", root + "/bundle")
      let list = try InputFile.text(root + "/bundle/SHA256SUMS").split(separator: "\n")
      let named = list.map { String($0.split(separator: " ").last ?? "") }.sorted()
      let kept = try files(root + "/bundle").filter { FileSystem.kind(root + "/bundle/" + $0) == .other }
      #expect(named == kept.filter { $0 != "SHA256SUMS" })
      for line in list {
        let parts = line.split(separator: " ")
        #expect(try SHA256.digits(ofFile: root + "/bundle/" + parts[1]) == parts[0], "\(parts[1])")
      }
    }
  }

  @Test func aReportThatWasChangedIsNotPacked() async throws {
    try await inFreshFolder { root in
      try await SmallRun.write(to: root + "/run")
      let run = try FinishedRun(root + "/run", library: try RuleLibrary())
      let written = RunFiles.all.filter { FileSystem.kind(root + "/run/" + $0) == .other }
      #expect(run.checksums.keys.sorted() == written.sorted() && written.contains(RunFiles.microdata))
      for report in ["microdata.csv", "burden.md"] {
        let path = root + "/run/" + report
        let old = try InputFile.text(path)
        try (old + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        let failure = #expect(throws: ReportFailure.self) { try bundle(root + "/run", root + "/bundle") }
        #expect(failure?.path == path && failure?.reason == "this report is no longer as the run wrote it")
        #expect(FileSystem.kind(root + "/bundle") == .absent)
        try old.write(toFile: path, atomically: true, encoding: .utf8)
      }
      try bundle(root + "/run", root + "/bundle")
    }
  }

  @Test func theReadmeNamesEveryFolderAndTable() async throws {
    try await inFreshFolder { root in
      try await SmallRun.write(to: root + "/run")
      try bundle(root + "/run", root + "/bundle")
      let readme = try InputFile.text(root + "/bundle/README.md")
      for name in try FileManager.default.contentsOfDirectory(atPath: root + "/bundle") where name != "README.md" {
        #expect(readme.contains("`\(name)`"), "\(name)")
      }
      for table in try files(root + "/bundle/reports", ending: ".csv") {
        #expect(readme.contains("\ncmp reports/\(table) again/\(table)\n"))
      }
      #expect(readme.contains("\nmedaid run scenario.yaml --seed 8 --people 300 --replicates 2"))
    }
  }

  @Test func aMissingReportIsNamedAndNothingIsWritten() async throws {
    try await inFreshFolder { root in
      try await SmallRun.write(to: root + "/run")
      try FileManager.default.removeItem(atPath: root + "/run/burden.csv")
      let failure = #expect(throws: ReportFailure.self) { try bundle(root + "/run", root + "/bundle") }
      #expect(failure?.path == root + "/run/burden.csv")
      #expect(try FileManager.default.contentsOfDirectory(atPath: root) == ["run"])
      var other = ReportFolder(root + "/run")
      #expect(throws: ReportFailure.self) { try other.refuseUnlessEmpty() }
      try other.add("x", "")
    }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/tar")))
  func anArchiveIsWrittenWholeOrNotAtAll() async throws {
    struct Broken: Error {}
    try await inFreshFolder { root in
      try Archive().write(root + "/a.tar.gz") { try $0.add("one/b.txt", "B") }
      try Archive().write(root + "/c.tar.gz") { try $0.add("one/b.txt", "B") }
      #expect(throws: Broken.self) { try Archive().write(root + "/d.tar.gz") { _ in throw Broken() } }
      #expect(throws: ReportFailure.self) { try Archive().write(root) { _ in } }
      #expect(try FileManager.default.contentsOfDirectory(atPath: root).sorted() == ["a.tar.gz", "c.tar.gz"])
    }
  }
}
