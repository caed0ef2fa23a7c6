import Input
import Money

extension Fields {
  /// A plain decimal number within bounds, which must be there.
  package func number(_ key: String, in bounds: ClosedRange<Double>) -> Double? {
    required(key).flatMap { number($0, key, in: bounds) }
  }

  /// A plain decimal number within bounds, or `missing` where the key is absent.
  package func number(_ key: String, in bounds: ClosedRange<Double>, default missing: Double) -> Double? {
    guard let node = optional(key) else { return missing }
    return number(node, key, in: bounds)
  }

  /// The number that `node`, the value of `key` or an item of it, holds: digits with at most one point.
  package func number(_ node: Node, _ key: String, in bounds: ClosedRange<Double>) -> Double? {
    let plain = node.text.map { text in
      text.utf8.allSatisfy { 48...57 ~= $0 || $0 == UInt8(ascii: ".") } && text.utf8.first != UInt8(ascii: ".")
        && text.utf8.last != UInt8(ascii: ".")
    }
    guard plain == true, let value = node.text.flatMap(Double.init), bounds.contains(value) else {
      fault(
        node,
        "a number from \(bounds.lowerBound.plain) to \(bounds.upperBound.plain) is expected here, not \(node.named)",
        key: key)
      return nil
    }
    return value
  }

  /// The same, with a sign where it is below 0: for changes.
  package func signed(_ node: Node, _ key: String, in bounds: ClosedRange<Double>) -> Double? {
    let text = node.text ?? ""
    let digits = (text.hasPrefix("-") ? text.dropFirst() : text[...]).utf8
    let isPlain = digits.allSatisfy { 48...57 ~= $0 || $0 == UInt8(ascii: ".") }
    let ends = [digits.first, digits.last].allSatisfy { $0.map { 48...57 ~= $0 } ?? false }
    guard isPlain, ends, let value = Double(text), bounds.contains(value) else {
      fault(
        node,
        "a number from \(bounds.lowerBound.plain) to \(bounds.upperBound.plain) is expected here, not \(node.named)",
        key: key)
      return nil
    }
    return value
  }

  /// A list of exactly `count` numbers.
  package func numbers(_ key: String, count: Int, in bounds: ClosedRange<Double>) -> [Double]? {
    guard let node = required(key) else { return nil }
    guard let items = node.items, items.count == count else {
      let found = node.items.map { "one of \($0.count)" } ?? node.named
      fault(node, "a list of \(count) numbers is expected here, not \(found)", key: key)
      return nil
    }
    let values = items.compactMap { number($0, key, in: bounds) }
    return values.count == count ? values : nil
  }

  /// A list of exactly `count` shares that add up to 1, to a thousandth; what is missing by rounding is spread over
  /// all.
  package func shares(_ key: String, count: Int) -> [Double]? {
    guard let values = numbers(key, count: count, in: 0...1) else { return nil }
    let sum = values.reduce(0, +)
    guard abs(sum - 1) <= 0.001 else {
      fault(required(key) ?? node, "the shares add up to \(sum.plain), not to 1", key: key)
      return nil
    }
    return values.map { $0 / sum }
  }

  /// An amount of yuan with at most two decimals, which must be there.
  package func yuan(_ key: String, upTo limit: Double) -> Yuan? {
    guard let value = number(key, in: 0...limit) else { return nil }
    return Yuan(fen: Int64((value * 100).rounded()))
  }
}

extension Double {
  /// As a person would write it: no idle decimals, at most six.
  package var plain: String {
    if self == rounded(), abs(self) < 1e15 { return String(Int(self)) }
    return String((self * 1e6).rounded() / 1e6)
  }
}
