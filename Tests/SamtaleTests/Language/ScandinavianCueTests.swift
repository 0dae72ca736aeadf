import Samtale
import Testing

@Suite struct DanishCueTests {
  private static let reader = CueReader(.of("da"))

  @Test(arguments: CueRow.table(rows)) func reads(_ row: CueRow) throws {
    try row.check(Self.reader)
  }

  private static let rows = """
    minimal | A | Ja, netop.
    minimal |  | Nej, det tror jeg ikke.
    minimal | A | Okay, jeg forstår.
    minimal |  | Lige præcis.
    assessment |  | Det er godt.
    assessment |  | Det lyder spændende.
    filler |  | Øh, altså …
    substantive | ?! | Hvad tænker du
    substantive | ?! | Har du talt med lægen
    substantive | ?! | Kan I komme på mandag
    substantive | D | Det ved jeg ikke.
    substantive | C | Så går vi videre.
    substantive | L | Det tager vi senere.
    substantive |  | Min onkel arbejder om natten.
    """
}

@Suite struct SwedishCueTests {
  private static let reader = CueReader(.of("sv"))

  @Test(arguments: CueRow.table(rows)) func reads(_ row: CueRow) throws {
    try row.check(Self.reader)
  }

  private static let rows = """
    minimal | A | Ja, precis.
    minimal |  | Nej, det tror jag inte.
    minimal | A | Okej, jag förstår.
    minimal | A | Just det.
    assessment |  | Det är bra.
    assessment |  | Vad roligt!
    filler |  | Öh, alltså …
    substantive | ?! | Vad tänker du
    substantive | ?! | Har du pratat med läkaren
    substantive | ?! | Det stämmer ju inte, eller hur
    substantive |  | Har du tid, så kan vi ta det nu.
    substantive | D | Jag vet inte.
    substantive | C | Då går vi vidare.
    substantive | L | Det tar vi sen.
    substantive |  | Min farbror jobbar på natten.
    """
}
