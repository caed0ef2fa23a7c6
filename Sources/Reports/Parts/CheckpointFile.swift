import Foundation
import Input
import Simulation

/// The file in which a run, or a shard, keeps how far it has come.
public struct CheckpointFile: Sendable {
  /// Where it lies: beside the output, as `OUTPUT.checkpoint`.
  public let path: String
  private let identity: RunIdentity
  private let shard: Shard

  /// Names the file of an output.
  ///
  /// - Parameters:
  ///   - output: the folder or file that the run will write.
  ///   - identity: what is run.
  public init(for output: String, _ identity: RunIdentity, _ shard: Shard = .whole) {
    let folder = ReportFolder(output)
    // Where nothing can be written beside a folder, or it has no name, the file lies in it.
    let isInside =
      ["", ".", ".."].contains(folder.name)
      || FileSystem.kind(folder.path) == .folder && access(folder.parent, W_OK | X_OK) != 0
    path = isInside ? SingleFile.around(folder.path + "/x") + "run.checkpoint" : folder.path + ".checkpoint"
    self.identity = identity
    self.shard = shard
  }

  /// Refuses to begin anew where an interrupted run left its checkpoint.
  public func refuseExisting() throws(ReportFailure) {
    guard FileSystem.kind(path) != .absent else { return }
    throw ReportFailure(
      path, "a run of this output was interrupted and left this checkpoint",
      hint: "go on with --resume, or remove the file to begin anew")
  }

  /// What the interrupted run was made with; nil where none was interrupted.
  ///
  /// - Throws: `Refusal` where the checkpoint is damaged.
  public func settings() throws(Refusal) -> RunSettings? {
    guard FileSystem.kind(path) != .absent else { return nil }
    return try PartFile(path, isCheckpoint: true).header.identity.settings
  }

  /// The state that was kept; nil where there is none.
  ///
  /// - Throws: `Refusal` where the checkpoint is damaged, or of another scenario, version, rule file or shard; it names
  ///   each difference.
  public func resume(_ plan: RunPlan) throws -> RunState? {
    guard FileSystem.kind(path) != .absent else { return nil }
    let part = try PartFile(path, isCheckpoint: true)
    var defects = part.header.identity.differences(from: identity).map { difference in
      part.defect(
        difference.name, "the checkpoint is of another run: \(difference.mine), and \(difference.other) now",
        "repeat the command that was interrupted, or remove the file to begin anew")
    }
    if part.header.shard != shard {
      defects.append(
        part.defect(
          "index", "the checkpoint is of shard \(part.header.shard.words), and this is \(shard.words)",
          "name another --output"))
    }
    if !defects.isEmpty { throw Refusal(defects) }
    var state = RunState(seconds: part.header.seconds)
    try part.add(to: &state, of: plan)
    return state
  }

  /// Keeps the state of a run from time to time; nil for never.
  ///
  /// - Parameter seconds: between one time and the next; 0 for never.
  public func checkpointing(everySeconds seconds: Double) -> Checkpointing? {
    guard seconds > 0 else { return nil }
    return Checkpointing(everySeconds: seconds) { try save($0) }
  }

  /// Removes the file, when the run has ended.
  public func remove() {
    unlink(path)
    SingleFile.sweep(path)
  }

  private func save(_ state: RunState) throws {
    let header = PartHeader(
      kind: .checkpoint, identity: identity, shard: shard, outline: state.outline, seconds: state.seconds)
    do { try PartFile.write(header, state, to: path) } catch let failure as ReportFailure {
      throw ReportFailure(path, failure.reason, hint: remedy)
    }
  }

  /// What to do when the file could not be written.
  private var remedy: String {
    let folder = FilePath(path).folder
    if FileSystem.kind(path) != .absent {
      return "mend that and go on with --resume: what was kept before is still there"
    }
    return FileSystem.kind(folder.isEmpty ? "." : folder) == .absent
      ? "put the folder back and go on with --resume, or begin anew"
      : "mend that and begin anew: nothing has been kept yet"
  }
}

extension Shard {
  /// Which of how many.
  var words: String { "\(index) of \(count)" }
}
