import Synchronization

/// Takes pieces that threads finish in any order and hands them on in the order of their numbers.
///
/// Pieces wait while an earlier one is missing; as threads take numbers in turn, few ever do.
final class OrderedSink<Piece: Sendable>: Sendable {
  private struct State {
    var next = 0
    var waiting: [Int: Piece] = [:]
  }

  private let state = Mutex(State())
  private let receive: @Sendable (Piece) throws -> Void

  /// - Parameter receive: called for one piece at a time.
  init(_ receive: @escaping @Sendable (Piece) throws -> Void) { self.receive = receive }

  /// Takes a piece, and hands on every piece whose turn it is.
  ///
  /// - Parameter number: from 0, each once.
  func put(_ number: Int, _ piece: Piece) throws {
    try state.withLock { state in
      state.waiting[number] = piece
      while let piece = state.waiting.removeValue(forKey: state.next) {
        state.next += 1
        try receive(piece)
      }
    }
  }
}
