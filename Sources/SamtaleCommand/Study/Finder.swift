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

  func find<T: Named>(_ type: T.Type, _ name: String) throws -> T {
    let all = try project.all(type)
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

  /// Finds an object without a name by its identifier or the end of it.
  func find<T: StudyObject>(unnamed type: T.Type, _ text: String) throws -> T {
    guard let object = identified(try project.all(type), text) else {
      throw ProjectError(
        .unknown, "there is no \(T.kind.title) \(text)", do: "list them to see their identifiers")
    }
    return object
  }

  private func identified<T: StudyObject>(_ all: [T], _ text: String) -> T? {
    let digits = text.lowercased()
    guard digits.count >= 6, digits.allSatisfy({ $0.isHexDigit || $0 == "-" }) else { return nil }
    let found = all.filter { $0.id.description == digits || $0.id.description.hasSuffix(digits) }
    return found.count == 1 ? found[0] : nil
  }

  private func only<T: Named>(_ found: [T], _ name: String) throws -> T? {
    guard found.count > 1 else { return found.first }
    let choices = found.map { "“\($0.called)” \($0.id.short)" }.joined(separator: ", ")
    throw ProjectError(
      .ambiguous, "“\(name)” may be \(found.count) things: \(choices)",
      do: "write the whole name, or the digits behind it")
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
    let ends = turn.split(separator: "-", maxSplits: 1).map(String.init)
    if ends.count == 2, version.utterance(named: turn) == nil {
      return try version.anchor(from: ends[0], to: ends[1])
    }
    return try version.anchor(from: turn, to: turn)
  }
}
