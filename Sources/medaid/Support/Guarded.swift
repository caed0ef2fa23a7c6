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

/// Reading or writing that failed for a reason outside the input: where, what, and what to do about it.
struct TransferFailure: Error, CustomStringConvertible {
  var place: String
  var reason: String
  var hint: String

  init(_ place: String, _ reason: String, hint: String) {
    self.place = place
    self.reason = reason
    self.hint = hint
  }

  /// `place: reason (hint)`, on one line.
  var description: String { "\(place): \(reason) (\(hint))" }
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
  static func write(_ text: String) throws(TransferFailure) {
    do { try Descriptor.write(text, to: STDOUT_FILENO) } catch { throw unwritable(error) }
  }

  /// Writes bytes to standard output.
  static func write(_ bytes: [UInt8]) throws(TransferFailure) {
    let result = bytes.withUnsafeBytes { bytes in
      Result { () throws(SystemFault) in try Descriptor.write(bytes, to: STDOUT_FILENO) }
    }
    do { try result.get() } catch { throw unwritable(error) }
  }

  private static func unwritable(_ fault: SystemFault) -> TransferFailure {
    let hint =
      switch fault.code {
      case EBADF: "let it lead to a terminal, a file or another program"
      case ENOSPC, EDQUOT: "make room, or let it lead to a file on another disk"
      default: "let it lead elsewhere"
      }
    return TransferFailure("standard output", "cannot be written: \(fault.words)", hint: hint)
  }

  /// Writes a line to standard error, which may be closed: there is nowhere else to say so.
  static func message(_ text: String) { try? Descriptor.write(text + "\n", to: STDERR_FILENO) }
}
