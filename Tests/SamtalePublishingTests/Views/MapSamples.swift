import Samtale

/// Thematic maps for tests. All themes are invented.
enum MapSamples {
  /// An identifier with a number in its last digits.
  static func id(_ number: Int) -> Identifier {
    var numbers = Fixed(number: UInt64(number))
    return Identifier(at: Timestamp(milliseconds: 0), using: &numbers)
  }

  /// Gives one number again and again.
  private struct Fixed: RandomNumberGenerator {
    var number: UInt64
    mutating func next() -> UInt64 { number << 2 }
  }

  static let names = [
    "Skilte mellom arbeidsrettet rehabilitering og behandling",
    "Arbeidsgiveren som en uforutsigbar samarbeidspartner",
    "Å få bestemme tempoet selv", "Veilederen åpner dører – og lukker noen",
    "Tilrettelegging som noe man må gjøre seg fortjent til",
    "Helsepersonellets taushetsplikt og samarbeidsmøtenes åpenhet",
    "Møtene følger en plan som ingen har skrevet",
    "Økonomisk utrygghet overskygger alt annet", "Håp på andres vegne",
    "Symptomene er til stede, men snakkes det ikke om", "Å være ekspert på seg selv",
    "Koordineringens usynlige arbeid",
  ]
  static let codes = [
    "redd for å bli avvist", "spør om lov", "terapeuten tar ordet",
    "arbeidsavklaringspengesaksbehandlingstid", "veileder oppsummerer på vegne av alle",
    "«det får vi ta senere»", "gradvis opptrapping", "kollegenes reaksjoner på sykefravær",
    "sier ja, mener nei", "humor som utvei", "søvn", "NAV/helse-grensesnitt",
    "å måtte forklare seg igjen og igjen for nye folk", "stillhet etter forslag", "takknemlighet",
  ]

  /// A map of so many themes in Norwegian, with codes, subthemes, a group, boundaries and lines.
  static func large(_ themes: Int, codes count: Int = 5) -> ThemeMap {
    let statuses: [Theme.Status] = [.final, .developed, .candidate, .developed]
    var map = ThemeMap(title: "Samarbeid om arbeid", nodes: [], edges: [])
    for index in 0..<themes {
      map.nodes.append(
        .init(id: id(index + 1), kind: .theme(statuses[index % 4]), name: names[index % 12]))
      for code in 0..<(1 + (index * 3 + count) % (count + 1)) {
        map.edges.append(.init(.themeCode, id(index + 1), id(100 + (index * 4 + code) % 15)))
      }
    }
    map.nodes.append(.init(id: id(90), kind: .group, name: "Ord om helse"))
    map.edges += [.init(.groupCode, id(90), id(110)), .init(.groupCode, id(90), id(104))]
    for code in 0..<15 where map.edges.contains(where: { $0.to == id(100 + code) }) {
      map.nodes.append(.init(id: id(100 + code), kind: .code, name: codes[code]))
    }
    if themes > 2 { map.edges.append(.init(.subtheme, id(1), id(3))) }
    for index in 1..<themes {
      map.edges.append(
        .init(
          index % 2 == 0 ? .map : .boundary, id(index),
          id(index + 1 + (index % 3) % (themes - index)),
          labels: index % 3 == 0
            ? [] : ["Her handler det om ordene som skiller de to, ikke om hvem som sier dem"]))
    }
    map.edges.append(.init(.map, id(90), id(1), labels: ["berører"]))
    return map
  }
}
