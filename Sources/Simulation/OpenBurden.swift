import Settlement

/// What people of one cluster of households use, get and pay, before it is added to the sums.
///
/// It is kept by profile and by identity, and handed on to the groups at the end, so that one person costs a few
/// additions however many groups there are.
struct OpenBurden: ~Copyable {
  let groups: Groups
  /// By row and measure: groups, and after them profiles.
  private var sums: Slots
  private let groupsOfProfiles: [[Int]]

  private static var width: Int { BurdenMeasure.count }

  init(_ groups: Groups) {
    self.groups = groups
    sums = Slots((groups.count + Groups.profiles) * Self.width)
    groupsOfProfiles = (0..<Groups.profiles).map { groups.groups(ofProfile: $0) }
  }

  /// Where the sums of a profile stand after those of the groups.
  @inline(__always) func row(ofProfile profile: Int) -> Int { groups.count + profile }

  /// Adds to a measure of a group or profile; a person is counted in it before anything else is.
  @inline(__always) mutating func add(_ amount: Int64, _ measure: BurdenMeasure, row: Int) {
    sums[row * Self.width + measure.rawValue] += amount
  }

  /// A sum, by group and measure as `BurdenTally.sums`; known once all is gathered.
  @inline(__always) subscript(index: Int) -> Int64 { sums[index] }

  /// Residents, once a replicate; known once all is gathered.
  var residents: Int128 { Int128(sums[BurdenMeasure.persons.rawValue]) }

  /// Whether anybody belongs to a group.
  @inline(__always) func has(_ group: Int) -> Bool { sums[group * Self.width + BurdenMeasure.persons.rawValue] != 0 }

  /// Hands the sums of profiles on to their groups and makes the measures that are made of others.
  mutating func gather() {
    for profile in 0..<Groups.profiles {
      guard has(row(ofProfile: profile)) else { continue }
      let first = row(ofProfile: profile) * Self.width
      for group in groupsOfProfiles[profile] {
        sums.add(first, to: group * Self.width, count: BurdenMeasure.counted)
      }
    }
    for group in 0..<groups.count where has(group) { derive(group * Self.width) }
  }

  private mutating func derive(_ first: Int) {
    let afterBasic = sums[first + BurdenMeasure.cost.rawValue] - sums[first + BurdenMeasure.basic.rawValue]
    let otherInsurance =
      sums[first + BurdenMeasure.criticalIllness.rawValue] + sums[first + BurdenMeasure.supplementary.rawValue]
    sums[first + BurdenMeasure.help.rawValue] =
      sums[first + BurdenMeasure.assistance.rawValue] + sums[first + BurdenMeasure.tilted.rawValue]
    sums[first + BurdenMeasure.paidByAll.rawValue] =
      sums[first + BurdenMeasure.cost.rawValue] - sums[first + BurdenMeasure.outOfPocket.rawValue]
    sums[first + BurdenMeasure.afterBasic.rawValue] = afterBasic
    sums[first + BurdenMeasure.afterInsurance.rawValue] = afterBasic - otherInsurance
    sums[first + BurdenMeasure.unchanged.rawValue] =
      sums[first + BurdenMeasure.persons.rawValue] - sums[first + BurdenMeasure.winners.rawValue]
      - sums[first + BurdenMeasure.losers.rawValue]
  }

  /// Adds the groups of another one; both are gathered.
  mutating func add(_ other: borrowing OpenBurden) {
    for group in 0..<groups.count where other.has(group) {
      for index in group * Self.width..<(group + 1) * Self.width { sums[index] += other.sums[index] }
    }
  }

  /// Begins the next cluster.
  mutating func clear() { sums.clear() }
}
