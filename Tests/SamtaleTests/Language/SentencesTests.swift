import Samtale
import Testing

@Suite struct SentencesTests {
  @Test(arguments: [
    ("", []),
    ("… ?!", []),
    ("ja", ["ja"]),
    ("Ja. Nei!  Hva?", ["Ja.", "Nei!", "Hva?"]),
    ("Hva?! Jo …", ["Hva?!", "Jo …"]),
    ("Vi møtes kl. 06.40 i morgen. Greit.", ["Vi møtes kl. 06.40 i morgen.", "Greit."]),
    ("Du kan f.eks. ringe. Eller skrive.", ["Du kan f.eks. ringe.", "Eller skrive."]),
    ("Den 14. november. 3.5 prosent.", ["Den 14. november.", "3.5 prosent."]),
    ("Te osv. på bordet. Brød osv. Takk.", ["Te osv. på bordet.", "Brød osv.", "Takk."]),
    ("E.g. this. Dr. Berg came.", ["E.g. this.", "Dr. Berg came."]),
    ("Would that … or not? Yes", ["Would that … or not?", "Yes"]),
    ("I was … Well.", ["I was …", "Well."]),
    ("I was... Well... yes", ["I was...", "Well... yes"]),
    ("«Ja.» Sa han.", ["«Ja.»", "Sa han."]),
    ("… ja. (Nei.)", ["… ja.", "(Nei.)"]),
    ("It was 40. Then 5.", ["It was 40.", "Then 5."]),
    ("何ですか？はい。", ["何ですか？", "はい。"]),
  ])
  func splits(text: String, expected: [String]) {
    let scalars = Array(text.unicodeScalars)
    let found = Sentences.split(text).map { String(String.UnicodeScalarView(scalars[$0])) }
    #expect(found == expected)
  }
}
