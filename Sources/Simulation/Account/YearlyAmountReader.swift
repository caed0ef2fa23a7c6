import Input
import Money

/// Reads yuan for each of several years: one amount for all, a first one that grows, or each year's own.
struct YearlyAmountReader {
  /// More than this nobody has: 999,999,999,999.00 yuan.
  static let largest = Yuan(fen: 100 * Yuan.largestInput.fen)
  /// Growth in hundredths of a percent; beyond, a slip of the pen is likelier.
  static let growthLimits: ClosedRange<Int64> = -5_000...10_000

  private let fields: Fields
  private let years: [Int]

  /// - Parameter years: in rising order.
  init(_ fields: Fields, years: [Int]) {
    self.fields = fields
    self.years = years
  }

  /// An amount for each year; nil where the key is absent or wrong.
  func read(_ key: String, isRequired: Bool) -> [Yuan]? {
    guard let node = isRequired ? fields.required(key) : fields.optional(key) else { return nil }
    if node.text != nil { return amount(node, key).map { amount in years.map { _ in amount } } }
    guard let entries = node.entries else {
      fields.findings.add(
        node, fields.path(key),
        "an amount of yuan, amounts by year, or first and growth are expected here, not "
          + node.named)
      return nil
    }
    let one = Fields(node, fields.path(key), fields.findings)
    let grows = one.has("first") || one.has("growth")
    return grows ? growing(one) : stated(one, entries)
  }

  /// An amount of yuan, 0 or more.
  ///
  /// - Parameter ifNegative: what to do about one below 0.
  func amount(_ node: Node, _ key: String, ifNegative: String = "write yuan, 0 or more") -> Yuan? {
    Self.amount(node, fields, key, ifNegative: ifNegative)
  }

  private static func amount(
    _ node: Node, _ fields: Fields, _ key: String, ifNegative: String = "write yuan, 0 or more"
  ) -> Yuan? {
    do throws(DecimalFault) {
      return Yuan(fen: try DecimalText.hundredths(node.text ?? "", limit: largest.fen))
    } catch {
      fields.findings.add(
        node, fields.path(key), error.reason(node.named, what: "an amount of yuan", largest: "\(largest.grouped) yuan"),
        hint: error == .negative ? ifNegative : error.hint)
      return nil
    }
  }

  private func growing(_ one: Fields) -> [Yuan]? {
    defer { one.refuseUnknown() }
    let first = one.required("first").flatMap { Self.amount($0, one, "first") }
    let growth = one.required("growth").flatMap { Self.growth($0, one) }
    guard let first, let growth, let begin = years.first else { return nil }
    var (amounts, amount, reached) = ([Yuan](), first, begin)
    for year in years {
      while reached < year {
        // Half-up to the fen, once a year: what is printed for a year is what the next one grows from.
        amount = Yuan(fen: (amount.fen * (10_000 + growth) + 5_000) / 10_000)
        reached += 1
        guard amount <= Self.largest else {
          one.fault(
            one.node["growth"] ?? one.node, "grows beyond \(Self.largest.grouped) yuan by \(reached)", key: "growth")
          return nil
        }
      }
      amounts.append(amount)
    }
    return amounts
  }

  /// A yearly change in hundredths of a percent; shrinking is negative.
  private static func growth(_ node: Node, _ one: Fields) -> Int64? {
    let text = node.text ?? "", isNegative = text.hasPrefix("-")
    let size = try? DecimalText.hundredths(isNegative ? text.dropFirst() : text[...], limit: growthLimits.upperBound)
    guard let growth = size.map({ isNegative ? -$0 : $0 }), growthLimits.contains(growth) else {
      one.fault(
        node,
        "a percentage from \(growthLimits.lowerBound / 100) to \(growthLimits.upperBound / 100) with at most two "
          + "decimals is expected here, not \(node.named)", key: "growth")
      return nil
    }
    return growth
  }

  private func stated(_ one: Fields, _ entries: [Node.Entry]) -> [Yuan]? {
    var amounts: [Int: Yuan] = [:]
    for entry in entries {
      guard let year = Int(entry.key), years.contains(year), String(year) == entry.key else {
        let word = Spelling.nearest(to: entry.key, among: ["first", "growth"])
        one.findings.add(
          Diagnostic(
            at: entry.place, key: one.path(entry.key), "this is not a year of the scenario",
            hint: word.map { "did you mean \($0)?" } ?? "allowed: \(span), or first and growth"))
        continue
      }
      amounts[year] = Self.amount(entry.value, one, entry.key)
    }
    let missing = years.filter { year in !entries.contains { $0.key == String(year) } }
    if !missing.isEmpty {
      one.findings.add(
        one.node, one.path, "no amount of \(missing.map(String.init).joined(separator: ", "))",
        hint: "name every year of the scenario, \(span), or give first and growth")
    }
    let all = years.compactMap { amounts[$0] }
    return all.count == years.count ? all : nil
  }

  private var span: String {
    guard let first = years.first, let last = years.last, first < last else {
      return years.first.map(String.init) ?? ""
    }
    return "\(first) to \(last)"
  }
}
