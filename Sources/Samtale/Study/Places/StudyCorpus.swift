/// A study together with its transcripts: what queries, tables and excerpts are made from.
public struct StudyCorpus: Sendable {
  public let study: Study
  /// The present versions of the transcripts that are not withdrawn, by object.
  public let transcripts: [Identifier: TranscriptVersion]
  /// Earlier versions on which anchors were set, by object and version.
  private let earlier: [Identifier: [String: TranscriptVersion]]
  private let alignments: [Identifier: [String: TranscriptAlignment]]

  /// Joins a study with every version of every transcript that is at hand; the study tells which of
  /// them is the present one.
  public init(_ study: Study, versions: [TranscriptVersion]) {
    self.study = study
    var present: [Identifier: TranscriptVersion] = [:]
    var earlier: [Identifier: [String: TranscriptVersion]] = [:]
    for version in versions {
      guard let record = study.record(version.id) else { continue }
      let object = StudyTranscript(id: version.id, fields: record.fields)
      if object.version == version.version {
        if !object.isWithdrawn { present[version.id] = version }
      } else {
        earlier[version.id, default: [:]][version.version] = version
      }
    }
    transcripts = present
    self.earlier = earlier
    var alignments: [Identifier: [String: TranscriptAlignment]] = [:]
    for (id, versions) in earlier {
      guard let now = present[id] else { continue }
      alignments[id] = versions.mapValues {
        TranscriptAlignment(from: $0.transcript, to: now.transcript)
      }
    }
    self.alignments = alignments
  }

  /// Where an anchor lies in the present version of its transcript.
  /// - Returns: `nil` if the transcript is withdrawn or not at hand. A place that is no longer found
  ///   is ``Placement/Status-swift.enum/lost``.
  public func place(_ anchor: Anchor) -> Placement? {
    guard let id = anchor.transcript, let now = transcripts[id], let version = anchor.version else {
      return nil
    }
    if version == now.version {
      guard let stretches = now.stretches(of: anchor) else { return .lost }
      return Placement(status: .unchanged, stretches: stretches, similarity: 1)
    }
    if let then = earlier[id]?[version], let alignment = alignments[id]?[version],
      let stretches = then.stretches(of: anchor)
    {
      return stretches.isEmpty
        ? Placement(status: .unchanged, stretches: [], similarity: 1) : alignment.place(stretches)
    }
    if anchor.segments.isEmpty {
      return Placement(status: .unchanged, stretches: [], similarity: 1)
    }
    guard
      let stretches = anchor.quote?.find(in: now.transcript, hint: anchor.segments.first?.utterance)
    else { return .lost }
    return Placement(status: .changed, stretches: stretches, similarity: 1)
  }

  /// The words of an anchor in the version on which it was set; `nil` if that is not at hand.
  public func words(whenSet anchor: Anchor) -> String? {
    guard let id = anchor.transcript, let version = anchor.version else { return nil }
    let then = transcripts[id].flatMap { $0.version == version ? $0 : nil } ?? earlier[id]?[version]
    return then.flatMap { then in then.stretches(of: anchor).map { then.text(of: $0) } }
  }

  /// The transcripts in order of their names.
  public var inOrder: [TranscriptVersion] {
    transcripts.values.sorted { ($0.transcript.id, $0.id) < ($1.transcript.id, $1.id) }
  }
}

/// A coding with its place in the present version of its transcript.
public struct PlacedCoding: Sendable {
  public let coding: Coding
  /// The code that counts: the one that took the coding's code over, if it was merged.
  public let code: Identifier
  public let placement: Placement
}

extension StudyCorpus {
  /// The code that counts for a code: where it was merged, the code it was merged into.
  public func heir(of code: Identifier) -> Identifier { study.heir(of: code) }

  /// All codings whose transcripts are at hand, in the order in which they were made.
  public func codings() -> [PlacedCoding] {
    study.all(Coding.self).compactMap { coding in
      guard let anchor = coding.anchor, let code = coding.code, let placement = place(anchor) else {
        return nil
      }
      return PlacedCoding(coding: coding, code: heir(of: code), placement: placement)
    }
  }
}

extension Study {
  public func object<T: StudyObject>(_ type: T.Type, _ id: Identifier?) -> T? {
    guard let id, let record = record(id), record.kind == T.kind else { return nil }
    return T(id: id, fields: record.fields)
  }

  public func all<T: StudyObject>(_ type: T.Type) -> [T] {
    objects(of: T.kind).map { T(id: $0.id, fields: $0.record.fields) }
  }

  /// What the study says of itself; `nil` before its first event.
  public var profile: StudyProfile? { all(StudyProfile.self).first }

  public var method: MethodProfile { profile?.method ?? .none }
}

extension Study {
  /// Every place that something is attached to.
  public var anchors: [Anchor] {
    ObjectKind.allCases.flatMap { kind in
      let rules = kind.schema
      return objects(of: kind).flatMap { object in
        rules.flatMap { $0.anchors(in: object.record.fields[$0.name] ?? .null) }
      }
    }
  }
}

extension FieldRule {
  /// The places that the value of a field names.
  fileprivate func anchors(in value: Value) -> [Anchor] {
    switch form {
    case .anchor: Anchor(value).map { [$0] } ?? []
    case .anchors: (value.list ?? []).compactMap { Anchor($0) }
    case .excerptItems:
      (value.list ?? []).compactMap { item in
        if case .turn(let turn)? = Excerpt.Item(item) { turn.anchor } else { nil }
      }
    default: []
    }
  }
}
