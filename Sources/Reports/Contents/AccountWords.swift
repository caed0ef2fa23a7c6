import Analysis
import Input
import Money
import Simulation

/// Every sentence and heading on fund accounts, each in one place.
struct AccountWords: Speaker {
  let language: Language

  var money: [Phrase] {
    [
      say(en: "year", zh: "年度"), say(en: "raised", zh: "当年筹集"), say(en: "spent", zh: "当年支出"),
      say(en: "balance p05", zh: "年末结余p05"), say(en: "p50", zh: "p50"), say(en: "p95", zh: "p95"),
      say(en: "dry that year", zh: "当年出现缺口"), say(en: "dry by then", zh: "截至当年出现过缺口"),
    ]
  }
  var amounts: [Phrase] {
    [wording.sumColumn, say(en: "mean", zh: "均值")] + ["p05", "p25", "p50", "p75", "p95"].map { say(en: $0, zh: $0) }
  }
  var tooFew: Phrase { say(en: "too few", zh: "次数不足") }

  func heading(_ place: Phrase, reform: String?) -> Phrase {
    say(
      en: "The fund account: \(place)" + (reform.map { ", reform \($0)" } ?? ""),
      zh: "基金收支：\(place)" + (reform.map { "（调整方案：\($0)）" } ?? ""))
  }

  func year(_ year: Int) -> Phrase { say(en: "\(year): \(wording.sumUnit)", zh: "\(year)年（万元）") }

  /// The sentence to be read aloud.
  ///
  /// - Parameter isSpan: whether it is the last of several years.
  func runsDry(_ place: Phrase, isSpan: Bool, _ year: Int, _ probability: Estimate, status: FigureStatus) -> Phrase {
    let share = share(probability), isLeast = status.lacksNumber
    return say(
      en: "The fund account of \(place) runs dry \(isSpan ? "by" : "in") \(year) with probability \(share)"
        + (isLeast ? ", or more: the document leaves payments without a number." : "."),
      zh: "\(place)医疗救助基金\(isSpan ? "截至" : "")\(year)年出现缺口的概率为\(share)"
        + (isLeast ? "，实际可能更高，因文件对部分待遇未定标准。" : "。"))
  }

  func likelier(from year: Int) -> Phrase {
    say(en: "From \(year) on, having run dry is likelier than not.", zh: "自\(year)年起，出现过缺口的可能性过半。")
  }

  func opening(_ balance: Yuan, _ year: Int, _ closing: Estimate, _ last: Int) -> Phrase {
    let (before, after) = (wording.amount(Double(balance.fen) / 100), wording.amount(closing))
    return say(
      en: "It begins \(year) with \(before) and ends \(last) with \(after) in the mean.",
      zh: "\(year)年初结余\(before)，\(last)年末结余均值为\(after)。")
  }

  func overLimit(_ year: Int, _ limit: String, ofYear: Estimate, cumulative: Estimate) -> Phrase {
    let (one, all) = (share(ofYear), share(cumulative))
    return say(
      en: """
        More than \(limit) of the money raised is left over in \(year) with probability \(one) if the limit is that of the year's \
        own surplus, and \(all) if it is that of all in the account: the clause can be read both ways.
        """,
      zh: "\(year)年结余超过当年筹集资金\(limit)的概率：按当年结余计为\(one)，按累计结余计为\(all)；条款可作两种理解。")
  }

  func belowFloor(_ years: [(year: Int, stated: Yuan, least: Yuan)]) -> Phrase {
    func sum(_ amount: Yuan) -> String { wording.amount(Double(amount.fen) / 100) }
    let all = years.map { year in
      say(
        en: "\(year.year) (\(sum(year.stated)) instead of \(sum(year.least)))",
        zh: "\(year.year)年（\(sum(year.stated))，应不低于\(sum(year.least))）"
      ).text
    }
    return say(
      en:
        "The local budget is below the least that the document asks for, a share of last year's transfer, in \(listed(all)).",
      zh: "本级预算低于文件规定的上年上级补助的一定比例：\(listed(all))。")
  }

  var localIsLeast: Phrase {
    say(
      en:
        "The local budget is the least that the document asks for, a share of last year's transfer, as the scenario states none.",
      zh: "情景未列本级预算，按文件规定的上年上级补助的最低比例计。")
  }

  func excess(_ rule: SurplusRule) -> Phrase {
    switch (rule.excess, rule.basis) {
    case (.kept, _):
      say(
        en: "What passes the limit stays in the account: the document does not say that it goes back.",
        zh: "超出限额的结余留在基金内：文件未规定上缴。")
    case (.returned, .year):
      say(
        en:
          "What a year's own surplus has beyond the limit leaves the account, once debts are made up; balances are those after it.",
        zh: "当年结余超出限额的部分在弥补缺口后上缴，所列结余为上缴后的数额。")
    case (.returned, .cumulative):
      say(
        en: "What the account holds beyond the limit at the end of a year leaves it; balances are those after it.",
        zh: "年末累计结余超出限额的部分上缴，所列结余为上缴后的数额。")
    }
  }

  var debts: Phrase {
    say(
      en: """
        Dry means that the account owes money at the end of the year. Entitlements do not stop when the money does: what is not covered is \
        carried as a debt, a balance below 0, and made up first from what comes later. ± of balances adds up the errors of the years, which \
        is an upper bound.
        """,
      zh: "缺口指年末基金入不敷出。资金用完待遇不停：未能支付的部分结转为负结余，由以后年度的资金先行弥补。结余的±为各年误差之和，是上限。")
  }

  var charged: Phrase {
    say(
      en: """
        A year is charged with the care of that year, whenever the fund pays for it. What is paid in the year after (see "When it is paid") \
        is taken off already, so that at the end of a year more money lies in the account than its balance: all that is still owed for its care.
        """,
      zh: """
        账户按费用发生年度记支，不论何时支付：当年发生、次年支付的费用（见“支付时间”）已计入当年，因此年末账上的资金多于所列结余，相差当年发生而尚未支付的费用。
        """)
  }

  var bounds: Phrase {
    say(
      en:
        "† is a lower bound and ‡ an upper bound, because the document leaves payments without a number, which are paid 0 here.",
      zh: "† 为下限，‡ 为上限：文件对部分待遇未定标准，此处按0计。")
  }

  func caption(_ years: Int) -> Phrase {
    let count = Wording.number(Double(years))
    return say(
      en:
        "Balance at the end of the year and spending, \(count) years: median, half of the paths (dark) and nine in ten (pale)",
      zh: "年末结余和年支出，共\(count)个年度：中位数，深色为50%区间，浅色为90%区间")
  }

  func balanceTitle(_ place: Phrase) -> Phrase {
    say(en: "Balance of the fund account at the end of the year, \(place)", zh: "\(place)医疗救助基金年末结余")
  }
  func spendingTitle(_ place: Phrase) -> Phrase {
    say(en: "Spending of the fund, \(place)", zh: "\(place)医疗救助基金年支出")
  }
  var widest: Phrase { say(en: "5 to 95 %", zh: "5%至95%") }
  var narrow: Phrase { say(en: "25 to 75 %", zh: "25%至75%") }
  var median: Phrase { say(en: "median", zh: "中位数") }
  var mean: Phrase { say(en: "mean", zh: "均值") }
  var nothingLeft: Phrase { say(en: "dry below this", zh: "低于此线即出现缺口") }

  func item(_ item: String) -> Phrase {
    switch item {
    case "opening": say(en: "carried into the year", zh: "上年结转")
    case "transfers": say(en: "transfers from above", zh: "上级补助")
    case "local": say(en: "local budget", zh: "本级预算")
    case "localFloor": say(en: "least local budget", zh: "本级预算下限")
    case "donations": say(en: "donations", zh: "社会捐赠")
    case "raised": say(en: "**raised**", zh: "**当年筹集**")
    case "assistance": say(en: "assistance", zh: "医疗救助支出")
    case "premiumSubsidy": say(en: "premium subsidy", zh: "资助参保支出")
    case "spending": say(en: "**spent**", zh: "**当年支出**")
    case "surplus": say(en: "surplus of the year", zh: "当年结余")
    case "surplusLimit": say(en: "largest surplus", zh: "结余限额")
    case "returned": say(en: "returned", zh: "上缴")
    case "balance": say(en: "**balance at the end**", zh: "**年末结余**")
    default: say(en: "not covered", zh: "缺口")
    }
  }

  /// `12.3 % (95 % interval from 8.0 % to 17.9 %)`.
  func share(_ estimate: Estimate) -> Phrase {
    let bounds = estimate.bounds ?? (0, 1)
    let (value, low, high) = (
      wording.percent(estimate.value), wording.percent(bounds.lower), wording.percent(bounds.upper)
    )
    return say(en: "\(value) (95 % interval from \(low) to \(high))", zh: "\(value)（95%置信区间\(low)至\(high)）")
  }
}
