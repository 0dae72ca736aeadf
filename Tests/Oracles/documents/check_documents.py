#!/usr/bin/env python3
"""Opens what `samtale` writes as DOCX, HTML and LaTeX with other programs.

usage: check_documents.py SAMTALE [--written FOLDER] [--allow-missing]      (needs requirements.txt)

Tables are written by SAMTALE from the corpus of the project. FOLDER holds the samples `everything` and
`edges` (`.docx`, `.html`, `.tex`) as the tests write them (SAMTALE_TEST_OUTPUT/documents). A program that is not installed
is a failure unless --allow-missing is given. Prints a line per check; ends with 1 if any fails.
"""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

import docx
from lxml import etree

ROOT = pathlib.Path(__file__).resolve().parents[3]
CORPUS = ROOT / "Corpora" / "ips-meetings"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# The order of children that the schema of WordprocessingML demands (ECMA-376 part 1, annex A);
# only what may occur in documents of ours.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore numPr tabs spacing ind contextualSpacing jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs color sz szCs u vertAlign lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
    "tcPr": "tcW gridSpan tcBorders vAlign",
    "sectPr": "footerReference type pgSz pgMar",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "tc": "tcPr p",
    "lvl": "start numFmt lvlText lvlJc pPr",
    "numbering": "abstractNum num",
    "settings": "defaultTabStop characterSpacingControl footnotePr compat themeFontLang",
}


class Failed(Exception):
    pass


class Missing(Exception):
    pass


def need(condition, message):
    if not condition:
        raise Failed(message)


def program(name):
    path = shutil.which(name)
    if not path:
        raise Missing(f"{name} is not installed")
    return path


def run(arguments, folder, accepted=(0,)):
    result = subprocess.run(
        [str(a) for a in arguments], cwd=folder, capture_output=True, timeout=300, stdin=subprocess.DEVNULL)
    if result.returncode not in accepted:
        tail = (result.stdout + result.stderr).decode(errors="replace")[-1500:]
        raise Failed(f"{arguments[0]} ended with {result.returncode}: {tail}")
    return result.stdout.decode(errors="replace")


# -- Parts of a Word document ---------------------------------------------------------------------

def check_parts(path):
    with zipfile.ZipFile(path) as archive:
        need(archive.testzip() is None, "a damaged archive")
        need(all(i.date_time == (1980, 1, 1, 0, 0, 0) for i in archive.infolist()), "a date in the archive")
        names = archive.namelist()
        need(names[0] == "[Content_Types].xml", "content types are not first")
        parts = {n: etree.fromstring(archive.read(n)) for n in names if n.endswith((".xml", ".rels"))}
    for name, part in parts.items():
        check_order(name, part)
    check_relations(names, parts)
    document = parts["word/document.xml"]
    check_styles(document, parts["word/styles.xml"], parts["word/footnotes.xml"])
    check_identifiers(document, parts["word/footnotes.xml"])
    for table in document.iter(W + "tbl"):
        following = table.getnext()
        need(following is not None and following.tag == W + "p", "a table without a paragraph after it")
        columns = len(table.find(W + "tblGrid"))
        for row in table.iter(W + "tr"):
            spans = [int(c.find(f"{W}tcPr/{W}gridSpan").get(W + "val")) if c.find(f"{W}tcPr/{W}gridSpan") is not None
                     else 1 for c in row.findall(W + "tc")]
            need(sum(spans) == columns, "a row that does not fit its grid")
    check_widths(document)


def check_order(name, part):
    for element in part.iter():
        local = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if local not in ORDER or not element.tag.startswith(W):
            continue
        order = ORDER[local].split()
        children = [etree.QName(c).localname for c in element]
        unknown = [c for c in children if c not in order]
        need(not unknown, f"{name}: {local} holds {unknown}")
        places = [order.index(c) for c in children]
        need(places == sorted(places), f"{name}: {local} holds {children}")


def check_relations(names, parts):
    for name in [n for n in names if n.endswith(".rels")]:
        folder, _, base = name.rpartition("_rels/")
        ids = set()
        for relation in parts[name]:
            ids.add(relation.get("Id"))
            if relation.get("TargetMode") != "External":
                need(folder + relation.get("Target") in names, f"{name}: {relation.get('Target')} is not there")
        source = folder + base[: -len(".rels")]
        if source in parts:
            used = {v for e in parts[source].iter() for k, v in e.attrib.items()
                    if k.startswith("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}")}
            need(used <= ids, f"{name}: {used - ids} lead nowhere")


def check_styles(document, styles, footnotes):
    known = {s.get(W + "styleId") for s in styles.iter(W + "style")}
    for part in (document, footnotes):
        for tag in ("pStyle", "rStyle"):
            used = {e.get(W + "val") for e in part.iter(W + tag)}
            need(used <= known, f"no style {used - known}")


def check_identifiers(document, footnotes):
    marks = [e.get(W + "id") for e in document.iter(W + "footnoteReference")]
    notes = [e.get(W + "id") for e in footnotes.iter(W + "footnote") if e.get(W + "type") is None]
    need(marks == notes, f"footnotes {notes}, marks {marks}")
    names = [e.get(W + "name") for e in document.iter(W + "bookmarkStart")]
    need(len(names) == len(set(names)), "two bookmarks of one name")
    anchors = {e.get(W + "anchor") for e in document.iter(W + "hyperlink")} - {None}
    need(anchors <= set(names), f"links to {anchors - set(names)} lead nowhere")


def check_widths(document):
    """No table is wider than the text of its section."""
    tables = []
    for element in document.find(W + "body").iter(W + "tbl", W + "sectPr"):
        if element.tag == W + "tbl":
            tables.append(sum(int(c.get(W + "w")) for c in element.find(W + "tblGrid")))
            continue
        size, margin = element.find(W + "pgSz"), element.find(W + "pgMar")
        room = int(size.get(W + "w")) - int(margin.get(W + "left")) - int(margin.get(W + "right"))
        need(all(t <= room for t in tables), f"tables of {tables} on {room}")
        tables = []


# -- Checks ---------------------------------------------------------------------------------------

def shown(value):
    return value.replace("\u2212", "-")


def compare_cells(path, expected):
    """The same values in the Word table as in the Markdown table."""
    document = docx.Document(str(path))
    rows = [[shown(c.text) for c in row.cells] for row in document.tables[0].rows]
    need(rows == expected, f"{rows} instead of {expected}")
    need(document.tables[0].rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None, "the head is not repeated")
    captions = [p.text for p in document.paragraphs if p.style.name == "Caption"]
    need(captions[0].startswith("Table 1. "), f"captions {captions}")
    need(document.core_properties.author == "", "an author")


def markdown_cells(text):
    raised = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
    lines = [line for line in text.splitlines() if line.startswith("|")]
    rows = [[c.strip() for c in line.strip("|").split(" | ")] for line in lines if not line.startswith("| :")]
    plain = lambda c: re.sub(r"\\(.)", r"\1", re.sub(r"^\*\*(.*)\*\*$", r"\1", c)).translate(raised)
    return [[plain(c) for c in row] for row in rows]


def check_everything(path):
    document = docx.Document(str(path))
    styles = [p.style.name for p in document.paragraphs]
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3", "Body Text", "Quote", "Excerpt Line", "Excerpt Source",
                 "List Paragraph", "Caption", "Table Note", "Figure"):
        need(name in styles, f"no paragraph in the style {name}: {sorted(set(styles))}")
    captions = [p.text for p in document.paragraphs if p.style.name == "Caption"]
    need([c.split(".")[0] for c in captions] == ["Table 1", "Table 2", "Table 3", "Table 4", "Figure 1", "Figure 2"],
         f"captions {captions}")
    need(len(document.inline_shapes) == 1, "not one picture")
    need([s.orientation for s in document.sections] == [0, 1, 0], "sections are not upright, turned, upright")


def check_pdf(path, folder):
    office = program("soffice")
    text_of = program("pdftotext")
    run([office, f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", "pdf", "--outdir", folder,
         path], folder)
    pdf = pathlib.Path(folder) / (path.stem + ".pdf")
    need(pdf.exists(), "LibreOffice made no PDF")
    need(re.search("(Table|Tabell) 1", run([text_of, pdf, "-"], folder)), "the PDF lacks Table 1")


def check_html(path, folder):
    text = path.read_text(encoding="utf-8")
    page = etree.fromstring(text.split("\n", 1)[1].encode())
    need(page.tag == "html" and page.get("lang"), "no language")
    ids = [e.get("id") for e in page.iter() if isinstance(e.tag, str) and e.get("id")]
    need(len(ids) == len(set(ids)), "two elements of one id")
    targets = {e.get("href")[1:] for e in page.iter("a") if e.get("href").startswith("#")}
    need(targets <= set(ids), f"links to {targets - set(ids)} lead nowhere")
    need(not list(page.iter("script", "link", "img", "iframe")), "something from elsewhere")
    for table in page.iter("table"):
        heads = table.findall("thead/tr/th")
        for row in table.findall("tbody/tr"):
            width = sum(int(c.get("colspan", "1")) for c in row)
            need(not heads or width >= len(heads), "a row shorter than the head")


def compile_latex(name, path, folder):
    tex = program(name)
    for _ in range(2):
        out = run([tex, "-interaction=nonstopmode", "-halt-on-error", f"-output-directory={folder}", path.name], path.parent)
    wide = [float(w) for w in re.findall(r"Overfull \\hbox \(([\d.]+)pt too wide\)", out)]
    need(all(w < 3 for w in wide), f"lines too wide by {wide} points")


def fragment(path, folder):
    """A table by itself, in the smallest document that it says it needs."""
    whole = pathlib.Path(folder) / "whole.tex"
    whole.write_text("\\documentclass{article}\\usepackage[T1]{fontenc}\\usepackage{booktabs}\\begin{document}\n"
                     + path.read_text(encoding="utf-8") + "\\end{document}\n", encoding="utf-8")
    run([program("pdflatex"), "-interaction=nonstopmode", "-halt-on-error", whole.name], folder)


# -- All of it ------------------------------------------------------------------------------------

def checks(samtale, written, folder):
    def table(name, *arguments):
        path = folder / name
        run([samtale, *arguments, "-o", path], folder)
        return path

    def same_bytes(first, name, *arguments):
        need(first.read_bytes() == table(name, *arguments).read_bytes(), "different bytes")

    for label, arguments in {
        "participation": ["participation", CORPUS],
        "speakers": ["participation", "--by", "speaker", CORPUS],
        "participants": ["participants", CORPUS],
        "turns": ["turns", CORPUS / "team1-m1.xml"],
        "measures": ["measures", CORPUS / "team1-m1.xml"],
    }.items():
        word, page = table(f"{label}.docx", *arguments), table(f"{label}.html", *arguments)
        cells = None
        if label in ("participation", "speakers"):
            cells = markdown_cells(table(f"{label}.md", *arguments).read_text(encoding="utf-8"))
            yield f"{label}.docx holds the table", lambda w=word, c=cells: compare_cells(w, c)
        yield f"{label}.docx parts", lambda w=word: check_parts(w)
        yield f"{label}.docx twice", lambda w=word, l=label, a=arguments: same_bytes(w, f"{l}-again.docx", *a)
        yield f"{label}.docx in LibreOffice", lambda w=word: check_pdf(w, folder)
        yield f"{label}.html", lambda p=page: check_html(p, folder)
        if label == "participation":
            yield f"{label}.tex by pdflatex", lambda p=table(f"{label}.tex", *arguments): fragment(p, folder)
    if written:
        out = folder / "written"
        out.mkdir()
        yield "everything.docx by python-docx", lambda: check_everything(written / "everything.docx")
        for sample in ("everything", "edges"):
            word, page, tex = (written / f"{sample}.{kind}" for kind in ("docx", "html", "tex"))
            yield f"{sample}.docx parts", lambda w=word: check_parts(w)
            yield f"{sample}.docx in LibreOffice", lambda w=word: check_pdf(w, out)
            yield f"{sample}.html", lambda p=page: check_html(p, out)
            for name in ("pdflatex", "xelatex"):
                yield f"{sample}.tex by {name}", lambda n=name, t=tex: compile_latex(n, t, out)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("samtale", type=pathlib.Path)
    parser.add_argument("--written", type=pathlib.Path)
    parser.add_argument("--allow-missing", action="store_true")
    options = parser.parse_args()
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        written = options.written.resolve() if options.written else None
        for name, check in checks(options.samtale.resolve(), written, pathlib.Path(folder).resolve()):
            try:
                check()
                print(f"ok       {name}")
            except Missing as missing:
                failures += not options.allow_missing
                print(f"missing  {name}: {missing}")
            except (Failed, AssertionError, KeyError, ValueError, etree.XMLSyntaxError) as failure:
                failures += 1
                print(f"FAILED   {name}: {failure}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
