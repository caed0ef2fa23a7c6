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
  /// What a document grants without a number, which was borrowed from another document.
  case proxies

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
    case .proxies: Label(english: "numbers borrowed from other documents 20 % lower", chinese: "参照其他文件的数值降低20%")
    }
  }

  /// Whether anything of the job depends on it.
  func applies(to job: PlaceJob) -> Bool {
    switch self {
    case .disposableIncome, .monitoringLine:
      job.variants.contains { $0.variant.plan.book.parameter(rawValue) != nil }
    case .proxies: job.variants.contains { $0.variant.plan.book.hasProxies }
    case .applications, .recognisedMonths, .begun:
      job.variants.contains { $0.variant.plan.book.recognition != nil && $0.variant.plan.recognitionLine > .zero }
    default: true
    }
  }

  /// How far it is moved where its effect is tried: a factor of what is assumed, or a change of rates in hundredths.
  var trial: Double {
    switch self {
    case .prices, .admissions, .identities, .lines, .disposableIncome, .monitoringLine: 1.1
    case .insurance: -0.05
    case .criticalIllness: 1.2
    case .incomes, .registration: 0.9
    // All of these are lowered: a share near one has no room above.
    case .applications, .claims, .proxies: 0.8
    case .recognisedMonths, .begun: 0.5
    }
  }

  /// Whether rules of documents depend on it, and not the people alone.
  var actsOnRules: Bool {
    switch self {
    case .insurance, .criticalIllness, .lines, .disposableIncome, .monitoringLine, .proxies: true
    default: false
    }
  }

  /// What leaves it as it is.
  var center: Double { self == .insurance ? 0 : 1 }

  /// Moves it in the people of a job.
  ///
  /// - Parameter value: a factor of what is assumed; a share that would pass 1 becomes 1.
  func move(_ job: inout PlaceJob, to value: Double) {
    switch self {
    case .prices: job.place.priceLevel *= value
    case .admissions: job.illness.admissions.perPerson *= value
    case .identities: job.place.scaleIdentities(by: value) { _ in true }
    case .incomes: job.place.incomes.perHead *= value
    case .lines:
      job.place.povertyLine = job.place.povertyLine.scaled(by: value)
      job.place.allowanceStandard = job.place.allowanceStandard.scaled(by: value)
    case .applications:
      job.place.recognition.applies = min(1, job.place.recognition.applies * value)
      job.place.recognition.appliesWarned = min(1, job.place.recognition.appliesWarned * value)
    case .recognisedMonths: job.monthsRecognised = max(1, Int((Double(job.monthsRecognised) * value).rounded()))
    case .registration: job.place.takeUp.registered = min(1, job.place.takeUp.registered * value)
    case .claims: job.place.takeUp.claimed = min(1, job.place.takeUp.claimed * value)
    case .begun: job.illness.diseasesBegun = min(1, job.illness.diseasesBegun * value)
    case .insurance, .criticalIllness, .disposableIncome, .monitoringLine, .proxies: break
    }
  }

  /// Moves it in a document.
  ///
  /// - Parameter value: a factor of what is assumed, or a change of rates in hundredths.
  func move(_ book: inout RuleBook, to value: Double) {
    switch self {
    case .insurance: book.insurance.changeRates(by: Int64((value * 10_000).rounded()))
    case .criticalIllness:
      book.insurance.criticalIllness.deductible = book.insurance.criticalIllness.deductible.scaled(by: value)
    case .lines: book.scale(parameter: "allowanceStandard", by: value)
    case .disposableIncome, .monitoringLine: book.scale(parameter: rawValue, by: value)
    case .proxies: book.scaleProxies(by: value)
    case .prices, .admissions, .identities, .incomes, .applications, .recognisedMonths, .registration, .claims, .begun:
      break
    }
  }

  /// Moves it by the amount of its trial.
  func apply(to job: inout PlaceJob) {
    move(&job, to: trial)
    if actsOnRules { job.change { move(&$0, to: trial) } }
  }
}

extension PlaceJob {
  /// Changes the rules of every variant.
  mutating func change(_ body: (inout RuleBook) -> Void) {
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

extension PlaceModel {
  /// Multiplies the shares of the identities that are chosen.
  mutating func scaleIdentities(by factor: Double, where isChosen: (IdentityShare) -> Bool) {
    for index in householdIdentities.indices where isChosen(householdIdentities[index]) {
      householdIdentities[index].share *= factor
    }
    for index in identities.indices where isChosen(identities[index]) { identities[index].share *= factor }
  }
}

extension Yuan {
  /// The amount times a factor, to the fen.
  func scaled(by factor: Double) -> Yuan { Yuan(fen: Int64((Double(fen) * factor).rounded())) }
}
