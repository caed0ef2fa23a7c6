import Money
import Rules
import Settlement

/// How care becomes episodes.
extension PopulationSampler {
  /// Appends an admission, whose lane is at hand.
  func appendAdmission(
    _ facts: Facts, _ cost: SplicedLogNormal, _ disease: UInt8, _ course: inout Course, in year: borrowing CareYear,
    into episodes: inout [Episode]
  ) {
    let day = admissionDay(after: course.left, in: year)
    course.left = day + illness.timing.stay
    let fen = Self.fen(cost.draw(random) * course.severity)
    let parts = Self.parts(fen, care.split.draw(random))
    let admitted = year.calendar.day(day)
    let (claim, byHand) = drawClaim(admitted, facts)
    episodes.append(
      Episode(
        day: admitted, facts: byHand ? Facts(bits: facts.bits ^ Facts.claim.mask) : facts, disease: disease,
        cost: parts, claimDay: claim))
  }

  /// Some admissions are not settled at once, and not all of these are claimed.
  ///
  /// - Returns: the day of the claim, and whether it is one by hand.
  private func drawClaim(_ day: Day, _ facts: Facts) -> (Day, Bool) {
    let u = random.uniform()
    let share = place.takeUp.byHand[facts.value(Facts.location)]
    guard u < share else { return (.distantPast, false) }
    guard u < share * place.takeUp.claimed else { return (.distantFuture, true) }
    let days = place.takeUp.claimDays.lowerBound + random.below(place.takeUp.claimDays.count)
    return (Day(number: day.number + Int32(days)), true)
  }

  /// The day of the year on which an admission begins: soon after the person left hospital, or any day by season.
  func admissionDay(after left: Int?, in year: borrowing CareYear) -> Int {
    if let left, random.uniform() < illness.timing.readmission {
      let day = left + 1 + random.below(30)
      if day < year.calendar.length { return day }
    }
    return year.seasons.day(random)
  }

  /// Settles a year's visits as a few equal sums on dates evenly apart, the first of them at a drawn distance.
  func appendVisits(
    _ count: Int, _ cost: Gamma, _ facts: Facts, _ disease: UInt8, atMost: Int, in year: borrowing CareYear,
    into episodes: inout [Episode]
  ) {
    let number = min(count, atMost)
    let total = max(Self.fen(cost.sum(of: count, random)), Int64(number))
    let offset = random.uniform()
    let (part, rest) = total.quotientAndRemainder(dividingBy: Int64(number))
    let length = Double(year.calendar.length)
    var parts = Self.parts(part, care.splitMeans)
    for index in 0..<number {
      let day = year.calendar.day(Int((Double(index) + offset) * length / Double(number)))
      // The last sum takes the fen that do not divide, so that nothing is lost.
      if rest > 0, index == number - 1 { parts = Self.parts(part + rest, care.splitMeans) }
      episodes.append(Episode(day: day, facts: facts, disease: disease, cost: parts))
    }
  }

  /// Yuan as whole fen, at least one fen; a cost beyond what an input may state is cut there.
  @inline(__always) private static func fen(_ yuan: Double) -> Int64 {
    let amount = min(max(yuan * 100, 1), Double(Yuan.largestInput.fen))
    // Halves away from zero, as `rounded()` does by a call.
    let whole = Int64(amount)
    return amount - Double(whole) >= 0.5 ? whole + 1 : whole
  }

  /// The four parts in whole fen; the in-policy part takes what rounding leaves, so that they add up exactly.
  @inline(__always) static func parts(_ total: Int64, _ shares: SIMD4<Double>) -> CostParts {
    let amounts = shares * Double(total)
    let (upfront, over, out) = (Int64(amounts[1]), Int64(amounts[2]), Int64(amounts[3]))
    return CostParts(
      inPolicy: Yuan(fen: max(0, total - upfront - over - out)), upfrontB: Yuan(fen: upfront),
      overLimit: Yuan(fen: over),
      outOfCatalogue: Yuan(fen: out))
  }
}
