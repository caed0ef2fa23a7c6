import Foundation
import Input
import TestFiles
import Testing

@testable import Rules

/// What is wrong with a rule file is said with file, line, key, reason and the way out.
///
/// Each file of `Bad` is put over the sound file of the invented place, so that it holds nothing but its defect; the
/// message stands beside it.
@Suite struct BadRuleFileTests {
  private static let files = RefusedFiles(of: #filePath, "Bad")

  @Test(arguments: files.names)
  func isRefusedWithTheMessageBesideIt(name: String) throws {
    let base = try YAMLReader.read(
      try InputFile.text(Support.folder + "/Jurisdictions/invented.yaml"), file: "invented.yaml")
    let words = try Vocabulary.shared()
    let fault = try Self.files.fault(name) { path throws(Refusal) in
      let defect = try YAMLReader.read(try InputFile.text(path), file: name)
      let root = defect.entries == nil ? defect : Self.put(defect, over: base)
      _ = try RuleFile(root: root, text: "", file: name, vocabulary: words)
    }
    #expect(fault == nil)
  }

  private static func put(_ node: Node, over base: Node) -> Node {
    guard let entries = node.entries, var merged = base.entries else { return node }
    for entry in entries {
      if let index = merged.firstIndex(where: { $0.key == entry.key }) {
        merged[index] = .init(key: entry.key, place: entry.place, value: put(entry.value, over: merged[index].value))
      } else {
        merged.append(entry)
      }
    }
    return Node(.mapping(merged), at: node.place)
  }

  @Test func anEnormousFileIsRefusedBeforeItIsRead() throws {
    let path = NSTemporaryDirectory() + "medaid-enormous-\(ProcessInfo.processInfo.globallyUniqueString).yaml"
    try Data(repeating: 0x23, count: InputFile.sizeLimit + 1).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let refusal = #expect(throws: Refusal.self) { try InputFile.text(path) }
    #expect(refusal?.diagnostics.map(\.reason) == ["the file is larger than 16 MiB"])
  }

  @Test func aFolderAndAMissingFileAreNamed() {
    let missing = #expect(throws: Refusal.self) { try InputFile.text("/nowhere/rules.yaml") }
    #expect(missing?.diagnostics.map(\.reason) == ["there is no such file"])
    let folder = #expect(throws: Refusal.self) { try InputFile.text("/") }
    #expect(folder?.diagnostics.map(\.reason) == ["this is a folder, not a file"])
    #expect(throws: Refusal.self) { try RuleLibrary(folder: "/nowhere") }
  }

  @Test func twoFilesOfOneJurisdictionAreRefused() throws {
    let folder = URL(filePath: NSTemporaryDirectory()).appending(
      path: "medaid-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["a.yaml", "b.yaml"] {
      try FileManager.default.copyItem(
        atPath: Support.folder + "/Jurisdictions/invented.yaml", toPath: folder.appending(path: name).path)
    }
    let refusal = #expect(throws: Refusal.self) { try RuleLibrary(folder: folder.path) }
    #expect(refusal?.diagnostics.map(\.key) == ["id"])
  }
}
