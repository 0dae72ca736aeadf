/// The standard signs of transcripts in English, Norwegian (bokmål and nynorsk), Danish, Swedish and
/// German, in small letters.
enum SignWords {
  // MARK: Pauses

  static let pauses: Set<String> = [
    "pause", "pauses", "short pause", "long pause", "longer pause", "brief pause", "silence",
    "long silence", "silent", "blank audio", "no audio", "no speech", "no sound", "beat",
    "pausa", "kort pause", "lang pause", "lengre pause", "litt pause", "liten pause", "tenkepause",
    "tenkjepause", "stillhet", "lang stillhet", "stille", "taushet", "lang taushet", "tagnad",
    "lang tagnad", "togn", "pausar", "længere pause", "lille pause", "tænkepause", "stilhed",
    "tavshed", "lang tavshed", "paus", "kort paus", "lång paus", "längre paus", "tankepaus",
    "tystnad", "lång tystnad", "tyst", "kurze pause", "lange pause", "längere pause", "schweigen",
    "stille pause",
  ]
  /// Words beside a length.
  static let pauseNouns: Set<String> = [
    "pause", "paus", "pausa", "silence", "stillhet", "taushet", "tagnad", "stilhed", "tavshed",
    "tystnad", "schweigen", "long", "short", "lang", "lång", "kort",
  ]
  static let aboutNumbers: Set<String> = [
    "ca", "cirka", "circa", "about", "approx", "approximately", "around", "omtrent", "rundt",
    "omkring", "ungefär", "etwa", "på", "of", "for", "av", "a", "en", "ei", "i", "-", "–",
  ]
  static let seconds: Set<String> = [
    "s", "sec", "secs", "second", "seconds", "sek", "sekund", "sekunder", "sekund-", "sekunders",
    "sekunds", "sekunde", "sekunden", "sekundar",
  ]
  static let minutes: Set<String> = [
    "min", "mins", "minute", "minutes", "minutt", "minutter", "minutters", "minut", "minuter",
    "minuten",
  ]

  // MARK: Sounds

  /// Sorts of sounds by what is written, which may be several words.
  static let sounds: [String: String] = {
    let phrases = [
      "laughter": [
        "all laugh", "everyone laughs", "both laugh", "begynner å le", "byrjar å le", "grin",
        "giggle", "flirer", "flirar", "flir", "fnis", "fniss", "smålatter", "leende", "leande",
      ],
      "cough": ["clears throat and coughs", "hoste", "husten"],
      "sigh": ["suck", "suk", "sukk", "puster tungt", "pustar tungt", "puster tungt ut"],
      "sniff": ["sniff", "sniffs"],
      "cry": ["begynner å gråte", "byrjar å gråte", "gråt", "tears up", "in tears"],
      "throat": ["clears throat", "clears his throat", "clears her throat", "kremt"],
      "breath": [
        "breathes in", "breathes out", "inhales", "exhales", "inhale", "exhale", "breath",
        "breathing", "deep breath", "takes a breath", "gasps", "gasp", "puster", "puster ut",
        "puster inn", "puster dypt", "trekker pusten", "trekker pusten dypt", "pustar",
        "pustar ut", "pustar inn", "trekkjer pusten", "innpust", "utpust", "inn- og utpust",
        "trækker vejret", "ånder", "ånder ud", "puster ud", "andas", "andas in", "andas ut",
        "inandning", "utandning", "gisper", "gispar", "flämtar", "atmet ein", "atmet aus",
      ],
      "whistle": ["whistles", "plystrer", "plystrar", "fløjter", "visslar"],
      "yawn": ["yawns", "yawn", "gjesper", "gjespar", "gaber", "gäspar"],
      "": [
        "mumbles", "mumbling", "mumler", "mumlar", "mumling", "mummel", "murmurs", "whispers",
        "whispering", "hvisker", "kviskrar", "viskar", "shouts", "shouting", "roper", "ropar",
        "råber", "skriker", "skrik", "screams", "sings", "singing", "synger", "syng", "sjunger",
        "hums", "humming", "nynner", "nynnar", "gnolar", "sneezes", "sneeze", "nyser", "nys",
        "hiccups", "hikker", "hickar", "swallows", "svelger", "svelgjer", "synker", "sväljer",
        "burps", "raper", "smatter", "smattar", "smackar", "klikker med tungen",
        "klikker med tunga", "clicks tongue", "tsk", "snorts", "fnyser", "fnys", "groans",
        "moans", "grunts", "stønner", "stønnar", "grynter", "blows nose", "pusser nesen",
        "pussar nasen", "pudser næse", "snyter seg", "snyt seg", "snyter sig", "vocal noise",
        "lip smack", "griner", "summing", "lydord",
      ],
    ]
    var all = distinctSounds
    for (type, texts) in phrases { for text in texts { all[text] = type } }
    return all
  }()

  /// Words that tell a sound wherever they stand in a few others: `Anna ler litt`.
  static let distinctSounds: [String: String] = {
    let words = [
      "laughter": [
        "laughter", "laughs", "laugh", "laughing", "laughingly", "chuckles", "chuckle",
        "chuckling", "giggles", "giggling", "snickers", "latter", "latteren", "ler", "småler",
        "lattermildt", "humrer", "humrar", "fniser", "fnisar", "knegger", "lått", "lær",
        "småflirer", "skratt", "skrattar", "småskrattar", "fnissar", "fnitter", "flinar", "lacht",
        "lachen", "lachend", "gelächter",
      ],
      "cough": [
        "cough", "coughs", "coughing", "hoster", "hostar", "hosting", "hostning", "hostanfall",
        "hustet",
      ],
      "sigh": ["sigh", "sighs", "sighing", "sukker", "sukkar", "suckar", "seufzt", "seufzen"],
      "sniff": ["sniffing", "sniffles", "snufser", "snufsar", "snøfter", "snørfter", "snörvlar"],
      "cry": [
        "cries", "crying", "sobs", "sobbing", "weeps", "weeping", "gråter", "græt", "græder",
        "gråtende", "gråtande", "hulker", "hulkar", "snyftar", "weint",
      ],
      "throat": [
        "kremter", "kremtar", "kremting", "harkler", "harklar", "rømmer", "räuspert",
      ],
    ]
    return Dictionary(
      words.flatMap { type, words in words.map { ($0, type) } }, uniquingKeysWith: { a, _ in a })
  }()

  // MARK: Gaps

  static let gaps: Set<String> = [
    "inaudible", "unintelligible", "incomprehensible", "indistinct", "indiscernible", "unclear",
    "inaud", "unintell", "garbled", "muffled", "not audible", "not clear", "cannot hear",
    "can't hear", "uhørbart", "uhørbar", "uhørlig", "uhøyrleg", "uhøyrbart", "uhørt",
    "uforståelig", "uforståeleg", "uforstålig", "uforst", "utydelig", "utydeleg", "uklart",
    "uklar", "ikke hørbart", "ikke hørbar", "ikkje høyrbart", "hører ikke", "høyrer ikkje",
    "høres ikke", "uhørligt", "uforståeligt", "utydeligt", "kan ikke høres", "ohörbart", "ohörbar",
    "ohörligt", "otydligt", "otydlig", "oklart", "oförståeligt", "obegripligt", "ohörb",
    "hörs inte",
    "hörs ej", "unverständlich", "unv", "unverst",
  ]
  /// Words beside one of those.
  static let besideGaps: Set<String> = [
    "ord", "ordet", "orda", "word", "words", "passage", "setning", "setninger", "sætning",
    "mening", "tale", "tal", "speech", "talk", "audio", "lyd", "ljud", "opptak", "sekvens",
    "section", "phrase", "parti", "del", "navn", "name", "at", "about", "ca", "kl", "et", "ett",
    "eit", "en", "ei", "one", "two", "to", "three", "tre", "a", "the", "few", "some", "noen",
    "noe", "noko", "nokon", "nogle", "några", "par", "flere", "fleire", "several", "litt", "lidt",
    "delvis", "partly", "mostly", "svært", "veldig", "very", "helt", "heilt", "snakker", "snakkar",
    "sek", "s", "sec", "seconds", "sekunder", "på", "grunn", "av", "-", "–", "somewhat", "voice",
    "voices", "stemmer", "stemme",
  ]

  // MARK: What happens

  static let incidents: Set<String> = [
    "applause", "clapping", "claps", "cheering", "applaus", "klapping", "klapper", "klappar",
    "bifald", "applåder", "applåderar", "klapsalve", "aplaudiments", "aplausos", "beifall",
    // Several at once.
    "crosstalk", "cross talk", "cross-talk", "overlap", "overlaps", "overlapping",
    "overlapping speech", "overlapping talk", "overlapping conversation", "overlapping voices",
    "overlapping dialogue", "simultaneous speech", "simultaneous talk", "simultaneous",
    "talking over each other", "speaking over each other", "talking at once", "speaking at once",
    "speaking simultaneously", "talking simultaneously", "all talking at once",
    "both talking at once", "both speaking at once", "everyone talking at once",
    "everyone talking", "interposing", "interrupts", "interrupting", "interrupted",
    "snakker samtidig", "alle snakker samtidig", "begge snakker samtidig", "prater samtidig",
    "alle prater samtidig", "snakker i munnen på hverandre", "prater i munnen på hverandre",
    "i munnen på hverandre", "samtidig tale", "overlapp", "overlapper", "overlappende tale",
    "overlappende", "overlappende snakk", "avbryter", "blir avbrutt", "avbrutt",
    "snakkar samtidig", "alle snakkar samtidig", "pratar samtidig", "i munnen på kvarandre",
    "snakkar i munnen på kvarandre", "overlappar", "avbryt", "blir avbroten", "avbroten",
    "taler samtidig", "alle taler samtidig", "taler i munden på hinanden",
    "snakker i munden på hinanden", "i munden på hinanden", "afbryder", "bliver afbrudt",
    "talar samtidigt", "pratar samtidigt", "alla pratar samtidigt",
    "pratar i munnen på varandra", "i munnen på varandra", "samtidigt tal", "överlappande tal",
    "överlappar", "blir avbruten", "avbruten",
    // Telephones, doors, sounds.
    "phone rings", "phone ringing", "telephone rings", "cell phone rings", "mobile rings",
    "doorbell", "knock on the door", "knock on door", "knocking", "door opens", "door closes",
    "door slams", "noise", "background noise", "background chatter", "background conversation",
    "chatter", "static", "beep", "beeping", "buzzing", "ringing", "feedback", "sound",
    "telefon ringer", "telefonen ringer", "mobilen ringer", "telefonen ringjer", "telefon ringjer",
    "telefonen ringer i bakgrunnen", "det ringer", "det banker", "det banker på døra",
    "det banker på døren", "banker på døra", "banker på døren", "bankar på døra", "døra går",
    "døren går", "døra går opp", "døra går igjen", "døren åpnes", "døren lukkes", "dør åpnes",
    "dør lukkes", "dør åpner", "dør smeller", "støy", "støy i bakgrunnen", "bakgrunnsstøy",
    "bakgrunnsstøv", "bakgrunnsprat", "prat i bakgrunnen", "bråk", "pip", "lydsignal", "lyd",
    "larm", "støj", "baggrundsstøj", "telefonen ringer på", "det banker på", "døren går op",
    "oljud", "buller", "bakgrundsljud", "bakgrundsbrus", "bakgrundsprat", "telefon ringer",
    "telefonen ringer", "mobilen ringer", "det knackar på dörren", "knackar på dörren",
    "dörren öppnas", "dörren stängs", "ljud", "music", "music playing", "musikk", "musikk spilles",
    "musik", "musik spilles", "musik spelas",
    // The recording.
    "recording stops", "recording stopped", "recording starts", "recording started",
    "recording paused", "recording resumes", "end of recording", "start of recording",
    "end of interview", "end of transcript", "end of transcription", "end of audio",
    "audio cuts out", "technical difficulties", "technical problems", "opptak slutt",
    "slutt på opptak", "slutt på opptaket", "opptaket slutter", "opptaket stopper",
    "opptaket stoppes", "opptak stoppes", "opptaket starter", "opptak starter",
    "opptaket avsluttes", "slutt", "pause i opptaket", "pause i opptak", "opptaket sluttar",
    "opptaket stoppar", "slutt på intervju", "slutt på intervjuet", "intervjuet avsluttes",
    "tekniske problemer", "tekniske problem", "lydproblemer", "lydproblem", "optagelsen slutter",
    "optagelsen stopper", "optagelsen stoppes", "slut på optagelse", "slut på optagelsen", "slut",
    "inspelningen slutar", "inspelningen avbryts", "slut på inspelning", "slut på inspelningen",
    "tekniska problem", "foreign language", "non-english speech", "speaking foreign language",
  ]

  /// Words that tell it wherever they stand in a few others.
  static let distinctIncidents: Set<String> = [
    "music", "musikk", "musik", "applause", "applaus", "applåder", "crosstalk", "støy", "støj",
  ]
  static let incidentEnds: Set<String> = [
    "noise", "barking", "bjeffer", "bjeffar", "gøer", "skäller", "ringing", "rings", "beeping",
    "buzzing", "knocking", "clattering", "rustling", "slams", "chirping", "honking",
  ]
  static let incidentBeginnings: Set<String> = [
    "overlapping", "noise", "pause", "paus", "recording", "opptak", "opptaket", "optagelsen",
    "inspelningen", "interruption", "avbrudd", "avbrot", "afbrydelse", "avbrott",
  ]
  /// Verbs of speaking, and words that say that several do at once.
  static let speaking = ["snakk", "prat", "tal", "speak"]
  static let atOnce: Set<String> = ["samtidig", "samtidigt", "once", "simultaneously", "together"]

  // MARK: Movements

  static let movements: Set<String> = [
    "shakes head", "shakes his head", "shakes her head", "shaking head", "shrugs shoulders",
    "smile", "smiling", "leaves", "leaves the room", "leaves room", "enters", "enters the room",
    "comes in", "walks in", "walks out", "stands up", "sits down", "gets up", "looks away",
    "writes", "writing", "drinks", "drinking", "eating", "thinks", "thinking", "demonstrates",
    "rister på hodet", "ristar på hovudet", "ryster på hodet", "ryster på hovedet",
    "skakar på huvudet", "trekker på skuldrene", "trekker på skuldra", "trekkjer på skuldrene",
    "trækker på skuldrene", "rycker på axlarna", "smilende", "smilande", "leende tonefall", "går",
    "går ut", "går ut av rommet", "går ud", "kommer inn", "kommer ind", "kommer in", "kjem inn",
    "forlater rommet", "forlet rommet", "forlader rummet", "lämnar rummet", "reiser seg",
    "reiser seg opp", "reiser sig", "rejser sig", "reser sig", "setter seg", "set seg",
    "sætter sig", "sätter sig", "ser bort", "ser vekk", "ser ned", "tittar bort", "kigger væk",
    "drikker", "drikk", "dricker", "spiser", "äter", "skriver", "noterer", "noterar", "tenker",
    "tenker seg om", "tenkjer", "tenkjer seg om", "tænker", "tænker sig om", "tänker", "viser",
    "viser med hendene", "visar", "visar med händerna",
  ]
  static let distinctMovements: Set<String> = [
    "nods", "nodding", "nod", "nikker", "nikkar", "nickar", "points", "pointing", "peker", "peikar",
    "peger", "pekar", "gestures", "gesturing", "gesticulates", "gestikulerer", "gestikulerar",
    "shrugs", "shrugging", "smiles", "smiler", "smilar", "vinker", "vinkar", "waves", "nickt",
    "zeigt", "lächelt",
  ]

  // MARK: Remarks

  /// Remarks on how something is said or written.
  static let remarks: Set<String> = [
    "sic", "emphasis added", "emphasis", "ironic", "ironically", "sarcastic", "sarcastically",
    "softly", "quietly", "loudly", "slowly", "quickly", "hesitates", "hesitating", "hesitantly",
    "in unison", "affirmative", "negative", "phonetic", "spelling", "uncertain",
    "in english", "in norwegian", "in danish", "in swedish", "translated", "reading", "reads",
    "reads aloud", "reading aloud", "joking", "jokingly", "imitates", "imitating", "uthevet",
    "min utheving", "mi utheving", "vår utheving", "ironisk", "ironiskt", "sarkastisk",
    "sarkastiskt", "lavt", "lågt", "høyt", "høgt", "højt", "högt", "stille stemme", "lav stemme",
    "med lav stemme", "raskt", "fort", "sakte", "langsomt", "nølende", "nølande", "nøler",
    "nølar", "tøver", "tøvende", "tvekar", "tveksamt", "i kor", "bekreftende", "bekreftande",
    "bekræftende", "bekräftande", "avkreftende", "benektende", "benægtende", "nekande", "fonetisk",
    "fonetiskt", "usikker", "usikkert", "usikker transkripsjon", "osäker", "osäkert", "leser",
    "leser høyt", "les høgt", "læser højt", "läser högt", "leser opp", "på engelsk",
    "på engelska", "på norsk", "på norska", "på dansk", "på danska", "på svensk", "på svenska",
    "spøkefullt", "spøker", "spøkende", "tuller", "skämtar", "hermer", "imiterer", "etterligner",
    "ivrig", "oppgitt", "rørt", "henvendt til alle", "utbryter",
  ]

  // MARK: Words in the place of others

  /// Words that stand in square brackets for a name or place that was said.
  static let placeholders: Set<String> = [
    "name", "names", "first name", "last name", "surname", "person", "place", "place name", "city",
    "town", "village", "country", "municipality", "county", "street", "address", "location",
    "company", "employer", "workplace", "organisation", "organization", "school", "hospital",
    "university", "date", "age", "year", "number", "phone number", "telephone number", "email",
    "redacted", "removed", "name removed", "name redacted", "name deleted", "navn", "navnet",
    "personnavn", "fornavn", "etternavn", "egennavn", "navn fjernet", "navn utelatt", "sted",
    "stedet", "stedsnavn", "stadnamn", "by", "byen", "bynavn", "bygd", "kommune", "kommunen",
    "fylke", "land", "gate", "adresse", "firma", "bedrift", "bedriften", "arbeidsgiver",
    "arbeidsgivar", "arbeidsplass", "skole", "skolen", "skule", "skulen", "sykehus", "sjukehus",
    "universitet", "organisasjon", "avdeling", "dato", "alder", "årstall", "telefonnummer",
    "e-post", "sladdet", "sladda", "fjernet", "fjerna", "namn", "namnet", "fornamn", "etternamn",
    "stad", "staden", "navn udeladt", "efternavn", "stednavn", "arbejdsgiver", "arbejdsplads",
    "skolens navn", "sygehus", "virksomhed", "förnamn", "efternamn", "ortsnamn", "ort", "orten",
    "kommun", "kommunen", "företag", "arbetsgivare", "arbetsplats", "skola", "skolan", "sjukhus",
    "maskat", "borttaget", "name der person", "ort der handlung",
  ]
  /// Of those the ones that stand in parentheses too.
  static let placeholderStems = ["anonymi", "pseudonymi"]
  static let placeholderBeginnings = [
    "name of ", "navn på ", "navnet på ", "namn på ", "namnet på ", "name of the ",
  ]

  // MARK: Words that are said

  /// What listeners say, which many write in brackets inside the talk of another.
  static let listening: Set<String> = [
    "m", "mm", "mmm", "mhm", "mm-hm", "mm-mm", "mmhm", "hm", "hmm", "hmhm", "uh-huh", "uhuh", "ja",
    "jaja", "jada", "jo", "joda", "jau", "javel", "jepp", "jep", "nei", "neida", "nej", "nja",
    "nope", "no", "yes", "yeah", "yep", "right", "sure", "ok", "okay", "okei", "okey", "exactly",
    "aha", "åja", "å", "oh", "ah", "eh", "ehm", "uh", "um", "øh", "øhm", "nettopp", "akkurat",
    "nemlig", "precis", "just", "det", "ikke", "sant", "ikkje", "i", "see", "skjønner", "skjønar",
    "klart", "selvfølgelig", "naturligvis", "nå", "nåh", "näe", "jaha", "mja", "riktig",
  ]
}
