import Population
import Rules
import Settlement

/// The groups by which burdens are reported, as indices.
public struct Groups: Hashable, Sendable {
  /// Dimension and group of each index, as docs/reports.md names them.
  public let names: [(dimension: String, group: String)]
  /// The groups of age by the first year of each, which `each` tells apart.
  public static let ages: [(name: String, first: Int)] = [("0-17", 0), ("18-59", 18), ("60-79", 60), ("80+", 80)]
  private let identityCount: Int
  /// Identities of each class, from the highest class to the lowest, as bits.
  private let classes: [UInt64]

  /// Whether nobody is counted but among all people.
  private let isWhole: Bool

  /// Groups over a vocabulary and the classes of a document.
  ///
  /// - Parameters:
  ///   - book: whose classes they are; without one no class is kept.
  ///   - isWhole: true leaves all groups empty but that of all people.
  public init(_ vocabulary: Vocabulary, classesOf book: RuleBook? = nil, isWhole: Bool = false) {
    self.isWhole = isWhole
    identityCount = vocabulary.identities.count
    let classes = book.map(Self.classes) ?? []
    self.classes = classes.map(\.identities)
    var names = [("all", "all")]
    names += vocabulary.identities.map { ("identity", $0.id) }
    names.append(("identity", "none"))
    names += classes.map { ("class", $0.id) }
    names += (1...5).map { ("incomeFifth", "\($0)") }
    names += [("residence", "urban"), ("residence", "rural")]
    names += Self.ages.map { ("age", $0.name) }
    self.names = names.map { (dimension: $0.0, group: $0.1) }
  }

  /// The classes of a document as its results name them: by class, or by identity in the order of classes.
  private static func classes(_ book: RuleBook) -> [(id: String, identities: UInt64)] {
    book.classes.flatMap { people -> [(id: String, identities: UInt64)] in
      switch book.classReport {
      case .class: [(people.id, people.identities.reduce(0) { $0 | 1 << UInt64($1) })]
      case .identity: people.identities.map { (book.vocabulary.identities[Int($0)].id, 1 << UInt64($0)) }
      }
    }
  }

  /// The identities that make somebody a member of a group, as bits; nil where others do than identities.
  public func identities(of group: Int) -> UInt64? {
    switch names[group].dimension {
    case "identity": group <= identityCount ? 1 << UInt64(group - 1) : 0
    case "class": classes[group - identityCount - 2]
    default: nil
    }
  }

  /// How many groups there are.
  public var count: Int { names.count }

  /// Calls `body` with each identity and class that a person is counted under.
  ///
  /// - Parameter held: the identities held at any time of the year, recognition within it included.
  @inline(__always) func each(ofHeld held: UInt64, _ body: (Int) -> Void) {
    guard held != 0, !isWhole else { return }
    for index in classes.indices where classes[index] & held != 0 {
      body(identityCount + 2 + index)
      break
    }
    var set = held
    while set != 0 {
      let index = set.trailingZeroBitCount
      set &= set - 1
      if index < identityCount { body(1 + index) }
    }
  }

  // MARK: Profiles

  /// Every person is of one profile: income fifth, residence, age and whether any identity is held. What is counted of
  /// a profile is counted once and handed on to the groups it belongs to.
  static let profiles = 5 * 2 * ages.count * 2

  /// The profile of somebody without an identity; that of a holder is the next one.
  static func profile(_ person: Person, fifth: Int) -> Int {
    let age = person.age < 18 ? 0 : person.age < 60 ? 1 : person.age < 80 ? 2 : 3
    return ((fifth * 2 + (person.urban ? 0 : 1)) * ages.count + age) * 2
  }

  /// The groups that the people of a profile belong to, besides those of identities and classes.
  func groups(ofProfile profile: Int) -> [Int] {
    guard !isWhole else { return [0] }
    let (age, rest) = (profile / 2 % Self.ages.count, profile / 2 / Self.ages.count)
    let base = identityCount + 2 + classes.count
    return [0] + (profile % 2 == 0 ? [1 + identityCount] : [])
      + [base + rest / 2, base + 5 + rest % 2, base + 7 + age]
  }

  /// Compares only how many identities there are, and the classes: all groups of a run come from one vocabulary.
  public static func == (a: Groups, b: Groups) -> Bool {
    a.identityCount == b.identityCount && a.classes == b.classes
  }
  /// Hashes what equality compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(identityCount)
    hasher.combine(classes)
  }
}
