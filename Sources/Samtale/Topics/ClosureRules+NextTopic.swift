/// Rule 6: nobody responds, so what comes next decides.
extension ClosureRules {
  var ownShift: Finding {
    guard context.isOwnShift, let opener = context.nextOpener else {
      return Finding(because: "\(lastName) does not open what comes next in the same turn")
    }
    return Finding(
      because: "\(lastName) goes on to something else in the same turn, so nobody could respond",
      places: [context.anchor, opener],
      outcome: Outcome(initiator: context.all[context.anchor].speaker))
  }

  var stepwise: Finding {
    let link = context.link
    guard let opener = context.nextOpener, !link.isEmpty else {
      return Finding(because: "what comes next shares no content word")
    }
    guard !context.hasMarker else {
      return Finding(
        because: "content words are shared (\(list(link))), but an opening marker stands there",
        places: [opener])
    }
    return Finding(
      because: "content words are shared (\(list(link))) and no marker opens; only a suggestion",
      places: [context.anchor, opener],
      outcome: Outcome())
  }

  var prefacedShift: Finding {
    let last = context.all[context.anchor]
    guard let next = context.next, let opener = context.nextOpener,
      context.all[opener].isByOther(than: last)
    else {
      return Finding(because: "no other speaker opens what comes next")
    }
    guard context.all[next].isByOther(than: last), context.beginsWithResponse(next) else {
      return Finding(because: "\(name(next)) begins without acknowledging", places: [next])
    }
    return Finding(
      because: "\(name(next)) acknowledges first and goes on to something else",
      places: [context.anchor, next],
      outcome: Outcome(initiator: context.all[opener].speaker))
  }

  var abruptShift: Finding {
    guard let opener = context.nextOpener,
      context.all[opener].isByOther(than: context.all[context.anchor])
    else {
      return Finding(because: "no other speaker opens what comes next")
    }
    return Finding(
      because: "\(name(opener)) goes on to something else without acknowledging",
      places: [context.anchor, opener],
      outcome: Outcome(initiator: context.all[opener].speaker))
  }

  var noUptake: Finding {
    let silence = context.silence(transcript)
    let goesOn = context.nextOpener == nil ? "nobody goes on" : "\(lastName) goes on"
    let after = silence.map { "; \(Decimals.fixed($0, 1)) s of silence" } ?? ""
    return Finding(
      because: "nobody takes it up, \(goesOn)\(after)",
      places: [context.anchor],
      outcome: Outcome(silence: silence))
  }
}
