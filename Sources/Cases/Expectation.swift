import Input
import Money

/// What a case expects of its settlement (`expect`), which makes it a test.
struct Expectation {
  /// One expected value: a key of the totals or of an episode.
  struct Item {
    var episode: String?
    var key: String
    var node: Node
  }
  var items: [Item] = []

  static let totals = [
    "premiumSubsidy", "basic", "criticalIllness", "supplementary", "assistance", "tilted", "selfPaid", "outOfPocket",
  ]
  static let episode = [
    "class", "benefit", "basic", "criticalIllness", "supplementary", "base", "assistance", "tilted", "selfPaid",
    "outOfPocket",
  ]

  /// Reads the expectations of a case.
  init(_ fields: Fields, episodes: [String]) {
    guard let node = fields.optional("expect") else { return }
    let expect = Fields(node, fields.path("expect"), fields.findings)
    read(expect, Self.totals, episode: nil)
    if let node = expect.optional("episodes") {
      let each = Fields(node, expect.path("episodes"), fields.findings)
      for entry in each.entries {
        guard episodes.contains(entry.key) else {
          each.findings.add(
            Diagnostic(
              at: entry.place, key: each.path(entry.key), "there is no such episode",
              hint: Spelling.hint(for: entry.key, among: episodes)))
          continue
        }
        let one = Fields(entry.value, each.path(entry.key), fields.findings)
        read(one, Self.episode, episode: entry.key)
        one.refuseUnknown()
      }
    }
    expect.refuseUnknown()
  }

  private mutating func read(_ fields: Fields, _ keys: [String], episode: String?) {
    for key in keys {
      guard fields.has(key) else {
        // Asked for all the same, so that a misspelt key finds its neighbour.
        _ = fields.optional(key)
        continue
      }
      if key == "class" || key == "benefit" {
        _ = fields.optional(key)
      } else {
        guard fields.amount(key) != nil else {
          if let node = fields.node[key], case .null = node.content {
            fields.fault(node, "an amount is expected here", key: key)
          }
          continue
        }
      }
      if let node = fields.node[key] { items.append(Item(episode: episode, key: key, node: node)) }
    }
  }
}

/// A value that is not what the case expected.
public struct Difference: Hashable, Sendable {
  /// `assistance`, or `episodes.e1.assistance`.
  public var key: String
  /// The value that the case names.
  public var expected: String
  /// The value that was found.
  public var found: String
}
