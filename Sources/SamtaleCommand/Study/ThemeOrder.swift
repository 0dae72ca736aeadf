import ArgumentParser
import Samtale
import SamtaleProject

struct ThemeOrder: StudyCommand {
  static let configuration = CommandConfiguration(
    commandName: "order",
    abstract: "Say in which order themes stand in tables, maps and results.",
    discussion: """
      The order is yours; it says nothing of how often something was said. Themes that are not \
      named come after those that are.

      Example:
        samtale theme order "Help has" "Being seen" "Left alone"
      """)

  @Argument(help: "Themes, the first one first.") var themes: [String]
  @OptionGroup var common: CodeArguments

  func work() throws {
    let desk = try common.desk()
    let named = try themes.map { try desk.finder.find(Theme.self, $0) }
    guard Set(named.map(\.id)).count == named.count else {
      throw ProjectError(.nothing, "a theme is named twice", do: "name each once")
    }
    let places = Dictionary(uniqueKeysWithValues: named.enumerated().map { ($1.id, $0 + 1) })
    try desk.perform { editor in
      for theme in try editor.state.all(Theme.self) {
        try editor.change(Theme.self, theme.id, .move, reason: common.author.reason) {
          $0.order = places[$0.id]
        }
      }
    }
    for theme in named {
      common.reply.say(
        "put in place \(places[theme.id] ?? 0):", as: "ordered", .theme, theme.id, theme.name)
    }
  }
}
