/// Numbers and months in words: English, bokmål, nynorsk.
enum NumberWords {
  /// 1 to 99 as one word or as two with a hyphen or space (`thirty-four`, `trettifire`,
  /// `fireogtretti`).
  static let cardinals: [String: Int] = {
    var words: [String: Int] = [:]
    for (i, list) in ones.enumerated() { for word in list { words[word] = i + 1 } }
    for (i, list) in teens.enumerated() { for word in list { words[word] = i + 10 } }
    for (i, list) in tens.enumerated() {
      for ten in list {
        words[ten] = (i + 2) * 10
        for (k, list) in ones.enumerated() {
          for one in list {
            words[ten + one] = (i + 2) * 10 + k + 1
            words[ten + "-" + one] = (i + 2) * 10 + k + 1
            words[one + "og" + ten] = (i + 2) * 10 + k + 1
          }
        }
      }
    }
    return words
  }()

  /// First to thirty-first.
  static let ordinals: [String: Int] = {
    var words: [String: Int] = [:]
    for (i, list) in ordinalWords.enumerated() { for word in list { words[word] = i + 1 } }
    let firsts = ordinalWords[..<9]
    for (i, list) in firsts.enumerated() {
      for one in list {
        for ten in ["twenty-", "tjue", "tjuge"] { words[ten + one] = 20 + i + 1 }
      }
    }
    for ten in ["thirty-first", "trettiførste", "trettifyrste", "trettiførste"] { words[ten] = 31 }
    return words
  }()

  static let months: [String: Int] = {
    let names: [[String]] = [
      ["january", "januar", "jan"], ["february", "februar", "feb"], ["march", "mars", "mar"],
      ["april", "apr"], ["may", "mai"], ["june", "juni", "jun"], ["july", "juli", "jul"],
      ["august", "aug"], ["september", "sept", "sep"], ["october", "oktober", "oct", "okt"],
      ["november", "nov"], ["december", "desember", "dec", "des"],
    ]
    var words: [String: Int] = [:]
    for (i, list) in names.enumerated() { for word in list { words[word] = i + 1 } }
    return words
  }()

  private static let ones: [[String]] = [
    ["one", "en", "ein", "én"], ["two", "to"], ["three", "tre"], ["four", "fire"],
    ["five", "fem"], ["six", "seks"], ["seven", "sju", "syv"], ["eight", "åtte"], ["nine", "ni"],
  ]
  private static let teens: [[String]] = [
    ["ten", "ti"], ["eleven", "elleve"], ["twelve", "tolv"], ["thirteen", "tretten"],
    ["fourteen", "fjorten"], ["fifteen", "femten"], ["sixteen", "seksten"],
    ["seventeen", "sytten"], ["eighteen", "atten"], ["nineteen", "nitten"],
  ]
  private static let tens: [[String]] = [
    ["twenty", "tjue", "tjuge"], ["thirty", "tretti"], ["forty", "førti"], ["fifty", "femti"],
    ["sixty", "seksti"], ["seventy", "sytti"], ["eighty", "åtti"], ["ninety", "nitti"],
  ]
  private static let ordinalWords: [[String]] = [
    ["first", "første", "fyrste"], ["second", "andre"], ["third", "tredje"],
    ["fourth", "fjerde"], ["fifth", "femte"], ["sixth", "sjette"],
    ["seventh", "sjuende", "syvende", "sjuande"], ["eighth", "åttende", "åttande"],
    ["ninth", "niende", "niande"], ["tenth", "tiende", "tiande"], ["eleventh", "ellevte"],
    ["twelfth", "tolvte"], ["thirteenth", "trettende", "trettande"],
    ["fourteenth", "fjortende", "fjortande"], ["fifteenth", "femtende", "femtande"],
    ["sixteenth", "sekstende", "sekstande"], ["seventeenth", "syttende", "syttande"],
    ["eighteenth", "attende", "attande"], ["nineteenth", "nittende", "nittande"],
    ["twentieth", "tjuende", "tjuande"], [], [], [], [], [], [], [], [], [],
    ["thirtieth", "trettiende", "trettiande"],
  ]
}
