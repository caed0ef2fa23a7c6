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
      #expect(tables == ["burden.csv", "comparison.csv", "fund-exposure.csv", "microdata.csv", "policy-impact.csv"])
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
