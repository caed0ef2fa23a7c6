import Foundation
import Testing

/// Each command does its work on small numbers, and leaves its files and nothing else.
@Suite struct SmallWorkTests {
  private static let profile =
    (((#filePath as NSString).deletingLastPathComponent as NSString).deletingLastPathComponent as NSString)
    .appendingPathComponent("ValidationTests/Small/illness.yaml")

  /// Runs a command line that must succeed.
  private func done(_ line: String, _ folder: String) throws -> Program.Ending {
    let ending = try Program.run("medaid \(line)", in: folder)
    #expect(ending.status == 0, "\(line): \(ending.message)")
    return ending
  }

  private func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  @Test func validate() throws {
    try Program.inFolder(SmallFiles.all) { folder in
      let printed = try done("validate \(Self.profile) --figures f.yaml --people 4000 --threads 1", folder)
      #expect(
        printed.message.isEmpty
          && printed.output.contains("| admissions 每百参保人住院人次 | per 100 insured and year | 2023 | H |"))
      let written = try done("validate \(Self.profile) --figures f.yaml --people 4000 --threads 2 --output out", folder)
      #expect(written.output.isEmpty && written.message == "wrote out/validation.md and validation.csv\n")
      // The figure is there where gnuplot is.
      #expect(try names("\(folder)/out").filter { $0 != "figures" } == ["validation.csv", "validation.md"])
      let report = try text("\(folder)/out/validation.md")
      let lines = report.split(separator: "\n").filter { !$0.contains("whiskers") }
      #expect(lines == printed.output.split(separator: "\n"))
      #expect(try text("\(folder)/out/validation.csv").contains("admissionsPer100Insured"))
    }
  }

  @Test func calibrate() throws {
    try Program.inFolder(SmallFiles.all) { folder in
      let line = "calibrate \(Self.profile) --targets t.yaml --people 4000 --iterations 1 --quiet --output"
      let first = try done("\(line) n.yaml --threads 1", folder)
      #expect(first.message.isEmpty && first.output.contains("\n| outpatient.cost | 120 | "))
      #expect(first.output.contains("- The search ran out of iterations: more may bring more."))
      let new = try text("\(folder)/n.yaml")
      #expect(new.contains("reason: \"calibrated to costPerOutpatientVisit; before: of the test\""))
      #expect(try done("\(line) n.yaml --threads 2", folder).output == first.output)
      #expect(try text("\(folder)/n.yaml") == new)
      #expect(try names(folder) == ["f.yaml", "n.yaml", "s.yaml", "t.yaml"])

      // Of two calibrations the second alone made the number: reasons do not pile up.
      let again = line.replacing(Self.profile, with: "n.yaml")
      _ = try done("\(again) m.yaml", folder)
      #expect(
        try text("\(folder)/m.yaml").contains("reason: \"calibrated to costPerOutpatientVisit; before: of the test\""))
    }
  }

  @Test func aCalibrationSaysWhatItCouldNotMeet() throws {
    func figure(_ measure: String, _ value: Int) -> String {
      "  - {measure: \(measure), value: \(value), uncertainty: 1, use: calibrated, source: x, year: 2023, confidence: H}\n"
    }
    let head = "format: medaid-targets/1\nparameters: [{path: outpatient.cost, from: 50, to: 300}]\nfigures:\n"
    let files = [
      "some.yaml": head + figure("costPerOutpatientVisit", 118) + figure("costPerChronicVisit", 800),
      "none.yaml": head + figure("costPerChronicVisit", 800),
    ]
    try Program.inFolder(files) { folder in
      for (name, sentence) in [
        ("some", "- 1 of 2 figures are met together; not met: cost of a visit for chronic or special diseases."),
        ("none", "- No figure is met: cost of a visit for chronic or special diseases."),
      ] {
        let line = "calibrate \(Self.profile) --targets \(name).yaml --people 4000 --iterations 30 --quiet"
        let output = try done("\(line) --output \(name)-new.yaml", folder).output
        #expect(output.contains("\n\(sentence)\n"), "\(output.prefix(300))")
      }
    }
  }

  @Test func synthesizeAndSettle() throws {
    try Program.inFolder { folder in
      let ending = try done("synthesize --place guizhou --people 300 --seed 3 --output out", folder)
      #expect(ending.output.isEmpty && ending.message.hasSuffix("try medaid settle out/cases.jsonl\n"))
      let files = ["cases.jsonl", "episodes.csv", "households.csv", "identities.csv", "persons.csv"]
      #expect(try names("\(folder)/out") == files)
      _ = try done("synthesize --place guizhou --people 300 --seed 3 --quiet --output again", folder)
      for file in files { #expect(try text("\(folder)/out/\(file)") == text("\(folder)/again/\(file)")) }
      let cases = try text("\(folder)/out/cases.jsonl").split(separator: "\n").count
      let settled = try done("settle out/cases.jsonl --format json", folder)
      #expect(cases > 50 && settled.output.split(separator: "\n").count == cases)
    }
  }

  @Test func aPlaceOfOnesOwn() throws {
    try Program.inFolder { folder in
      #expect(try done("place new mytown", folder).message.hasPrefix("wrote mytown.csv: fill in the column value"))
      let sheet = try text("\(folder)/mytown.csv")
      let empty = try Program.run("medaid place check mytown.csv --write mytown.yaml", in: folder)
      #expect(empty.status == 2 && empty.message.hasSuffix("mytown.csv cannot be run: mend the 3 defects above\n"))
      #expect(try names(folder).filter { $0.hasPrefix("mytown") } == ["mytown.csv"])

      let values = ["name.en": "My Town", "name.zh": "我镇", "population": "38000", "jurisdiction": "guizhou"]
      let rows = sheet.split(separator: "\r\n").flatMap { $0.split(separator: "\n") }.map { row in
        var cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        if let value = values[cells[0]] { cells[3] = value }
        return cells.joined(separator: ",")
      }
      try rows.joined(separator: "\n").write(toFile: "\(folder)/mytown.csv", atomically: false, encoding: .utf8)
      let good = try done("place check mytown.csv --write mytown.yaml", folder)
      #expect(good.output.contains("mytown.csv can be run") && good.message == "wrote mytown.yaml\n")
      #expect(try done("place check mytown.yaml", folder).output.contains("mytown.yaml can be run"))

      let taken = try Program.run("medaid place check mytown.csv --write mytown.yaml", in: folder)
      #expect(taken.status == 74)
      #expect(
        taken.message
          == "error: mytown.yaml: there is such a file already (it is kept as it is: --force replaces it)\n")
      _ = try done("place check mytown.csv --write mytown.yaml --force", folder)
    }
  }

  @Test func aPlaceWithoutRulesSaysSo() throws {
    let file = """
      format: medaid-place/1
      id: mytown
      name: {en: My Town, zh: 我镇}
      population: {value: 380000, source: census 2020, year: 2020, confidence: H}
      """
    try Program.inFolder(["a.yaml": file, "b.yaml": file + "\njurisdiction: elsewhere\n"]) { folder in
      let silent = try done("place check a.yaml", folder).output
      #expect(
        silent.contains(
          "a.yaml has no rules of its own: it names no jurisdiction, and there are no rules of mytown. Name under "
            + "jurisdiction whose"))
      #expect(!silent.contains("can be run"))
      let named = try done("place check b.yaml", folder).output
      #expect(named.contains("b.yaml has no rules of its own: there are no rules of elsewhere. Name under"))
    }
  }

  @Test func aPlaceOfTheProgramIsNotShadowed() throws {
    try Program.inFolder { folder in
      let ending = try Program.run("medaid place new guizhou", in: folder)
      #expect(ending.status == 64 && ending.message.contains("\"guizhou\" is a place in the program: choose another"))
      #expect(try names(folder).isEmpty)
    }
  }

  /// Outside of the sources the scenario that is run without naming one comes from the program.
  @Test func theStandardScenarioIsInTheProgram() throws {
    try Program.inFolder { folder in
      _ = try done("run --people 40 --replicates 1 --quiet --output out", folder)
      #expect(try text("\(folder)/out/scenario.yaml").contains("\nname: five-jurisdictions\n"))
      #expect(try names(folder) == ["out"])
      let wrong = try Program.run("medaid run scenarios/five-jurisdictions.yaml", in: folder)
      #expect(wrong.status == 2 && wrong.message.contains("there is no such file"))
    }
  }

  @Test func microdataOfAPlaceWithoutRules() throws {
    let scenario = """
      format: medaid-scenario/1
      name: country
      year: 2023
      people: 300
      replicates: 1
      places: [national]
      jurisdictions: [guizhou, banan]
      """
    try Program.inFolder(["s.yaml": scenario]) { folder in
      _ = try done("run s.yaml --microdata --quiet --output out", folder)
      let rows = try text("\(folder)/out/microdata.csv").split(separator: "\n").dropFirst()
      let sets = Dictionary(grouping: rows) { $0.split(separator: ",").prefix(4).joined(separator: ",") }
      #expect(
        sets.keys.sorted() == [
          "baseline,common,national,banan", "baseline,common,national,guizhou", "baseline,own,national,banan",
          "baseline,own,national,guizhou",
        ])
      #expect(Set(sets.values.map(\.count)).count == 1)
    }
  }

  @Test func methodsAndBundleOfARun() throws {
    try Program.inFolder(SmallFiles.all) { folder in
      _ = try done("run s.yaml --quiet --threads 1 --output run", folder)
      let printed = try done("methods run", folder)
      #expect(printed.output.hasPrefix("# Methods: small\n") && printed.message.isEmpty)
      _ = try done("methods run --output m.md", folder)
      #expect(try text("\(folder)/m.md") == printed.output)

      #expect(try done("bundle run", folder).message == "wrote run-bundle: begin with its README.md\n")
      let files = [
        "README.md", "SHA256SUMS", "manifest.json", "methods.md", "models", "places", "reports", "rules",
        "scenario.yaml",
      ]
      #expect(try names("\(folder)/run-bundle") == files)
      let checked = try Program.run("cd run-bundle && sha256sum --check --quiet SHA256SUMS", in: folder)
      #expect(checked.status == 0 && checked.output.isEmpty)
      _ = try done("bundle run --output b.tar.gz --quiet", folder)
      let listed = try Program.run("tar -tzf b.tar.gz", in: folder)
      #expect(
        listed.status == 0 && listed.output.contains("manifest.json") && listed.output.contains("rules/guizhou.yaml"))

      for (line, message) in [
        ("methods run --output run", "./run: this is a folder, not a report (rename or remove it)"),
        ("bundle run", "run-bundle: the folder is not empty (name a new one with --output)"),
        ("bundle run --output s.yaml", "s.yaml: this is a file, not a folder (name a folder with --output)"),
      ] {
        let ending = try Program.run("medaid \(line)", in: folder)
        #expect(ending.status == 74 && ending.message == "error: \(message)\n", "\(line)")
      }
      #expect(
        try names(folder) == [
          "b.tar.gz", "f.yaml", "m.md", "run", "run-bundle", "s.yaml", "t.yaml",
        ])
    }
  }

  /// A run whose scenario was changed afterwards is not described or packed as if it had not been.
  @Test func aRunThatWasChangedIsRefused() throws {
    try Program.inFolder(SmallFiles.all) { folder in
      _ = try done("run s.yaml --quiet --threads 1 --output run", folder)
      let path = "\(folder)/run/scenario.yaml"
      try (text(path).replacing("people: 40", with: "people: 41")).write(
        toFile: path, atomically: false, encoding: .utf8)
      for command in ["methods run", "bundle run"] {
        let ending = try Program.run("medaid \(command)", in: folder)
        #expect(
          ending.status == 2 && ending.output.isEmpty && ending.message.hasPrefix("error: run"), "\(ending.message)")
      }
      #expect(try names(folder) == ["f.yaml", "run", "s.yaml", "t.yaml"])
    }
  }
}
