import Foundation
import Input
import Population
import Rules

/// An illness file that is quick to read and to draw from.
enum SmallProfile {
  static func text() throws -> String {
    try InputFile.text((#filePath as NSString).deletingLastPathComponent + "/Small/illness.yaml")
  }

  static func model(_ vocabulary: Vocabulary) throws -> IllnessModel {
    try IllnessModel.read(try text(), file: "small.yaml", vocabulary: vocabulary)
  }
}
