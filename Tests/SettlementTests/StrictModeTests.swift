import Rules
import Settlement
import Testing

/// Without proxies, a missing number pays nothing and says so.
@Suite struct StrictModeTests {
  @Test(arguments: ["banan", "dianjiang", "kaizhou"])
  func noProxyIsUsed(jurisdiction: String) throws {
    let library = try Shipped.library()
    let file = try #require(library.file(jurisdiction))
    var people = RandomPeople(seed: 17, vocabulary: library.vocabulary, year: 2023)
    let strict = Settler(Plan(try file.book(readings: ["X-10": "B"]), year: 2023))
    // The list of special diseases that Banan borrows is a mapping and stays.
    let proxies = strict.plan.flags.indices.filter {
      strict.plan.flags[$0].kind == .proxy && strict.plan.flags[$0].id != "BN-6"
    }
    var raised = 0
    for _ in 0..<3_000 {
      let (total, episodes) = strict.outcome(people.next())
      let bits = episodes.reduce(total.premiumFlags) { $0 | $1.flags }
      #expect(proxies.allSatisfy { bits & (1 << UInt64($0)) == 0 })
      for (index, flag) in strict.plan.flags.enumerated() where flag.kind == .unquantified {
        if bits & (1 << UInt64(index)) != 0 { raised += 1 }
      }
    }
    #expect(raised > 100)
  }

  @Test func dianjiangPaysNoStayWithoutProxies() throws {
    let library = try Shipped.library()
    let file = try #require(library.file("dianjiang"))
    var people = RandomPeople(seed: 19, vocabulary: library.vocabulary, year: 2023)
    let strict = Settler(Plan(try file.book(readings: ["X-10": "B"]), year: 2023))
    let outpatient = file.book.benefits.firstIndex { $0.id == "ordinaryOutpatient" }
    for _ in 0..<1_000 {
      let episodes = strict.outcome(people.next()).episodes
      #expect(episodes.allSatisfy { Int($0.benefit) == outpatient || $0.assistance == .zero })
    }
  }
}
