import Analysis
import Input
import Simulation

extension BudgetReport {
  /// The script of the waterfall.
  public var figure: String {
    Plot.waterfall(
      title: say(
        en: "From the account of \(request.lastYear) to the need of \(request.year)",
        zh: "\(request.lastYear)年支出到\(request.year)年资金需求"),
      bars: bridge.rows.map { row in
        let value = Double(row.cells[.total]?.amount.fen ?? 0) / 100 / wording.yuan
        // Names of the document beside the English ones, and titles of reforms, have no room here.
        let short = short(row.kind).split(separator: " ").filter {
          $0.utf8.allSatisfy { $0 < 0x80 } || language == .chinese
        }
        return .init(
          name: short.joined(separator: " "), value: value, isLevel: row.kind.isLevel,
          error: (row.kind.isLevel ? nil : row.cells[.total]?.errors.amount).map { $0 / wording.yuan } ?? .nan)
      }, yLabel: say(en: "million yuan; the axis does not begin at 0", zh: "万元（纵轴不从0开始）"))
  }

  private func short(_ kind: BudgetBridge.Kind) -> String {
    if case .step(.reform(let index)) = kind { return request.reforms[index].name }
    return name(kind)
  }
}
