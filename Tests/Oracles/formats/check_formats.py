#!/usr/bin/env python3
"""Holds importers and exporters against other people's readers.

usage: check_formats.py SAMTALE

Needs requirements.txt, and convokit.txt installed with `pip install --no-deps`. Prints a line for each check with what
was compared; the exit status is 1 if anything differs that is not listed among the known differences below, each with
its reason. Files of ../shared/data (or $SAMTALE_REFERENCE_DATA) are used where they are there.
"""
import datetime
import io
import json
import math
import pathlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import types
import unicodedata
import xml.etree.ElementTree as ET
import zipfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import talk  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[3]
CORPORA = ["ips-meetings", "ips-meetings-nb", "ips-interviews"]


class Checks:
    def __init__(self):
        self.failed = 0

    def line(self, name, agreed, total, differences=(), known=0):
        good = agreed + known == total and not differences
        self.failed += not good
        note = f", {known} known differences" if known else ""
        print(f"{'ok  ' if good else 'FAIL'} {name}: {agreed} of {total} agree{note}")
        for difference in list(differences)[:5]:
            print(f"       {difference}")

    def done(self):
        sys.exit(1 if self.failed else 0)


def plain(text):
    return " ".join(text.split())


# --- Import -------------------------------------------------------------------------------------------------------

def import_chat(checks, samtale, data, folder):
    """Utterances, who speaks and when, as pylangacq reads them; where it refuses a file, as the lines stand."""
    import pylangacq
    files = sorted((data / "chat").rglob("*.cha"))
    agreed, refused, differences = 0, 0, []
    for path in files:
        units = samtale.imported(path, folder / "chat" / path.parent.name)
        mine = [(unit.who, (unit.start, unit.end)) for unit in units]
        try:
            theirs = [([u.participant], u.time_marks or (None, None)) for u in pylangacq.read_chat(str(path)).utterances()
                      if u.participant]
        except Exception:
            refused += 1
            lines = re.findall(r"^\*([^:\s]+):", path.read_text(encoding="utf-8-sig", errors="replace"), re.M)
            mine, theirs = [unit.who for unit in units], [[code] for code in lines]
        if mine == theirs:
            agreed += 1
        else:
            differences.append(f"{path.name}: {len(mine)} against {len(theirs)} utterances, first "
                               f"{next(((a, b) for a, b in zip(mine, theirs) if a != b), 'only the number')}")
    checks.line(f"CHAT against pylangacq (which refuses {refused})", agreed, len(files), differences)


def import_webvtt(checks, samtale, data, folder):
    """Cues of the sound files among vtt.js's tests, as webvtt-py reads them."""
    import webvtt
    agreed, total, known, differences = 0, 0, 0, []
    for path in sorted((data / "webvtt" / "mozilla").rglob("*.vtt")):
        try:
            cues = [cue for cue in webvtt.read(str(path)) if cue.text.strip()]
        except Exception:
            continue  # webvtt-py refuses it; the tests in Swift hold these against vtt.js's own expectations
        if not cues:
            continue
        total += 1
        units = samtale.imported(path, folder / "vtt" / path.parent.name, "--unvoiced", "unknown", "--from", "webvtt")
        mine = {(unit.start, unit.end) for unit in units}
        theirs = {(milliseconds(cue.start), milliseconds(cue.end)) for cue in cues}
        if {time[0] for time in theirs} <= {time[0] for time in mine} or mine == theirs:
            agreed += 1
        elif path.name in KNOWN_WEBVTT:
            known += 1
        else:
            differences.append(f"{path.name}: {sorted(mine)} against {sorted(theirs)}")
    checks.line("WebVTT against webvtt-py", agreed, total, differences, known)


# Why Samtale reads otherwise than webvtt-py.
KNOWN_WEBVTT = {}


def milliseconds(clock):
    hours, minutes, seconds = clock.replace(",", ".").split(":")
    return round((int(hours) * 60 + int(minutes)) * 60_000 + float(seconds) * 1000)


def import_srt(checks, samtale, folder):
    """Subtitles that srt writes and srt and pysubs2 read."""
    import pysubs2
    import srt
    cues = []
    for i in range(300):
        start = datetime.timedelta(milliseconds=i * 2500 + i % 7 * 13)
        text = ["Skal vi begynne?", "Ja – nå.\nMed én gang!", "Hva sa du, i går?", "– Jo.\n– Nei."][i % 4]
        cues.append(srt.Subtitle(i + 1, start, start + datetime.timedelta(milliseconds=1200 + i), text))
    path = folder / "cues.srt"
    path.write_text(srt.compose(cues), encoding="utf-8")
    units = samtale.imported(path, folder / "srt")
    mine = [(unit.start, unit.end, unit.text) for unit in units]
    first = [(round(c.start.total_seconds() * 1000), round(c.end.total_seconds() * 1000), plain(c.content))
             for c in srt.parse(path.read_text(encoding="utf-8"))]
    second = [(e.start, e.end, plain(e.plaintext)) for e in pysubs2.load(str(path))]
    for name, theirs in (("srt", first), ("pysubs2", second)):
        checks.line(f"SubRip against {name}", sum(a == b for a, b in zip(mine, theirs)), max(len(mine), len(theirs)))


def import_elan(checks, samtale, data, folder):
    """Each annotation of a tier at the top that is talk is an utterance at its time, as pympi reads it."""
    import pympi
    agreed, total, differences = 0, 0, []
    for path in sorted((data / "elan").glob("*.eaf")):
        units = samtale.imported(path, folder / "eaf")
        mine = [(unit.start, unit.end, unit.text) for unit in units]
        speakers = {who for unit in units for who in unit.who}
        eaf = pympi.Elan.Eaf(str(path))
        for tier in eaf.get_tier_names():
            parameters = eaf.get_parameters_for_tier(tier)
            label = parameters.get("PARTICIPANT") or tier
            if parameters.get("PARENT_REF") or label not in speakers:
                continue
            for start, end, value, *_ in eaf.get_annotation_data_for_tier(tier):
                if not value.strip():
                    continue
                total += 1
                if (start, end, plain(value)) in mine:
                    agreed += 1
                else:
                    differences.append(f"{path.name} {tier}: {start}–{end} {value!r} is no utterance")
    checks.line("ELAN against pympi", agreed, total, differences)


def import_textgrid(checks, samtale, data, folder):
    """Intervals with words, as praatio and textgrid read them, are found at their times."""
    from praatio import textgrid as praatio
    import textgrid
    for name, intervals in (("praatio", praatio_intervals(praatio)), ("textgrid", textgrid_intervals(textgrid))):
        agreed, total, differences, refused = 0, 0, [], 0
        for path in sorted((data / "textgrid").rglob("*.TextGrid")):
            units = samtale.imported(path, folder / "textgrid" / path.parent.name)
            mine = {(unit.who[0] if unit.who else "", unit.start, unit.end, unit.text) for unit in units}
            talking = {unit[0] for unit in mine}
            try:
                theirs = intervals(path)
            except Exception:
                refused += 1
                continue
            for tier, start, end, text in theirs:
                if tier not in talking:
                    continue
                total += 1
                found = (tier, half_up(start), half_up(end), plain(text)) in mine
                agreed += found
                if not found:
                    differences.append(f"{path.name} {tier}: {start}–{end} {text!r} is no utterance")
        checks.line(f"TextGrid against {name} (which refuses {refused} files)", agreed, total, differences)


def half_up(seconds):
    """Milliseconds; halves go up, where Python's round takes the even number."""
    return math.floor(float(seconds) * 1000 + 0.5)


def praatio_intervals(library):
    def read(path):
        grid = library.openTextgrid(str(path), includeEmptyIntervals=False, duplicateNamesMode="rename")
        for tier in grid.tiers:
            for entry in tier.entries:
                if len(entry) == 3 and entry[2].strip():
                    yield tier.name, float(entry[0]), float(entry[1]), entry[2]
    return lambda path: list(read(path))


def textgrid_intervals(library):
    def read(path):
        for tier in library.TextGrid.fromFile(str(path)):
            for entry in tier:
                if hasattr(entry, "minTime") and entry.mark.strip():
                    yield tier.name, float(entry.minTime), float(entry.maxTime), entry.mark
    return lambda path: list(read(path))


def import_exmaralda(checks, samtale, data, folder):
    """The words of a tier of kind t for each speaker, as they stand in the file."""
    agreed, files, differences = 0, sorted((data / "exmaralda").glob("*.exb")), []
    for path in files:
        units = samtale.imported(path, folder / "exb")
        root = ET.parse(path).getroot()
        labels = {s.get("id"): (s.findtext("abbreviation") or "").strip() or s.get("id") for s in root.iter("speaker")}
        order = {t.get("id"): i for i, t in enumerate(root.iter("tli"))}
        theirs, mine = {}, {}
        for tier in root.iter("tier"):
            if tier.get("type") == "t":
                events = sorted(tier.iter("event"), key=lambda e: order.get(e.get("start"), 0))
                said = letters("".join("".join(e.itertext()) for e in events))
                theirs.setdefault(labels.get(tier.get("speaker"), ""), set()).add(said)
        for unit in units:
            label = "+".join(unit.who)
            mine[label] = mine.get(label, "") + letters(unit.text)
        # Of a speaker's tiers of kind t one is talk; which, the importer says among its guesses.
        if bool(mine) == any(any(texts) for texts in theirs.values()) and all(said in theirs.get(label, ()) for label, said in mine.items() if said):
            agreed += 1
        else:
            differences.append(f"{path.name}: {mine} against {theirs}"[:300])
    checks.line("EXMARaLDA against the file itself", agreed, len(files), differences)


def letters(text):
    """Letters and digits: pauses, signs and white space aside, whose place the formats handle differently."""
    text = re.sub(r"\(\(.*?\)\)", "", text)
    return "".join(c for c in text if unicodedata.category(c)[0] in "LN")


def import_docx(checks, samtale, folder):
    """A document that python-docx writes: labels in bold, runs split inside words, a table."""
    import docx
    document = docx.Document()
    said = []
    for i in range(60):
        label, words = ["SW7", "WA7", "T7"][i % 3], f"Dette er ytring nummer {i}, den er oppdiktet – ja."
        paragraph = document.add_paragraph()
        paragraph.add_run(label[:1]).bold = True
        paragraph.add_run(label[1:] + ":").bold = True
        for part in (f"\t{words[:9]}", words[9:17], words[17:]):
            paragraph.add_run(part)
        said.append((label, plain(words)))
    path = folder / "talk.docx"
    document.save(path)
    units = samtale.imported(path, folder / "docx")
    mine = [("+".join(unit.who), unit.text) for unit in units]
    checks.line("Word against python-docx, paragraphs", sum(a == b for a, b in zip(mine, said)), max(len(mine), len(said)))
    document = docx.Document()
    table = document.add_table(rows=0, cols=2)
    for label, words in said:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, words
    path = folder / "table.docx"
    document.save(path)
    units = samtale.imported(path, folder / "docx")
    mine = [("+".join(unit.who), unit.text) for unit in units]
    checks.line("Word against python-docx, table", sum(a == b for a, b in zip(mine, said)), max(len(mine), len(said)))


# --- Export -------------------------------------------------------------------------------------------------------

def exported(samtale, folder, format, further=()):
    """The corpora, and further folders, in a format, with what TEI says of each transcript by its name."""
    for source in [ROOT / "Corpora" / corpus for corpus in CORPORA] + list(further):
        corpus = source.name
        target = folder / "out" / format / corpus
        units = {talk.identifier(path): talk.read(path) for path in sorted(source.glob("*.xml"))}
        # Formats that hold nothing but what has times refuse talk without any.
        is_timed = any(unit.start is not None for transcript in units.values() for unit in transcript)
        status = 0 if is_timed or format not in ("textgrid", "webvtt") else 2
        samtale.run("export", "--to", format, "--quiet", "--force", "-o", target, source,
                    allowed=(status,))
        yield corpus, target, units


def export_chat(checks, samtale, folder):
    import pylangacq
    agreed, total, differences = 0, 0, []
    for _, target, transcripts in exported(samtale, folder, "chat"):
        for name, units in transcripts.items():
            total += 1
            theirs = [u for u in pylangacq.read_chat(str(target / f"{name}.cha")).utterances() if u.participant]
            times = [u.time_marks for u in theirs if u.time_marks]
            spoken = [unit for unit in units if unit.start is not None and unit.end is not None]
            # An utterance of several sentences is several lines. Of several bullets in a line pylangacq takes the first.
            starts, ends = {start for start, _ in times}, {end for _, end in times}
            missing = [u for u in spoken if u.start not in starts and u.end not in ends]
            if len(theirs) >= len(units) and not missing:
                agreed += 1
            else:
                differences.append(f"{name}: {len(theirs)} lines for {len(units)}, not found: {missing[:1]}")
    checks.line("CHAT that pylangacq reads", agreed, total, differences)


def export_elan(checks, samtale, folder):
    import pympi
    agreed, total, differences = 0, 0, []
    for _, target, transcripts in exported(samtale, folder, "eaf"):
        for name, units in transcripts.items():
            total += 1
            eaf = pympi.Elan.Eaf(str(target / f"{name}.eaf"))
            theirs = set()
            for tier in eaf.get_tier_names():
                who = eaf.get_parameters_for_tier(tier).get("PARTICIPANT")
                for start, end, value, *_ in eaf.get_annotation_data_for_tier(tier):
                    theirs.add((who, start, end, plain(value)))
            missing = [u for u in units if u.text and len(u.who) == 1 and u.start is not None and u.end is not None
                       and (u.who[0], u.start, u.end, u.text) not in theirs]
            agreed += not missing
            differences += [f"{name}: {unit}" for unit in missing[:1]]
    checks.line("ELAN that pympi reads", agreed, total, differences)


def export_textgrid(checks, samtale, folder):
    from praatio import textgrid as praatio
    import textgrid
    readers = {"praatio": praatio_intervals(praatio), "textgrid": textgrid_intervals(textgrid)}
    results = {name: [0, 0, []] for name in readers}
    for _, target, transcripts in exported(samtale, folder, "textgrid"):
        for name, units in transcripts.items():
            timed = [u for u in units if u.text and u.start is not None and u.end is not None and u.end > u.start]
            path = target / f"{name}.TextGrid"
            for reader, intervals in readers.items():
                result = results[reader]
                result[1] += 1
                if not path.exists():
                    result[0] += not timed
                    continue
                theirs = {(half_up(s), half_up(e), plain(t)) for _, s, e, t in intervals(path)}
                missing = [u for u in timed if (u.start, u.end, u.text) not in theirs]
                result[0] += not missing
                result[2] += [f"{name}: {unit}" for unit in missing[:1]]
    for reader, (agreed, total, differences) in results.items():
        checks.line(f"TextGrid that {reader} reads", agreed, total, differences)


def export_webvtt(checks, samtale, folder):
    import webvtt
    agreed, total, differences = 0, 0, []
    for _, target, transcripts in exported(samtale, folder, "webvtt"):
        for name, units in transcripts.items():
            timed = [u for u in units if u.text and u.start is not None and u.end is not None]
            total += 1
            path = target / f"{name}.vtt"
            theirs = {(milliseconds(c.start), milliseconds(c.end)) for c in webvtt.read(str(path))} if timed else set()
            missing = [u for u in timed if (u.start, u.end) not in theirs]
            agreed += not missing
            differences += [f"{name}: {unit}" for unit in missing[:1]]
    checks.line("WebVTT that webvtt-py reads", agreed, total, differences)


# What R and Python take for missing if they are not told otherwise, and what people say.
SAID = ["null", "None", "NA", "nan", "N/A", "#N/A", "n/a", "NULL", "NaN", "-nan", "1.#IND", "<NA>", "", "yes"]
# What README and articles tell users of pandas to write.
AS_SAID = {"keep_default_na": False, "na_values": [""]}


def missing_words(folder):
    """A folder with a transcript of such words, said by somebody who is called NA."""
    source = folder / "missing-words"
    source.mkdir(exist_ok=True)
    spoken = "".join(f'<u xml:id="u{i}" who="#p">{text.replace("<", "&lt;")}</u>' for i, text in enumerate(SAID))
    (source / "missing-words.xml").write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="missing-words"><teiHeader><fileDesc><titleStmt><title>NA'
        '</title></titleStmt><publicationStmt><p>invented</p></publicationStmt><sourceDesc><p>invented</p>'
        '</sourceDesc></fileDesc><profileDesc><particDesc><listPerson><person xml:id="p" n="NA"/></listPerson>'
        f'</particDesc></profileDesc></teiHeader><text><body>{spoken}</body></text></TEI>', encoding="utf-8")
    return source


def export_tables(checks, samtale, folder):
    import pandas
    for corpus, target, transcripts in exported(samtale, folder, "csv", [missing_words(folder)]):
        package = json.loads((target / "datapackage.json").read_text())
        kinds = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}
        tables = {}
        for resource in package["resources"]:
            types_ = {field["name"]: kinds[field["type"]] for field in resource["schema"]["fields"]}
            assert resource["schema"]["missingValues"] == AS_SAID["na_values"], resource["path"]
            table = pandas.read_csv(target / resource["path"], dtype=types_, **AS_SAID)
            assert list(table.columns) == list(types_), resource["path"]
            tables[resource["name"]] = table
            guessed = pandas.read_csv(target / resource["path"], **AS_SAID)
            for field in resource["schema"]["fields"]:
                column = guessed[field["name"]].dropna()
                if field["type"] in ("integer", "number") and len(column):
                    assert pandas.api.types.is_numeric_dtype(column), field
        theirs = list(tables["units"]["text"].fillna(""))
        mine = [unit.text for name in sorted(transcripts) for unit in transcripts[name]]
        checks.line(f"tables of {corpus} in pandas, words", sum(a == b for a, b in zip(mine, theirs)),
                    max(len(mine), len(theirs)))
        labels = [unit.who for name in sorted(transcripts) for unit in transcripts[name]]
        told = ["; ".join(who) for who in labels] == list(tables["units"]["label"].fillna(""))
        checks.line(f"tables of {corpus} in pandas, labels", int(told), 1)
        starts = [None if pandas.isna(s) else round(float(s) * 1000) for s in tables["units"]["start"]]
        own = [unit.start for name in sorted(transcripts) for unit in transcripts[name]]
        checks.line(f"tables of {corpus} in pandas, times", sum(a == b for a, b in zip(own, starts)),
                    max(len(own), len(starts)))


def export_tables_to_r(checks, samtale, folder):
    """The same tables in R: rows, columns, characters and times as pandas has them."""
    import pandas
    if not shutil.which("Rscript"):
        if os.environ.get("SAMTALE_REQUIRE_R"):
            raise SystemExit("Rscript is not there")
        print("skipped: Rscript is not there")
        return
    for corpus, target, _ in exported(samtale, folder, "csv", [missing_words(folder)]):
        run = subprocess.run(["Rscript", "--vanilla", str(pathlib.Path(__file__).parent / "tables.R"), str(target)],
                             capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
        theirs = run.stdout.splitlines()
        mine = []
        for path in sorted(target.glob("*.csv")):
            table = pandas.read_csv(path, **AS_SAID)
            words = int(table["text"].dropna().map(len).sum()) if "text" in table and len(table) else 0
            starts = float(table["start"].sum()) if "start" in table and len(table) else 0.0
            mine.append(f"{path.stem}\t{len(table)}\t{len(table.columns)}\t{words}\t{starts:.3f}")
        checks.line(f"tables of {corpus} in R", sum(a == b for a, b in zip(mine, theirs)), max(len(mine), len(theirs)),
                    [f"{a} against {b}" for a, b in zip(mine, theirs) if a != b] + run.stderr.splitlines()[:2])


# How each program counts: whether a line end is CR LF and counts as two, whether positions are UTF-16 units.
PROGRAMS = {"standard": (False, False), "nvivo": (True, True), "maxqda": (False, True), "atlas": (False, False)}
QDA = "{urn:QDA-XML:project:1.0}"


def export_qdpx(checks, samtale, folder, data):
    """Valid against the schema of the standard, and each selection names the words at its place."""
    import lxml.etree
    schema = lxml.etree.XMLSchema(lxml.etree.parse(str(data / "refi-qda" / "Project.xsd")))
    for study, corpus in (("meetings", "ips-meetings"), ("interviews", "ips-interviews")):
        project = folder / f"{study}.samtale"
        samtale.run("project", "replay", ROOT / "Corpora" / "studies" / f"{study}.jsonl", ROOT / "Corpora" / corpus,
                    "-o", project)
        for program, (doubles, wide) in PROGRAMS.items():
            target = folder / "qdpx" / program
            samtale.run("export", "--to", "qdpx", "--dialect", program, "--quiet", "-o", target, project)
            archive = zipfile.ZipFile(target / f"{study}.qdpx")
            document = lxml.etree.fromstring(archive.read("project.qde"))
            valid = schema.validate(document)
            checks.line(f"{study} as QDPX ({program}) against Project.xsd", int(valid), 1,
                        [str(error) for error in schema.error_log][:3])
            agreed, total, differences = 0, 0, []
            if document.find(".//" + QDA + "Coding") is None:
                differences.append("nothing is coded")
            for source in document.iter(QDA + "TextSource"):
                name = source.get("plainTextPath").replace("internal://", "")
                text = next(archive.read(n) for n in archive.namelist() if n.endswith("/" + name)).decode("utf-8-sig")
                text = text if doubles else text.replace("\r\n", "\n")
                units = text.encode("utf-16-le") if wide else text
                width = 2 if wide else 1
                for selection in source.iter(QDA + "PlainTextSelection"):
                    if selection.find(QDA + "Coding") is None:
                        continue
                    start, end = int(selection.get("startPosition")), int(selection.get("endPosition"))
                    there = units[start * width:end * width]
                    there = plain(there.decode("utf-16-le") if wide else there)
                    total += 1
                    named = plain(selection.get("name").rstrip("…"))
                    if named and len(selection.get("name")) <= 100 and there.startswith(named):
                        agreed += 1
                    else:
                        differences.append(f"{start}–{end}: {there[:60]!r} is called {named[:60]!r}")
            checks.line(f"{study} as QDPX ({program}), words at their places", agreed, total, differences)


def export_qdpx_recordings(checks, samtale, folder, data):
    """Meetings that name a recording: valid, and each line of the text inside it stands between its times."""
    import lxml.etree
    schema = lxml.etree.XMLSchema(lxml.etree.parse(str(data / "refi-qda" / "Project.xsd")))
    corpus = folder / "recorded"
    corpus.mkdir()
    for path in sorted((ROOT / "Corpora" / "ips-meetings").glob("*.xml")):
        text = re.sub(r'<recording type="audio"( dur="[^"]*")?/>',
                      f'<recording type="audio"\\1><media mimeType="audio/mpeg" url="{path.stem}%20a.mp3"/></recording>',
                      path.read_text(encoding="utf-8"))
        (corpus / path.name).write_text(text, encoding="utf-8")
    transcripts = {talk.identifier(path): [unit for unit in talk.read(path) if unit.text]
                   for path in corpus.glob("*.xml")}
    timed = sum(unit.start is not None for units in transcripts.values() for unit in units)
    assert timed > 500, timed
    for program, (doubles, wide) in PROGRAMS.items():
        target = folder / "qdpx-recordings" / program
        samtale.run("export", "--to", "qdpx", "--dialect", program, "--quiet", "-o", target, corpus)
        project = next(target.glob("*.qdpx"))
        archive = zipfile.ZipFile(project)
        document = lxml.etree.fromstring(archive.read("project.qde"))
        valid = schema.validate(document)
        checks.line(f"recordings as QDPX ({program}) against Project.xsd", int(valid), 1,
                    [str(error) for error in schema.error_log][:3])
        agreed, total, differences = 0, 0, []
        for source in document.iter(QDA + "AudioSource"):
            transcript = source.find(QDA + "Transcript")
            name = transcript.get("plainTextPath").replace("internal://", "")
            text = next(archive.read(n) for n in archive.namelist() if n.endswith("/" + name)).decode("utf-8-sig")
            text = text if doubles else text.replace("\r\n", "\n")
            code, width = ("utf-16-le", 2) if wide else ("utf-32-le", 4)
            points = {int(p.get("position")): int(p.get("timeStamp")) for p in transcript.iter(QDA + "SyncPoint")}
            end = "\r\n" if doubles else "\n"
            place, lines = 0, []
            for line in text.split(end)[:-1]:
                length = len(line.encode(code)) // width
                lines.append((points.get(place), points.get(place + length), line))
                place += length + len(end)
            units = transcripts[transcript.get("name")]
            total += max(len(units), len(lines))
            for unit, (start, stop, line) in zip(units, lines):
                if (unit.start, unit.end) == (start, stop) and plain(line).endswith(": " + unit.text):
                    agreed += 1
                else:
                    differences.append(f"{transcript.get('name')}: {unit} against {start}–{stop} {line!r}")
            if source.get("path") != f"relative:///{transcript.get('name')} a.mp3":
                differences.append(f"{transcript.get('name')}: {source.get('path')}")
        checks.line(f"recordings as QDPX ({program}), lines at their times", agreed, total,
                    differences + ([] if total else ["no recording"]))
        back = [(unit.who, unit.start, unit.end, unit.text) for unit in samtale.imported(project, target / "back")]
        units = [(u.who, u.start, u.end, u.text) for name in sorted(transcripts) for u in transcripts[name]]
        checks.line(f"recordings as QDPX ({program}) read again", sum(a == b for a, b in zip(back, units)),
                    max(len(back), len(units)), [f"{a} against {b}" for a, b in zip(back, units) if a != b])


def export_convokit(checks, samtale, folder):
    import importlib.util
    spec = importlib.util.find_spec("convokit")
    # Only its model: the rest needs neural networks.
    package = types.ModuleType("convokit")
    package.__path__ = list(spec.submodule_search_locations)
    sys.modules["convokit"] = package
    from convokit.model.corpus import Corpus
    for name, target, transcripts in exported(samtale, folder, "convokit"):
        with redirected():
            corpus = Corpus(filename=str(target))
            whole = all(c.check_integrity(verbose=False) for c in corpus.iter_conversations())
        theirs = [u.text for u in corpus.iter_utterances()]
        mine = [unit.text for key in sorted(transcripts) for unit in transcripts[key] if unit.text]
        checks.line(f"{name} in ConvoKit", sum(a == b for a, b in zip(mine, theirs)), max(len(mine), len(theirs)),
                    [] if whole else ["a conversation is not whole"])


class redirected:
    """Keeps what a library prints to itself."""

    def __enter__(self):
        self.output, sys.stdout = sys.stdout, io.StringIO()

    def __exit__(self, *_):
        sys.stdout = self.output


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    samtale, checks = talk.Samtale(sys.argv[1]), Checks()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        import_srt(checks, samtale, folder)
        import_docx(checks, samtale, folder)
        data = talk.reference(ROOT)
        if data:
            import_chat(checks, samtale, data, folder)
            import_webvtt(checks, samtale, data, folder)
            import_elan(checks, samtale, data, folder)
            import_exmaralda(checks, samtale, data, folder)
            import_textgrid(checks, samtale, data, folder)
        export_chat(checks, samtale, folder)
        export_elan(checks, samtale, folder)
        export_textgrid(checks, samtale, folder)
        export_webvtt(checks, samtale, folder)
        export_tables(checks, samtale, folder)
        export_tables_to_r(checks, samtale, folder)
        if data:
            export_qdpx(checks, samtale, folder, data)
            export_qdpx_recordings(checks, samtale, folder, data)
        export_convokit(checks, samtale, folder)
    checks.done()


if __name__ == "__main__":
    main()
