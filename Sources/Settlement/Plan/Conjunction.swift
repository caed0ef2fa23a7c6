import Rules

/// Requirements that must all hold; a compiled condition is a list of these of which one must hold.
struct Conjunction: Sendable {
  /// Facts outside this set rule it out.
  var facts: UInt64 = .max
  /// Diseases outside this set rule it out.
  var diseases: UInt64 = .max
  /// All of these identities must be held.
  var identities: UInt64 = 0
  /// None of these identities may be held.
  var noIdentities: UInt64 = 0
  /// Not 0 where no age is asked: somebody born after the day of the test is below every age.
  var ageFrom = Int32.min
  var ageBelow: Int32 = .max
  var claimedFrom = Day.distantPast
  var claimedTo = Day.distantFuture
  /// Whether it asks for an age or a day of claim, which most do not.
  var asksForDays: Bool {
    ageFrom != .min || ageBelow != .max || claimedFrom != .distantPast || claimedTo != .distantFuture
  }

  /// What a condition is tested on.
  struct Subject {
    var facts: Facts
    var disease: UInt64
    var held: UInt64
    var birth: Day
    var day: Day
    var claimDay: Day

    /// An episode of a person who holds these identities, as bits.
    @inline(__always) init(_ episode: Episode, _ person: PersonYear, held: UInt64) {
      facts = episode.facts.joined(person.facts)
      disease = 1 << UInt64(episode.disease)
      self.held = held
      (birth, day, claimDay) = (person.birth, episode.day, episode.claimDay)
    }

    init(facts: Facts, disease: UInt64, held: UInt64, birth: Day, day: Day, claimDay: Day) {
      (self.facts, self.disease, self.held) = (facts, disease, held)
      (self.birth, self.day, self.claimDay) = (birth, day, claimDay)
    }
  }

  @inline(__always) func holds(_ subject: Subject) -> Bool {
    guard subject.facts.bits & ~facts == 0, subject.disease & diseases != 0, subject.held & identities == identities,
      subject.held & noIdentities == 0
    else { return false }
    return !asksForDays || holdsInTime(subject)
  }

  private func holdsInTime(_ subject: Subject) -> Bool {
    guard subject.claimDay >= claimedFrom, subject.claimDay <= claimedTo else { return false }
    guard ageFrom != .min || ageBelow != .max else { return true }
    let age = Int32(subject.birth.age(on: subject.day))
    return age >= ageFrom && age < ageBelow
  }

  /// Both requirements at once.
  func and(_ other: Conjunction) -> Conjunction {
    Conjunction(
      facts: facts & other.facts, diseases: diseases & other.diseases, identities: identities | other.identities,
      noIdentities: noIdentities | other.noIdentities, ageFrom: max(ageFrom, other.ageFrom),
      ageBelow: min(ageBelow, other.ageBelow), claimedFrom: max(claimedFrom, other.claimedFrom),
      claimedTo: min(claimedTo, other.claimedTo))
  }

  /// True where no subject can meet it.
  var isImpossible: Bool {
    Facts.groups.contains { facts & $0.mask == 0 } || diseases == 0 || identities & noIdentities != 0
      || ageFrom >= ageBelow || claimedFrom > claimedTo
  }
}

extension Plan {
  /// Whether one of a condition's conjunctions holds.
  @inline(__always) func holds(_ part: Part, _ subject: Conjunction.Subject) -> Bool {
    for index in part.range where conjunctions[index].holds(subject) { return true }
    return false
  }

  /// The first exclusion that is met; -1 for none.
  @inline(__always) func exclusion(_ subject: Conjunction.Subject) -> Int {
    guard subject.facts.bits & ~excludedFacts == 0 else { return -1 }
    for index in exclusions.indices where holds(exclusions[index].when, subject) { return index }
    return -1
  }
}
