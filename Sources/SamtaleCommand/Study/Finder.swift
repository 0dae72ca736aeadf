import Samtale
import SamtaleProject

/// What people call an object.
protocol Named: StudyObject {
  var called: String { get }
}

extension Code: Named { var called: String { name } }
extension Theme: Named { var called: String { name } }
extension CodeGroup: Named { var called: String { title } }
extension Subgroup: Named { var called: String { title } }
extension Researcher: Named { var called: String { name } }
extension StudyTranscript: Named { var called: String { name } }
extension CodingRound: Named { var called: String { name } }
extension RestorePoint: Named { var called: String { name } }

/// Finds objects by what people call them: the name, the beginning of a name if it is the only one,
/// the last eight digits of the identifier, or all of it.
struct Finder {
  let project: Project

  init(_ project: Project) { self.project = project }

  func find<T: Named>(
    _ type: T.Type, _ name: String, where isMeant: (T) -> Bool = { _ in true }
  ) throws -> T {
    let all = try project.all(type).filter(isMeant)
    if let exact = try only(all.filter { $0.called == name }, name) { return exact }
    if let object = identified(all, name) { return object }
    let folded = name.lowercased()
    if let alike = try only(all.filter { $0.called.lowercased() == folded }, name) { return alike }
    if let begun = try only(all.filter { $0.called.lowercased().hasPrefix(folded) }, name) {
      return begun
    }
    throw ProjectError(
      .unknown, "there is no \(T.kind.title) “\(name)”", do: Self.advice(name, all))
  }

  /// The object of exactly that name; `nil` if there is none.
  func exactly<T: Named>(_ type: T.Type, _ name: String) throws -> T? {
    try only(try project.all(type).filter { $0.called == name }, name)
  }

  /// Finds an object without a name by its identifier or the end of it.
  func find<T: StudyObject>(
    unnamed type: T.Type, _ text: String, where isMeant: (T) -> Bool = { _ in true }
  ) throws -> T {
    let all = all(try project.all(type).filter(isMeant), endingIn: text)
    guard let object = all.first, all.count == 1 else {
      guard all.isEmpty else {
        throw ProjectError(
          .ambiguous, "several objects end in \(text)", do: "give more digits of the identifier")
      }
      throw ProjectError(
        .unknown, "there is no \(T.kind.title) \(text)", do: "list them to see their identifiers")
    }
    return object
  }

  /// An object by the digits that lists print.
  func digits(_ text: String) throws -> Identifier {
    guard text.count >= 4, text.allSatisfy({ $0.isHexDigit || $0 == "-" }) else {
      throw ProjectError(
        .unknown, "“\(text)” is not the digits of anything",
        do: "give the digits that are printed in front of an object, such as 5c1e8f70")
    }
    return try project.identifier(endingIn: text)
  }

  /// Objects by digits with commas between them.
  func digits(list: String?) throws -> [Identifier] {
    try TextInput.list(list).map { try digits($0) }
  }

  /// Any object by its name or digits, whatever it is.
  func anything(_ name: String) throws -> Identifier {
    let all =
      try named(Code.self) + named(Theme.self) + named(CodeGroup.self) + named(Subgroup.self)
      + named(Researcher.self) + named(StudyTranscript.self) + named(CodingRound.self)
    let folded = name.lowercased()
    let ways: [(String) -> Bool] = [
      { $0 == name }, { $0.lowercased() == folded }, { $0.lowercased().hasPrefix(folded) },
    ]
    // Digits of several objects may still be how a name begins.
    var isSeveral: ProjectError?
    for (i, isMeant) in ways.enumerated() {
      let found = all.filter { isMeant($0.name) }
      if found.count == 1 { return found[0].id }
      if i == 0, found.isEmpty {
        do {
          return try digits(name)
        } catch let error as ProjectError where error.code == .ambiguous {
          isSeveral = error
        } catch let error as ProjectError where error.code == .unknown {}
      }
      guard found.isEmpty else {
        let choices = found.map { "\($0.kind.title) \($0.id.short)" }.joined(separator: ", ")
        throw ProjectError(
          .ambiguous, "“\(name)” may be \(found.count) things: \(choices)",
          do: "write the digits behind it")
      }
    }
    throw isSeveral
      ?? ProjectError(
        .unknown, "nothing is called “\(name)”",
        do: "write a name as it stands in the project, or the digits of an identifier")
  }

  private func named<T: Named>(
    _ type: T.Type
  ) throws -> [(kind: ObjectKind, id: Identifier, name: String)] {
    try project.all(type).map { (T.kind, $0.id, $0.called) }
  }

  /// Who somebody is who says so, or who is the only researcher; `nil` if that cannot be told.
  func person(_ name: String?) throws -> Identifier? {
    if let name = name ?? Terminal.environment("SAMTALE_RESEARCHER") {
      return try find(Researcher.self, name).id
    }
    let people = try project.all(Researcher.self).filter(\.isActive)
    return people.count == 1 ? people[0].id : nil
  }

  private func identified<T: StudyObject>(_ all: [T], _ text: String) -> T? {
    let found = self.all(all, endingIn: text)
    return found.count == 1 ? found[0] : nil
  }

  private func all<T: StudyObject>(_ all: [T], endingIn text: String) -> [T] {
    let digits = text.lowercased()
    guard digits.count >= 6, digits.allSatisfy({ $0.isHexDigit || $0 == "-" }) else { return [] }
    return all.filter { $0.id.description.hasSuffix(digits) }
  }

  private func only<T: Named>(_ found: [T], _ name: String) throws -> T? {
    guard found.count > 1 else { return found.first }
    let choices = found.map { "“\($0.called)” \($0.id.short)" }.joined(separator: ", ")
    throw ProjectError(
      .ambiguous, "“\(name)” may be \(found.count) things: \(choices)",
      do: "write the digits behind the one that you mean")
  }

  private static func advice<T: Named>(_ name: String, _ all: [T]) -> String {
    guard !all.isEmpty else { return "there is none yet" }
    let near = all.map {
      ($0.called, Misspelling.distance(name.lowercased(), $0.called.lowercased()))
    }
    .min { $0.1 < $1.1 }
    if let near, near.1 <= max(2, name.count / 3) { return "did you mean “\(near.0)”?" }
    let some = all.prefix(8).map { "“\($0.called)”" }.joined(separator: ", ")
    return "there are \(some)\(all.count > 8 ? " and \(all.count - 8) more" : "")"
  }
}

extension Desk {
  /// A place in a transcript, as options name it.
  func anchor(_ place: PlaceOptions) throws -> Anchor {
    guard let name = place.transcript else {
      guard place.isDataSet else {
        throw ProjectError(
          .unknown, "it is not said where", do: "name --transcript, or --data-set for all of it")
      }
      return Anchor(.dataSet, transcript: nil)
    }
    let id = try finder.find(StudyTranscript.self, name).id
    let version = try project.transcript(id)
    if let topic = place.topic { return try version.anchor(topic: topic) }
    guard let turn = place.turn else { return version.wholeAnchor }
    if let quote = place.quote {
      return try version.anchor(turn: turn, quote: quote, occurrence: place.occurrence)
    }
    if let range = place.range { return try version.anchor(turn: turn, scalars: range.range) }
    return try version.anchor(turns: turn)
  }
}

extension TranscriptVersion {
  /// One utterance (`u12`) or several in a row (`u12-u15`).
  func anchor(turns: String) throws -> Anchor {
    let ends = turns.split(separator: "-", maxSplits: 1).map(String.init)
    if ends.count == 2, utterance(named: turns) == nil {
      return try anchor(from: ends[0], to: ends[1])
    }
    return try anchor(from: turns, to: turns)
  }
}
