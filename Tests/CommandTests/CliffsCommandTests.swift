import Testing

/// `medaid cliffs` and `medaid compare` as a person types them.
@Suite struct CliffsCommandTests {
  private static let stay = """
    jurisdiction: [kaizhou, guizhou]
    year: 2023
    person: {birthDate: 1970-01-01, identities: [minimumLivingAllowance]}
    episodes:
      - {id: visit, kind: outpatient, date: 2023-01-05, cost: {inPolicy: 0, outOfCatalogue: 20}}
      - {id: stay, kind: inpatient, date: 2023-06-01, cost: {inPolicy: 30000}, paid: {basic: 22000}}

    """

  @Test func bothLanguagesHaveTheSameTables() throws {
    try Program.inFolder(["c.yaml": Self.stay]) { folder in
      let ending = try Program.run(
        """
        medaid cliffs c.yaml --episode stay --quiet --output en && medaid cliffs c.yaml --episode stay --quiet --language zh \
        --output zh && cmp en/cliffs.csv zh/cliffs.csv && cmp en/schedule.csv zh/schedule.csv && cat en/cliffs.md zh/cliffs.md
        """, in: folder)
      #expect(ending.status == 0 && ending.message.isEmpty)
      #expect(
        ending.output.contains(
          """
          - Kaizhou District, Chongqing: one fen more than 30,000.00 yuan lowers assistance from 6,000.00 to 5,600.00 yuan: the gate \
          of 30,000.00 yuan is passed; large-sum assistance 大额费用医疗救助 instead of ordinary inpatient assistance \
          普通疾病住院医疗救助 (二（四）2; KZ-10).
          - No jump in Guizhou Province.
          """))
      #expect(ending.output.contains("重庆市开州区：费用超过30,000.00元一分，救助金额由6,000.00元降至5,600.00元"))
    }
  }

  @Test func aCaseWithoutJumpsSaysSo() throws {
    try Program.inFolder(["c.yaml": Self.stay]) { folder in
      let ending = try Program.run(
        "medaid cliffs c.yaml --episode stay --jurisdiction 贵州省,guizhou --cost 0-400000", in: folder)
      #expect(ending.status == 0)
      #expect(ending.output.contains("No schedule jumps within the range: Guizhou Province."))
      #expect(
        ending.output.contains("Nothing falls as cost rises: neither assistance nor what is left to the patient."))
    }
  }

  @Test func whatCannotBeVariedIsRefused() throws {
    try Program.inFolder(["c.yaml": Self.stay]) { folder in
      let several = try Program.run("medaid cliffs c.yaml", in: folder)
      #expect(
        several.message == """
          error: c.yaml:5: episodes: the case has 2 episodes (name the one whose cost moves with --episode: visit, stay)

          """)
      let unknown = try Program.run("medaid cliffs c.yaml --episode stya", in: folder)
      #expect(
        unknown.message == "error: c.yaml:5: episodes: there is no episode \"stya\" (did you mean stay?)\n")
      let free = try Program.run("medaid cliffs c.yaml --episode visit", in: folder)
      #expect(
        free.message == """
          error: c.yaml:5: episodes: episode visit has no in-policy cost, to which its other parts keep their proportion (write \
          cost: {inPolicy: 10000}, or any other amount)

          """)
      let place = try Program.run("medaid cliffs c.yaml --episode stay --jurisdiction kaizhuo", in: folder)
      #expect(
        place.message == """
          error: command line: --jurisdiction: "kaizhuo" is not a jurisdiction (did you mean kaizhou?)

          """)
      #expect([several, unknown, free, place].allSatisfy { $0.status == 2 && $0.output.isEmpty })
      let range = try Program.run("medaid cliffs c.yaml --cost 900-100", in: folder)
      #expect(range.status == 64)
      #expect(
        range.message.hasPrefix("Error: --cost 900-100: write two amounts of yuan in rising order, such as 0-100000"))
    }
  }

  @Test func compareEndsAsDiffDoes() throws {
    try Program.inFolder(SmallFiles.all) { folder in
      let ending = try Program.run(
        """
        medaid run s.yaml --quiet --output a && medaid run s.yaml --quiet --output b && \
        medaid run s.yaml --quiet --output c --people 80 && medaid compare a b --csv cells.csv
        """, in: folder)
      #expect(ending.status == 0 && ending.output.contains("\nNothing differs.\n"))
      let other = try Program.run("head -1 cells.csv; medaid compare a c --language zh", in: folder)
      #expect(other.status == 0)
      #expect(other.output.contains("| people | 40 | 80 |"))
      let none = try Program.run("medaid compare a nowhere", in: folder)
      #expect(
        none.message == """
          error: nowhere:1: this is not the folder of a run: it has no manifest.json (name a folder that medaid run wrote)

          """)
      #expect(none.status == 2 && none.output.isEmpty)
    }
  }
}
