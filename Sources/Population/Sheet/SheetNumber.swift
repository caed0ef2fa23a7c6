/// Reads a number as spreadsheets and offices write it.
enum SheetNumber {
  /// Why a cell holds no number, and what to do.
  struct Fault: Error {
    var reason: String
    var hint: String
  }

  /// The digits of a cell, with at most one point; full-width digits and grouped thousands are understood.
  ///
  /// - Parameter whole: decimals must be zeros, and are dropped.
  static func digits(_ cell: String, whole: Bool) throws(Fault) -> String {
    let text = narrow(cell)
    if let fault = fault(text) { throw fault }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count <= 2, !groups.joined().isEmpty, groups.joined().allSatisfy(isDigit),
      parts.count == 1 || !parts[1].isEmpty && parts[1].allSatisfy(isDigit)
    else { throw Fault(reason: "is not a number", hint: "write digits alone, such as 1234567") }
    guard groups.count == 1 || (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { throw Fault(reason: "has commas that do not part thousands", hint: "write it without commas") }
    let head = String(groups.joined().drop { $0 == "0" })
    let number = head.isEmpty ? "0" : head
    guard number.count <= 13 else { throw Fault(reason: "is too large", hint: "check its unit") }
    guard parts.count == 2, !parts[1].allSatisfy({ $0 == "0" }) else { return number }
    if whole { throw Fault(reason: "has decimals", hint: "persons are counted whole") }
    return "\(number).\(parts[1])"
  }

  /// Full-width characters as the ASCII ones that they stand for, without blanks around.
  static func narrow(_ cell: String) -> String {
    let scalars = cell.unicodeScalars.map { scalar in
      0xFF01...0xFF5E ~= scalar.value ? UnicodeScalar(scalar.value - 0xFEE0) ?? scalar : scalar
    }
    return trimmed(String(String.UnicodeScalarView(scalars)))
  }

  /// A text without blanks around, ideographic and unbreakable ones included.
  static func trimmed(_ text: String) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  /// What spreadsheets write instead of a number.
  private static func fault(_ text: String) -> Fault? {
    if text.hasPrefix("#") { return Fault(reason: "is an error of the spreadsheet", hint: "mend the cell's formula") }
    if text.hasPrefix("=") { return Fault(reason: "is a formula", hint: "put its value into the cell") }
    if text.hasSuffix("%") { return Fault(reason: "is a percentage", hint: "write how many there are") }
    if text.contains("万") || text.contains("亿") {
      return Fault(reason: "is not written in full", hint: "27.1万 is 271000")
    }
    if text.allSatisfy({ "-—–/".contains($0) }) {
      return Fault(reason: "is no figure", hint: "leave the cell empty if it is not known, write 0 if there is nobody")
    }
    if text.hasPrefix("-") { return Fault(reason: "is negative", hint: "nothing here can be less than 0") }
    if text.lowercased().contains("e"), text.contains(where: isDigit) {
      return Fault(
        reason: "is shortened by the spreadsheet, and digits are lost",
        hint: "format the column as a whole number and save again")
    }
    return nil
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
}
