/// What meetings are called: their identifier, with the file where two have the same.
struct MeetingNames {
  private let names: [String]

  init(_ meetings: [MeetingParticipation]) {
    var used: Set<String> = []
    let withFiles = Self.shared(meetings.map(\.transcript))
    names = meetings.map { meeting in
      let plain =
        withFiles.contains(meeting.transcript)
        ? "\(meeting.transcript) (\(meeting.file))" : meeting.transcript
      var name = plain
      var number = 2
      while !used.insert(name).inserted {
        name = "\(plain) \(number)"
        number += 1
      }
      return name
    }
  }

  subscript(index: Int) -> String { names[index] }

  /// Names that stand more than once in a list.
  static func shared(_ names: some Sequence<String>) -> Set<String> {
    var seen: Set<String> = []
    return Set(names.filter { !seen.insert($0).inserted })
  }
}

/// What people are called in tables: by their printed labels, since names are confidential.
struct PeopleNames {
  private var known: [Participant.Identity: Participation.Person] = [:]
  private(set) var order: [Participant.Identity: Int] = [:]

  init(_ meetings: [MeetingParticipation], _ meetingNames: MeetingNames) {
    var labels: [Participant.Identity: [String]] = [:]
    var firstMeeting: [Participant.Identity: Int] = [:]
    var everybody: [Participant.Identity] = []
    for (m, meeting) in meetings.enumerated() {
      for person in meeting.present {
        if firstMeeting[person.identity] == nil {
          firstMeeting[person.identity] = m
          order[person.identity] = everybody.count
          everybody.append(person.identity)
        }
        guard let label = person.label, !label.isEmpty else { continue }
        if labels[person.identity]?.contains(label) != true {
          labels[person.identity, default: []].append(label)
        }
      }
    }
    let sharedIDs = MeetingNames.shared(everybody.map(\.id))
    let shown = everybody.map { labels[$0]?.joined(separator: "/") ?? $0.id }
    let sharedLabels = MeetingNames.shared(shown)
    for (identity, label) in zip(everybody, shown) {
      let meeting = firstMeeting[identity].map { meetingNames[$0] } ?? ""
      let key = sharedIDs.contains(identity.id) ? "\(identity.id), \(meeting)" : identity.id
      let isOwnID = label == identity.id
      known[identity] = Participation.Person(
        id: identity.id,
        key: key,
        label: !sharedLabels.contains(label) ? label : isOwnID ? key : "\(label) (\(key))",
        name: identity.name
      )
    }
  }

  subscript(identity: Participant.Identity) -> Participation.Person {
    known[identity]
      ?? Participation.Person(
        id: identity.id,
        key: identity.id,
        label: identity.id,
        name: identity.name
      )
  }
}
