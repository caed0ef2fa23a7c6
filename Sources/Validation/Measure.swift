import Input

/// A figure that is published for residents' insured of the country and can be computed from simulated people.
public enum Measure: String, CaseIterable, Sendable, NamedTwice {
  case admissionsPer100Insured, costPerAdmission, admittedShare, olderOverAllAdmitted, poorOverOthersAdmitted
  case readmittedShare, costSpreadOfAdmissions, tertiaryCostOverAll, primaryCostOverHospitals
  case tertiaryShare, secondaryShare
  case chronicVisitsPerInsured, costPerChronicVisit, outpatientVisitsPerInsured, costPerOutpatientVisit
  case costPerInsured, inpatientShareOfCost, outOfAreaShareOfCost, outOfProvinceShareOfCost, outOfAreaShareOfVisits
  case topTenthOfInpatients, topTwentiethOfUsers, giniOfUsers
  case inPolicyShareOfCost, inCatalogueRatio, inCatalogueRatioTertiary, fundShareOfCost
  case criticalIllnessShare, criticalIllnessMean
  case subsidisedShare, assistancePerInsured

  /// What it is, in English.
  public var english: String { words.english }
  /// What it is called in Chinese.
  public var chinese: String { words.chinese }
  /// Its unit; empty for a plain ratio.
  public var unit: Unit { words.unit }

  /// What a measure counts; the raw value is that of the files.
  public enum Unit: String, Sendable {
    case perHundred = "per 100 insured and year"
    case perPerson = "a person and year"
    case yuan
    case yuanPerPerson = "yuan a person and year"
    case percent = "%"
    case ratio = ""

    /// The unit in words; nothing for a plain ratio.
    public func name(in language: Language) -> Phrase {
      switch self {
      case .perHundred: language.say(en: rawValue, zh: "人次/百人·年")
      case .perPerson: language.say(en: rawValue, zh: "次/人·年")
      case .yuan: language.say(en: rawValue, zh: "元")
      case .yuanPerPerson: language.say(en: rawValue, zh: "元/人·年")
      case .percent, .ratio: language.say(en: rawValue, zh: rawValue)
      }
    }
  }

  /// Whether it depends on a document's rules and is shown under each.
  public var dependsOnRules: Bool { self == .subsidisedShare || self == .assistancePerInsured }

  /// Whether people must be settled before it can be computed.
  public var needsSettlement: Bool {
    switch self {
    case .inPolicyShareOfCost, .inCatalogueRatio, .inCatalogueRatioTertiary, .fundShareOfCost, .criticalIllnessShare,
      .criticalIllnessMean, .subsidisedShare, .assistancePerInsured:
      true
    default: false
    }
  }

  private var words: (english: String, chinese: String, unit: Unit) {
    switch self {
    case .admissionsPer100Insured: ("admissions", "每百参保人住院人次", .perHundred)
    case .costPerAdmission: ("cost of an admission", "次均住院费用", .yuan)
    case .admittedShare: ("people admitted in a year", "年住院率", .percent)
    case .olderOverAllAdmitted: ("people of 60 and over admitted, over all", "老年人住院率与全体之比", .ratio)
    case .poorOverOthersAdmitted: ("poor people admitted, over others", "贫困人口住院率与非贫困之比", .ratio)
    case .readmittedShare: ("admissions followed by another within 30 days", "30天再入院率", .percent)
    case .costSpreadOfAdmissions: ("standard deviation over mean of an admission's cost", "次均住院费用变异系数", .ratio)
    case .tertiaryCostOverAll: ("cost of an admission in tertiary hospitals, over all", "三级医院次均费用与全体之比", .ratio)
    case .primaryCostOverHospitals: ("cost of an admission at level 1, over levels 2 and 3", "一级与二三级次均费用之比", .ratio)
    case .tertiaryShare: ("admissions in tertiary hospitals", "三级医院住院人次占比", .percent)
    case .secondaryShare: ("admissions in secondary hospitals", "二级医院住院人次占比", .percent)
    case .chronicVisitsPerInsured: ("visits for chronic and special diseases", "人均门诊慢特病次数", .perPerson)
    case .costPerChronicVisit: ("cost of a visit for chronic or special diseases", "次均门诊慢特病费用", .yuan)
    case .outpatientVisitsPerInsured: ("ordinary outpatient visits", "人均普通门诊次数", .perPerson)
    case .costPerOutpatientVisit: ("cost of an ordinary outpatient visit", "次均普通门诊费用", .yuan)
    case .costPerInsured: ("cost of all care", "人均医疗总费用", .yuanPerPerson)
    case .inpatientShareOfCost: ("inpatient share of cost", "住院费用占比", .percent)
    case .outOfAreaShareOfCost: ("cost out of area", "异地就医费用占比", .percent)
    case .outOfProvinceShareOfCost: ("cost out of the province", "跨省异地就医费用占比", .percent)
    case .outOfAreaShareOfVisits: ("visits and admissions out of area", "异地就医人次占比", .percent)
    case .topTenthOfInpatients: ("inpatient cost of the costliest tenth of inpatients", "住院费用最高10%患者费用占比", .percent)
    case .topTwentiethOfUsers: ("cost of the costliest twentieth of users", "费用最高5%就医者费用占比", .percent)
    case .giniOfUsers: ("Gini coefficient of users' cost", "就医者费用基尼系数", .ratio)
    case .inPolicyShareOfCost: ("in-policy share of inpatient cost", "住院政策范围内费用占比", .percent)
    case .inCatalogueRatio: ("basic insurance, of in-policy inpatient cost", "住院政策范围内基金支付比例", .percent)
    case .inCatalogueRatioTertiary:
      ("basic insurance, of in-policy cost in tertiary hospitals", "三级医院政策范围内基金支付比例", .percent)
    case .fundShareOfCost: ("basic and critical-illness insurance, of all cost", "基金支付占总费用比例", .percent)
    case .criticalIllnessShare: ("insured whom critical-illness insurance pays", "大病保险受益人数占参保人数", .percent)
    case .criticalIllnessMean: ("critical-illness payment to one of them", "大病保险人均支付", .yuan)
    case .subsidisedShare: ("insured whose premium the fund subsidises", "医疗救助资助参保人数占比", .percent)
    case .assistancePerInsured:
      ("medical assistance, premium subsidies included", "参保人均医疗救助支出", .yuanPerPerson)
    }
  }
}
