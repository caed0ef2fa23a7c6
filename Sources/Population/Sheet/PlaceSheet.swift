import Rules

/// The fill-in sheet of a place: a row for each figure that an office may have at hand.
public struct PlaceSheet: Sendable {
  /// The rows, in order.
  public let rows: [SheetRow]

  /// The sheet over the identities of the national profile.
  public init(national: PlaceModel, vocabulary: Vocabulary) {
    rows =
      Self.names + Self.people + Self.ages + Self.money + Self.insured
      + Self.identities(national.householdIdentities, "household", vocabulary)
      + Self.identities(national.identities, "person", vocabulary) + Self.account
  }

  private static let names = [
    row("id", "identifier", "标识", "", "letters, digits, - and _", .text),
    row("name.en", "English name", "英文名称", "", "required", .text),
    row("name.zh", "Chinese name", "中文名称", "", "required", .text),
    row("jurisdiction", "document whose rules apply", "适用文件", "", "an id of medaid rules list; empty: none", .text),
    row("source", "where the figures come from", "数据来源", "", "empty: the figures count as assumptions", .text),
    row("year", "the year they speak of", "数据年份", "", "required with a source", .text),
    row("confidence", "how sure they are", "可信度", "", "H, M or L; empty: M", .text),
  ]

  private static let people = [
    row("population", "residents", "常住人口", "persons 人", "required; the ages must add up to it"),
    row("urban", "residents of towns", "城镇常住人口", "persons 人", ""),
    row("households.count", "family households", "家庭户数", "households 户", ""),
    row("households.persons", "members of family households", "家庭户人口", "persons 人", ""),
    row("households.onePerson", "households of one person", "一人户数", "households 户", ""),
  ]

  private static let ages = [("female", "women", "女"), ("male", "men", "男")].flatMap { sex in
    AgePyramid.groups.map { group in
      let age = group.replacing("-", with: " to ").replacing("85+", with: "85 and over")
      let years = group.replacing("-", with: "至").replacing("85+", with: "85及以上")
      return row(
        "ages.\(sex.0).\(group)", "\(sex.1) aged \(age)", "\(sex.2) \(years)岁", "persons 人",
        "all ages or none; 0 where nobody is")
    }
  }

  private static let money = [
    row("income.perHead", "disposable income per head", "居民人均可支配收入", "yuan a year 元/年", "", .yuan),
    row(
      "allowanceStandard", "minimum-living-allowance standard", "低保标准", "yuan a month 元/月",
      "a mean of towns and countryside, by residents", .yuan),
  ]

  private static let insured = [
    row(
      "insurance.residentTier1", "residents insured, tier 1 or the only one", "城乡居民医保一档参保", "persons 人",
      "all kinds or none"),
    row("insurance.residentTier2", "residents insured, tier 2", "城乡居民医保二档参保", "persons 人", "empty: nobody"),
    row("insurance.employee", "employees insured", "职工医保参保", "persons 人", "all kinds or none"),
    row("insurance.none", "not insured", "未参保", "persons 人", "empty: everybody else"),
  ]

  private static func identities(_ shares: [IdentityShare], _ kind: String, _ vocabulary: Vocabulary) -> [SheetRow] {
    shares.map { share in
      let term = vocabulary.identities[Int(share.identity)]
      return row(
        "identities.\(kind).\(term.id)", term.english, term.chinese, "persons 人",
        kind == "household" ? "all members of the households; 0 where nobody is" : "0 where nobody is")
    }
  }

  private static let account =
    [row("account.year", "year of the account below", "下列决算年份", "", "", .text)]
    + AssistanceAccount.Item.allCases.map { item in
      row(
        "account.\(item.rawValue)", "last year: \(item.english)", "上年\(item.chinese)",
        item.isMoney ? "yuan 元" : item == .premiumTimes ? "persons 人" : "settlements 人次", "kept to compare with",
        item.isMoney ? .yuan : .count)
    }

  private static func row(
    _ key: String, _ english: String, _ chinese: String, _ unit: String, _ note: String, _ kind: SheetRow.Kind = .count
  ) -> SheetRow {
    SheetRow(key: key, english: english, chinese: chinese, unit: unit, note: note, kind: kind)
  }
}
