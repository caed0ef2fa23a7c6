import Money
import Population
import Rules
import Settlement

/// An assumption of low confidence and the amount by which its effect is tried.
enum WeakAssumption: String, CaseIterable {
  case prices, admissions, identities, insurance, criticalIllness, incomes, lines
  /// Two figures from outside on which some documents' deductibles and thresholds depend, named as their parameters.
  case disposableIncome, monitoringLine
  /// What decides who becomes illness-impoverished and for how long, and how much of what is due is asked for.
  case applications, recognisedMonths, registration, claims, begun

  /// What is moved, in words.
  var words: Label {
    switch self {
    case .prices: Label(english: "medical prices 10 % higher", chinese: "医疗价格提高10%")
    case .admissions: Label(english: "admissions 10 % more frequent", chinese: "住院率提高10%")
    case .identities: Label(english: "shares of all identities 10 % higher", chinese: "各类救助对象占比提高10%")
    case .insurance: Label(english: "rates of basic insurance 5 points lower", chinese: "基本医保报销比例降低5个百分点")
    case .criticalIllness:
      Label(english: "deductible of critical-illness insurance 20 % higher", chinese: "大病保险起付线提高20%")
    case .incomes: Label(english: "household incomes 10 % lower", chinese: "家庭收入降低10%")
    case .lines: Label(english: "poverty line and allowance standard 10 % higher", chinese: "贫困线和低保标准提高10%")
    case .disposableIncome: Label(english: "disposable income in the rules 10 % higher", chinese: "规则所用居民人均可支配收入提高10%")
    case .monitoringLine: Label(english: "monitoring line in the rules 10 % higher", chinese: "规则所用防止返贫监测线提高10%")
    case .applications: Label(english: "chances of applying for recognition 20 % lower", chinese: "申请认定的可能性降低20%")
    case .recognisedMonths:
      Label(english: "identity from recognition held for 6 months instead of 12", chinese: "认定身份的有效期由12个月改为6个月")
    case .registration:
      Label(english: "holders of identities known to the insurance office 10 % fewer", chinese: "医保部门掌握身份信息的对象减少10%")
    case .claims: Label(english: "claims for care not settled at once 20 % fewer", chinese: "未即时结算费用的申请减少20%")
    case .begun:
      Label(english: "patients whose listed disease began within the year half as many", chinese: "当年新发特殊病种患者减半")
    }
  }

  /// Whether anything of the job depends on it.
  func applies(to job: PlaceJob) -> Bool {
    switch self {
    case .disposableIncome, .monitoringLine:
      job.variants.contains { $0.variant.plan.book.parameter(rawValue) != nil }
    case .applications, .recognisedMonths, .begun:
      job.variants.contains { $0.variant.plan.book.recognition != nil && $0.variant.plan.recognitionLine > .zero }
    default: true
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
    case .insurance: job.change { $0.insurance.lowerRates(by: 500) }
    case .criticalIllness:
      job.change {
        $0.insurance.criticalIllness.deductible = $0.insurance.criticalIllness.deductible.scaled(percent: 120)
      }
    case .incomes: job.place.incomes.perHead *= 0.9
    case .lines:
      job.place.povertyLine = Yuan(fen: job.place.povertyLine.fen * 11 / 10)
      job.place.allowanceStandard = Yuan(fen: job.place.allowanceStandard.fen * 11 / 10)
      job.change { $0.scale(parameter: "allowanceStandard", percent: 110) }
    case .disposableIncome, .monitoringLine: job.change { $0.scale(parameter: rawValue, percent: 110) }
    // All of these are lowered: a share near one has no room above.
    case .applications:
      job.place.recognition.applies *= 0.8
      job.place.recognition.appliesWarned *= 0.8
    case .recognisedMonths: job.monthsRecognised /= 2
    case .registration: job.place.takeUp.registered *= 0.9
    case .claims: job.place.takeUp.claimed *= 0.8
    case .begun: job.illness.diseasesBegun *= 0.5
    }
  }
}

extension PlaceJob {
  /// Changes the rules of every variant.
  fileprivate mutating func change(_ body: (inout RuleBook) -> Void) {
    for index in variants.indices {
      for plan in [\Variant.plan, \Variant.before] {
        let old = variants[index].variant[keyPath: plan]
        var book = old.book
        body(&book)
        variants[index].variant[keyPath: plan] = Plan(book, year: old.year, isDated: old.isDated)
      }
    }
  }
}

extension RuleBook {
  /// Multiplies a figure from outside the document; nothing happens where the document has none of the name.
  fileprivate mutating func scale(parameter name: String, percent: Int64) {
    guard let index = parameters.firstIndex(where: { $0.id == name }),
      case .quantity(let quantity) = parameters[index].value
    else { return }
    parameters[index].value = .quantity(quantity.scaled(percent: percent))
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
  fileprivate func lowered(by points: Int64) -> Quantity { mapped { max(0, $0 - points) } }

  /// Every number times a percentage.
  fileprivate func scaled(percent: Int64) -> Quantity { mapped { $0 * percent / 100 } }

  private func mapped(_ change: (Int64) -> Int64) -> Quantity {
    var result = self
    result.byYear = byYear.map { entry in
      guard case .number(let value) = entry.amount else { return entry }
      return .init(from: entry.from, amount: .number(change(value)))
    }
    return result
  }
}
