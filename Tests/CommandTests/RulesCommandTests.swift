import Testing

/// `medaid rules` says what is wrong with its arguments.
@Suite struct RulesCommandTests {
  @Test(arguments: [
    (
      "show nope",
      "nope: there is no jurisdiction of this name (allowed: bazhong, banan, dianjiang, kaizhou, guizhou)"
    ),
    ("show guizou", "guizou: there is no jurisdiction of this name (did you mean guizhou?)"),
    ("readings 贵州", "贵州: there is no jurisdiction of this name (did you mean 贵州省?)"),
    (
      "diff guizhou bananas",
      "bananas: there is no jurisdiction of this name, and it is not the path of a rule file (did you mean banan?)"
    ),
  ])
  func anUnknownJurisdictionIsNamedWithTheNearest(arguments: String, message: String) throws {
    let ending = try Program.run("medaid rules \(arguments)")
    #expect(ending.message == "error: \(message)\n")
    #expect(ending.status == 2 && ending.output.isEmpty)
  }

  @Test(arguments: [
    ("show guizhou --year 1800", "--year must be from 1990 to 2100, not 1800"),
    ("diff guizhou guizhou --year 2023 --with-year 20244", "--with-year must be from 1990 to 2100, not 20244"),
  ])
  func aYearThatNoCaseCouldNameIsRefused(arguments: String, message: String) throws {
    let ending = try Program.run("medaid rules \(arguments)")
    #expect(ending.message.hasPrefix("Error: \(message)\n"))
    #expect(ending.status == 64 && ending.output.isEmpty)
  }
}
