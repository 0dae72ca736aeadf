/// What is lost of things that a format carries all the same: the same words in all writers.
enum LostPart {
  static let recordingLength = "lengths of recordings"
  static let furtherRecordings = "further recordings"
  static let languageDetail = "languages that are stated less exactly"
  static let topicFacts = "facts about topics (number, type, codes …)"
  static let topicStretches =
    "topics in several stretches or of parts of turns, written as one stretch of whole turns"
  static let topicEdges = "topics that begin or end at another utterance"
  static let translationFacts = "facts about translations (translator, date, status)"
  static let eventFacts = "facts about events and notes (sort, people, length)"
  static let eventPlaces = "events and notes whose place among the words is lost"
  static let stretchFacts = "facts about marked words (sort, reason, language)"
}
