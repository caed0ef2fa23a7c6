import Foundation
import Input

/// Measures the engine and writes down people for the C programs beside it (Benchmarks/README.md).
@main
enum Bench {
  static func main() {
    do {
      var words = CommandLine.arguments.dropFirst()
      let command = words.popFirst()
      let options = try Options(Array(words))
      switch command {
      case "people": try PeopleFile(try Ground(options)).write(to: options.file)
      case "serve": try serve(try Tasks(try Ground(options)))
      case "draw": _ = try Tasks.draw(try Ground(options))
      default: throw Options.usage
      }
    } catch let refusal as Refusal {
      for diagnostic in refusal.diagnostics { complain("\(diagnostic)") }
      exit(2)
    } catch {
      complain("\(error)")
      exit(64)
    }
  }

  /// Runs the task that each line of the input names, once, and answers with its nanoseconds: whoever measures several
  /// programs against each other can so let them take turns, so that a noisy moment hits all of them.
  private static func serve(_ tasks: borrowing Tasks) throws {
    print("ready \(tasks.ground.block.persons.count)")
    fflush(nil)
    let clock = ContinuousClock()
    while let line = readLine() {
      let start = clock.now
      let sum = try tasks.run(line)
      let (seconds, atto) = (clock.now - start).components
      print(seconds * 1_000_000_000 + atto / 1_000_000_000, sum)
      fflush(nil)
    }
  }

  private static func complain(_ text: String) { FileHandle.standardError.write(Data("error: \(text)\n".utf8)) }
}
