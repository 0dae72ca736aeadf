#!/usr/bin/env python3
"""Counts utterances, turns and words per speaker in TEI transcripts: an oracle for `samtale participation`.

usage: count_tei.py FILE.xml ... > counts.csv

Written from the rules below and sharing nothing with Samtale: another language, another XML parser (expat),
another regular-expression engine. Namespaces are ignored. Output: one row per file and speaker, sorted, and a
total per file with speaker `*`. Exit status 1 if a file cannot be read.

Rules
* Utterance: every `u`, in document order. With words: at least one word by the word rule.
* Speaker: the ids in `who` (of `u`, else of an `annotationBlock` around it) without `#`, several joined by a space;
  `unknown` if there are none.
* Turn: run of utterances with words and of the same known speaker(s). Utterances without words neither form nor
  separate turns; utterances of unknown speakers are never merged. A cut ends a turn: a `gap` between utterances (not
  in a note) whose reason is not `inaudible`, or the start of another `text` (teiCorpus).
* Text: text nodes inside `u` without the content of SKIPPED (`del` is speech, but not counted). SET_OFF elements have
  a space on either side, and so have `seg` without @type and `lb` without break=no; no other element adds one.
  Tokenised text (`u` holding `w` or `pc`): white space between tokens is ignored, and a space is put before each
  token unless it has join=left|both or the token before join=right|both.
* Word: maximal run of letters and digits (Python's \\w), combining marks (M*), the connectors ' ’ - and connector
  punctuation (Pc), if it holds anything but connectors and connector punctuation.
"""
import csv
import os
import re
import sys
import unicodedata
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict

SKIPPED = {"note", "desc", "gap", "spanGrp", "linkGrp", "pb", "del"}
SET_OFF = {"s", "p", "l"}
TOKENS = {"w", "pc"}
UNKNOWN = "unknown"
COLUMNS = ["utterances", "utterances_with_words", "turns", "words"]

_category = {"M": [], "P": []}
for _char in map(chr, range(sys.maxunicode + 1)):
    if (_c := unicodedata.category(_char))[0] == "M" or _c == "Pc":
        _category[_c[0]].append(_char)
CONNECTORS = "'’-" + "".join(_category["P"])
RUN = re.compile(r"[\w%s%s]+" % (re.escape(CONNECTORS), "".join(_category["M"])))


def words(text):
    """The words of a text; connectors at their ends, if any, are left on them."""
    return [run for run in RUN.findall(text) if run.strip(CONNECTORS)]


def name(element):
    return element.tag.rpartition("}")[2]


def spoken(u):
    """The counted text of an utterance."""
    tokenised = any(name(e) in TOKENS for e in u.iter())
    out, joined = [], False  # joined: the token before asks for no space after it

    def put(text, in_token):
        if text and (in_token or not tokenised or text.strip()):
            out.append(text)

    def walk(e, in_token):
        nonlocal joined
        put(e.text, in_token)
        for child in e:
            kind = name(child)
            if kind in TOKENS and not in_token:
                join = child.get("join")
                if not joined and join not in ("left", "both"):
                    out.append(" ")
                walk(child, True)
                joined = join in ("right", "both")
            elif kind not in SKIPPED:
                divides = kind == "seg" and child.get("type") is None or kind == "lb" and child.get("break") != "no"
                space = " " if kind in SET_OFF or divides else ""
                out.append(space)
                walk(child, in_token)
                out.append(space)
            put(child.tail, in_token)

    walk(u, False)
    return " ".join("".join(out).split())


def speaker(u, block):
    pointers = u.get("who") or (block.get("who") if block is not None else None) or ""
    return " ".join(p.rpartition("#")[2] for p in pointers.split()) or UNKNOWN


def events(root):
    """(speaker, text) for each utterance and None for each cut, in document order."""
    stack = [(root, None)]  # element, annotationBlock around it
    while stack:
        e, block = stack.pop()
        kind = name(e)
        if kind == "u":
            yield speaker(e, block), spoken(e)
        elif kind == "gap":
            if e.get("reason") != "inaudible":
                yield None
        elif kind not in ("note", "desc", "teiHeader"):
            if kind == "text":
                yield None
            block = e if kind == "annotationBlock" else block
            stack.extend((child, block) for child in reversed(e))


def count(path):
    """{speaker: Counter of COLUMNS}, with the total as `*`."""
    counts, last = defaultdict(Counter, {"*": Counter()}), None
    for event in events(ET.parse(path).getroot()):
        if event is None:
            last = None
            continue
        who, text = event
        n = len(words(text))
        tally = Counter(utterances=1, utterances_with_words=int(n > 0), words=n)
        if n:
            tally["turns"] = int(who == UNKNOWN or who != last)
            last = who
        for key in (who, "*"):
            counts[key].update(tally)
    return dict(counts)


def main(paths):
    if not paths:
        sys.exit(__doc__)
    status, rows = 0, []
    for path in paths:
        try:
            rows += [[os.path.basename(path), who, *(c[k] for k in COLUMNS)] for who, c in count(path).items()]
        except (OSError, ET.ParseError) as error:
            print(f"{path}: {error}", file=sys.stderr)
            status = 1
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["file", "speaker", *COLUMNS])
    out.writerows(sorted(rows, key=lambda row: (row[0], row[1] == "*", row[1])))
    return status


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main(sys.argv[1:]))
