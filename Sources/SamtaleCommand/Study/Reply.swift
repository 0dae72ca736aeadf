import ArgumentParser
import Samtale
import SamtalePublishing

/// How a command that changes a project answers: the same for all of them.
struct ReplyOptions: ParsableArguments {
  @Flag(help: "Answer in JSON, one object a line.")
  var json = false

  /// Prints what was made or changed: its identifier and name.
  func say(_ fields: Fields, _ sentence: String) {
    print(json ? Value.object(fields).jsonText : sentence)
  }

  /// Prints what was done to an object; `done` is told to programs where the verb is a phrase.
  func say(
    _ verb: String, as done: String? = nil, _ kind: ObjectKind, _ id: Identifier, _ name: String
  ) {
    say(
      [
        "kind": .text(kind.rawValue), "id": Value(id), "name": .text(name),
        "done": .text(done ?? verb),
      ],
      "\(id.short)  \(verb) \(kind.title) “\(name)”")
  }
}

/// How lists are printed: as tables in every format, or in JSON.
struct ListOptions: ParsableArguments {
  @OptionGroup var output: OutputOptions

  @Flag(help: "The same as --format json.")
  var json = false

  func write(_ tables: [Table]) throws {
    var output = output
    if json { output.format = .json }
    try output.write(tables)
  }
}

extension Table {
  /// A table of text columns.
  init(_ title: String, _ columns: [(key: String, title: String)], notes: [String] = []) {
    self.init(
      title: title, columns: columns.map { Column(key: $0.key, title: $0.title, kind: .text) },
      notes: notes)
  }
}
