import Foundation
import Testing

/// A run that was killed goes on where it was, or says why it does not.
@Suite struct CheckpointTests {
  /// Runs until there is a checkpoint, and kills the program; `$0` is the program itself, without a shell around it.
  private static func killed(_ line: String, checkpoint: String) -> String {
    """
    "$0" \(line) --checkpoint-seconds 0.05 --quiet & p=$!
    n=0; while [ ! -e \(checkpoint) ] && [ $n -lt 3000 ]; do n=$((n + 1)); sleep 0.01; done
    kill -9 $p; wait $p 2>/dev/null
    """
  }

  private static let long = "s.yaml --people 8000 --replicates 8"

  @Test func aKilledRunEndsInTheSameBytes() throws {
    try Program.inFolder(["s.yaml": Parts.scenario]) { folder in
      let run = "run \(Self.long) --output out"
      let once = try Program.run("\(Self.killed(run, checkpoint: "out.checkpoint"))\nls", in: folder)
      #expect(once.output.split(separator: "\n") == ["out.checkpoint", "s.yaml"], "\(once.message)")

      let anew = try Program.run("medaid \(run)", in: folder)
      #expect(
        anew.message == "error: out.checkpoint: a run of this output was interrupted and left this checkpoint (go on "
          + "with --resume, or remove the file to begin anew)\n")
      let other = try Program.run("medaid \(run) --resume --seed 8 --people 7999", in: folder)
      let hint = "repeat the command that was interrupted, or remove the file to begin anew"
      #expect(
        other.message == """
          error: out.checkpoint: seed: the checkpoint is of another run: 7, and 8 now (\(hint))
          error: out.checkpoint: people: the checkpoint is of another run: 8000, and 7999 now (\(hint))

          """)
      #expect(anew.status == 74 && other.status == 2)

      let twice = try Program.run(
        """
        sleep 0.1; "$0" \(run) --resume --checkpoint-seconds 0.05 --quiet & p=$!
        sleep 0.5; kill -9 $p; wait $p 2>/dev/null
        medaid \(run) --resume --quiet && medaid run \(Self.long) --output straight --quiet && ls -A
        """, in: folder)
      #expect(
        twice.output.split(separator: "\n").filter { !$0.hasPrefix(".output") && !$0.hasPrefix(".message") }
          == ["out", "s.yaml", "straight"], "\(twice.message)")
      #expect(try Parts.reports("\(folder)/out") == Parts.reports("\(folder)/straight"))
    }
  }

  @Test func aKilledShardEndsInTheSameBytes() throws {
    try Program.inFolder(["s.yaml": Parts.scenario]) { folder in
      let shard = "shard \(Self.long) --index 1 --count 2 --output"
      let ending = try Program.run(
        """
        \(Self.killed("\(shard) a", checkpoint: "a.checkpoint"))
        medaid \(shard) a --resume --quiet && medaid \(shard) b --quiet && cmp a b && ls
        """, in: folder)
      #expect(ending.output.split(separator: "\n") == ["a", "b", "s.yaml"], "\(ending.message)")
    }
  }

  @Test func otherCheckpointsAreRefusedByName() throws {
    try Program.inFolder(["s.yaml": Parts.scenario]) { folder in
      let shard = "shard \(Self.long) --index 1 --count 2 --output a.part"
      _ = try Program.run(Self.killed(shard, checkpoint: "a.part.checkpoint"), in: folder)
      func message(_ line: String) throws -> String {
        let ending = try Program.run(line, in: folder)
        #expect(ending.status == 2, "\(line)")
        return ending.message
      }
      #expect(
        try message("medaid shard \(Self.long) --index 2 --count 2 --output a.part --resume")
          == "error: a.part.checkpoint: index: the checkpoint is of shard 1 of 2, and this is 2 of 2 (name another "
          + "--output)\n")
      #expect(
        try message("medaid merge a.part.checkpoint --output o")
          == "error: a.part.checkpoint: this is the checkpoint of a run that was interrupted, not a finished shard "
          + "(finish it first with --resume)\n")
      #expect(
        try message("echo '# more' >>s.yaml; medaid \(shard) --resume").hasPrefix(
          "error: a.part.checkpoint: scenario: the checkpoint is of another run: "))
      try Parts.damage("\(folder)/a.part.checkpoint")
      #expect(
        try message("medaid \(shard) --resume")
          == "error: a.part.checkpoint: the file is damaged or cut off: the fingerprint at its end is not that of its "
          + "bytes (remove it to begin anew)\n")
      #expect(
        try message("echo nonsense >a.part.checkpoint; medaid \(shard) --resume")
          == "error: a.part.checkpoint: this is no checkpoint (remove it to begin anew)\n")
    }
  }

  @Test func withoutACheckpointItBegins() throws {
    try Program.inFolder(SmallFiles.all) { folder in
      let ending = try Program.run("medaid run s.yaml --resume --output out --quiet && ls out", in: folder)
      #expect(ending.status == 0 && ending.output.contains("manifest.json"))
    }
  }

  /// Files of more than a block are refused as a full disk would refuse them; what was kept before stays.
  @Test func aDiskThatTakesNoMoreEndsTheRun() throws {
    try Program.inFolder(["s.yaml": Parts.scenario]) { folder in
      let run = "run \(Self.long) --output out"
      let ending = try Program.run(
        """
        \(Self.killed(run, checkpoint: "out.checkpoint"))
        cp out.checkpoint before; trap '' XFSZ; ulimit -f 1
        medaid \(run) --resume --checkpoint-seconds 0.05 --quiet; echo $?; cmp before out.checkpoint && ls
        """, in: folder)
      #expect(
        ending.message == "error: out.checkpoint: cannot be written: file too large (mend that and go on with "
          + "--resume: what was kept before is still there)\n")
      #expect(ending.output.split(separator: "\n") == ["74", "before", "out.checkpoint", "s.yaml"])
    }
  }

  @Test func aFolderThatIsGoneEndsTheRun() throws {
    try Program.inFolder(["s.yaml": Parts.scenario]) { folder in
      let ending = try Program.run(
        """
        mkdir to; "$0" run \(Self.long) --output to/out --checkpoint-seconds 0.05 --quiet & p=$!
        n=0; while [ ! -e to/out.checkpoint ] && [ $n -lt 3000 ]; do n=$((n + 1)); sleep 0.01; done
        mv to away; wait $p; echo $?; ls away; mv away to
        medaid run \(Self.long) --output to/out --resume --quiet; ls to
        """, in: folder)
      #expect(
        ending.message == "error: to/out.checkpoint: there is no folder to (put the folder back and go on with "
          + "--resume, or begin anew)\n")
      #expect(ending.output.split(separator: "\n") == ["74", "out.checkpoint", "out"])
    }
  }
}
