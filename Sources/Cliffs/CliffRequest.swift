import Cases
import Input
import Money
import Rules

/// A case, the episode whose cost moves, and over which range.
public struct CliffRequest {
  /// The widest range of cost.
  public static let limits = Yuan.zero...Yuan(fen: 100_000_000_00)

  /// One a jurisdiction.
  public let cases: [ReadCase]
  /// Which episode moves, in order of settlement.
  public let index: Int
  /// The range of its in-policy cost, both ends included.
  public let range: ClosedRange<Yuan>
  /// What is varied besides; nil for nothing.
  public let variation: Variation?

  /// The id of the episode.
  public var episode: String { cases[0].episodeIDs[index] }

  /// - Parameters:
  ///   - cases: of one case, one a jurisdiction.
  ///   - node: the case as it stands in its file, for messages.
  ///   - episode: its id; nil where the case has only one.
  /// - Throws: `Refusal` where there is no such episode, or it has no in-policy cost to which its other parts could keep
  ///   their proportion.
  public init(
    _ cases: [ReadCase], _ node: Node, episode: String?, range: ClosedRange<Yuan>, variation: Variation?
  ) throws(Refusal) {
    let ids = cases.first?.episodeIDs ?? []
    func refuse(_ reason: String, _ hint: String?) -> Refusal {
      Refusal(Diagnostic(at: (node["episodes"] ?? node).place, key: "episodes", reason, hint: hint))
    }
    guard let only = ids.first else { throw refuse("the case has no episode whose cost could move", "write one") }
    guard episode != nil || ids.count == 1 else {
      throw refuse(
        "the case has \(ids.count) episodes",
        "name the one whose cost moves with --episode: \(ids.joined(separator: ", "))")
    }
    guard let index = ids.firstIndex(of: episode ?? only) else {
      throw refuse(
        "there is no episode \"\(episode ?? "")\"", Spelling.hint(for: episode ?? "", among: ids))
    }
    guard cases.allSatisfy({ $0.episodes[index].cost.inPolicy > .zero }) else {
      throw refuse(
        "episode \(ids[index]) has no in-policy cost, to which its other parts keep their proportion",
        "write cost: {inPolicy: 10000}, or any other amount")
    }
    (self.cases, self.index, self.range, self.variation) = (cases, index, range, variation)
  }
}
