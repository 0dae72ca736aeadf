/// The stable codes of all diagnostics. A code never changes its meaning; new ones are added.
public enum DiagnosticCode: String, Sendable, CaseIterable {
  // Files
  case unreadable
  case noTranscripts = "no-transcripts"
  case emptyFile = "empty-file"
  case noUtterances = "no-utterances"
  // XML
  case malformed
  case encoding
  case truncated
  case tooDeep = "too-deep"
  case markupTooLong = "markup-too-long"
  case tooMuchText = "too-much-text"
  case doctype
  case entityDeclaration = "entity-declaration"
  case undeclaredEntity = "undeclared-entity"
  // TEI
  case notTEI = "not-tei"
  case noNamespace = "no-namespace"
  case profile = "not-in-profile"
  case missingSpeaker = "missing-who"
  case pointerWithoutHash = "pointer-without-hash"
  case danglingPointer = "dangling-pointer"
  case undeclaredSpeaker = "undeclared-speaker"
  case undeclaredRole = "undeclared-role"
  case undeclaredTeam = "undeclared-team"
  case undeclaredCode = "undeclared-code"
  case duplicateID = "duplicate-id"
  case nestedUtterance = "nested-utterance"
  case badTransition = "bad-trans"
  case tokens
  case endBeforeStart = "end-before-start"
  case timesOutOfOrder = "times-out-of-order"
  case outOfStartOrder = "out-of-start-order"
  case sinceCycle = "since-cycle"
  case badTime = "bad-time"
  case transContradictsTimes = "trans-contradicts-times"
  case durationDisagrees = "duration-disagrees"
  case spanReversed = "span-reversed"
  case rangeBeyondText = "range-beyond-text"
  case badPointer = "bad-pointer"
  case textOutsideUtterances = "text-outside-utterances"
  case unknownMarkup = "unknown-markup"
  case notCarried = "not-carried"
  case notIncluded = "not-included"
  // Corpus
  case personDiffers = "person-differs"
  case duplicateTranscript = "duplicate-transcript"
  case noTeam = "no-team"

  /// What the code stands for, in one sentence.
  public var meaning: String {
    switch self {
    case .unreadable: "The file or folder cannot be opened or read."
    case .noTranscripts: "The input holds no transcript."
    case .emptyFile: "The file has no content."
    case .noUtterances: "A transcript holds no utterance."
    case .malformed: "The file is not well-formed XML at this place."
    case .encoding: "The bytes do not fit the encoding that the file declares or that was detected."
    case .truncated: "The file ends in the middle of the document."
    case .tooDeep: "Elements are nested deeper than any transcript needs; refused for safety."
    case .markupTooLong: "One tag, comment or declaration is unreasonably long; refused for safety."
    case .tooMuchText: "One transcript holds more text than can be addressed (4 GB)."
    case .doctype: "A DOCTYPE is named; Samtale never loads it."
    case .entityDeclaration:
      "The file declares entities or attributes of its own; refused for safety."
    case .undeclaredEntity: "An entity other than the five of XML is used, so text would be lost."
    case .notTEI: "The root element is neither TEI nor teiCorpus."
    case .noNamespace: "The TEI elements are not in the TEI namespace."
    case .profile: "The place breaks the grammar of the Samtale TEI profile."
    case .missingSpeaker: "An utterance names no speaker."
    case .pointerWithoutHash: "A pointer lacks its leading #."
    case .danglingPointer: "A pointer leads to nothing in this file."
    case .undeclaredSpeaker: "A speaker is not among the participants."
    case .undeclaredRole: "A role is not in the taxonomy of roles."
    case .undeclaredTeam: "An affiliation names no declared team."
    case .undeclaredCode: "A coding uses a code that no taxonomy declares."
    case .duplicateID: "Two elements carry the same xml:id."
    case .nestedUtterance: "An utterance stands inside another."
    case .badTransition: "u/@trans has a value that TEI does not know."
    case .tokens: "Words are marked one by one; the profile holds plain text."
    case .endBeforeStart: "An utterance or event ends before it starts."
    case .timesOutOfOrder: "The points of the timeline are not in temporal order."
    case .outOfStartOrder: "Utterances do not stand in the order of their starts."
    case .sinceCycle: "A point of the timeline is defined by itself."
    case .badTime: "A time stamp or duration cannot be understood."
    case .transContradictsTimes: "u/@trans says something else than the time stamps."
    case .durationDisagrees: "The recording is stated to be shorter than its time stamps."
    case .spanReversed: "A span ends before it begins."
    case .rangeBeyondText: "A range reaches beyond the text of its utterance."
    case .badPointer: "A pointer is written in a way that cannot be understood."
    case .textOutsideUtterances: "Words stand in the body outside any utterance."
    case .unknownMarkup: "Markup is not kept; its words are."
    case .notCarried: "Something cannot be written in the Samtale TEI profile."
    case .notIncluded: "An xi:include was not followed."
    case .personDiffers: "The same person is described differently in two files."
    case .duplicateTranscript: "Two transcripts have the same identifier."
    case .noTeam: "The team of a meeting cannot be told."
    }
  }
}
