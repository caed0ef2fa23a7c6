import Input
import Simulation

/// The parts of one run, proved to be all of them and of nothing else.
public struct PartSet {
  private let parts: [PartFile]
  /// What the run was made from.
  public let identity: RunIdentity

  /// Opens the parts.
  ///
  /// - Parameters:
  ///   - paths: their files, in any order; at least one.
  ///   - version: of this program.
  /// - Throws: `Refusal` that names each part that is damaged, twice there, missing, or of another run or version.
  public init(_ paths: [String], version: String) throws(Refusal) {
    var defects: [Diagnostic] = []
    var parts: [PartFile] = []
    for path in paths {
      do throws(Refusal) { parts.append(try PartFile(path)) } catch { defects += error.diagnostics }
    }
    for part in parts where part.header.identity.version != version {
      defects.append(
        part.defect(
          "version", "medaid \(part.header.identity.version) made this, and this is \(version)",
          "merge parts with the version that made them"))
    }
    // What the parts say is compared only where all of them can be read.
    if !defects.isEmpty { throw Refusal(defects) }
    guard let first = parts.first else {
      throw Refusal(Diagnostic(at: Place(file: "command line", line: 0), "no part is named"))
    }
    defects = parts.dropFirst().flatMap { Self.mixed($0, first) }
    if !defects.isEmpty { throw Refusal(defects) }
    defects = Self.doubled(parts) + Self.missing(parts, first)
    if !defects.isEmpty { throw Refusal(defects) }
    self.parts = parts
    identity = first.header.identity
  }

  /// The sums of all parts.
  ///
  /// - Parameter now: what this program would run.
  /// - Throws: `Refusal` where the rules or models at hand are not those of the parts.
  public func state(of plan: RunPlan, _ now: RunIdentity) throws -> RunState {
    let defects = identity.differences(from: now).map { difference in
      parts[0].defect(
        difference.name, "the parts were made from other data: \(difference.mine), now \(difference.other)",
        difference.name.hasPrefix("rules.")
          ? "name the folder of their rule files with --rules" : "merge parts with the program that made them")
    }
    if !defects.isEmpty { throw Refusal(defects) }
    var state = RunState()
    for part in parts { try part.add(to: &state, of: plan) }
    return state
  }

  private static func mixed(_ part: PartFile, _ first: PartFile) -> [Diagnostic] {
    var defects = part.header.identity.differences(from: first.header.identity).map { difference in
      part.defect(
        difference.name, "this part is of another run: \(difference.mine), and \(difference.other) in \(first.path)",
        "merge parts of one run")
    }
    let (count, other) = (part.header.shard.count, first.header.shard.count)
    if count != other {
      defects.append(
        part.defect("count", "this is a part of \(count), and \(first.path) of \(other)", "merge parts of one run"))
    }
    return defects
  }

  private static func doubled(_ parts: [PartFile]) -> [Diagnostic] {
    var seen: [Int: PartFile] = [:]
    return parts.compactMap { part in
      let shard = part.header.shard
      guard let twin = seen[shard.index] else {
        seen[shard.index] = part
        return nil
      }
      return part.defect(
        "index", "this is shard \(shard.index) of \(shard.count), as \(twin.path) is", "name each shard once")
    }
  }

  private static func missing(_ parts: [PartFile], _ first: PartFile) -> [Diagnostic] {
    let (identity, count) = (first.header.identity, first.header.shard.count)
    let there = Set(parts.map(\.header.shard.index))
    let missing = (1...count).filter { !there.contains($0) }
    guard let example = missing.first else { return [] }
    return [
      Diagnostic(
        at: Place(file: "command line", line: 0),
        "of \(count) shards \(missing.count) \(missing.count == 1 ? "is" : "are") missing: \(Self.words(missing))",
        hint: "make each, and name all: medaid shard \(identity.scenario.file) --index \(example) --count \(count) "
          + "\(identity.settings.options) --output PART")
    ]
  }

  /// Numbers in order, neighbours as ranges: `2, 5-8`.
  private static func words(_ numbers: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = ranges.last, last.upperBound == number - 1 {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ", ")
  }
}

extension PartFile {
  /// Something that is wrong with the file.
  func defect(_ key: String, _ reason: String, _ hint: String) -> Diagnostic {
    Diagnostic(at: Place(file: path, line: 0), key: key, reason, hint: hint)
  }
}
