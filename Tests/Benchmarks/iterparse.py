#!/usr/bin/env python3
"""The table of csax.c in Python: a peer to be timed, and an independent check of csax itself.

    iterparse.py [--etree] FILE...

Uses lxml if it can be imported, else (or with --etree) the standard library.
"""
import re
import sys
from collections import defaultdict

NOT_COUNTED = {"del", "trunc", "note", "desc", "gap", "spanGrp", "linkGrp"}
CONNECTORS = r"'’_\-"
OTHER = (r"\x00-&(-,./:-@\[-^`{-\x7f"  # ASCII but letters, digits and the connectors
         "\u0080-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7"
         "\u2000-\u2018\u201a-\u206f\u20a0-\u20cf\u2190-\u2bff\u3000-\u3003"
         "\U0001f000-\U0001faff")
WORD = re.compile(f"[{CONNECTORS}]*[^{CONNECTORS}{OTHER}][^{OTHER}]*")


def importable():
    """Whether lxml is there."""
    try:
        import lxml.etree  # noqa: F401
    except ImportError:
        return False
    return True


def name(element):
    """The local name; empty for comments and processing instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def speech(utterance):
    """The counted text of a `u`: tokens joined as their attributes say, segments apart."""
    parts, token, joined = [], False, False

    def add(text):
        nonlocal token
        if token:
            text = text.lstrip(" \t\r\n")
            if not text:
                return
            if not joined:
                parts.append(" ")
            token = False
        parts.append(text)

    def walk(element):
        nonlocal token, joined
        kind, join = name(element), element.get("join", "")
        if kind in ("w", "pc"):
            if not joined and join not in ("left", "both"):
                parts.append(" ")
            token, joined = False, join in ("right", "both")
        elif kind == "s" or kind == "seg" and "type" not in element.attrib:
            parts.append(" ")
            token = joined = False
        if kind and kind not in NOT_COUNTED:
            add(element.text or "")
            for child in element:
                walk(child)
                add(child.tail or "")
        if kind in ("w", "pc"):
            token = True

    walk(utterance)
    return "".join(parts)


def table(paths, etree=False):
    """Utterances and words of each speaker, in order of appearance."""
    if etree or not importable():
        import xml.etree.ElementTree as library
    else:
        import lxml.etree as library
    counts = defaultdict(lambda: [0, 0])
    for path in paths:
        inside = 0
        for event, element in library.iterparse(path, events=("start", "end")):
            is_utterance = name(element) == "u"
            if event == "start":
                inside += is_utterance
                continue
            inside -= is_utterance
            if inside:
                continue
            if is_utterance:
                words = len(WORD.findall(speech(element)))
                speaker = counts[element.get("who", "unknown")]
                speaker[0] += words > 0
                speaker[1] += words
            element.clear()
    return counts


def main(arguments):
    """Prints the table of the files."""
    etree = arguments[:1] == ["--etree"]
    print("speaker\tutterances\twords")
    for speaker, (utterances, words) in table(arguments[etree:], etree).items():
        print(speaker, utterances, words, sep="\t")


if __name__ == "__main__":
    main(sys.argv[1:])
