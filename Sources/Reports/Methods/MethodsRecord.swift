import Input
import Rules
import Simulation

/// What the appendix says of the run itself: what was asked for, from which files, on how many people.
struct MethodsRecord: Speaker {
  let finished: FinishedRun
  let language: Language

  var scenario: Scenario { finished.scenario }

  private var none: String { say(en: "none", zh: "无").text }

  /// The scenario and the fingerprints of everything it was made from.
  var asked: String {
    var text = MarkdownText()
    text.table(
      header: [say(en: "asked for", zh: "设定"), say(en: "value", zh: "取值")],
      rows: settings.map { [$0.name.text, $0.value] })
    text.table(
      header: [
        say(en: "made from", zh: "数据种类"), say(en: "identifier", zh: "标识"),
        say(en: "fingerprint (FNV-1a, 64 bits)", zh: "指纹（FNV-1a，64位）"),
      ], rows: finished.fingerprints.map { [identifier($0.kind), identifier($0.id), $0.fingerprint] })
    return trimmed(text)
  }

  private var settings: [(name: Phrase, value: String)] {
    [
      (say(en: "scenario", zh: "情景"), identifier(scenario.name)),
      (say(en: "benefit year", zh: "年度"), String(scenario.year)),
      (
        say(en: "legal dates", zh: "文件有效期"),
        (scenario.isDated
          ? say(en: "obeyed", zh: "按有效期") : say(en: "rules as if in force all year", zh: "视同全年有效")).text
      ), (say(en: "people of", zh: "人口所在地"), listed(scenario.places.map(identifier))),
      (say(en: "rules of", zh: "执行的文件"), listed(scenario.jurisdictions.map(identifier))),
      (say(en: "seed", zh: "随机种子"), String(scenario.seed)),
      (say(en: "people drawn a place, about", zh: "每地抽取人数（约）"), String(scenario.people)),
      (
        say(en: "households without an identity drawn", zh: "无救助对象家庭的抽取"),
        (scenario.othersEvery == 1
          ? say(en: "all", zh: "全部")
          : say(
            en: "one in \(scenario.othersEvery), the others all", zh: "每\(scenario.othersEvery)户抽取1户，其余家庭全部抽取")).text
      ),
    ] + repetitions + uncertain + changes
  }

  private var repetitions: [(name: Phrase, value: String)] {
    let noComparison = say(en: "no comparison", zh: "不作比较").text
    let parts = scenario.comparisonParts.map { identifier($0.rawValue) }
    return [
      (say(en: "replicates of the year", zh: "年度重复次数"), String(scenario.replicates)),
      (
        say(en: "replicates of the comparison", zh: "比较的重复次数"),
        scenario.comparison ? String(min(scenario.comparisonReplicates, scenario.replicates)) : noComparison
      ), (say(en: "parts of the comparison", zh: "比较的内容"), scenario.comparison ? listed(parts) : noComparison),
      (
        say(en: "replicates of each moved assumption", zh: "每项假定变动的重复次数"),
        String(min(scenario.sensitivityReplicates, scenario.replicates))
      ),
    ]
  }

  private var changes: [(name: Phrase, value: String)] {
    let readings = scenario.readings.sorted { $0.key < $1.key }.map { "\($0) \($1)" }
    let reforms = scenario.reforms.map { reform in
      let authors = reform.files.map(\.author)
      return say(
        en: "\(reform.name): \(reform.title)\(authors.isEmpty ? "" : ", proposed by \(listed(authors))")",
        zh: "`\(reform.name)`：\(reform.title)\(authors.isEmpty ? "" : "（提出者：\(listed(authors))）")"
      ).text
    }
    let budget = scenario.budget.map { budget in
      say(
        en: "\(budget.amount.grouped) yuan in \(budget.place)", zh: "`\(budget.place)` \(budget.amount.grouped)元"
      ).text
    }
    let microdata = finished.microdataReplicates
    return [
      (say(en: "readings other than the default", zh: "与默认不同的条款理解"), orNone(readings)),
      (say(en: "reforms", zh: "调整方案"), orNone(reforms)), (say(en: "appropriation", zh: "预算安排"), budget ?? none),
      (
        say(en: "microdata", zh: "个体数据"),
        microdata == 0
          ? none : say(en: Wording.counted(microdata, "replicate"), zh: "\(microdata)次重复").text
      ),
    ]
  }

  private func orNone(_ items: [String]) -> String { items.isEmpty ? none : clauses(items) }

  /// What one observation is where errors are worked out, and whom a sample stands for.
  var errors: Phrase {
    let clusters = listed(
      finished.places.map { place in
        let households = place.households(forPeople: min(scenario.people, place.population))
        let cluster = wording.cluster(Runner.cluster(of: households)), name = place.name(in: language)
        return say(en: "\(cluster) (\(name))", zh: "\(cluster)（\(name)）").text
      })
    let all = say(en: "taken from the spread over \(clusters)", zh: "按\(clusters)之间的差异计算")
    let every = scenario.othersEvery
    guard every > 1 else { return all }
    return say(
      en: """
        \(all). Of the households in which nobody holds an identity one in \(every) was drawn by lot, \
        each standing for \(every), of the others all; the manifest has the numbers of people drawn \
        (`drawn`). Sums of both are weighted by the persons stood for over those drawn, the luck of a year by the root of that
        """,
      zh: """
        \(all)。无救助对象的家庭每\(every)户随机抽取1户，每户代表\(every)户，其余家庭全部抽取；抽取人数见清单文件的 `drawn`。\
        两类家庭的总量均按所代表人数与抽取人数之比加权，年度波动按该比值的平方根加权
        """)
  }

  /// How many people and households stand for each place.
  var people: String {
    var text = MarkdownText()
    let isAll = scenario.othersEvery == 1, drawn = isAll ? " drawn" : " drawn or stood for"
    let stood = isAll ? "抽取" : "抽取或代表"
    text.table(
      header: [
        say(en: "place", zh: "地区"), say(en: "residents", zh: "常住人口"),
        say(en: "households\(drawn)", zh: "\(stood)户数"), say(en: "urban share", zh: "城镇人口比重"),
        say(en: "people\(drawn), about", zh: "\(stood)人数（约）"),
      ],
      rows: finished.places.map { place in
        let people = min(scenario.people, place.population)
        return [
          place.term(in: language).text, Wording.number(Double(place.population)),
          Wording.number(Double(place.households(forPeople: people))), Wording.number(place.urbanShare, decimals: 3),
          Wording.number(Double(people)),
        ]
      }, right: 1)
    return trimmed(text)
  }

  private func trimmed(_ text: MarkdownText) -> String { String(text.text.dropLast()) }
}
