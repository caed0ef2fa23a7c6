import Input

/// Moves a defect of patched rules to the patch that brought it about.
///
/// A patch may break what stands elsewhere in the rule file, whose line its writer did not write and often cannot see.
struct PatchBlame {
  let id: String
  /// The rule file's name.
  let file: String
  /// The patches of the writer, in the order in which they are applied.
  let stages: [[Patch]]
  /// The defects that the rules have under these stages of patches.
  let defects: ([[Patch]]) -> [Diagnostic]

  /// The defects with the jurisdiction before their keys, each at a line of the writer's.
  func placed(_ found: [Diagnostic]) -> [Diagnostic] {
    var patches = stages.flatMap { $0 }[...]
    var rest = found.filter { $0.place.file == file }
    var culprits: [Diagnostic: Patch] = [:]
    // The file is sound without patches: each defect has a first patch with which it is there.
    for count in 1...max(1, patches.count) where !rest.isEmpty && !patches.isEmpty {
      let patch = patches.removeFirst()
      let broken = Set(defects(first(count)).map(Self.words))
      for defect in rest where broken.contains(Self.words(defect)) { culprits[defect] = patch }
      rest.removeAll { culprits[$0] != nil }
    }
    return found.map { defect in
      guard let patch = culprits[defect] else { return named(defect) }
      return blaming(patch, for: defect)
    }
  }

  private func named(_ defect: Diagnostic) -> Diagnostic {
    Diagnostic(at: defect.place, key: "\(id).\(defect.key)", defect.reason, hint: defect.hint)
  }

  private func blaming(_ patch: Patch, for defect: Diagnostic) -> Diagnostic {
    var moved = named(defect)
    moved.place = patch.place
    if defect.key == patch.name || defect.key.hasPrefix(patch.name + ".") { return moved }
    return Diagnostic(
      at: patch.place, key: "\(id).\(patch.name)", "this patch breaks \(moved.key): \(defect.reason)",
      hint: defect.hint)
  }

  private static func words(_ defect: Diagnostic) -> [String] { [defect.key, defect.reason] }

  /// The stages with so many patches of them.
  private func first(_ count: Int) -> [[Patch]] {
    var left = count
    return stages.map { stage in
      defer { left -= min(left, stage.count) }
      return Array(stage.prefix(left))
    }
  }
}
