import Samtale
import Testing

@Suite struct EnglishCueTests {
  private static let reader = CueReader(.of("en"))

  @Test(arguments: CueRow.table(rows)) func reads(_ row: CueRow) throws {
    try row.check(Self.reader)
  }

  private static let rows = """
    minimal | =A | Yeah.
    minimal | =A | Mm-hmm, mm-hmm.
    minimal | =A | Okay, I see.
    minimal | A | Um, yeah yeah yeah.
    minimal | = | No.
    minimal | A | Yes, I do.
    minimal |  | It is.
    minimal |  | They did.
    minimal | A | Right, that’s right.
    minimal |  | Definitely not.
    minimal |  | So do I.
    minimal | A | Thank you, Kate.
    minimal | ?! | Really?
    minimal | A?! | Okay?
    minimal | A | 'Kay.
    minimal | A | Yeah. Yeah, I agree. Exactly.
    minimal |  | I don't think so.
    minimal |  | Oh, I know what you mean.
    minimal |  | Fair enough.
    minimal | A | Yeah, but …
    assessment |  | That's great.
    assessment |  | So nice.
    assessment | A | Yes, that is really interesting.
    assessment |  | That sounds good.
    assessment |  | What a shame.
    assessment |  | Very good idea.
    assessment | A | Okay, cool.
    assessment |  | I like it.
    filler | = | Um.
    filler | = | So, uh …
    filler |  | It's, um,
    filler |  | But I –
    substantive |  | I walk.
    substantive |  | The doctor rang on Monday.
    substantive | A | Yeah, we put the buttons on the side.
    substantive | A | Okay, so we have three hours left.
    substantive | ?! | Do you want to go first?
    substantive | ?! | Do you want to go first
    substantive | ?! | So what do you think
    substantive | ?! | Is it, is it made of rubber
    substantive | ?! | Sh should we start
    substantive | ?! | How many buttons are there
    substantive | ?! | What about the colour
    substantive | ?! | You went there on Sunday, didn't you
    substantive | ?! | If we make it yellow, do you think they would buy it
    substantive | ?! | I was wondering whether he can come
    substantive | ? | What did he say? I never heard.
    substantive | ?! | It costs twelve Euros? Um.
    substantive |  | What I think is that it's too dear.
    substantive |  | That's what I said.
    substantive |  | Which is why we left.
    substantive |  | Have it made of wood.
    substantive |  | Do it again tomorrow.
    substantive | ?!C | Anything else?
    substantive | C | Let's move on.
    substantive | C | Okay, that's all I have.
    substantive | C | There's nothing more to say.
    substantive | L | We'll come back to that next time.
    substantive | L | We'll see.
    substantive | D | That's not my job.
    substantive | D | I really don't know.
    substantive | D | You'd better ask your doctor.
    substantive | D | I can't say.
    substantive | O | Okay, so let's start with the agenda.
    substantive | O | The next item is the garden.
    substantive | = | My uncle works at night.
    substantive | = | I'll go on a Thursday.
    substantive | =O | I'd like to go through the letter.
    substantive | = | We can stop the belt from there.
    substantive | ?!C | Shall we leave it there?
    substantive | C | I'll stop there.
    substantive | = | He said nothing more that evening.
    substantive | C | And that's done.
    substantive | C | Then we're done with that one.
    substantive | = | That's done by the caretaker on Fridays.
    substantive | = | I don't know where he sits.
    substantive | = | I don't even know what it does.
    substantive | D | I don't know, you'd have to ask them.
    substantive | = | We'll see you on Monday.
    substantive | = | I have to see the doctor.
    substantive | L | We'll see how it goes.
    substantive | = | I start at the depot next week.
    substantive | L | We can take the letter next time.
    substantive | O | Money, then.
    substantive | O | From me, then.
    substantive | O | Then there's the letter.
    substantive | ?!O | Can I ask about the car?
    """
}
