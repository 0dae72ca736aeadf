extension NameRuns {
  /// Whether a name that is a word too stands where a sentence begins, so that its capital says
  /// nothing: `Dag`, `Will`, `Reading`.
  func isWordToo(_ i: Int) -> Bool {
    let word = word(at: i)
    return text[i].beginsSentence && lists.isAmbiguous(word) && listed(word) != nil
  }

  /// Whether a sentence goes on as after the name of a person: a verb (`Dag ringte`), a genitive
  /// (`Gros søster`), another person (`Odd og jeg`), or a stop, as after somebody who is called
  /// (`Siv, kom hit`). That asks, and decides nothing.
  func goesOnAsAfterName(_ i: Int) -> Bool {
    guard isTalk, isSentence, listed(word(at: i)) == .person, !text[i].isAllCapitals else {
      return false
    }
    if NameCues.seldomWords.contains(word(at: i)) { return true }
    let gap = text.gap(before: i + 1)
    if let stop = gap.first, ".,?!…".contains(stop) { return isCalled(i) }
    guard i + 1 < text.count else { return false }
    let next = text[i + 1]
    if gap == "'" { return next.lower == "s" }
    guard gap == " ", !next.isNumber, !isMonthAlone(i) else { return false }
    if isGenitive(i) { return !isEnglish && !next.isCapitalised && next.lower != "dato" }
    return isBeforeVerb(i) || isBeforeCompany(i)
  }

  /// `Dag er sjefen min`, but not `Liv er liv`.
  private func isBeforeVerb(_ i: Int) -> Bool {
    let verbs = isEnglish ? NameCues.englishVerbs : NameCues.norwegianVerbs
    guard verbs.contains(text[i + 1].lower) else { return false }
    let rest = (i + 2)..<min(text.count, i + 5)
    return !rest.contains { text[$0].lower == text[i].lower && !text[$0].isCapitalised }
  }

  /// `Odd og Kari`, `Grace and I`, `Rose too.`
  private func isBeforeCompany(_ i: Int) -> Bool {
    let after = text.gap(before: i + 2)
    switch text[i + 1].lower {
    case "and", "or", "og", "eller":
      guard after == " ", i + 2 < text.count else { return false }
      let next = text[i + 2]
      return NameCues.pronouns.contains(next.lower)
        || (next.isCapitalised && listed(next.lower) == .person)
    case "too", "also", "maybe", "perhaps", "også", "òg", "heller", "kanskje":
      return after.first.map { $0 != " " } ?? true
    default: return false
    }
  }

  /// Whether somebody may be called where a stop follows. Words that often stand before one are
  /// names only if the talk has them nowhere in small letters.
  private func isCalled(_ i: Int) -> Bool {
    if isMonthAlone(i) { return false }
    // `Dag, kan du skrive?`
    let next = (i + 1)..<min(text.count, i + 4)
    let isAsked =
      text.gap(before: i + 1) == ", " && next.contains { ["du", "you"].contains(text[$0].lower) }
    let word = text[i].lower
    return isAsked
      || (!NameCues.oftenAlone.contains(word) || knowledge.statistics[word].small == 0)
  }

  private func isMonthAlone(_ i: Int) -> Bool { lists.months.contains(text[i].lower) }
}

extension NameCues {
  /// Verbs as they stand behind a person who does something.
  static let norwegianVerbs: Set<String> = [
    "er", "var", "har", "hadde", "kom", "kommer", "kjem", "gikk", "gjekk", "går", "skal", "skulle",
    "vil", "ville", "kan", "kunne", "må", "måtte", "bør", "burde", "fikk", "fekk", "får", "ble",
    "blei", "vart", "blir", "vert", "gjorde", "gjør", "gjer", "tok", "tar", "tek", "ga", "gav",
    "gir", "gjev", "så", "ser", "sa", "sier", "seier", "ringte", "ringde", "ringer", "ringjer",
    "spurte", "spør", "svarte", "svarer", "svarar", "fortalte", "fortalde", "forteller", "fortel",
    "mener", "meiner", "mente", "meinte", "tror", "trur", "trodde", "trudde", "tenkte", "tenker",
    "tenkjer", "synes", "synest", "syntes", "visste", "vet", "veit", "husker", "hugsar", "husket",
    "hugsa", "hjalp", "hjelper", "hjelpte", "jobber", "jobbar", "jobbet", "jobba",
    "arbeider", "arbeidde", "bor", "bur", "bodde", "budde", "sitter", "sit", "satt", "sat", "står",
    "sto", "stod", "ligger", "ligg", "lå", "låg", "sluttet", "slutta", "slutter", "sluttar",
    "begynte", "begynner", "byrja", "starter", "startet", "starta", "snakket", "snakka", "snakker",
    "snakkar", "skrev", "skreiv", "skriver", "skriv", "sendte", "sender", "kjører", "køyrer",
    "kjørte", "køyrde", "kjøpte", "solgte", "møtte", "møter", "dro", "drog", "drar", "reiste",
    "reiser", "flyttet", "flytta", "flytter", "flyttar", "heter", "heiter", "het", "lo", "ler",
    "gråt", "likte", "liker", "likar", "ønsket", "ønsker", "ønskjer", "venter", "ventar",
    "ventet", "venta", "lovet", "lova", "lovte", "betalte", "betaler", "passer", "passet", "passa",
    "fant", "finner", "finn", "kjenner", "kjente", "ba", "bad", "ber", "la", "legger", "legg",
    "holdt", "heldt", "holder", "held", "dukket", "dukka", "døde", "spiste", "sov", "sover",
  ]
  static let englishVerbs: Set<String> = [
    "is", "was", "isn", "wasn", "has", "had", "hasn", "hadn", "did", "didn", "does", "doesn",
    "said", "says", "told", "tells", "asked", "asks", "came", "comes", "went", "goes", "got",
    "gets", "gave", "gives", "took", "takes", "made", "makes", "knew", "knows", "thought", "thinks",
    "wanted", "wants", "worked", "works", "helped", "helps", "lived", "lives", "left", "leaves",
    "called", "calls", "rang", "rings", "phoned", "texted", "wrote", "writes", "sent", "sends",
    "started", "starts", "stopped", "stops", "sat", "sits", "stood", "stands", "saw", "sees",
    "drove", "drives", "moved", "moves", "met", "meets", "liked", "likes", "loved", "loves",
    "hated", "hates", "laughed", "laughs", "cried", "cries", "died", "would", "could", "couldn",
    "wouldn", "should", "might", "must", "will", "won", "can", "turned", "turns", "became",
    "becomes", "felt", "feels", "found", "finds", "kept", "keeps", "let", "lets", "put", "puts",
    "brought", "brings", "showed", "shows", "spoke", "speaks", "talked", "talks", "tried", "tries",
    "used", "needs", "needed", "reckons", "remembers", "remembered",
  ]
  static let pronouns: Set<String> = [
    "i", "he", "she", "we", "they", "you", "me", "my", "her", "his", "jeg", "eg", "han", "hun",
    "ho", "vi", "du", "dere", "de", "dei", "meg", "deg",
  ]
  /// Names that are words too, but hardly ever where a sentence begins.
  static let seldomWords: Set<String> = [
    "eva", "ida", "linda", "gerd", "ulf", "rolf", "geir", "terje", "pia", "oda", "mats", "mads",
    "kine", "grete", "sander", "lene", "ole", "aud", "kai", "trine", "helge", "tore", "rune", "bob",
    "jack",
  ]
  /// Names that are words which often stand before a stop.
  static let oftenAlone: Set<String> = [
    "even", "will", "per", "else", "odd", "live", "hope", "joy", "hans", "dag", "rich", "frank",
    "max", "tone", "line", "vår", "mark", "grace", "finn", "jan", "liv",
  ]
  /// Words for somebody's people: a capital after them is a name (`min sønn Odin`).
  static let relatives: Set<String> = [
    "sønn", "sønnen", "son", "sonen", "guten", "gutten", "datter", "dattera", "datteren", "dotter",
    "dottera", "jenta", "jenten", "bror", "broren", "søster", "søsteren", "søstera", "syster",
    "systera", "mor", "moren", "mora", "far", "faren", "kone", "kona", "konen", "mann", "mannen",
    "ektemannen", "samboer", "samboeren", "sambuaren", "kjæreste", "kjæresten", "kjærasten",
    "fetter", "fetteren", "kusine", "kusina", "kusinen", "nevø", "nevøen", "niese", "niesen",
    "niesa", "onkelen", "tanta", "barnebarnet", "svoger", "svogeren", "svigerinne", "svigerinna",
    "svigermor", "svigerfar", "venninne", "venninna", "venninnen", "veninna", "venn", "vennen",
    "venen", "kompis", "kompisen", "nabo", "naboen", "kollega", "kollegaen", "sjefen",
    "daughter", "brother", "sister", "mother", "wife", "husband", "cousin", "nephew", "niece",
    "grandson", "granddaughter", "boyfriend", "girlfriend", "fiancé", "fiancée", "partner",
    "friend", "mate", "colleague", "boss", "neighbour", "neighbor", "stepson", "stepdaughter",
  ]
  static let possessives: Set<String> = [
    "min", "mi", "mitt", "mine", "din", "di", "ditt", "dine", "sin", "si", "sitt", "sine", "hans",
    "hennes", "hennar", "vår", "vårt", "våre", "deres", "deira", "dykkar",
  ]
}
