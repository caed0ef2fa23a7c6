/// Where a value comes from, so that every printed figure can say it.
public struct Source: Hashable, Sendable {
  /// What kind of ground a value stands on.
  public enum Status: String, CaseIterable, Sendable {
    /// The document states it; `cite` names the article.
    case document
    /// The document grants it without a number and another document's number fills the gap.
    case proxy
    /// It lies outside the document.
    case assumption
    /// Granted or referred to, and no number is known: pays 0 and raises a flag.
    case unquantified
  }

  /// The kind of ground.
  public var status: Status
  /// Article or section of the document; nil for what the document does not state.
  public var cite: String?
  /// Where a value from outside was seen, with its confidence.
  public var text: String?
  /// The id under which results that rest on this value are flagged.
  public var id: String?

  /// Creates a source.
  public init(status: Status, cite: String? = nil, text: String? = nil, id: String? = nil) {
    self.status = status
    self.cite = cite
    self.text = text
    self.id = id
  }

  /// What a table prints: the article, or the status with the source.
  public var summary: String {
    if status == .document { return cite ?? "" }
    return [status.rawValue, id, text].compactMap { $0 }.joined(separator: ", ")
  }

  /// What fits into a narrow column: the article, or the status with its id.
  public var short: String {
    status == .document ? cite ?? "" : [status.rawValue, id].compactMap { $0 }.joined(separator: " ")
  }
}
