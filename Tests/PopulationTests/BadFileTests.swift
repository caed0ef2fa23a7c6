import Foundation
import Input
import Rules
import Testing

@testable import Population

/// What is wrong with a place or illness file is said with file, line, key, reason and the way out.
///
/// Each file of `Bad` states an edit of a shipped file, so that what is refused holds nothing but its defect; the
/// message stands beside it, with `LINE` for the line of the edit and `FIRST` for that of the first key.
/// `MEDAID_RENEW=1 swift test` writes the messages anew, to be read before they are committed.
@Suite struct BadFileTests {
  @Test(arguments: BadEdit.names("places"))
  func aPlaceIsRefusedWithTheMessageBesideIt(name: String) throws {
    let words = try Vocabulary.shared()
    try BadEdit("places/\(name)", of: "places/dianjiang.yaml").isRefused { text, file throws(Refusal) in
      _ = try PlaceModel.read(text, file: file, vocabulary: words)
    }
  }

  @Test(arguments: BadEdit.names("illness"))
  func anIllnessModelIsRefusedWithTheMessageBesideIt(name: String) throws {
    let words = try Vocabulary.shared()
    try BadEdit("illness/\(name)", of: "model/illness.yaml").isRefused { text, file throws(Refusal) in
      _ = try IllnessModel.read(text, file: file, vocabulary: words)
    }
  }
}
