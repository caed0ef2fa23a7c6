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
      case "serve": try serve(try Ground(options))
      case "draw":
        var drawing = try Drawing(try Ground(options))
        _ = drawing.run()
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
  private static func serve(_ ground: Ground) throws {
    var tasks = try Tasks(ground)
    print("ready \(tasks.people)")
    fflush(nil)
    while let line = readLine() {
      let start = nanoseconds()
      let sum = try tasks.run(line)
      print(nanoseconds() - start, sum)
      fflush(nil)
    }
  }

  /// Time that this program had of a processor: what others do on the machine is not in it.
  private static func nanoseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  private static func complain(_ text: String) { FileHandle.standardError.write(Data("error: \(text)\n".utf8)) }
}
