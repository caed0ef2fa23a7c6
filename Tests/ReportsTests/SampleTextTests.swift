import Population
import Simulation
import Testing

@testable import Analysis
@testable import Reports

/// What reports say of the people drawn and of what their errors rest on.
@Suite struct SampleTextTests {
  @Test func aSampleNamesBothStrata() async throws {
    let context = try await SmallContext.make("sensitivityReplicates: 0\nplaces: [guizhou]\nothersEvery: 5")
    let place = context.result.places[0]
    #expect(place.drawn.count == 2 && place.drawn[0] > 0 && place.drawn[1] > 0)
    let (holders, others) = (Wording.number(Double(place.drawn[0])), Wording.number(Double(place.drawn[1])))
    let all = Wording.number(Double(place.persons))
    let text = FundReport(context: context, exposure: FundExposure(context.result)).markdown(figure: nil)
    #expect(text.contains(", who stand for \(all); 4 replicates of the year's illness"))
    #expect(text.contains("nobody holds an identity one in 5 was drawn, each standing for 5; "))
    #expect(text.contains("others: Guizhou Province \(holders) and \(others)."))
  }

  @Test func everybodyDrawnIsNoSample() async throws {
    let context = try await SmallContext.make("sensitivityReplicates: 0\nplaces: [guizhou]")
    let text = context.method().map(\.text).joined(separator: "\n")
    let all = Wording.number(Double(context.result.places[0].persons))
    #expect(text.contains("People drawn: Guizhou Province \(all); 4 replicates") && !text.contains("one in"))
  }

  @Test func errorsNameTheirClusters() async throws {
    var context = try await SmallContext.make("sensitivityReplicates: 0\nplaces: [guizhou]")
    let size = context.result.places[0].cluster
    #expect(size == Runner.cluster(of: UInt64(context.result.places[0].households)))
    let words = "the spread over clusters of \(size) neighbouring households. It is not"
    #expect(context.method().contains { $0.text.contains(words) })
    var result = context.result
    result.scenario.replicates = 1
    result.places.append(result.places[0])
    result.places[1].cluster = 1
    context = ReportContext(result: result)
    let lines = context.method().map(\.text)
    #expect(lines[0].contains("; 1 replicate of the year"))
    #expect(lines[1].contains("(Guizhou Province), single households (Guizhou Province)."))
  }
}
