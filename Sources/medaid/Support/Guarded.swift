import ArgumentParser
import Foundation
import Input
import Reports

/// Exit statuses besides 0.
enum Status {
  static let differs = ExitCode(1)
  static let refused = ExitCode(2)
  static let inputOutput = ExitCode(74)
}

/// Reading or writing that failed for a reason outside the input.
struct TransferFailure: Error, CustomStringConvertible {
  var description: String
}

/// Runs a command's work and turns what it throws into a message and the right exit status.
func guarded<R>(_ work: () throws -> R) throws -> R {
  do { return try work() } catch { throw conclude(error) }
}

/// The same for work that waits.
func guardedAsync<R>(_ work: () async throws -> R) async throws -> R {
  do { return try await work() } catch { throw conclude(error) }
}

private func conclude(_ error: any Error) -> any Error {
  switch error {
  case let refusal as Refusal:
    Output.message(refusal.description)
    return Status.refused
  case let failure as TransferFailure:
    Output.message("error: \(failure)")
    return Status.inputOutput
  case let failure as ReportFailure:
    Output.message("error: \(failure)")
    return Status.inputOutput
  default: return error
  }
}

/// Standard output and standard error.
enum Output {
  /// Writes text to standard output; a closed or full output is an error, not a crash.
  static func write(_ text: String) throws {
    do { try FileHandle.standardOutput.write(contentsOf: Data(text.utf8)) } catch {
      throw TransferFailure(description: "standard output cannot be written: \(error.localizedDescription)")
    }
  }

  /// Writes a line to standard error.
  static func message(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8)) }
}
