import Input
import Rules

/// The names of a place whose people can be drawn.
public struct PlaceName: Hashable, Sendable {
  /// The identifier that files use.
  public var id: String
  /// The Chinese name, which files may use as well.
  public var chinese: String

  /// Creates the names of a place.
  public init(id: String, chinese: String) {
    self.id = id
    self.chinese = chinese
  }

  /// The names of the places that lie in the binary.
  ///
  /// - Throws: `Refusal` where a shipped file is broken, which a test rules out.
  public static func shipped() throws(Refusal) -> [PlaceName] {
    var names: [PlaceName] = []
    for id in PlaceModel.shippedIDs {
      let file = "places/\(id).yaml"
      let chinese = try YAMLReader.read(Embedded.text(file) ?? "", file: file)["name"]?["zh"]?.text
      names.append(PlaceName(id: id, chinese: chinese ?? id))
    }
    return names
  }
}
