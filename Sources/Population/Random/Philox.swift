import CGSL
import CMedaid

/// The one source of randomness: Philox4x32-10 behind GSL's samplers, moved to a lane before each purpose is drawn.
///
/// Draws depend on (seed, replicate, household, purpose) alone, never on what was drawn before, so people can be drawn
/// in any order, in blocks of any size, by any number of threads.
public struct Philox: ~Copyable {
  /// The generator as GSL's functions take it.
  @usableFromInline let generator: UnsafeMutablePointer<gsl_rng>
  /// What tells one simulation from another.
  public let seed: UInt64

  /// GSL's handler ends the process at an error; it is turned off before the first generator exists, once.
  private static let quietGSL: Void = medaid_gsl_return_errors()

  /// Creates a generator at the beginning of the lane of household 0, purpose 0.
  public init(seed: UInt64) {
    _ = Self.quietGSL
    // Without memory for a few words there is nothing that a caller could do instead.
    guard let generator = gsl_rng_alloc(medaid_philox_type()) else { fatalError("no memory for a random generator") }
    self.generator = generator
    self.seed = seed
    medaid_philox_seek(generator, seed, 0, 0, 0)
  }

  deinit { gsl_rng_free(generator) }

  /// Moves to the beginning of a lane.
  @inlinable public func seek(replicate: UInt64, household: UInt64, purpose: Purpose) {
    medaid_philox_seek(generator, seed, replicate, household, purpose.word)
  }

  /// Works out the beginnings of four lanes of a household together, which takes little more than one of them alone.
  @inlinable public func lookAhead(
    replicate: UInt64, household: UInt64, _ first: Purpose, _ second: Purpose, _ third: Purpose, _ fourth: Purpose
  ) {
    medaid_philox_look_ahead(
      generator, seed, replicate, household, first.word, second.word, third.word, fourth.word)
  }

  /// Moves to the beginning of one of the four lanes that were worked out ahead last.
  ///
  /// - Parameter lane: 0 to 3.
  /// - Precondition: no other replicate was drawn from since.
  @inlinable public func seekAhead(_ lane: Int) { medaid_philox_seek_ahead(generator, UInt32(lane)) }

  /// A number from 0 (included) to 1 (excluded), a multiple of 2^-32.
  @inlinable public func uniform() -> Double { gsl_rng_uniform(generator) }

  /// A whole number from 0 to `bound` - 1, each equally likely.
  ///
  /// - Precondition: `bound` is positive.
  @inlinable public func below(_ bound: Int) -> Int { Int(gsl_rng_uniform_int(generator, UInt(bound))) }
}
