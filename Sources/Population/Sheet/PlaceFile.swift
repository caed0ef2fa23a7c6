import Foundation
import Input
import Rules

/// A place as a person describes it: a place file or a filled sheet, with its gaps filled.
public struct PlaceFile: Sendable {
  /// The place.
  public let place: PlaceModel
  /// The tree that it was read from, defaults included.
  public let tree: Node

  /// Reads a place file, or a sheet where the name ends in `.csv`.
  ///
  /// - Throws: `Refusal` with everything that is wrong in it.
  public static func read(_ text: String, file: String, vocabulary: Vocabulary) throws(Refusal) -> PlaceFile {
    guard isSheet(file) else {
      return try PlaceFile(try YAMLReader.read(text, file: file), text, file, vocabulary)
    }
    let rows = PlaceSheet(national: try .shipped(PlaceDefaults.profile, vocabulary: vocabulary), vocabulary: vocabulary)
    return try PlaceFile(try PlaceSheetReader(file: file, rows: rows.rows).read(text), text, file, vocabulary)
  }

  /// The folder in which a run leaves copies of the place files it read, beside its scenario.
  public static let copies = "places"

  /// True where a name is that of a sheet.
  public static func isSheet(_ file: String) -> Bool { file.lowercased().hasSuffix(".csv") }

  /// The name of a file without folders and extension.
  static func name(of file: String) -> String {
    FilePath(file).stem
  }

  init(
    _ tree: Node, _ text: String, _ file: String, _ vocabulary: Vocabulary, fillsGaps: Bool = true
  ) throws(Refusal) {
    let findings = Findings()
    var filled = tree
    var (gaps, conditions): ([PlaceGap], [Provenance]) = ([], [])
    if fillsGaps {
      var defaults = try PlaceDefaults(tree, vocabulary: vocabulary)
      defaults.fill()
      (filled, gaps, conditions) = (defaults.root, defaults.gaps, defaults.conditions)
    }
    let root = Fields(filled, "", findings)
    let found = PlaceReader(root, file, vocabulary, findings).read()
    root.refuseUnknown()
    try findings.refuseIfAny()
    guard var place = found else {
      throw Refusal(Diagnostic(at: Place(file: file, line: 1), "the place could not be read"))
    }
    place.text = text
    place.gaps = gaps
    place.sources += conditions
    if let fault = place.fault { throw fault }
    self.place = place
    self.tree = filled
  }
}
