/// Words beside a name that say what it names.
enum NameCues {
  /// Before a person's name.
  static let beforePerson: Set<String> = [
    "heter", "heiter", "hette", "heitte", "named", "called", "kalt", "kalla", "kalles", "navnet",
    "namnet", "name's",
  ]
  /// After a person's name.
  static let afterPerson: Set<String> = [
    "said", "says", "told", "thinks", "thought", "asked", "wants", "wanted", "sa", "sier", "seier",
    "sagt", "spurte", "mener", "mente", "meiner", "ringte", "ringde", "phoned", "rang", "texted",
    "fortalte", "fortalde", "reckons",
  ]
  static let beforePlace: Set<String> = [
    "i", "in", "fra", "frå", "from", "på", "near", "ved", "mot", "til", "to", "around", "rundt",
    "outside", "utenfor", "utanfor", "via", "over",
  ]
  /// Words of living and moving: a name soon after them, with a preposition, is a place.
  static let living: Set<String> = [
    "bor", "bur", "bodde", "budde", "flytte", "flytter", "flyttet", "flytta", "flyttar", "reise",
    "reiste", "reist", "drar", "dro", "kjører", "kjørte", "live", "lives", "lived", "living",
    "move",
    "moved", "moving", "drove", "drive", "travel", "travelled", "born", "født", "fødd", "vokste",
    "oppvokst", "oppvaksen",
  ]
  static let beforeOrganisation: Set<String> = ["hos", "at", "for"]
  /// More words before names of places and organisations in small letters.
  static let beforeSmallName: Set<String> = ["of", "av", "with", "med", "by", "into", "inn"]
  static let work: Set<String> = [
    "work", "works", "worked", "working", "job", "jobs", "jobbe", "jobber", "jobbet", "jobba",
    "jobb", "jobben", "arbeid", "arbeider", "arbeidet", "arbeida", "ansatt", "tilsett", "employed",
    "trial", "utplassert", "utplassering", "praksis", "shift", "shifts", "vakt", "vakter",
    "praksisplass", "interview", "intervju",
  ]
  /// The last word of an organisation's name; in Norwegian also in small letters.
  static let organisationEnd: Set<String> = [
    "hospital", "school", "university", "college", "ltd", "inc", "plc", "council", "church",
    "clinic", "centre", "center", "trust", "bakery", "cafe", "café", "hotel", "company", "bank",
    "garage", "academy", "nursery", "surgery", "housing", "kindergarten", "logistics", "foods",
    "motors", "services", "group", "sons", "bryggeri", "bakeri", "kafé", "hotell", "verft",
    "mekaniske", "transport", "bygg", "elektro", "skole", "skule", "sykehus", "sjukehus",
    "barnehage", "as", "asa", "sykehjem", "sjukeheim", "aldershjem", "bedrift", "videregående",
    "vidaregåande", "ungdomsskole", "ungdomsskule", "universitet", "legesenter", "legekontor",
    "senter", "menighet", "idrettslag", "gartneri", "trelast", "renhold", "dagsenter", "byggvarer",
    "snekkeri", "vaskeri", "verksted", "library", "primary", "pharmacy", "nurseries", "farm",
    "stores", "laundry",
  ]
  static let placeEnd: Set<String> = [
    "river", "lake", "park", "beach", "bridge", "station", "valley", "bay", "island", "village",
    "green", "heath", "moor", "wood", "estate", "stasjon", "brygge", "torg",
  ]
  static let streetEnd: Set<String> = [
    "street", "road", "lane", "avenue", "drive", "close", "crescent", "terrace", "square", "gate",
    "gata", "vei", "veien", "veg", "vegen", "allé", "plass",
  ]
  /// How Norwegian streets end.
  static let streetSuffixes = ["gata", "gaten", "veien", "vegen", "gate", "vei", "torget"]
  /// How Norwegian places often end.
  static let placeSuffixes = [
    "vik", "vika", "viken", "dal", "dalen", "stad", "sund", "sundet", "nes", "neset", "heim", "bø",
    "fjord", "fjorden", "øy", "øya", "fjell", "fjellet", "vatn", "vatnet", "sjøen", "strand",
    "havn", "hamn", "bygd", "bygda", "åsen", "haugen", "lia", "moen", "ham", "ton", "ford", "bury",
    "borough", "mouth", "shire", "wick", "by", "foss", "fossen", "eidet", "eid", "marka", "elva",
  ]
  /// How Norwegian words for organisations end, in small letters after the name.
  static let organisationSuffixes = [
    "skole", "skule", "sykehus", "sjukehus", "barnehage", "senter", "sykehjem", "sjukeheim",
    "bedrift", "forening", "sykehuset", "skolen", "skulen", "senteret",
  ]
  /// Adjectives and the like that begin names of places.
  static let nameStart: Set<String> = [
    "little", "great", "new", "old", "upper", "lower", "north", "south", "east", "west", "high",
    "saint", "st", "san", "gamle", "nye", "store", "lille", "litle", "vesle", "øvre", "nedre",
    "ytre", "indre", "nord", "sør", "øst", "vest", "nordre", "søndre", "midtre", "kong", "dronning",
  ]
  /// How many words end and few names: those at the beginning of a sentence are left alone.
  static let wordEndings = [
    "ing", "ed", "ly", "en", "et", "ene", "ane", "ende", "ande", "ingar", "ings", "ists", "tion",
    "ment", "ness", "ful", "lig", "leg", "tig", "sjon", "het",
  ]
  /// Small words inside names.
  static let particles: Set<String> = [
    "von", "van", "der", "den", "de", "la", "del", "di", "da", "al", "bin", "ben", "af", "av",
  ]
}
