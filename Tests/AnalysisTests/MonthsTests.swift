import Foundation
import Population
import Testing

@testable import Analysis
@testable import Simulation

@Suite struct PaymentYearsTests {
  /// Two years of care in two replicates: 60 % is paid within the year, 30 % in the next one, a tenth later.
  private func payments(owed: Double? = nil, growth: Double = 0) -> PaymentYears {
    var shares = Array(repeating: 0.0, count: MonthCells.slots)
    (shares[0], shares[5], shares[12], shares[18], shares[24]) = (0.2, 0.4, 0.2, 0.1, 0.1)
    return PaymentYears(
      years: [2023, 2024], totals: [[100, 200], [300, 400]], shares: [[shares, shares], [shares, shares]],
      owed: owed, growth: growth)
  }

  private func isClose(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) < 1e-9 }
  }

  @Test func everyYuanOfCareIsPaidOnce() {
    let payments = payments()
    #expect(isClose(payments.paid(forYear: 0, later: 0), [60, 120]))
    #expect(isClose(payments.paid(forYear: 0, later: 1), [30, 60]))
    #expect(isClose(payments.paid(forYear: 0, later: 2), [10, 20]))
  }

  @Test func aYearPaysItsOwnCareAndWhatIsOwed() {
    #expect(isClose(payments(owed: 7).paid(inYear: 0), [67, 127]))
    #expect(isClose(payments(owed: 7).paid(inYear: 1), [180 + 30, 240 + 60]))
    // January and June of its own, and of what is owed two thirds by January, all by July.
    #expect(isClose(payments(owed: 6).paid(through: 6), [60 + 4, 120 + 4]))
    #expect(isClose(payments(owed: 6).paid(through: 7), [60 + 6, 120 + 6]))
  }

  @Test func whatIsOwedIsThatOfAnotherReplicateLessGrowth() {
    let payments = payments(growth: log(1.25))
    #expect(isClose(payments.owed, [80 * 0.8, 40 * 0.8]) && !payments.isOwedStated)
  }
}

@Suite struct YearToDateTests {
  private static let sure = MonthErrors(toDate: 0, rest: 0, together: 0)

  /// Normal numbers by the quantile of evenly spread points, mixed by a fixed permutation, so that nothing depends on luck.
  private func normals(_ count: Int, _ step: Int) -> [Double] {
    let own = Distribution(years: (0..<count).map { Double($0) })
    precondition(own.sorted.count == count)
    return (0..<count).map { index in
      let u = (Double((index * step) % count) + 0.5) / Double(count)
      return sqrt(2) * inverseError(2 * u - 1)
    }
  }

  /// By Newton's steps on `erf`, apart from the library that the program uses.
  private func inverseError(_ y: Double) -> Double {
    var x = 0.0
    for _ in 0..<60 { x -= (erf(x) - y) / (2 / sqrt(Double.pi) * exp(-x * x)) * 0.8 }
    return x
  }

  @Test(arguments: [80.0, 100, 130])
  func aLognormalPairGivesItsConditionalLaw(_ paid: Double) throws {
    // log A ~ N(log 100, 0.2²); log R = log 50 + 0.5 (log A − log 100) + 0.1 ε.
    let count = 4001
    let (a, e) = (normals(count, 1), normals(count, 1597))
    let toDate = a.map { 100 * exp(0.2 * $0) }
    let rest = zip(a, e).map { 50 * exp(0.1 * $0 + 0.1 * $1) }
    let year = try #require(YearToDate(paid: paid, toDate: toDate, rest: rest, known: paid))
    let center = log(50) + 0.5 * (log(paid) - log(100))
    let (mean, median) = (paid + exp(center + 0.005), paid + exp(center))
    #expect(abs(year.given.mean - mean) < 0.3)
    for (p, z) in [(0.05, -1.644854), (0.95, 1.644854)] {
      let known = paid + exp(center + 0.1 * z)
      let found = try #require(year.given.quantile(p, levelError: year.levelError(Self.sure)))
      #expect(abs(found.value - known) < 0.6, "\(found.value) \(known)")
    }
    let half = try #require(year.given.quantile(0.5))
    #expect(abs(half.value - median) < 0.4)
    #expect(year.levelError(Self.sure) > 0 && year.levelError(Self.sure) < 0.5)
  }

  /// All simulated years 2 % higher move the total by what the error counts for 2 %.
  @Test func theErrorOfTheLevelIsWhatAHigherLevelMoves() throws {
    let (a, e) = (normals(4001, 1), normals(4001, 1597))
    func year(_ level: Double) throws -> YearToDate {
      let rest = zip(a, e).map { level * 50 * exp(0.1 * $0 + 0.1 * $1) }
      return try #require(
        YearToDate(paid: 100, toDate: a.map { level * 100 * exp(0.2 * $0) }, rest: rest, known: 100))
    }
    let (low, high) = (try year(1), try year(1.02))
    let moved = high.given.mean - low.given.mean
    let (with, without) = (
      low.levelError(MonthErrors(toDate: 0.02, rest: 0.02, together: 0.0004)), low.levelError(Self.sure)
    )
    #expect(moved > 0.4 && abs((with * with - without * without).squareRoot() / moved - 1) < 0.05)
  }

  @Test func whereTheRestFollowsPaymentsExactlyNothingIsLeftOpen() throws {
    let toDate = (0..<40).map { 100 + Double($0) }
    let year = try #require(YearToDate(paid: 110, toDate: toDate, rest: toDate.map { $0 * 2 }, known: 0))
    #expect(abs(year.given.mean - 220) < 1e-6 && (year.given.standardDeviation ?? 1) < 1e-6)
  }

  @Test func loosenedRestsSpreadAsBeforeAndGoWithThemselvesAsToldTo() {
    // Neighbouring years must be as independent as replicates are.
    var state: UInt64 = 5
    let logs = normals(4001, 1).map { value in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (key: state, value: value)
    }.sorted { $0.key < $1.key }.map(\.value)
    let rest = logs.map { 50 * exp(0.2 * $0) }
    for persistence in [0.0, 0.3, 0.8, 1] {
      let loose = YearToDate.loosened(rest, persistence: persistence).map { (log($0) - log(50)) / 0.2 }
      let count = Double(loose.count)
      let spread = loose.reduce(0) { $0 + $1 * $1 } / count
      let together = zip(loose, logs).reduce(0) { $0 + $1.0 * $1.1 } / count
      #expect(abs(spread - 1) < 0.1 && abs(together - persistence) < 0.1, "\(persistence): \(spread), \(together)")
    }
  }

  @Test func fewYearsOrNothingPaidTellNothing() {
    let some = (0..<40).map { 1 + Double($0) }
    #expect(YearToDate(paid: 1, toDate: Array(some.prefix(19)), rest: Array(some.prefix(19)), known: 1) == nil)
    #expect(YearToDate(paid: 1, toDate: some.map { $0 - 1 }, rest: some, known: 1) == nil)
    #expect(YearToDate(paid: 1, toDate: some.map { _ in 5 }, rest: some, known: 1) == nil)
    #expect(YearToDate(paid: 0, toDate: some, rest: some, known: 1) == nil)
  }
}

@Suite struct MonthErrorsTests {
  private func make(year: Double, through: Int = 3) -> MonthErrors? {
    let months = (0..<MonthCells.slots).map { Estimate($0 < 12 ? 100 : 0, standardError: $0 < 12 ? 10 : 0) }
    return MonthErrors(months: months, year: Estimate(1_200, standardError: year), through: through)
  }

  /// Months that have nothing to do with each other add up by their squares.
  @Test func monthsApartAreApart() throws {
    let errors = try #require(make(year: (12 * 100.0).squareRoot()))
    #expect(abs(errors.together) < 1e-12)
    #expect(abs(errors.toDate - (3 * 100.0).squareRoot() / 300) < 1e-12)
    #expect(abs(errors.rest - (9 * 100.0).squareRoot() / 900) < 1e-12)
  }

  /// Months that all lie higher or lower together do so in both parts: a forecast that follows payments has no error from them.
  @Test func monthsAlikeAreAlike() throws {
    let errors = try #require(make(year: 120))
    #expect(abs(errors.toDate - 0.1) < 1e-12 && abs(errors.rest - 0.1) < 1e-12)
    #expect(abs(errors.together - 0.01) < 1e-12)
  }

  /// Both parts with what they have together make the error of the year.
  @Test(arguments: [40.0, 60, 90]) func partsMakeTheYear(year: Double) throws {
    let errors = try #require(make(year: year, through: 5))
    let (before, after) = (500 * errors.toDate, 700 * errors.rest)
    let whole = before * before + after * after + 2 * 500 * 700 * errors.together
    #expect(abs(whole.squareRoot() - year) < 1e-9)
  }

  @Test func nothingIsToldWhereNothingIsPaidOrKnown() {
    #expect(make(year: 50, through: 12) == nil)
    let months = (0..<MonthCells.slots).map { _ in Estimate(1, standardError: 1) }
    #expect(MonthErrors(months: months, year: Estimate(12, standardError: nil), through: 6) == nil)
  }
}

@Suite struct CashFlowTests {
  @Test func monthsAddUpToTheYearsAndThoseToTheFund() async throws {
    let result = try await SmallRun().run(
      seed: 3, people: 6_000, replicates: 24,
      extra: "cash: {known: [{place: guizhou, owed: 1000000, paid: {through: 6, amount: 900000000}}]}")
    let place = try #require(result.places.first)
    let variant = try #require(place.ownVariants.first)
    let cells = variant.tally.cells
    for (part, component) in [
      (MonthCells.Part.total, cells.total), (.assistance, cells.assistance), (.premiumSubsidy, cells.premium),
    ] {
      let fund = variant.tally.strata.reduce(0) { sum, tally in
        sum
          + stride(from: cells.index(component, cells.allClasses, .amount), to: tally.fund.sums.count, by: cells.count)
          .reduce(0) { $0 + tally.fund.sums[$1] }
      }
      let months = variant.tally.strata.reduce(0) { sum, tally in
        sum + (0..<MonthCells.slots).reduce(0) { $0 + tally.months.sums[MonthCells.payments(part, .month($1))] }
      }
      #expect(fund == months && fund > 0)
    }
    let rows = CashFlow(result).rows
    func value(_ service: String, _ payment: String, _ statistic: String, month: String = "all", given: String = "")
      throws -> Double
    {
      try #require(
        rows.first {
          $0.serviceYear == service && $0.paymentYear == payment && $0.statistic == statistic && $0.month == month
            && $0.fundPart == "total" && $0.given == given
        }
      ).estimate.value
    }
    let months = try (1...12).map { month in
      rows.contains {
        $0.serviceYear == "2023" && $0.paymentYear == "2023" && $0.month == "\(month)" && $0.fundPart == "total"
      }
        ? try value("2023", "2023", "mean", month: "\(month)") : 0
    }
    #expect(abs(months.reduce(0, +) - (try value("2023", "2023", "mean"))) < 1)
    let (own, owed) = (try value("2023", "2023", "expected"), try value("earlier", "2023", "expected"))
    #expect(owed == 1_000_000)
    #expect(abs(own + owed - (try value("all", "2023", "expected"))) < 1)
    #expect(try value("all", "2023", "paid", month: "6") == 900_000_000)
    #expect(try value("all", "2023", "expected", given: "paid") > 900_000_000)
    #expect((0...1).contains(try value("all", "2023", "shareBelow", month: "6")))
  }

  @Test func warningsAddUpToThoseOfBurden() async throws {
    let result = try await SmallRun().run(
      seed: 4, people: 6_000, replicates: 6, extra: "set: {guizhou.warning.threshold: 9000}")
    let place = try #require(result.places.first)
    let tally = try #require(place.ownVariants.first).tally
    func sum(_ reach: MonthCells.Reach, _ month: Int) -> Int64 {
      tally.strata.reduce(0) { $0 + $1.months.sums[MonthCells.warned(reach, month)] }
    }
    let warned = tally.strata.reduce(0) { $0 + $1.sum(.warned) }
    #expect(warned > 0 && sum(.all, MonthCells.months) == warned)
    for reach in MonthCells.Reach.allCases {
      #expect((0..<MonthCells.months).reduce(0) { $0 + sum(reach, $1) } == sum(reach, MonthCells.months))
      #expect(sum(reach, MonthCells.months) > 0)
    }
    for month in 0...MonthCells.months {
      #expect(sum(.before, month) + sum(.after, month) + sum(.never, month) == sum(.all, month))
    }
    #expect(EarlyWarning(result).rows.count == 4 * 13)
    #expect(EarlyWarning(try await SmallRun().run(seed: 4, people: 600)).rows.isEmpty)
  }
}
