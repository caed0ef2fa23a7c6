import Foundation
import Testing

/// `medaid budget` begins from an account and says what to do where there is none.
@Suite struct BudgetCommandTests {
  private static let account = """
    format: medaid-budget/1
    account:
      year: 2024
      spending: {inpatient: 4000000, outpatient: 300000, premiumSubsidy: 200000.01}
      personTimes: {inpatient: 3000, outpatient: 2000, premiumSubsidy: 900}
      status: assumption
      reason: a test

    """

  @Test func aShippedPlaceHasNoAccount() throws {
    let ending = try Program.run("medaid budget 贵州省")
    #expect(
      ending.message == """
        error: places/guizhou.yaml:1: account: there is no account of last year's assistance of guizhou, from which a budget \
        begins (write account: with spending and personTimes into the place file or the budget file, or name a file that has \
        one with --account; docs/budget.md shows the keys)

        """)
    #expect(ending.status == 2)
  }

  @Test func aPlaceIsNamedRight() throws {
    let ending = try Program.run("medaid budget guizhuo")
    #expect(ending.message == "error: command line: \"guizhuo\" is not a place (did you mean guizhou?)\n")
    #expect(ending.status == 2)
  }

  @Test func aDraftHasNoForce() throws {
    try Program.inFolder(["b.yaml": Self.account]) { folder in
      let ending = try Program.run("medaid budget dianjiang b.yaml", in: folder)
      #expect(
        ending.message.hasPrefix(
          "error: command line: --year: the document of dianjiang is a draft, never in force in 2025 ("))
      #expect(ending.status == 2)
    }
  }

  @Test func itIsWrittenInBothLanguagesAndDoesNotDependOnThreads() throws {
    try Program.inFolder(["b.yaml": Self.account]) { folder in
      let few = "--people 600 --replicates 2 --draws 0 --quiet"
      let ending = try Program.run(
        """
        medaid budget guizhou b.yaml \(few) --threads 1 --output one && medaid budget guizhou --account b.yaml \(few) \
        --threads 3 --language zh --output two && cmp one/budget.csv two/budget.csv && cat one/budget.md two/budget.md \
        one/budget.csv
        """, in: folder)
      #expect(ending.status == 0 && ending.message.isEmpty)
      #expect(ending.output.contains("| account of 2024 上年支出 | 4,500,000.01 | 4.50 |"))
      #expect(ending.output.contains("| 2024年支出 | 4,500,000.01 | 450.00 |"))
      // Counts and means have their error in tables for people and for programs.
      let rows = ending.output.split(separator: "\n").map(String.init)
      for start in ["| need of 2025 资金需求 |", "| 2025年资金需求 |"] {
        let need = try #require(rows.first { $0.hasPrefix(start) })
        #expect(need.split(separator: "|").suffix(3).allSatisfy { $0.contains(" ± ") }, "\(need)")
      }
      let values = rows.filter { $0.hasPrefix("guizhou,guizhou,2025,") }.map { $0.components(separatedBy: ",") }
      #expect(Set(values.map { $0[5] }).isSuperset(of: ["persons", "personTimes", "perPersonTime"]))
      #expect(values.allSatisfy { !$0[7].isEmpty })
    }
  }
}
