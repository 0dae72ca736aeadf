/// What an identifier names. The raw value is the word in the key's column `kind`.
public enum IdentifierKind: String, Hashable, Sendable, CaseIterable {
  case person, place, organisation, address
  /// Postal code with its place.
  case postalCode
  case phone, email
  /// A user name, such as `@name`.
  case account
  case url
  /// Norwegian national identity number.
  case nationalID
  /// Account number, Norwegian or international (IBAN).
  case bankAccount
  case paymentCard, licencePlate, date, age
  /// A term that the researcher declared.
  case term

  /// Whether forms of this kind are words that inflect: they get genitives, and small letters and
  /// capitals are the same.
  var isName: Bool {
    switch self {
    case .person, .place, .organisation, .term, .address: true
    default: false
    }
  }

  /// The kind that a person writes in a table: in the words of the key, or in English, bokmål or
  /// nynorsk.
  init?(written word: String) {
    let lower = word.trimmed.lowercased()
    let kind = Self.allCases.first { kind in
      [kind.rawValue.lowercased(), kind.english, kind.bokmål, kind.nynorsk].contains(lower)
    }
    guard let kind = kind ?? Self.otherWords[lower] else { return nil }
    self = kind
  }

  private static let otherWords: [String: IdentifierKind] = [
    "navn": .person, "namn": .person, "name": .person, "people": .person, "personar": .person,
    "personer": .person, "steder": .place, "stader": .place, "location": .place,
    "arbeidsgiver": .organisation, "arbeidsgivar": .organisation, "organisasjon": .organisation,
    "bedrift": .organisation, "firma": .organisation, "organization": .organisation,
    "employer": .organisation, "telefon": .phone, "epost": .email, "e-post": .email,
    "e-mail": .email, "ord": .term, "uttrykk": .term, "word": .term,
  ]

  /// The words that a table may have, as a sentence says them.
  static var known: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// The word in brackets that stands for one, by the language of the talk.
  func word(in language: String) -> String {
    switch NameLists.base(of: language) {
    case "nb": bokmål
    case "nn": nynorsk
    default: english
    }
  }

  private var english: String {
    switch self {
    case .postalCode: "postal code"
    case .phone: "phone number"
    case .email: "e-mail address"
    case .account: "user name"
    case .url: "web address"
    case .nationalID: "identity number"
    case .bankAccount: "account number"
    case .paymentCard: "card number"
    case .licencePlate: "licence plate"
    default: rawValue
    }
  }

  private var bokmål: String {
    switch self {
    case .person: "person"
    case .place: "sted"
    case .organisation: "virksomhet"
    case .address: "adresse"
    case .postalCode: "postnummer"
    case .phone: "telefonnummer"
    case .email: "e-postadresse"
    case .account: "brukernavn"
    case .url: "nettadresse"
    case .nationalID: "fødselsnummer"
    case .bankAccount: "kontonummer"
    case .paymentCard: "kortnummer"
    case .licencePlate: "bilnummer"
    case .date: "dato"
    case .age: "alder"
    case .term: "begrep"
    }
  }

  private var nynorsk: String {
    switch self {
    case .place: "stad"
    case .organisation: "verksemd"
    case .account: "brukarnamn"
    case .term: "omgrep"
    default: bokmål
    }
  }
}

/// How an identifier was found. The raw value is the word in the key's column `found`.
public enum IdentifierSource: String, Hashable, Sendable, CaseIterable {
  /// Named in the list of participants.
  case participants
  /// Named in the header or beside a translation: who recorded, transcribed, translated.
  case header
  /// Declared by the researcher.
  case terms
  /// A pattern, such as that of a phone number.
  case pattern
  /// On a list of names that comes with Samtale.
  case list
  /// Unknown, but something beside it says that it is a name (`Mr`, `heter`).
  case cue
  /// Capitalised inside a sentence, more than once.
  case capitals
  /// Capitalised inside a sentence, once.
  case capital
  /// Capitalised where a sentence begins: unknown and nowhere in small letters, or a name that is a
  /// word too where the sentence goes on as after a name (`Dag ringte`).
  case sentenceStart
  /// Only in small letters.
  case smallLetters
  /// Made from another form, such as `bergensk`.
  case derived
  /// Added to the key by hand.
  case key
}

/// One identifier in a text.
public struct IdentifierFinding: Hashable, Sendable {
  /// Where, in Unicode scalars.
  public var scalars: Range<Int>
  /// What stands there, without a genitive ending.
  public var text: String
  public var kind: IdentifierKind
  public var source: IdentifierSource
  /// Whether a person has to look before it is replaced.
  public var isUnsure: Bool
  /// What is to stand there instead, if the content says it (a band of ages, the month of a date).
  public var generalised: String?
}
