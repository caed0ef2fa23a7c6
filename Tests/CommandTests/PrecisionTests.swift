import Foundation
import Testing

/// `--precision`: what was asked and what was reached stand in the reports, whatever way a run took to them.
@Suite struct PrecisionTests {
  private static let scenario = """
    format: medaid-scenario/1
    name: sure
    year: 2023
    seed: 7
    people: 300
    replicates: 2
    sensitivityReplicates: 1
    uncertainty: none
    places: [guizhou, kaizhou]
    jurisdictions: [guizhou, kaizhou, bazhong]

    """

  private static let run = "run s.yaml --precision 15% --quiet"

  @Test func whatWasReachedStandsInReportAndManifest() throws {
    try Program.inFolder(["s.yaml": Self.scenario]) { folder in
      let ending = try Program.run(
        """
        medaid run s.yaml --precision 15% --output en && medaid \(Self.run) --language zh --output zh
        cat en/fund-exposure.md zh/fund-exposure.md en/manifest.json
        """, in: folder)
      #expect(ending.status == 0)
      // The terminal's last trial is what the report says.
      let last = try #require(
        ending.message.firstMatch(of: /(\d+) people a place and 2 replicates: mean ± ([\d.]+) %\nwrote/))
      let number = try #require(Int("\(last.1)"))
      let people = number.formatted(.number.locale(Locale(identifier: "en_US")))
      let reached = String(format: "%.2f", try #require(Double("\(last.2)")))
      let english =
        "is at most 15.00 % of it. With \(people) people a place and 2 replicates it is \(reached) % (the widest, that of "
      #expect(ending.output.contains("until half the 95 % interval of `mean`") && ending.output.contains(english))
      #expect(ending.output.contains("半宽不超过其15.00%。每地抽取\(people)人、重复2次，半宽为\(reached)%（最宽的为"))
      let wanted = try Regex(
        "\"precision\": \\{\\s*\"statistic\": \"mean\",\\s*\"halfWidth\": 0.15,\\s*\"reached\": 0.1[0-9]{5}\\s*}")
      #expect(ending.output.contains(wanted) && ending.output.contains("\"people\": \(number)"))
    }
  }

  /// Threads, an interruption, parts and a repetition from the folder alone end in the same bytes.
  @Test func everyWayEndsInTheSameBytes() throws {
    try Program.inFolder(["s.yaml": Self.scenario]) { folder in
      let found = "--people $people --replicates 2 --precision 0.15"
      let ending = try Program.run(
        """
        medaid \(Self.run) --threads 1 --output one && medaid \(Self.run) --threads 3 --output three || exit 1
        people=$(sed -n 's/.*"people": \\([0-9]*\\).*/\\1/p' one/manifest.json)
        for i in 1 2; do medaid shard s.yaml \(found) --index $i --count 2 --quiet --output $i.part || exit 1; done
        medaid merge 1.part 2.part --quiet --output merged || exit 1
        "$0" \(Self.run) --output killed --checkpoint-seconds 0.01 & p=$!
        n=0; while [ ! -e killed.checkpoint ] && [ $n -lt 3000 ]; do n=$((n + 1)); sleep 0.01; done
        kill -9 $p; wait $p 2>/dev/null; test -e killed.checkpoint || exit 8
        medaid run s.yaml \(found) --resume --precision-of p50 --output killed 2>differs
        medaid \(Self.run) --output killed 2>again; medaid run s.yaml --people $people --resume --output killed 2>>differs
        medaid \(Self.run) --resume --output killed || exit 1
        medaid bundle one --output bundle --quiet && cd bundle && \
          line=$(sed -n 's/^medaid \\(run scenario.yaml .*\\)/\\1/p' README.md | head -n 1) && medaid $line --quiet || exit 1
        """, in: folder)
      #expect(ending.status == 0, "\(ending.message)")
      let one = try Parts.reports("\(folder)/one")
      for other in ["three", "merged", "killed", "bundle/again"] {
        #expect(try Parts.reports("\(folder)/\(other)") == one, "\(other)")
      }
      #expect(one.contains { "\($0)".contains("`--precision` asked for") })
      // Another goal, and none, are another run; without --resume nothing is looked for.
      let differs = try String(contentsOfFile: "\(folder)/differs", encoding: .utf8)
      #expect(differs.contains("precision: the checkpoint is of another run: 0.15 of mean, and 0.15 of p50 now"))
      #expect(differs.contains("precision: the checkpoint is of another run: 0.15 of mean, and none now"))
      let again = try String(contentsOfFile: "\(folder)/again", encoding: .utf8)
      #expect(again.hasPrefix("error: killed.checkpoint: a run of this output was interrupted"))
    }
  }

  /// Of an expired document nothing is paid, and more people would not change that.
  @Test func nothingHasNoShare() throws {
    let expired = """
      format: medaid-scenario/1
      name: expired
      year: 2029
      mode: dated
      people: 300
      replicates: 2
      places: [bazhong]

      """
    try Program.inFolder(["s.yaml": expired]) { folder in
      let ending = try Program.run("medaid \(Self.run) --allow-out-of-force --output out; echo $?; ls", in: folder)
      #expect(
        ending.message == """
          error: command line: --precision: mean of bazhong is 0 with 300 people a place and 2 replicates, and no interval is a \
          share of nothing (take bazhong out of the scenario's places, draw more --people if few of its people are paid, or \
          leave --precision out)

          """)
      #expect(ending.output == "2\ns.yaml\n")
    }
  }
}
