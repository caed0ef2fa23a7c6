import Input
import Money
import Rules

extension AssistanceAccount {
  /// Reads the key `account` of a file, as a place file has it; nil where there is none, or defects were noted.
  package static func read(
    _ root: Fields, file: String, vocabulary: Vocabulary
  ) -> (account: AssistanceAccount, source: Provenance?)? {
    let reader = PlaceReader(root, file, vocabulary, root.findings)
    return reader.account().map { ($0, reader.sheet.sources.last) }
  }

  /// An amount, to the fen; nil where the office left it out.
  public func yuan(_ item: Item) -> Yuan? {
    figures[item].map { Yuan(fen: Int64(($0 * 100).rounded())) }
  }
}
