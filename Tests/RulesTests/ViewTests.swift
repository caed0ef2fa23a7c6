import Rules
import Testing

/// What `medaid rules` shows.
@Suite struct ViewTests {
  @Test func everythingSaysWhereItComesFrom() throws {
    for file in try Support.shipped().files {
      let view = RuleView(file, year: 2023)
      for row in view.identityRows + view.rows {
        #expect(!row.ground.isEmpty, "\(file.id).\(row.path)")
        #expect(!row.value.isEmpty, "\(file.id).\(row.path)")
      }
    }
  }

  @Test func theChongqingCapOfCriticalIllnessIsNoFigureOfTheCalculator() throws {
    for id in ["banan", "dianjiang", "kaizhou"] {
      let rows = RuleView(try #require(try Support.shipped().file(id))).rows
      let ground = rows.first { $0.path == "insurance.criticalIllness.cap" }?.ground
      #expect(ground?.hasPrefix("assumption, no cap of Chongqing was seen") == true)
    }
  }

  @Test func benefitsThatNoRouteReachesAreShownAsInactive() throws {
    let rows = RuleView(try #require(try Support.shipped().file("banan"))).rows
    let dormant = rows.filter { $0.path.hasPrefix("benefits.ordinary") }
    #expect(!dormant.isEmpty && dormant.allSatisfy { $0.what.contains("(inactive: no route leads here)") })
    #expect(!rows.contains { $0.path.hasPrefix("benefits.largeSum") && $0.what.contains("inactive") })
  }

  @Test func yearsOutsideTheDatesAreToldApart() throws {
    let file = try #require(try Support.shipped().file("bazhong"))
    func income(_ year: Int) -> String? {
      RuleView(file, year: year).rows.first { $0.path == "parameters.disposableIncome" }?.value
    }
    #expect(income(2021) == "24,000.00 (of 2022: no earlier value)")
    #expect(income(2024) == "26,800.00")
    #expect(income(2030) == "26,800.00 (of 2024: no later value)")
    // The document's own dates hold until it says otherwise.
    let lifted = RuleView(file, year: 2030).rows.first { $0.path == "premium.shares.stablyLifted" }
    #expect(lifted?.value == "0")
  }

  @Test func sharesAreShownAsRuleAndAsYuan() throws {
    let file = try #require(try Support.shipped().file("bazhong"))
    let row = RuleView(file, year: 2024).rows.first { $0.path == "benefits.pool.deductible.monitoredAtRisk" }
    #expect(row?.value == "1,340.00 (5 % of disposableIncome)")
    let open = RuleView(file).rows.first { $0.path == "benefits.pool.deductible.monitoredAtRisk" }
    #expect(open?.value == "5 % of disposableIncome")
  }

  @Test func aFileDoesNotDifferFromItself() throws {
    for file in try Support.shipped().files {
      #expect(RuleDifference.between(RuleView(file, year: 2023), RuleView(file, year: 2023)).isEmpty)
    }
  }

  @Test func yearsDifferWhereValuesAreDated() throws {
    let file = try #require(try Support.shipped().file("guizhou"))
    let paths = RuleDifference.between(RuleView(file, year: 2023), RuleView(file, year: 2024)).map(\.path)
    #expect(paths.contains("parameters.premium") && paths.contains("parameters.levyEnd"))
    #expect(!paths.contains { $0.hasPrefix("benefits") })
  }

  @Test func identitiesOfEveryPlaceCanBeCompared() throws {
    let library = try Support.shipped()
    let (bazhong, guizhou) = (try #require(library.file("bazhong")), try #require(library.file("guizhou")))
    let found = RuleDifference.between(RuleView(bazhong), RuleView(guizhou))
    let child = found.first { $0.path == "identities.deFactoUnsupportedChild" }
    #expect(child?.first?.value == "no class" && child?.second?.value.hasPrefix("I: ") == true)
  }

  @Test func everyArticleIsCounted() throws {
    for file in try Support.shipped().files {
      #expect(
        RuleTables.coverage(file.book, markdown: false).last?.hasPrefix("\(file.book.coverage.count) articles") == true)
      #expect(RuleTables.readings(file.book, markdown: true).count >= file.book.readings.count)
    }
  }
}
