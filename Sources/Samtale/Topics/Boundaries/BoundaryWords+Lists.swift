extension BoundaryWords {
  static let english = BoundaryWords(
    stop: list(
      """
      the and that you this have for not but are was were with they from would could should there \
      what which when where who why how all can will just like know think yeah yes okay right well \
      mean really very some any one two three thing things something anything kind sort bit lot \
      lots much many more most also then than them their our your his her its it's that's don't \
      i'm you're we're they're there's i'll we'll you'll i've we've you've didn't doesn't can't \
      won't isn't wasn't wouldn't couldn't gonna wanna gotta got get gets getting going goes went \
      come coming came has had having does did doing done been being because 'cause cause maybe \
      probably actually basically guess sure mm-hmm uh-huh hmm huh alright yep yup nope into out \
      over about other another each every either both same such only even still too here now let \
      let's say said saying see make makes made take want need look looking use way good great \
      fine nice sorry thank thanks put might may must shall quite though although while whether \
      these those back down off again first second next last him she himself themselves myself \
      yourself what's who's he's she's how's where's anyway try stuff people point whatever else \
      through before after between without within upon yet ever never always
      """),
    openers: list(
      """
      okay ok so right alright well now anyway anyways first firstly next then finally lastly \
      good great let's hello hi moving and
      """),
    agenda: list(
      """
      next first firstly second agenda item items topic meeting meetings minutes move moving start \
      starts starting begin presentation presentations present presenting discuss discussion \
      summary summarise summarize recap finally final last lastly plan goal goals decision \
      decisions introduce welcome report today conclusion overview finish finished close closing \
      project evaluation evaluate requirements budget now talk ready
      """),
    leading: list(
      """
      next agenda meeting meetings minutes welcome start begin presentation presentations discuss \
      discussion everybody everyone let's move closing finish finished we'll thank item items \
      topic decision decisions now today
      """),
    closings: phrases(
      """
      that's all|that's it|that's about it|move on|moving on|next item|nothing more|anything else|\
      any questions|that's everything|i'm done|i'm finished|that's me|sounds good|thank you|\
      thanks|we're done|very good|okay great|okay good|that's good
      """),
    ending: list(
      "bye goodbye goodnight thanks thank finished finish done end over lunch next later see soon"),
    acknowledgements: list(
      """
      yeah yes yep yup mm-hmm mm hmm hm uh-huh okay ok right sure alright no nope oh ah great good \
      cool fine thanks thank you nice um uh
      """),
    address: list(
      """
      we we're we'll we've let's our us everybody everyone guys shall gonna will going i'll need \
      i'm
      """))

  /// A first draft, Bokmål and Nynorsk together; not measured.
  static let norwegian = BoundaryWords(
    stop: list(
      """
      det den dei dem han hun hos hva kva hvem kven som til for med men når hvor kor hvordan \
      korleis hvorfor kvifor ikke ikkje også òg bare berre veldig litt litet mye mykje mer meir \
      noe noko noen nokon alt alle være vere var har hatt hadde kan kunne vil ville skal skulle \
      må måtte bør blir ble vart verte blei får fikk fekk går gikk gjekk gjør gjer gjorde ser sier \
      seier sagt sa tror trur synes synest vet veit kanskje eller jeg eg meg deg seg oss vi dere \
      dykk din mitt min sin sitt vår vårt deres denne dette disse desse der her nå no da då så \
      jo nei ja okei mhm akkurat nettopp bra fint greit greitt flott takk måte slik sånn slags \
      ting igjen opp ned inn over under etter før mellom uten utan kom kommer kjem tar tok ta \
      mange flere fleire andre annen anna ett ein eit ene hele heile enn fordi hvis viss derfor \
      selv sjølv vel altså egentlig eigentleg sikkert faktisk
      """),
    openers: list(
      "okay ok okei ja da då så nå no men vel greit greitt bra fint flott først neste hei velkommen"
    ),
    agenda: list(
      """
      først første fyrste neste andre tredje sak saker sakliste dagsorden agenda punkt tema møte \
      møtet referat plan planen videre vidare start starte begynne byrje oppsummere oppsummering \
      slutt sist siste gjelder gjeld runde rundt tilbake spørsmål avtale mål beslutning presentere \
      velkommen dag status eventuelt
      """),
    leading: list(
      """
      velkommen møte møtet agenda dagsorden sakliste punkt sak tema referat referatet først \
      fyrste neste videre vidare oppsummere oppsummering runde alle takk start starte begynne byrje
      """),
    closings: phrases(
      """
      går vi videre|går vi vidare|sier vi det|seier vi det|det var det|det var alt|ikke noe mer|\
      ikkje noko meir|er det noe mer|er det noko meir|ligge|takk for i dag|da er vi|da gjør vi det|\
      høres bra ut|høyrest bra ut|takk
      """),
    ending: list("takk hade ha det snakkes neste ferdig slutt ses sees møtes"),
    acknowledgements: list(
      """
      ja jo mm mhm hm ok okay okei nei greit greitt fint bra flott nettopp akkurat riktig rett \
      stemmer klart selvfølgelig sjølvsagt takk enig einig supert
      """),
    address: list("vi dere dykk alle noen nokon skal"))
}
