import Foundation
import Simulation
import Synchronization

/// Shows on a terminal how far a run is: share done, households a second, time left.
///
/// It has a thread of its own, because the run keeps every thread that tasks could share busy until it ends.
final class ProgressBar: Sendable {
  private static let pause: TimeInterval = 0.2
  private static let clearLine = "\r\u{1B}[K"

  private let progress: Simulation.Progress
  private let start = ContinuousClock.now
  private let isStopped = Mutex(false)

  /// Begins to draw.
  ///
  /// - Parameter isQuiet: draws nothing, as where standard error is no terminal.
  init(_ progress: Simulation.Progress, isQuiet: Bool) {
    self.progress = progress
    guard !isQuiet, isatty(STDERR_FILENO) == 1 else { return }
    Thread.detachNewThread { [self] in while draw() { Thread.sleep(forTimeInterval: Self.pause) } }
  }

  /// Stops and removes the bar; nothing is drawn afterwards.
  func finish() {
    isStopped.withLock { isStopped in
      if !isStopped, isatty(STDERR_FILENO) == 1, progress.total > 0 { Self.show(Self.clearLine) }
      isStopped = true
    }
  }

  /// Draws once; false where the bar has been stopped.
  private func draw() -> Bool {
    isStopped.withLock { isStopped in
      guard !isStopped else { return false }
      let elapsed = ContinuousClock.now - start
      if progress.total > 0 {
        Self.show(Self.clearLine + Self.line(done: progress.done, of: progress.total, seconds: elapsed / .seconds(1)))
      }
      return true
    }
  }

  /// The bar's line.
  static func line(done: Int, of total: Int, seconds: Double) -> String {
    let share = total > 0 ? min(1, Double(done) / Double(total)) : 0
    let filled = Int(share * 30)
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: 30 - filled)
    let rate = seconds > 0 ? Double(done) / seconds : 0
    var line = "[\(bar)] \(Int(share * 100)) %"
    if done > 0 { line += "  \(Int(rate)) households/s" }
    // The first moments say nothing about the rest.
    if done > 0, done < total, seconds > 1 { line += "  \(duration(Double(total - done) / rate)) left" }
    if done >= total, total > 0 { line += "  finishing" }
    return line
  }

  /// Seconds as people say them.
  static func duration(_ seconds: Double) -> String {
    if seconds < 10 { return "\((seconds * 10).rounded() / 10) s" }
    let whole = Int(seconds.rounded())
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3600) h \(whole % 3600 / 60) min"
  }

  private static func show(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
