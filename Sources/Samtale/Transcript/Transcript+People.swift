extension Transcript {
  /// The transcript with what is known of people changed; identifiers stay, since utterances name
  /// people by them.
  public func amendingParticipants(_ change: (Participant) -> Participant) -> Transcript {
    var transcript = self
    transcript.participants = participants.map { person in
      var changed = change(person)
      changed.id = person.id
      return changed
    }
    return transcript
  }
}
