import Samtale
import Testing

/// The thirteen shifts, each once: speaker and addressee before and after; `nil` is the group.
@Suite struct ParticipationShiftTests {
  typealias Shift = ParticipationShifts.Shift

  struct Row: Sendable {
    var from: (Int, Int?)
    var to: (Int, Int?)
    var shift: Shift?
  }

  // a = 0, b = 1, x = 2, y = 3
  static let rows: [Row] = [
    Row(from: (0, 1), to: (1, 0), shift: .abBA), Row(from: (0, 1), to: (1, nil), shift: .abB0),
    Row(from: (0, 1), to: (1, 3), shift: .abBY), Row(from: (0, nil), to: (2, nil), shift: .a0X0),
    Row(from: (0, nil), to: (2, 0), shift: .a0XA), Row(from: (0, nil), to: (2, 3), shift: .a0XY),
    Row(from: (0, 1), to: (2, nil), shift: .abX0), Row(from: (0, 1), to: (2, 0), shift: .abXA),
    Row(from: (0, 1), to: (2, 1), shift: .abXB), Row(from: (0, 1), to: (2, 3), shift: .abXY),
    Row(from: (0, nil), to: (0, 3), shift: .a0AY), Row(from: (0, 1), to: (0, nil), shift: .abA0),
    Row(from: (0, 1), to: (0, 3), shift: .abAY), Row(from: (0, 1), to: (0, 1), shift: nil),
    Row(from: (0, nil), to: (0, nil), shift: nil),
  ]

  @Test(arguments: rows) func shift(_ row: Row) {
    #expect(ParticipationShifts.shift(from: row.from, to: row.to) == row.shift)
  }
}
