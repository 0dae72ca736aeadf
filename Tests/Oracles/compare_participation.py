#!/usr/bin/env python3
"""Compares `samtale participation` with count_tei.py, speaker by speaker: turns and words, with turns merged and not.

usage: compare_participation.py SAMTALE [FILE.xml ...]

Without FILEs: rules.xml beside this script, and the reference data: every .xml below `tei` and three AMI meetings in
the folder $SAMTALE_REFERENCE_DATA, else ../shared/data seen from the project's root. Where that folder is missing,
"skipped: reason" is printed; this is an error only if $SAMTALE_REQUIRE_REFERENCE_DATA is set.
One line per file, `ok` or the differences. Exit status 1 on any difference, 2 if there is nothing to run.

The table is read leniently: columns are found by their header (`id` before `speaker`; with --utterances `turns` or
`utterances`), separator , or ; or tab, lines before the header and after a blank line ignored. A speaker may be named
by id, @n or persName. Rows of nobody's talk (0, 0) are ignored on both sides. `all`, if there, is compared with the
total, `several speakers` with the sum of all joint utterances, `unknown` with utterances without `who`. A file without
utterances may be refused, with a message, or give no rows.
"""
import csv
import itertools
import os
import pathlib
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter

sys.dont_write_bytecode = True
import count_tei  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
SEVERAL, TOTAL = "several speakers", "all"
MEETINGS = ("ES2008a", "IS1001b", "TS3005a")
# Name, options, column of count_tei.py, headers under which Samtale may give it.
MODES = [
    ("merged", [], "turns", ["turns"]),
    ("utterances", ["--utterances"], "utterances_with_words", ["turns", "utterances"]),
]


class Difference(Exception):
    """What is wrong with an output as a whole."""


def reference_files():
    """The reference files, and what is missing of them."""
    named = os.environ.get("SAMTALE_REFERENCE_DATA")
    folder = pathlib.Path(named) if named else HERE.parents[2] / "shared" / "data"
    if not folder.is_dir():
        return [], ("$SAMTALE_REFERENCE_DATA is not a folder" if named else
                    "$SAMTALE_REFERENCE_DATA is not set and there is no ../shared/data")
    tei, ami = sorted(folder.glob("tei/**/*.xml")), [folder / "ami/train" / f"{m}.xml" for m in MEETINGS]
    missing = ([] if tei else ["tei"]) + [f.name for f in ami if not f.is_file()]
    return tei + [f for f in ami if f.is_file()], ", ".join(missing) and f"not there: {', '.join(missing)}"


def key(label):
    """A name, whatever its case and the order of its parts."""
    return " ".join(sorted(label.casefold().replace(",", " ").split()))


def names(path, ids):
    """{label: id} of the speakers by @n and persName; None where a label fits two."""
    found = {}
    for person in ET.parse(path).iter():
        who = person.get("{http://www.w3.org/XML/1998/namespace}id")
        if count_tei.name(person) in ("person", "personGrp") and who in ids:
            labels = [" ".join(e.itertext()) for e in person if count_tei.name(e) == "persName"]
            for label in {key(label) for label in [person.get("n") or "", *labels]} - {""}:
                found[label] = who if found.get(label, who) == who else None
    return found


def expected(path, column):
    """{speaker: Counter of turns and words}, with the rows that Samtale shows."""
    rows = {TOTAL: Counter()}
    for who, counts in count_tei.count(path).items():
        shown = TOTAL if who == "*" else SEVERAL if " " in who else who
        rows.setdefault(shown, Counter()).update(turns=counts[column], words=counts["words"])
    return rows


def table(text, turn_headers):
    """[(id or speaker, speaker, turns, words)] of an output."""
    lines = text.removeprefix("\ufeff").splitlines()
    for start, line in enumerate(lines):
        for delimiter in ",;\t":
            header = [cell.strip().casefold() for cell in next(csv.reader([line], delimiter=delimiter), [])]
            turns = next((h for h in turn_headers if h in header), None)
            if not turns or not {"speaker", "words"} <= set(header):
                continue
            rows = []
            for cells in csv.reader(itertools.takewhile(str.strip, lines[start + 1:]), delimiter=delimiter):
                row = {h: cell.strip() for h, cell in zip(header, cells)}
                try:
                    rows.append((row.get("id") or row["speaker"], row["speaker"], int(row[turns]), int(row["words"])))
                except (ValueError, KeyError):
                    raise Difference(f"cannot read the row {cells}") from None
            return rows
    raise Difference(f"the output has no header with speaker, {' or '.join(turn_headers)} and words")


def differences(samtale, path, mode, options, column, turn_headers):
    """Yields the differences of one run in words."""
    want = expected(path, column)
    command = [samtale, "participation", str(path), "--by", "speaker", "--format", "csv", *options]
    run = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=300)
    out, err = run.stdout.decode("utf-8", "replace"), run.stderr.decode("utf-8", "replace").strip()
    if run.returncode < 0:
        raise Difference(f"killed by signal {-run.returncode}")
    if len(want) == 1 and (err if run.returncode else not out.strip()):
        return
    if run.returncode:
        raise Difference(f"exit status {run.returncode}: {err.splitlines()[-1] if err else 'no message'}")
    labels, got = names(path, want), {}
    for who, speaker, turns, words in table(out, turn_headers):
        if who not in want and who != SEVERAL:
            who = speaker if speaker in want else labels.get(key(speaker)) or speaker
        if who in got:
            raise Difference(f"two rows for {who}")
        got[who] = Counter(turns=turns, words=words)
    # The row `all` holds what has one known speaker; the rows kept apart complete it.
    for apart in (SEVERAL, "unknown"):
        if TOTAL in got and apart in got:
            got[TOTAL].update(got[apart])
    if TOTAL not in got:
        del want[TOTAL]
    for who in sorted(want.keys() | got.keys()):
        for what in ("turns", "words"):
            a, b = got.get(who, Counter())[what], want.get(who, Counter())[what]
            if a != b:
                yield f"{mode}: {who}: {what} {a}, expected {b}"


def main(arguments):
    if not arguments or arguments[0].startswith("-"):
        print(__doc__)
        return 2
    samtale, files, status = arguments[0], [pathlib.Path(f) for f in arguments[1:]], 0
    if not shutil.which(samtale):
        print(f"{samtale}: no such program")
        return 2
    if not files:
        reference, reason = reference_files()
        files = [HERE / "rules.xml", *reference]
        if reason:
            print(f"skipped: {reason}")
            status = int(bool(os.environ.get("SAMTALE_REQUIRE_REFERENCE_DATA")))
    for path in files:
        found = []
        for mode in MODES:
            try:
                found += differences(samtale, path, *mode)
            except (OSError, Difference, ET.ParseError, subprocess.TimeoutExpired) as error:
                found.append(f"{mode[0]}: {error}")
        print(f"{path.name}: {'; '.join(found) or 'ok'}", flush=True)
        status = status or int(bool(found))
    return status


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main(sys.argv[1:]))
