import Input

extension RunIdentity {
  /// One thing in which two runs differ.
  struct Difference: Hashable, Sendable {
    /// What it is, such as `rules.guizhou` or `seed`.
    var name: String
    /// Its value, or fingerprint, in either.
    var mine: String
    var other: String
  }

  /// Everything in which two runs differ; where a scenario is called, and in which folder it lies, is nothing.
  func differences(from other: RunIdentity) -> [Difference] {
    var found: [Difference] = []
    func compare(_ name: String, _ mine: String?, _ other: String?) {
      if mine != other { found.append(Difference(name: name, mine: mine ?? "none", other: other ?? "none")) }
    }
    compare("version", version, other.version)
    compare("scenario", Fingerprint(scenario.text).description, Fingerprint(other.scenario.text).description)
    for (name, value) in settings.named {
      compare(name, value, other.settings.named.first { $0.name == name }?.value)
    }
    for (name, fingerprint) in sources {
      compare(name, fingerprint, other.sources.first { $0.name == name }?.fingerprint)
    }
    for (name, fingerprint) in other.sources where !sources.contains(where: { $0.name == name }) {
      compare(name, nil, fingerprint)
    }
    // The same version, but not the same program.
    if version == other.version { compare("build", build, other.build) }
    return found
  }

  private var build: String { Fingerprint(sums.joined(separator: " ")).description }
}
