#!/usr/bin/env python3
"""Compares Samtale with ConvoKit, and its offsets with talkr's `transition_time`, on the same meetings.

usage: compare_convokit.py SAMTALE [FILE.xml ...] > table.md

Not part of CI: ConvoKit (`pip install convokit`) brings gigabytes with it. Without it, or without the reference data
(ES2008a and IS1001b of AMI in $SAMTALE_REFERENCE_DATA, else ../shared/data seen from the project's root), "skipped:
reason" is printed; for the data this is an error only if $SAMTALE_REQUIRE_REFERENCE_DATA is set. Else one Markdown
table: a row says `differs` where numbers that should agree do not, and then the exit status is 1.

A meeting becomes a ConvoKit corpus with count_tei.py: one utterance per `u`, in document order, replying to the one
before, with start and stop in seconds as meta. ConvoKit itself counts utterances (organize_speaker_convo_history),
applies what counts words (TextProcessor; it has no word rule of its own, so text is split at white space, as its
examples do) and shares talk time (TalkTimeSharing: the person with the role PM against all others).

talkr is R and is not run. Its `transition_time` is written here after its source (R/calculate_timing.R of
elpaco-escience/talkR, commit 9881ff5): begin − lag(end) where the row before is another participant's, else NA. Then
one rule after the other is changed until it is Samtale's floor transfer offset, so that each difference has its cause
beside it.
"""
import contextlib
import csv
import importlib.metadata
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections import Counter

sys.dont_write_bytecode = True
import count_tei  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
MEETINGS = ("ES2008a", "IS1001b")
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def reference_files():
    named = os.environ.get("SAMTALE_REFERENCE_DATA")
    folder = pathlib.Path(named) if named else HERE.parents[2] / "shared" / "data"
    return [folder / "ami/train" / f"{meeting}.xml" for meeting in MEETINGS]


class Meeting:
    """What a file holds, read without Samtale."""

    def __init__(self, path):
        root = ET.parse(path).getroot()
        self.path, self.name = path, path.stem
        times = {e.get(XML_ID): e.get("interval") for e in root.iter() if count_tei.name(e) == "when"}
        self.leader = next(e.get(XML_ID) for e in root.iter()
                           if count_tei.name(e) == "person" and e.get("role") == "PM")
        if any(event is None for event in list(count_tei.events(root))[1:]):
            sys.exit(f"{path}: has cuts, which neither ConvoKit nor talkr knows")
        self.rows = []
        for u in (e for e in root.iter() if count_tei.name(e) == "u"):
            text = count_tei.spoken(u)
            begin, end = ((float(times[point]) if (point := u.get(a, "")[1:]) in times else None)
                          for a in ("start", "end"))
            self.rows.append({"id": f"{self.name}.{u.get(XML_ID)}", "who": count_tei.speaker(u, None), "text": text,
                              "words": len(count_tei.words(text)), "begin": begin, "end": end})
        self.timed = [row for row in self.rows if None not in (row["begin"], row["end"])]
        self.spoken = [row for row in self.timed if row["words"]]


class Samtale:
    """The numbers of the program."""

    def __init__(self, program, path):
        def run(*arguments):
            command = [program, *arguments, "--by", "speaker", str(path)]
            return subprocess.run(command, capture_output=True, check=True, text=True, timeout=300).stdout

        def participation(*options):
            rows = csv.DictReader(run("participation", "--format", "csv", *options).splitlines())
            return {row["id"] or "all": row for row in rows}

        self.turns = participation("--turns")
        self.utterances = participation("--utterances")
        self.everything = participation("--utterances", "--count-nonverbal")
        rows = json.loads(run("measures", "--format", "json"))["rows"]
        self.transfers = next(row["n"] for row in rows if row["measure"] == "fto_median")
        self.whole = {row["measure"]: row["value"] for row in rows if row["group_kind"] == "meeting"}
        self.measures = {(row["group"], row["measure"]): row["value"] for row in rows
                         if row["group_kind"] == "speaker"}


def corpus(rows, name):
    """The rows as a ConvoKit corpus of one conversation."""
    from convokit import Corpus, Speaker, Utterance

    speakers = {who: Speaker(id=who) for who in {row["who"] for row in rows}}
    utterances = []
    for row in rows:
        utterances.append(Utterance(
            id=row["id"], speaker=speakers[row["who"]], conversation_id=name, text=row["text"],
            reply_to=utterances[-1].id if utterances else None, timestamp=len(utterances),
            meta={"start": row["begin"], "stop": row["end"]}))
    return Corpus(utterances=utterances)


def speaker_counts(rows, name):
    """{speaker: (utterances, words split at white space)} as ConvoKit has them."""
    from convokit import SpeakerConvoAttrs, TextProcessor

    made = corpus(rows, name)
    made = TextProcessor(lambda text: len(text.split()), output_field="words").transform(made)
    made.organize_speaker_convo_history()
    made = SpeakerConvoAttrs("words", agg_fn=sum).transform(made)
    return {s: tuple(made.get_speaker_convo_info(s, c, key) for key in ("n_utterances", "words"))
            for s in made.get_speaker_ids() for c in made.get_conversation_ids()}


def talk_time_share(meeting, rows, **options):
    """The share of talk time of the larger of two groups, and whether that is the leader."""
    from convokit import TalkTimeSharing

    made = corpus(rows, meeting.name)
    conversation = made.get_conversation(made.get_conversation_ids()[0])
    conversation.meta["speaker_groups"] = {
        who: "groupA" if who == meeting.leader else "groupB" for who in made.get_speaker_ids()}
    made = TalkTimeSharing(**options).transform(made)
    score, first = conversation.meta["balance_score"], conversation.meta["primary_speaker"]
    return score if first == "groupA" else 1 - score


def ladder(meeting):
    """(rule, offsets, within-overlaps) from talkr's transition_time to the floor transfer offset."""
    def lag(rows):
        return [b["begin"] - a["end"] for a, b in zip(rows, rows[1:]) if a["who"] != b["who"]]

    def holders(aside):
        offsets, within, holder = [], 0, None
        for row in meeting.spoken:
            if holder and holder["who"] == row["who"]:
                holder = {"who": row["who"], "end": max(holder["end"], row["end"])}
            elif holder and aside and row["end"] <= holder["end"]:
                within += 1
            else:
                if holder:
                    offsets.append(row["begin"] - holder["end"])
                holder = {"who": row["who"], "end": row["end"]}
        return offsets, within

    yield "`transition_time`: n; median; overlaps", lag(meeting.timed), 0
    yield "… without rows that hold no word", lag(meeting.spoken), 0
    yield "… utterances of a speaker merged: from the latest end", *holders(aside=False)
    yield "… speech inside another's set aside", *holders(aside=True)


def summary(offsets):
    # Rounded to the milliseconds of the file: what is left of binary fractions is no overlap.
    offsets = [round(x, 3) for x in offsets]
    return len(offsets), statistics.median(offsets), sum(x < 0 for x in offsets) / len(offsets)


def written(n, median, overlaps):
    return f"{n}; {median:+.3f} s; {overlaps:.1%}"


def comparison(program, path):
    """(number, other tool, Samtale, same: True, False or None if they mean different things, why)."""
    meeting, ours = Meeting(path), Samtale(program, path)
    people = sorted({row["who"] for row in meeting.rows})

    def ints(table, column):
        return [int(table[who][column]) for who in people]

    def listed(numbers):
        return f"{sum(numbers)} ({' '.join(map(str, numbers))})"

    everything = speaker_counts(meeting.rows, meeting.name)
    verbal = speaker_counts([row for row in meeting.rows if row["words"]], meeting.name)
    theirs = [everything[who][0] for who in people]
    mine = ints(ours.everything, "turns")
    yield "utterances, all `u`", listed(theirs), listed(mine), theirs == mine, "with `--utterances --count-nonverbal`"
    theirs, mine = [verbal[who][0] for who in people], ints(ours.utterances, "turns")
    wordless = len(meeting.rows) - sum(theirs)
    yield ("utterances with words", listed(theirs), listed(mine), theirs == mine,
           f"the {wordless} `u` without a word were left out of the corpus by hand")
    mine = ints(ours.turns, "turns")
    yield "turns", "–", listed(mine), None, "ConvoKit does not merge utterances"
    theirs, mine = [everything[who][1] for who in people], ints(ours.utterances, "words")
    tokens = Counter(len(count_tei.words(token)) for row in meeting.rows for token in row["text"].split())
    empty, more = tokens[0], sum((n - 1) * k for n, k in tokens.items() if n > 1)
    agree = sum(theirs) - empty + more == sum(mine)
    cause = f"{empty} stretches between spaces hold no letter, words added inside others: {more}"
    yield ("words", listed(theirs), listed(mine), theirs == mine or (None if agree else False),
           cause if empty or more else "split at white space; here each stretch holds one word")

    untimed = len(meeting.rows) - len(meeting.timed)
    left = f"; {untimed} `u` without times had to be left out" if untimed else ""
    mine = float(ours.utterances[meeting.leader]["share_seconds"])
    theirs = talk_time_share(meeting, meeting.timed)
    yield ("project manager's share of time, `TalkTimeSharing()`", f"{theirs:.4f}", f"{mine:.4f}", None,
           f"counts `u` without words, drops the first and last{left}")
    theirs = talk_time_share(meeting, meeting.timed, min_utt_words=1, remove_first_last_utt=False)
    yield ("… with `min_utt_words=1, remove_first_last_utt=False`", f"{theirs:.4f}", f"{mine:.4f}",
           abs(theirs - mine) < 1e-9, "")
    theirs = sum(row["end"] - row["begin"] for row in meeting.spoken)
    mine = sum(value for (_, measure), value in ours.measures.items() if measure == "speaking_time")
    yield ("speaking time, s (`measures`; sum made here)", f"{theirs:.2f}", f"{mine:.2f}", abs(theirs - mine) < 1e-6,
           "")

    mine = ours.transfers, ours.whole["fto_median"], ours.whole["overlap_share"]
    *steps, (rule, offsets, within) = ladder(meeting)
    for step, before, _ in steps:
        yield step, written(*summary(before)), "", None, ""
    last = summary(offsets)
    same = last[0] == mine[0] and all(abs(a - b) < 1e-9 for a, b in zip(last, mine))
    yield rule, written(*last), written(*mine), same, "floor transfer offset"
    yield ("within-overlaps", str(within), f"{ours.whole['within_overlaps']:.0f}",
           within == ours.whole["within_overlaps"], "")


def main(arguments):
    if not arguments or arguments[0].startswith("-"):
        print(__doc__)
        return 2
    files = [pathlib.Path(f) for f in arguments[1:]] or reference_files()
    missing = [f.name for f in files if not f.is_file()]
    if missing:
        print(f"skipped: not there: {', '.join(missing)}")
        return int(bool(os.environ.get("SAMTALE_REQUIRE_REFERENCE_DATA")))
    with tempfile.TemporaryDirectory() as home:
        os.environ["HOME"] = home  # ConvoKit writes a configuration there, and says so on standard output.
        return table(arguments[0], files)


def table(program, files):
    """Prints the table; the exit status."""
    try:
        import convokit  # noqa: F401
    except ImportError as error:
        print(f"skipped: {error}")
        return 0
    version = subprocess.run([program, "--version"], capture_output=True, text=True).stdout.strip()
    convokit_version = importlib.metadata.version("convokit")
    print(f"| meeting | number | ConvoKit {convokit_version}, talkr's definition | Samtale {version} | | why |")
    print("|---|---|---|---|---|---|")
    status = False
    for path in files:
        with contextlib.redirect_stdout(sys.stderr):
            rows = list(comparison(program, path))
        for number, theirs, mine, same, why in rows:
            verdict = {True: "same", False: "**differs**", None: ""}[same]
            status |= same is False
            print(f"| {path.stem} | {number} | {theirs} | {mine} | {verdict} | {why} |")
    return int(status)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main(sys.argv[1:]))
