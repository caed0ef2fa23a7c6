/// Inputs that are quick to run.
enum SmallFiles {
  static let scenario = """
    format: medaid-scenario/1
    name: small
    year: 2023
    people: 40
    replicates: 2
    sensitivityReplicates: 0
    places: [guizhou]

    """

  static let targets = """
    format: medaid-targets/1
    parameters: [{path: outpatient.cost, from: 50, to: 300}]
    measures: [costPerOutpatientVisit]

    """

  static let figures = """
    format: medaid-published/1
    figures:
      - {measure: admissionsPer100Insured, value: 20, uncertainty: 1, use: checked, source: x, year: 2023, confidence: H}

    """

  /// All of them by name.
  static let all = ["s.yaml": scenario, "t.yaml": targets, "f.yaml": figures]
}
