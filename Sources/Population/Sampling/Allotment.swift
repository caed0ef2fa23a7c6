import Rules
import Settlement

/// The people of some households that follow each other, before any year of theirs: who they are and what identities
/// they hold.
///
/// Identities are not drawn one by one but given out in whole people, so that their numbers are those of the place.
/// Allotments are independent of each other: whoever needs household n draws the allotment that holds it and no other.
package struct Allotment {
  /// Households of one allotment.
  package static let size = 128

  /// A household.
  struct Home {
    var urban = false
    var poor = false
    /// Income per head, yuan a year.
    var perHead = 0.0
    /// Income of all members together in the year, fen.
    var income: Int64 = 0
    /// Its members in `people`.
    var members = 0..<0
    /// Index among the place's household identities; nil for none.
    var choice: Int?
    /// How many of its members hold it, the first ones; all but where fewer people were left to hold it.
    var covered = 0
    /// The identity as the insurance office knows it; nil where there is none or the office does not.
    var identity: HeldIdentity?
  }

  /// A member of a household.
  struct Draft {
    var home: Int
    var age: Int
    var male: Bool
    var birth: Day
    var insurance: InsuranceType
    /// Indices among the place's identities of persons, as bits.
    var choices: UInt64 = 0
    /// The identities held so far, the household's included, as bits.
    var held: UInt64 = 0
    /// Uniform: who of the severely disabled needs maintenance treatment.
    var need: Double
  }

  /// A member as every replicate finds them.
  struct Member {
    /// What settlement knows of somebody who needs no maintenance treatment because of the year's illness.
    var year: PersonYear
    /// The member's identities in those of the allotment.
    var identities: Range<Int32>
    /// All of them with what they imply, as bits.
    var identitySet: UInt64
    /// The row of tables of illness.
    var row: Int
    var age: UInt8
    var male: Bool
    var poor: Bool
  }

  /// Which allotment of the place it is; nil before the first.
  var number: UInt64?
  var homes: [Home] = []
  var people: [Draft] = []

  /// Of the same people, what each replicate reads.
  var members: [Member] = []
  var identities: [HeldIdentity] = []

  /// The number of a household in the place.
  func household(_ index: Int) -> UInt64 { (number ?? 0) * UInt64(Self.size) + UInt64(index) }

  /// Index among the place's household identities of the one that a member holds; nil for none.
  func householdChoice(of member: Int) -> Int? {
    let home = homes[people[member].home]
    return member - home.members.lowerBound < home.covered ? home.choice : nil
  }
}
