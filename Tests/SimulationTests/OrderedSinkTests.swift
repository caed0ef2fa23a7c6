import Synchronization
import Testing

@testable import Simulation

@Suite struct OrderedSinkTests {
  /// What a sink handed on.
  private final class Received: Sendable {
    private let numbers = Mutex<[Int]>([])
    func add(_ number: Int) { numbers.withLock { $0.append(number) } }
    var all: [Int] { numbers.withLock { $0 } }
  }

  @Test func piecesComeInTheOrderOfTheirNumbers() throws {
    let received = Received()
    let sink = OrderedSink<Int> { received.add($0) }
    try sink.put(2, 20)
    try sink.put(1, 10)
    #expect(received.all.isEmpty)
    try sink.put(0, 0)
    #expect(received.all == [0, 10, 20])
    try sink.put(3, 30)
    #expect(received.all == [0, 10, 20, 30])
  }

  @Test func whatTheReceiverThrowsComesBack() {
    struct Full: Error {}
    let sink = OrderedSink<Int> { _ in throw Full() }
    #expect(throws: Full.self) { try sink.put(0, 1) }
  }
}
