import ArgumentParser
import Population
import Reports
import Rules

/// Writes a fill-in sheet.
struct PlaceNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a fill-in sheet (CSV, for Excel) for the figures of a place of your own.")

  @Argument(help: "The place's identifier, which becomes the file's name: letters, digits, - and _.") var name: String
  @Option(name: .shortAndLong, help: "The folder for the sheet.") var output = "."

  func validate() throws {
    guard PlaceModel.isIdentifier(name) else {
      throw ValidationError("\"\(name)\" is not an identifier: use letters (a to z), digits, - and _")
    }
    // Reports and scenarios name places by their identifiers: two of one name would be taken for each other.
    if PlaceModel.shippedIDs.contains(name) {
      throw ValidationError(
        "\"\(name)\" is a place in the program: choose another identifier, such as my-\(name); the sheet's row jurisdiction "
          + "can say that the rules of \(name) are its own")
    }
    if output.isEmpty { throw ValidationError("--output names no folder") }
  }

  func run() throws {
    try guarded {
      let vocabulary = try Vocabulary.shared()
      let sheet = PlaceSheet(
        national: try PlaceModel.shipped("national", vocabulary: vocabulary), vocabulary: vocabulary)
      var csv = CSVText(header: SheetRow.header)
      for row in sheet.rows { try csv.add(row.cells(value: row.key == "id" ? name : "")) }
      let path = (output == "." ? "" : output.hasSuffix("/") ? output : output + "/") + name + ".csv"
      try SingleFile.write(
        csv.text(byteOrderMark: true), to: path, replacing: false,
        hint: "it is kept as it is: remove it first, or choose another name or --output")
      Output.message("wrote \(path): fill in the column value, save it as CSV UTF-8, then medaid place check \(path)")
    }
  }
}
