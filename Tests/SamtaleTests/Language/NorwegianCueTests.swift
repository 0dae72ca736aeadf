import Samtale
import Testing

@Suite struct BokmålCueTests {
  private static let reader = CueReader(.of("nb"))

  @Test(arguments: CueRow.table(rows)) func reads(_ row: CueRow) throws {
    try row.check(Self.reader)
  }

  private static let rows = """
    minimal | =A | Ja.
    minimal | =A | Mm.
    minimal | =A | Jo, jo.
    minimal | = | Nei.
    minimal | = | Nei, ikke sant.
    minimal | A | Ja, ikke sant.
    minimal | A | Ok, akkurat.
    minimal | A | Okei, skjønner.
    minimal | A | Ja, det stemmer.
    minimal |  | Det er det.
    minimal |  | Det gjør jeg.
    minimal | A | Ja, det tror jeg også.
    minimal |  | Nei, det tror jeg ikke.
    minimal |  | Jeg tror det.
    minimal |  | Ikke egentlig.
    minimal | A | Nettopp.
    minimal | A | Riktig, ja.
    minimal | A | Å ja, eh, ja.
    minimal | A | Greit.
    minimal | A | Takk skal du ha.
    minimal | A | Helt enig.
    minimal |  | Nei da, det går bra.
    minimal |  | Selvfølgelig ikke.
    minimal | A | Ja. Mm. Sant.
    minimal | ?! | Gjør du det?
    assessment |  | Så hyggelig.
    assessment |  | Det er veldig bra.
    assessment | A | Ja, det høres fint ut.
    assessment |  | Det var synd.
    assessment |  | Kjempebra!
    assessment | A | Mm, det er viktig.
    assessment |  | God idé.
    filler | = | Eh.
    filler |  | Men, eh …
    filler |  | Jeg –
    filler |  | Altså, liksom,
    substantive | ?! | Hva tenker du?
    substantive | ?! | Hva tenker du
    substantive | ?! | Har du ringt legen
    substantive | ?! | Men går det bra på jobben
    substantive | ?! | Så hvordan har uka vært
    substantive | ?! | Du kommer på mandag, ikke sant
    substantive | ?! | Dere begynner klokka åtte, eller
    substantive | ?! | Det er ikke for tungt, vel
    substantive | ?! | Jeg lurer på om du kan jobbe mer
    substantive | ?! | Kan du fortelle litt om det
    substantive | ?! | Når begynner du
    substantive | ?! | Er ikke det litt mye
    substantive |  | Har du tid, så kan vi ta det nå.
    substantive |  | Blir det for mye, så sier du fra.
    substantive |  | Ring legen på mandag.
    substantive | D | Vet ikke.
    substantive |  | Tror jeg har det i veska.
    substantive |  | Når du kommer, tar vi en prat.
    substantive |  | Hvis du vil, kan vi stoppe der.
    substantive |  | Så er det en ting til.
    substantive |  | Hva jeg mener er at det er langt.
    substantive | D | Det går litt utover min rolle.
    substantive | D | Det kan ikke jeg svare på.
    substantive | D | Da må du nesten ringe fastlegen.
    substantive | D | Jeg vet ikke.
    substantive | D | Det er NAV som bestemmer det.
    substantive | C | Da går vi videre.
    substantive | C | Da sier vi det.
    substantive | C | Det var det hele.
    substantive | ?!C | Er det noe mer?
    substantive | C | Jeg har ikke så mye mer.
    substantive | C | Takk for i dag.
    substantive | L | Det tar vi senere.
    substantive | L | Vi kommer tilbake til det.
    substantive | L | Vi får se.
    substantive | O | Ok, da begynner vi med neste punkt.
    substantive | O | Når det gjelder jobben, er det nytt.
    substantive | = | Kl. 06.40 gikk bussen, f.eks. i går.
    substantive | = | Han sa ikke noe mer den kvelden.
    substantive | = | Jeg er ferdig på jobb klokka tre.
    substantive | = | Hun avsluttet kurset i mai.
    substantive | = | Jeg vet ikke hvor han sitter.
    substantive | D | Jeg vet ikke helt.
    substantive | = | Jeg får se legen på mandag.
    substantive | L | Vi får se.
    substantive | = | Jeg parkerte bilen bak bygget.
    substantive | L | Neste gang tar vi brevet.
    substantive | O | Penger, da.
    substantive | O | Fra min side er det bare brevet.
    """
}

@Suite struct NynorskCueTests {
  private static let reader = CueReader(.of("nn"))

  @Test(arguments: CueRow.table(rows)) func reads(_ row: CueRow) throws {
    try row.check(Self.reader)
  }

  private static let rows = """
    minimal | A | Ja, nettopp.
    minimal |  | Nei, ikkje sant.
    minimal | A | Greitt.
    minimal |  | Det gjer eg.
    minimal | A | Ja, det trur eg.
    minimal | A | Eg skjønar.
    minimal | A | Det stemmer.
    minimal | A | Heilt einig.
    minimal |  | Sjølvsagt ikkje.
    assessment |  | Så hyggeleg.
    assessment |  | Det er viktig.
    assessment |  | Det høyrest bra ut.
    filler |  | Eh, men …
    substantive | ?! | Kva tenkjer du
    substantive | ?! | Korleis går det
    substantive | ?! | Kor mykje søv du
    substantive | ?! | Har de snakka med legen
    substantive | ?! | Trur du det går
    substantive | ?! | Ka du trur
    substantive | ?! | Du kjem på måndag, ikkje sant
    substantive |  | Har du tid, så kan vi ta det no.
    substantive | D | Eg veit ikkje.
    substantive | D | Det er ikkje mitt ansvar.
    substantive | C | Då går vi vidare.
    substantive | L | Vi kjem attende til det.
    substantive | L | Det tek vi seinare.
    """
}
