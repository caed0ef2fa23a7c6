import Analysis
import Input
import Simulation

extension ReportContext {
  /// How the run was made, for every report's end.
  func method() -> [Phrase] {
    let replicates = result.scenario.replicates, seed = result.scenario.seed
    return [
      say(
        en: """
          People drawn: \(people); \(Wording.counted(replicates, "replicate")) of the year's illness on the \
          same people; seed \(seed).
          """,
        zh: "抽取人口：\(people)。对同一批人口的全年患病情况重复模拟，重复次数为\(Wording.number(Double(replicates)))次；随机种子\(seed)。")
    ] + sample() + errors()
  }

  private func errors() -> [Phrase] {
    let fewest = Int(TallyReader.fewest)
    return [
      say(
        en: """
          ± is one standard error: the Monte-Carlo error of drawing these people and this luck, taken from the spread over \
          \(clusters). It is not the uncertainty of the assumptions.
          """,
        zh: "±后为一个标准误，即抽取这批人口、模拟患病偶然性的随机误差，按\(clusters)之间的差异计算；不包括假定本身的不确定性。"),
      say(
        en: """
          \"Few drawn\" marks figures of groups with fewer than \(fewest) people drawn, and of \
          payments that rest on as few households: read them as an order of magnitude at most, and draw more people \
          (--people) where they matter.
          """,
        zh: "“样本过少”指抽取不足\(fewest)人的人群，以及涉及户数同样过少的支付，其数值至多反映数量级；如需使用，请增加抽取人数（`--people`）。"),
      say(
        en: """
          A person-time is one settlement. A year's outpatient visits are settled in a few sums (docs/illness-file.md), so \
          person-times and amounts per person-time of outpatient care are those of such sums, not of visits.
          """,
        zh: "一人次指一次结算。全年门诊就诊合并为几笔结算（见 `docs/illness-file.md`），故门诊的人次和次均金额按合并结算计，不是就诊次数。"),
      say(
        en: """
          Totals are scaled to the residents that each place file states. Means grow with people, the luck of the year \
          with their root.
          """,
        zh: "总量按地区文件所列常住人口推算。均值随人口同比例增长，年度波动随人口的平方根增长。"),
    ]
  }

  private var people: String {
    let places = result.places.map { place -> String in
      let drawn = place.drawn.reduce(0, +), all = Wording.number(Double(place.persons))
      let name = placeName(place.place.id), some = Wording.number(Double(drawn))
      return say(
        en: "\(name) " + (drawn == place.persons ? all : "\(some), who stand for \(all)"),
        zh: "\(name)" + (drawn == place.persons ? "\(all)人" : "\(some)人，代表\(all)人")
      ).text
    }
    return result.scenario.othersEvery == 1 ? listed(places) : clauses(places)
  }

  /// Whom a sample of the households without an identity stands for; empty where everybody was drawn.
  private func sample() -> [Phrase] {
    let every = result.scenario.othersEvery
    guard every > 1 else { return [] }
    let numbers = result.places.map { place -> String in
      let drawn = place.drawn.map { Wording.number(Double($0)) }
      let name = placeName(place.place.id)
      return say(
        en: "\(name) \(drawn.joined(separator: " and "))",
        zh: "\(name)\(drawn.map { "\($0)人" }.joined(separator: "和"))"
      ).text
    }
    return [
      say(
        en: """
          Of the households in which nobody holds an identity one in \(every) was drawn, each standing for \(every); of \
          those with a holder all were. People drawn of holders' households and of the others: \
          \(clauses(numbers)).
          """,
        zh: """
          无救助对象的家庭每\(every)户抽取1户，每户代表\(every)户；有救助对象的家庭全部抽取。抽取的有救助对象家庭人口和其他家庭人口：\
          \(clauses(numbers))。
          """)
    ]
  }

  /// What one observation is where errors are worked out.
  private var clusters: String {
    let sizes = Set(result.places.map(\.cluster))
    guard sizes.count > 1 else { return wording.cluster(sizes.first ?? 1).text }
    return listed(
      result.places.map { place in
        let name = placeName(place.place.id), cluster = wording.cluster(place.cluster)
        return say(en: "\(cluster) (\(name))", zh: "\(cluster)（\(name)）").text
      })
  }
}
