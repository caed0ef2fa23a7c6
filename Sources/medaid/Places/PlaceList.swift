import ArgumentParser
import Input
import Population
import Rules

/// Lists the shipped places.
struct PlaceList: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the shipped places.")

  func run() throws {
    try guarded {
      let vocabulary = try Vocabulary.shared()
      var rows: [[String]] = []
      for id in PlaceModel.shippedIDs {
        let place = try PlaceModel.shipped(id, vocabulary: vocabulary)
        rows.append([
          place.id, place.english, place.chinese, place.jurisdiction, "\(place.population)",
          place.areas.isEmpty ? "" : "\(place.areas.count)",
        ])
      }
      let table = TextTable(header: ["id", "name", "名称", "jurisdiction", "residents", "areas"], rows: rows, right: 4)
      try TableFormat.write(table.lines(width: Terminal.width))
    }
  }
}
