@testable import Samtale

extension ClosureTypeTests {
  static let norwegian: [Row] = [
    Row(
      "nb", .undetermined, by: "", opener: "WA",
      """
      # Bussen
      WA: Bussen gikk fra meg i går.
      [cut]
      # Lønn
      SW: Hvem sender timelista?
      """),
    Row(
      "nb", .undetermined, by: "", opener: "T",
      """
      # Medisin !openEnd
      T: Legen økte dosen i mars.
      WA: Mm.
      # Ferie
      ES: Når tar du ferie?
      """),
    Row(
      "nb", .undetermined, by: "", opener: "ES",
      """
      # Lunsj
      ES: Vi spiser klokka tolv.
      WA: Ok.
      """),
    Row(
      "nb", .deferred, by: "ES", accepted: "WA", opener: "WA",
      """
      # Kurs
      WA: Jeg ville ta truckkurset før jul.
      ES: Det tar vi senere.
      WA: Ja.
      # Telefon
      SW: Har du fått ny telefon?
      """),
    Row(
      "nb", .deferred, by: "SW", accepted: "T", opener: "SW",
      """
      # Penger
      SW: Depositumet er ikke betalt ennå. Vi kommer tilbake til det.
      T: Greit.
      # Hund
      ES: Hvordan går det med hunden?
      """),
    Row(
      "nb", .explicitClosing, by: "ES", accepted: "T", opener: "ES",
      """
      # Verneutstyr
      ES: Verkstedet låner ham hjelm og hansker.
      WA: Jeg har hansker hjemme.
      ES: Da går vi videre.
      T: Ja.
      # Søvn
      SW: Har du sovet bedre?
      """),
    Row(
      "nb", .explicitClosing, by: "SW", opener: "WA",
      """
      # Leie
      WA: Huseieren vil ha husleia den første.
      SW: Det var alt.
      # Lege
      T: Legen ringte på mandag.
      """),
    Row(
      "nb", .explicitClosing, by: "SW", accepted: "WA", opener: "ES",
      """
      # Kantina
      ES: Kantina stenger klokka to på fredager.
      WA: Da spiser jeg hjemme.
      SW: Er det noe mer?
      WA: Nei.
      # Tannlege
      T: Tannlegen har sendt en regning.
      """),
    Row(
      "nb", .disclaimer, by: "SW", opener: "WA",
      """
      # Skatt
      WA: Hvem bestemmer skatteprosenten?
      SW: Jeg vet ikke.
      # Uniform
      ES: Hotellet deler ut uniformer på mandag.
      """),
    Row(
      "nb", .disclaimer, by: "T", opener: "WA",
      """
      # Sykmelding
      WA: Kan du skrive sykmelding for august?
      T: Det er ikke min oppgave, du må ringe fastlegen.
      # PC
      ES: Maskinen kommer torsdag.
      """),
    Row(
      "nb", .disclaimer, by: "ES", opener: "SW",
      """
      # Pensjon
      SW: Endrer pensjonen seg når han jobber?
      ES: Det kan ikke jeg svare på.
      # Vær
      WA: Det regnet hele veien hit.
      """),
    Row(
      "nb", .collaborative, by: "T", opener: "WA",
      """
      # Suppe
      WA: Jeg kokte suppe til hele oppgangen på søndag.
      T: Så bra.
      # Lønn
      ES: Lønna kommer den tolvte.
      """),
    Row(
      "nb", .collaborative, by: "WA", accepted: "ES", opener: "ES",
      """
      # Nøkler
      ES: Vaktmesteren legger nøklene i den blå kassa.
      WA: Ok.
      ES: Ja.
      # Tannlege
      SW: Har tannlegen svart?
      """),
    Row(
      "nb", .collaborative, by: "WA", accepted: "SW", opener: "ES",
      """
      # Start
      ES: De vil ha ham på kjøkkenet fra klokka sju på tirsdag.
      WA: Ja.
      SW: Greit.
      # Søvn
      T: Hvor mange timer sov du?
      """),
    Row(
      "nb", .acknowledgedShift, by: "ES", opener: "WA",
      """
      # Støvler
      WA: Støvlene ga meg gnagsår på begge hælene.
      ES: Ok. | Sjefen spurte om påska.
      """),
    Row(
      "nb", .acknowledgedShift, by: "WA", opener: "SW",
      """
      # Turnus
      SW: Turnusen henger ved fryseren nå.
      WA: Mm. | Jeg mistet passet i sommer.
      """),
    Row(
      "nb", .acknowledgedShift, by: "SW", opener: "WA",
      """
      # Kurs
      WA: Kurset ble fullt i mai.
      # Leilighet
      SW: Ja, fint. Gikk leiligheten gjennom befaringen?
      """),
    Row(
      "nb", .minimalAcknowledgement, by: "T", opener: "WA",
      """
      # Radio
      WA: Radioen i varebilen tar bare inn én stasjon.
      T: Mm.
      # Rente
      SW: Banken satte opp renta i april.
      """),
    Row(
      "nb", .minimalAcknowledgement, by: "WA", opener: "ES",
      """
      # Maling
      ES: De maler gangen på onsdag, så du bruker bakdøra.
      WA: Ok.
      # Matpakke
      ES: Ta med matpakke på mandag.
      """),
    Row(
      "nb", .minimalAcknowledgement, by: "SW", opener: "T",
      """
      # Puls
      T: Sykepleieren målte pulsen to ganger.
      SW: Jeg skjønner.
      # Jakke
      WA: Noen tok jakka mi.
      """),
    Row(
      "nb", .stepwise, by: "", opener: "WA",
      """
      # Timer
      WA: Bakeriet ga meg flere timer i oktober.
      # Ytelse
      SW: Flere timer gir mindre ytelse.
      """),
    Row(
      "nb", .stepwise, by: "", opener: "T",
      """
      # Hund
      T: Du lufter hunden hver morgen.
      # Kne
      WA: Hunden drar så hardt at kneet hovner opp.
      """),
    Row(
      "nb", .stepwise, by: "", opener: "ES",
      """
      # Varebil
      ES: Varebilen går fra stasjonen.
      # Stasjon
      ES: Stasjonen har en ny kiosk.
      """),
    Row(
      "nb", .abruptShift, by: "SW", opener: "WA",
      """
      # Kjøleskap
      WA: Kjøleskapet mitt låter som en traktor.
      # Rapport
      SW: Rapporten går til kontoret på mandag.
      """),
    Row(
      "nb", .abruptShift, by: "ES", opener: "T",
      """
      # Film
      T: Du så den filmen om gruvearbeiderne to ganger.
      # Faktura
      ES: Noen må betale fakturaen for drosjen.
      """),
    Row(
      "nb", .abruptShift, by: "WA", opener: "SW",
      """
      # Skjema
      SW: Postet du skjemaet på tirsdag?
      # Søster
      WA: Søstera mi giftet seg i Bergen.
      """),
    Row(
      "nb", .noUptake, by: "", opener: "WA",
      """
      # Kor
      WA: Koret sang på torget på lørdag.
      # Gardiner
      WA: Jeg kjøpte gardiner til soverommet.
      """),
    Row(
      "nb", .noUptake, by: "", opener: "T",
      """
      # Vekt
      T: Han la på seg tre kilo i vinter.
      # Nabo
      T: Naboen klager på musikken.
      """),
    Row(
      "nb", .noUptake, by: "", opener: "WA",
      """
      # Hage
      SW: Ok.
      WA: Hagen oversvømmes når snøen smelter.
      # Telefon
      WA: Telefonen falt i ei bøtte.
      """),
    Row(
      "nb", .abruptShift, by: "SW", opener: "WA",
      """
      # Timer
      WA: Bakeriet ga meg flere timer i oktober.
      # Ytelse
      SW: Neste punkt. Flere timer gir mindre ytelse.
      """),
    Row(
      "nb", .minimalAcknowledgement, by: "SW", opener: "WA",
      """
      # Timer
      WA: Bakeriet ga meg flere timer i oktober.
      SW: Ok. | Flere timer gir mindre ytelse.
      """),
    Row(
      "nb", .ownShift, by: "ES", opener: "ES",
      """
      # Verksted
      ES: Verkstedet har bilen til fredag. | Noen må betale parkeringsboten.
      """),
    Row(
      "nb", .ownShift, by: "SW", opener: "SW",
      """
      # Skjema
      SW: Skjemaet gikk ut på mandag. | Nå, leiligheten. Har de malt den?
      """),
    Row(
      "nb", .minimalAcknowledgement, by: "ES", opener: "WA",
      """
      # Buss
      WA: Jeg tar den tidlige bussen fra torget.
      ES: Den tidlige bussen.
      # Lege
      SW: Legen skrev på mandag.
      """),
    Row(
      "nb", .abruptShift, by: "SW", opener: "WA",
      """
      # Buss
      WA: Jeg tar den tidlige bussen fra torget.
      ES: Ikke den tidlige bussen.
      # Lege
      SW: Legen skrev på mandag.
      """),
    Row(
      "nb", .minimalAcknowledgement, by: "WA", opener: "ES",
      """
      # Leie
      ES: Huseieren vil ha husleia på fredag.
      # Sko
      WA: Mm.
      ES: Skoene kom fra lageret.
      """),
    Row(
      "nb", .abruptShift, by: "WA", opener: "SW",
      """
      # Medisin
      SW: Jeg vet ikke. Apoteket åpner klokka ni på lørdager.
      # Vær
      WA: Det regnet hele veien hit.
      """),
  ]
}
