// Writes to a project without end, and says each step only when it is in the file. The crash test
// kills it at any moment and looks whether what it said is there.
import Foundation
import Samtale
import SamtaleProject

let project = try Project.open(CommandLine.arguments[1])
let (researchers, transcripts) = (
  try project.all(Researcher.self), try project.all(StudyTranscript.self)
)
guard let researcher = researchers.first, let first = transcripts.first else { exit(2) }
let version = try project.transcript(first.id)
let turns = version.transcript.utterances.count
let code = try project.perform(as: researcher.id) { editor in
  try editor.createCode("Seen by writer \(getpid())")
}

var number = 0
while true {
  number += 1
  let step = try project.perform(as: researcher.id) { editor in
    switch number % 4 {
    case 0: try editor.renameCode(code, to: "Seen \(number) times by writer \(getpid())")
    case 1: try editor.writeMemo(.journal, "What I think of turn \(number)")
    default:
      let turn = version.name(of: number % turns)
      try editor.apply(code, to: version.anchor(from: turn, to: turn))
    }
    return editor.step
  }
  print(step)
  fflush(nil)
}
