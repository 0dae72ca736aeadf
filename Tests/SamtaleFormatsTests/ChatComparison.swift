import Samtale
import SamtaleFormats

/// What a transcript says, line by line, so that two can be compared and differences be read.
enum ChatComparison {
  static func lines(_ transcript: Transcript) -> [String] {
    people(transcript) + transcript.utterances.flatMap { lines($0, transcript) }
      + transcript.marks.filter(\.isBetween).map {
        "between \($0.utterance) \(mark($0, transcript))"
      } + topics(transcript) + layers(transcript)
  }

  static func people(_ transcript: Transcript) -> [String] {
    transcript.participants.map { person in
      let facts = person.attributes.map {
        "\($0.kind.rawValue) \($0.type ?? "") \($0.value ?? "") \($0.text)"
      }
      return "person \(person.label ?? "") \(person.roles) \(facts.sorted())"
    }
  }

  static func lines(_ utterance: Utterance, _ transcript: Transcript) -> [String] {
    let labels = { (people: [Int]) in
      people.map { transcript.participants[$0].label ?? "?" }.joined(separator: "+")
    }
    let time = { (seconds: Double?) in seconds.map { "\($0)" } ?? "" }
    let head =
      "\(utterance.index) \(utterance.id) \(labels(utterance.speakers)): \(utterance.text) "
      + "[\(time(utterance.start))–\(time(utterance.end))] "
      + "\(utterance.transition?.name ?? "") \(utterance.language ?? "") "
      + "to \(labels(utterance.addressees))"
    let text = Array(utterance.text.unicodeScalars)
    let marks = utterance.marks.map { found in
      var range = utterance.scalarRange(of: found)
      // Before or behind a space is the same place between two words.
      if range.isEmpty, range.lowerBound < text.count, text[range.lowerBound] == " " {
        range = (range.lowerBound + 1)..<(range.lowerBound + 1)
      }
      return "  \(range.lowerBound)–\(range.upperBound) \(mark(found, transcript))"
    }
    return [head] + marks.sorted()
  }

  static func mark(_ mark: Mark, _ transcript: Transcript) -> String {
    let time = mark.detail.start.flatMap { transcript.timeline.seconds($0) }
    let people = mark.detail.participants.map { transcript.participants[$0].label ?? "?" }
    let attributes = mark.detail.attributes.map { "\($0.name)=\($0.value)" }.sorted()
    return
      "\(mark.kind.rawValue) “\(mark.text)” \(attributes) \(people) \(time.map { "\($0)" } ?? "")"
  }

  static func topics(_ transcript: Transcript) -> [String] {
    transcript.topics.map { topic -> String in
      let stretches = topic.extent.stretches.map(\.utterance)
      return "topic \(topic.label) \(stretches.first ?? -1)–\(stretches.last ?? -1)"
    }
    .sorted()
  }

  static func layers(_ transcript: Transcript) -> [String] {
    transcript.layers.flatMap { layer in
      layer.element.elements.map {
        "layer \(layer.type ?? "") \(layer.element["xml:lang"] ?? "") \($0["target"] ?? ""): \($0.text)"
      }
    }
    .sorted()
  }
}
