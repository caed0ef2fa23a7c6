import Input

extension PlaceFile {
  private static let comments: [(key: String, comment: String?)] = [
    ("format", nil), ("id", nil), ("name", nil), ("jurisdiction", "whose rules are the place's own"),
    ("population", "residents"), ("urban", "residents of towns"), ("ages", "residents by sex and age group"),
    ("households", "family households, their members, and those of one person"),
    ("income", "disposable income a head and year, yuan; its spread, and towns over countryside"),
    ("allowanceStandard", "minimum living allowance, yuan a person and month"),
    ("povertyLine", "income a head and year below which a household is poor in reports, yuan"),
    ("priceLevel", "medical prices over the national mean"), ("insurance", "shares of all residents"),
    (
      "identities",
      "of whole households, which hold one at most, and of persons; count: holders, share: holders over residents"
    ), ("changes", "of identities held in the year: what begins and ends within it"),
    ("recognition", "as illness-impoverished"), ("takeUp", "who is registered, and what is claimed"),
    ("areas", "parts of the place"),
    ("account", "last year's assistance; nothing is fitted to it"),
  ]

  /// The complete place file, every default written out and marked as one, with comments.
  ///
  /// - Throws: what the emitter throws, which no tree that was read brings about.
  public func text() throws -> String {
    var text = """
      # \(place.english) (\(place.chinese)): its people, their incomes and identities. Keys: docs/place-file.md.
      # Figures whose reason begins with "default:" fill what was not known: replace them by local ones first.

      """
    for (key, comment) in Self.comments {
      guard let value = tree.at([key]) else { continue }
      if let comment { text += "\n# \(comment)\n" }
      text += try YAMLText.text(key, value)
    }
    return text
  }
}
