/// An object of a study and what people call it.
public struct NamedObject: Hashable, Sendable {
  public var id: Identifier
  public var name: String

  public init(id: Identifier, name: String) {
    self.id = id
    self.name = name
  }
}

/// What people call the objects of a study, looked up once.
struct StudyLabels {
  private let study: Study
  private let researchers: [Identifier: String]

  init(_ study: Study) {
    self.study = study
    let all = study.all(Researcher.self)
    let uses = Dictionary(grouping: all) { $0.initials ?? $0.name }
    researchers = Dictionary(
      all.map { person in
        let short = person.initials ?? person.name
        return (person.id, uses[short]?.count == 1 ? short : person.name)
      },
      uniquingKeysWith: { first, _ in first })
  }

  /// Initials where no other researcher has the same, else the name.
  func researcher(_ id: Identifier?) -> NamedObject? {
    id.map { NamedObject(id: $0, name: researchers[$0] ?? $0.short) }
  }

  /// Several researchers, each once, in the order in which they were entered.
  func researchers(_ ids: some Sequence<Identifier>) -> [NamedObject] {
    Set(ids).sorted().compactMap { researcher($0) }
  }

  func code(_ id: Identifier) -> NamedObject {
    NamedObject(id: id, name: study.object(Code.self, id)?.name ?? id.short)
  }

  func theme(_ id: Identifier) -> NamedObject {
    NamedObject(id: id, name: study.object(Theme.self, id)?.name ?? id.short)
  }

  func group(_ id: Identifier) -> NamedObject {
    NamedObject(id: id, name: study.object(CodeGroup.self, id)?.title ?? id.short)
  }

  func transcript(_ id: Identifier) -> NamedObject {
    NamedObject(id: id, name: study.object(StudyTranscript.self, id)?.name ?? id.short)
  }
}

extension Identifier {
  /// The last of the codes that took each other over, however they were merged.
  func heir(_ next: (Identifier) throws -> Identifier?) rethrows -> Identifier {
    var at = self
    var seen: Set<Identifier> = [self]
    while let next = try next(at), seen.insert(next).inserted { at = next }
    return at
  }
}

extension Study {
  /// The code that counts for a code: where it was merged, the code it was merged into.
  public func heir(of code: Identifier) -> Identifier {
    code.heir { object(Code.self, $0)?.mergedInto }
  }

  /// Whether an anchor lies in a transcript that is taken out of the study.
  func isWithdrawn(_ anchor: Anchor?) -> Bool {
    object(StudyTranscript.self, anchor?.transcript)?.isWithdrawn ?? false
  }

  /// Links of one relation, in the order in which they were made.
  func links(_ relation: Link.Relation) -> [Link] {
    all(Link.self).filter { $0.relation == relation }
  }
}

extension TranscriptVersion {
  /// Utterances as names of ranges: `u3–u9`, `u12`.
  public func ranges(of utterances: some Sequence<Int>) -> [String] {
    var runs: [ClosedRange<Int>] = []
    for index in Set(utterances).sorted() {
      if let last = runs.last, last.upperBound + 1 == index {
        runs[runs.count - 1] = last.lowerBound...index
      } else {
        runs.append(index...index)
      }
    }
    return runs.map { run in
      run.count == 1
        ? name(of: run.lowerBound) : "\(name(of: run.lowerBound))–\(name(of: run.upperBound))"
    }
  }
}

extension TextStretch {
  /// Whether two stretches share at least one sign; a whole utterance shares with each of its parts.
  func overlaps(_ other: TextStretch) -> Bool {
    guard utterance == other.utterance else { return false }
    guard let scalars, let others = other.scalars else { return true }
    return scalars.overlaps(others)
  }
}

extension [TextStretch] {
  func overlap(_ other: [TextStretch]) -> Bool {
    contains { stretch in other.contains { stretch.overlaps($0) } }
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, where it is first.
  func once() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
