import ArgumentParser
import Samtale
import SamtaleFormats
import SamtaleProject

/// What is to become of facts about people.
struct PeopleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Put ages of participants into bands of so many years.", valueName: "years"))
  var ages: Int?

  @Option(
    name: .customLong("k"),
    help: "Make facts about people coarser until each combination occurs at least so often.")
  var least: Int?

  @Option(
    help: "Facts about people that --k must not drop, with commas, or none (default: role).",
    transform: { $0.split(separator: ",").map { String($0.drop { $0 == " " }) } })
  var keep: [String]?

  enum Teams: String, ExpressibleByArgument, CaseIterable { case apart, count, drop }

  @Option(
    help: """
      Who is in which team: --k leaves it aside and says how much it tells (apart), counts it as a \
      fact that must be kept (count), or memberships are taken out of what is said of people (drop).
      """)
  var teams: Teams = .apart

  /// What --k keeps.
  private var kept: [String] { keep == ["none"] ? [] : keep ?? ["role"] }

  func validate() throws {
    guard keep == nil || least != nil else { throw ValidationError("--keep goes with --k.") }
    guard least ?? 2 >= 2 else { throw ValidationError("--k must be at least 2.") }
    guard (1...50).contains(ages ?? 1) else { throw ValidationError("--ages must be 1 to 50.") }
    guard teams != .count || least != nil else {
      throw ValidationError("--teams count says what --k counts. Say --k, too.")
    }
  }

  /// Nothing is kept by a name that no fact has.
  func checkKept(_ people: [Participant]) throws {
    guard let keep, keep != ["none"], !people.isEmpty else { return }
    let known = KAnonymity.attributes(of: people)
    guard let unknown = keep.first(where: { !known.contains($0) }) else { return }
    let names = known.isEmpty ? "nothing is known of them" : known.joined(separator: ", ")
    throw ProjectError(
      .unknown, "--keep: these people have no fact “\(unknown)”",
      do: "choose from: \(names), or none")
  }

  /// Whether anything is to be done.
  var isAsked: Bool { ages != nil || least != nil || teams == .drop }

  /// What becomes of people.
  /// - Parameter people: Everybody of whom something is said, as often as it is said.
  /// - Returns: What is to be done, and what that reaches.
  func rewriting(of people: [Participant]) -> PeopleOutcome {
    let bands = ages.map { AgeBands(width: $0) }
    let people = people.map { $0.generalised(ages: bands, dates: .none) }
    var outcome = PeopleOutcome()
    let found = least.flatMap { people.isEmpty ? nil : anonymity(of: people, k: $0, &outcome) }
    guard bands != nil || found != nil || teams == .drop else { return outcome }
    let dropsTeams = teams == .drop
    outcome.rewriting = PeopleRewriting { person in
      var person = person.generalised(ages: bands, dates: .none)
      if let found { person = found.applied(to: person) }
      if dropsTeams { person.memberships = [] }
      return person
    }
    return outcome
  }

  private func anonymity(of people: [Participant], k: Int, _ outcome: inout PeopleOutcome)
    -> KAnonymity.Outcome
  {
    let rows = KAnonymity.rows(of: people)
    let hasTeams = people.contains { !$0.memberships.isEmpty }
    let team = hasTeams && teams == .count ? [KAnonymity.team] : []
    let found = KAnonymity(
      rows: rows, attributes: team + KAnonymity.attributes(of: people), keeping: Set(kept + team),
      k: k
    ).outcome()
    outcome.lines = found.summary
    outcome.isReached = found.isReached
    if hasTeams { outcome.lines += TeamReport(found, rows: rows, keep: kept, teams).lines }
    outcome.lines += uncounted(people, found)
    return found
  }

  /// What tells people apart beside the facts that were counted.
  private func uncounted(_ people: [Participant], _ found: KAnonymity.Outcome) -> [String] {
    var left: [String] = []
    let notes = people.flatMap(\.attributes).count { $0.kind == .note }
    if notes > 0 { left.append("\(notes) notes on people") }
    let dates = people.flatMap(\.memberships).count { ($0.from ?? $0.to ?? $0.when) != nil }
    if dates > 0, teams != .drop { left.append("\(dates) dates of joining or leaving a team") }
    if found.dropped.contains("role") {
      left.append("labels and identifiers of people, which often say a role")
    }
    return left.isEmpty
      ? [] : ["not counted, and still in the files: " + left.joined(separator: "; ")]
  }
}

/// What is to be done with what is said of people.
struct PeopleOutcome {
  var rewriting: PeopleRewriting?
  var lines: [String] = []
  /// Whether what was asked for is reached.
  var isReached = true
}

/// How much it tells who is in which team, beside the facts that are left.
private struct TeamReport {
  private let found: KAnonymity.Outcome
  private let rows: [KAnonymity.Row]
  private let kept: [String]
  private let teams: PeopleOptions.Teams

  init(
    _ found: KAnonymity.Outcome, rows: [KAnonymity.Row], keep: [String],
    _ teams: PeopleOptions.Teams
  ) {
    self.found = found
    self.rows = rows
    kept = keep.filter(found.attributes.contains)
    self.teams = teams
  }

  var lines: [String] {
    let all = groups(found.rows, by: shown)
    let alone = groups(rows, by: kept)
    let names = (["team"] + kept).joined(separator: " and ")
    var lines: [String] = []
    if teams != .count {
      lines.append("for whoever knows who is in which team: " + sentence(all))
    }
    if teams == .drop { lines.append(Self.dropped) }
    guard all.rare > 0 else { return lines }
    lines.append("by \(names) alone: " + sentence(alone))
    if teams != .count, all.rare > alone.rare {
      lines.append("--teams count makes other facts coarser for that, too")
    }
    if alone.rare > 0 { lines.append(remedy(names)) }
    return lines
  }

  /// The attributes that are left, without teams.
  private var shown: [String] {
    found.attributes.filter { !found.dropped.contains($0) && $0 != KAnonymity.team }
  }

  private func groups(_ rows: [KAnonymity.Row], by attributes: [String]) -> KAnonymity.Groups {
    KAnonymity.groups(of: rows, by: [KAnonymity.team] + attributes, k: found.k)
  }

  private func sentence(_ groups: KAnonymity.Groups) -> String {
    groups.rare == 0
      ? "the smallest group has \(groups.smallest)"
      : "\(groups.rare) of \(groups.people) people are in groups of less than \(found.k); the "
        + "smallest has \(groups.smallest)"
  }

  private func remedy(_ names: String) -> String {
    let sort = kept.isEmpty ? "" : " with the same " + kept.joined(separator: " and ")
    let give = kept.isEmpty ? "" : "keep less than \(kept.joined(separator: ", ")) (--keep), "
    return "no dropping of other facts helps these \(groups(rows, by: kept).rare): so long as "
      + "\(names) can be seen, k = \(found.k) needs \(found.k) people\(sort) in the same teams. "
      + "What helps: \(give)a smaller k, neutral names for teams in the key (colleagues still know "
      + "them), or sharing only with people who have promised confidentiality"
  }

  private static let dropped =
    "memberships are taken out; who speaks in which meeting, and labels, titles and names of teams, "
    + "still say them"
}
