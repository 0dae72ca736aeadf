import SamtalePublishing
import Testing

@Suite struct TSVTableTests {
  @Test func writesStoredValuesInFull() {
    #expect(
      TableSamples.speech.rendered(as: .tsv) == """
        row\tspeaker\twords\tmean_length\tshare\ttime
        group\tÅse\t120\t6.5\t0.6\t3725.0
        group\t会話\t80\t4.125\t0.4\t65.25
        group\tBo_1|x\t0\t\t0\t
        total\tAll\t200\t5.25\t1\t

        """
    )
  }

  @Test(arguments: [
    ("a\tb", "a b"), ("a\nb", "a b"), ("a\r\nb", "a  b"), ("say \"hi\"", "say \"hi\""),
    ("=1", "'=1"), ("\t=1", "' =1"),
  ])
  func fields(text: String, expected: String) {
    #expect(
      TableSamples.column(.text, .text(text)).rendered(as: .tsv) == "row\tx\ngroup\t\(expected)\n")
  }

  @Test func emptyTableIsItsHead() {
    #expect(TableSamples.empty.rendered(as: .tsv) == "row\tspeaker\twords\n")
  }
}
