import Input
import Simulation

/// A file with the sums of a part of a run: a line with its format, a line of JSON, the sums, and a fingerprint of all.
public struct PartFile {
  /// Where it lies.
  public let path: String
  /// What it says of itself.
  public let header: PartHeader
  private let isCheckpoint: Bool

  /// Opens a file and proves that it is whole.
  ///
  /// - Parameter isCheckpoint: whether it is thought to be a checkpoint, for the messages.
  /// - Throws: `Refusal` where it is not such a file, or damaged.
  public init(_ path: String, isCheckpoint: Bool = false) throws(Refusal) {
    self.path = path
    self.isCheckpoint = isCheckpoint
    let bytes = try PartBytes(path)
    func refusal(_ reason: String, _ hint: String) -> Refusal {
      Refusal(Diagnostic(at: Place(file: path, line: 0), reason, hint: hint))
    }
    let what = isCheckpoint ? "checkpoint" : "part of a run"
    let remedy = isCheckpoint ? "remove it to begin anew" : "name files that medaid shard wrote"
    let (format, length) = try Self.first(bytes)
    guard let format else { throw refusal("this is no \(what)", remedy) }
    guard format == PartHeader.format else {
      throw refusal(
        "its format is \(format), and this program reads \(PartHeader.format)",
        "use the program that wrote it, or make it again with this one")
    }
    let isWhole = try bytes.isWhole()
    guard isWhole, let length, length <= PartHeader.limit, let text = try Self.header(bytes, length) else {
      throw refusal(
        "the file is damaged or cut off: the fingerprint at its end is not that of its bytes",
        isCheckpoint ? "remove it to begin anew" : "make it again with medaid shard, or copy it again")
    }
    header = try PartHeader(text, file: path)
    let wanted = isCheckpoint ? PartHeader.Kind.checkpoint : .shard
    guard header.kind == wanted else {
      throw refusal(
        header.kind == .shard
          ? "this is a shard that is finished, not a checkpoint"
          : "this is the checkpoint of a run that was interrupted, not a finished shard",
        header.kind == .shard ? "move it elsewhere" : "finish it first with --resume")
    }
  }

  /// Adds the sums to a state of the same run.
  ///
  /// - Throws: `Refusal` where they are of another shape than its own.
  public func add(to state: inout RunState, of plan: RunPlan) throws {
    // Opened anew: there may be more parts than files that a process may hold open.
    let bytes = try PartBytes(path)
    do {
      var decoder = SumDecoder(bytes.next)
      let line = try decoder.line(limit: 80)
      _ = try decoder.text(bytes: Self.length(line) ?? 0)
      guard plan.fits(header.outline, header.shard, partial: isCheckpoint) else { throw SumDecoder.Fault() }
      try plan.add(header.outline, from: &decoder, to: &state)
    } catch is SumDecoder.Fault {
      throw Refusal(
        Diagnostic(
          at: Place(file: path, line: 0),
          "its sums are not those of this run: another build of version \(header.identity.version) made it",
          hint: isCheckpoint ? "remove it to begin anew" : "make all parts with one and the same program"))
    }
  }

  /// Writes a file beside its place and moves it there.
  ///
  /// - Throws: `ReportFailure`; then an earlier file of this name is as it was.
  public static func write(_ header: PartHeader, _ state: RunState, to path: String) throws {
    try SingleFile.write(to: path) { write in
      var encoder = SumEncoder(write)
      let text = header.text
      try encoder.write("\(PartHeader.format) \(text.utf8.count)\n")
      try encoder.write(text)
      try state.write(to: &encoder)
      try encoder.finish()
    }
  }

  /// The format and the length of the header; nil for what is not there.
  private static func first(_ bytes: PartBytes) throws(Refusal) -> (format: String?, length: Int?) {
    try bytes.rewind()
    let start = try bytes.next()
    guard let end = start.prefix(80).firstIndex(of: 0x0A) else { return (nil, nil) }
    let line = String(decoding: start[..<end], as: UTF8.self)
    let format = line.split(separator: " ").first.map(String.init)
    return (format?.hasPrefix("medaid-part/") == true ? format : nil, length(line))
  }

  private static func length(_ line: String) -> Int? {
    line.split(separator: " ").dropFirst().first.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
  }

  private static func header(_ bytes: PartBytes, _ length: Int) throws(Refusal) -> String? {
    try bytes.rewind()
    do {
      var decoder = SumDecoder(bytes.next)
      _ = try decoder.line(limit: 80)
      return try decoder.text(bytes: length)
    } catch let refusal as Refusal { throw refusal } catch { return nil }
  }
}
