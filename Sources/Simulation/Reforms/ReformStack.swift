import Rules

/// Makes one reform of several reform files, whose provisions then act together.
enum ReformStack {
  /// The reform of some files; of a single one that file's own.
  ///
  /// Provisions of equal names are told apart by the reform before them, as `premium/rate`.
  static func reform(of files: [ReformFile]) -> Scenario.Reform {
    let names = files.flatMap { $0.provisions.map(\.name) }
    let doubled = Set(names.filter { name in names.count { $0 == name } > 1 })
    let provisions = files.flatMap { file in
      file.provisions.map { provision in
        doubled.contains(provision.name) ? renamed(provision, "\(file.name)/\(provision.name)") : provision
      }
    }
    return Scenario.Reform(
      name: files.map(\.name).joined(separator: "+"), title: files.map(\.title).joined(separator: " + "),
      files: files, provisions: provisions)
  }

  private static func renamed(_ provision: Provision, _ name: String) -> Provision {
    var provision = provision
    // A title that only repeats the name follows it.
    if provision.title == provision.name { provision.title = name }
    provision.name = name
    for (id, patches) in provision.patches {
      provision.patches[id] = patches.map { patch in
        var patch = patch
        patch.provision = name
        return patch
      }
    }
    return provision
  }
}
