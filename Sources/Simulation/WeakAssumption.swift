import Population
import Rules
import Settlement

/// An assumption of low confidence and the amount by which its effect is tried.
enum WeakAssumption: String, CaseIterable {
  case prices, admissions, identities, insurance

  /// What is moved, in words.
  var words: String {
    switch self {
    case .prices: "medical prices 10 % higher"
    case .admissions: "admissions 10 % more frequent"
    case .identities: "shares of all identities 10 % higher"
    case .insurance: "rates of basic insurance 5 points lower"
    }
  }

  /// Moves it in a job.
  func apply(to job: inout PlaceJob) {
    switch self {
    case .prices: job.place.priceLevel *= 1.1
    case .admissions: job.illness.admissions.perPerson *= 1.1
    case .identities:
      for index in job.place.householdIdentities.indices { job.place.householdIdentities[index].share *= 1.1 }
      for index in job.place.identities.indices { job.place.identities[index].share *= 1.1 }
    case .insurance:
      for index in job.variants.indices {
        var book = job.variants[index].variant.plan.book
        book.insurance.lowerRates(by: 500)
        let plan = job.variants[index].variant.plan
        job.variants[index].variant.plan = Plan(book, year: plan.year, isDated: plan.isDated)
      }
    }
  }
}

extension InsuranceSchedule {
  /// Takes basis points off every inpatient and chronic rate of basic insurance.
  mutating func lowerRates(by points: Int64) {
    basic = basic.mapValues { schedule in
      var schedule = schedule
      schedule.rate = schedule.rate.map { $0.lowered(by: points) }
      return schedule
    }
  }
}

extension Quantity {
  /// Every number less `points`, never below 0.
  fileprivate func lowered(by points: Int64) -> Quantity {
    var lowered = self
    lowered.byYear = byYear.map { entry in
      guard case .number(let value) = entry.amount else { return entry }
      return .init(from: entry.from, amount: .number(max(0, value - points)))
    }
    return lowered
  }
}
