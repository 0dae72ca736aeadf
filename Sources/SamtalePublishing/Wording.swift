import Samtale

/// `1 meeting`, `2 meetings`.
func counted(_ number: Int, _ thing: String) -> String {
  "\(number) \(thing)\(number == 1 ? "" : "s")"
}

extension Clusters {
  /// What is drawn, with its number: `8 teams`.
  var explanation: String {
    switch unit {
    case .turns: return "the " + counted(count, "turn") + " of the meeting"
    case .meetings: return counted(count, "meeting")
    case .teams:
      let teams = counted(count - meetingsWithoutTeam, "team")
      if meetingsWithoutTeam == 0 { return teams }
      return teams + " and " + counted(meetingsWithoutTeam, "meeting") + " without a team"
    }
  }

  /// Why a group has no interval.
  var tooFew: String {
    switch unit {
    case .turns: "fewer than \(Bootstrap.fewestTurns) turns in the meeting"
    case .meetings: "present in fewer than \(Bootstrap.fewestClusters) meetings"
    case .teams where meetingsWithoutTeam > 0:
      "present in fewer than \(Bootstrap.fewestClusters) teams or meetings without a team"
    case .teams: "present in fewer than \(Bootstrap.fewestClusters) teams"
    }
  }
}

extension Bootstrap {
  /// How intervals were made, without the full stop.
  func explanation(_ clusters: Clusters) -> String {
    "95 % percentile bootstrap, \(counted(samples, "sample")) of \(clusters.explanation), seed "
      + "\(seed)"
  }
}
