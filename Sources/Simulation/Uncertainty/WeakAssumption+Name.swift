import Rules

extension WeakAssumption {
  /// What it is.
  var name: Label {
    switch self {
    case .prices: Label(english: "level of medical prices", chinese: "医疗价格水平")
    case .admissions: Label(english: "level of admissions", chinese: "住院率水平")
    case .identities: Label(english: "numbers of people with an identity", chinese: "各类救助对象人数")
    case .insurance: Label(english: "rates of basic insurance", chinese: "基本医保报销比例")
    case .criticalIllness: Label(english: "deductible of critical-illness insurance", chinese: "大病保险起付线")
    case .incomes: Label(english: "household incomes", chinese: "家庭收入")
    case .lines: Label(english: "poverty line and allowance standard", chinese: "贫困线和低保标准")
    case .disposableIncome: Label(english: "disposable income in the rules", chinese: "规则所用居民人均可支配收入")
    case .monitoringLine: Label(english: "monitoring line in the rules", chinese: "规则所用防止返贫监测线")
    case .applications: Label(english: "how many apply for recognition", chinese: "申请认定的比例")
    case .recognisedMonths: Label(english: "how long recognition lasts", chinese: "认定身份的有效期")
    case .registration:
      Label(english: "how many identities the insurance office knows", chinese: "医保部门掌握身份信息的比例")
    case .claims: Label(english: "how much care is claimed for", chinese: "未即时结算费用的申请比例")
    case .begun: Label(english: "new patients among those of listed diseases", chinese: "特殊病种患者中当年新发的比例")
    case .proxies: Label(english: "numbers borrowed from other documents", chinese: "参照其他文件的数值")
    }
  }
}
