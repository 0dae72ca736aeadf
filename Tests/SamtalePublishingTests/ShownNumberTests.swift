import SamtalePublishing
import Testing

@Suite struct ShownNumberTests {
  private func shown(_ kind: Table.Kind, _ cell: Table.Cell) -> String {
    let lines = TableSamples.column(kind, cell).rendered(as: .markdown).split(separator: "\n")
    return String(lines[2].dropFirst(2).dropLast(2))
  }

  @Test(arguments: [
    (0.625, 1, "62.5%"), (0.2845, 1, "28.5%"), (0.005, 0, "1%"), (0, 2, "0.00%"),
    (-0.125, 1, "-12.5%"), (1, 0, "100%"), (12.34567, 2, "1234.57%"), (-0.0001, 1, "0.0%"),
    (0.0004, 1, "<0.1%"), (0.0005, 1, "0.1%"), (0.004, 0, "<1%"), (0.00001, 2, "<0.01%"),
  ])
  func percent(share: Double, places: Int, expected: String) {
    #expect(shown(.percent(places: places), .number(share)) == expected)
  }

  @Test func aHeadWithPercentNeedsNoSignInCells() {
    var table = TableSamples.column(.percent(places: 1), .number(0.25), .number(0.0001))
    table.columns[0].title = "% of words"
    let lines = table.rendered(as: .markdown).split(separator: "\n")
    #expect(lines.suffix(2) == ["| 25.0 |", "| <0.1 |"])
  }

  @Test(arguments: [
    (0, "0:00"), (59.6, "1:00"), (3599.4, "59:59"), (36000, "10:00:00"), (-0.4, "0:00"),
    (-65, "-1:05"), (1e300, "1e+300"),
  ])
  func duration(seconds: Double, expected: String) {
    #expect(shown(.duration, .number(seconds)) == expected)
  }

  @Test func wholeNumbersFollowTheirColumn() {
    #expect(shown(.decimal(places: 2), .integer(3)) == "3.00")
    #expect(shown(.percent(places: 0), .integer(1)) == "100%")
    #expect(shown(.duration, .integer(61)) == "1:01")
    #expect(shown(.text, .integer(1234567)) == "1234567")
  }

  @Test func numbersInOtherColumns() {
    #expect(shown(.integer, .number(2.5)) == "3")
    #expect(shown(.text, .number(0.1)) == "0.1")
    #expect(shown(.integer, .text("many")) == "many")
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func numbersThatAreNotFinite(value: Double) {
    let table = TableSamples.column(.integer, .number(value))
    #expect(table.rendered(as: .table) == " X\n──\n–¹\n\n¹ not a finite number\n")
    #expect(table.rendered(as: .tsv) == "row\tx\ngroup\t\n")
  }
}
