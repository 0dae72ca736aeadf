#!/usr/bin/env python3
"""Broken and hostile inputs, and a trial of `samtale` on them.

usage: hostile.py write FOLDER [--big]
       hostile.py run SAMTALE [FOLDER] [--big]

write  puts the files into FOLDER (75 MB; --big adds two, of 140 MB together).
run    writes them into FOLDER (else a temporary one, removed afterwards), runs `samtale check FILE` and `samtale
       participation FILE` on each with 60 s and 2 GB (address space, where the system can limit it) and prints a table:
       file, kind, exit statuses, seconds, peak MB (each the larger of the two runs), first line of stderr, else stdout.

Exit status 1 if a run was killed by a signal, took over 60 s or over 1 GB, printed nothing about a file of kind broken,
printed what stands in secret.txt (external entities, XInclude), or connected to the address of the external DTD.
Marked `?` but no failure: a valid file refused, a broken one accepted with exit status 0 by both commands.

Kinds: valid = a transcript as good as any; broken = somebody must be told; odd = legal, to be read or refused.
"""
import contextlib
import io
import itertools
import os
import pathlib
import random
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import zipfile

MB = 1 << 20
SECONDS, LIMIT, PEAK = 60, 2048 * MB, 1024  # PEAK in MB
SECRET = "kjempehemmelig-4711"
COMMANDS = ("check", "participation")

XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
PEOPLE = '<person xml:id="A"/><person xml:id="B"/>'
TALK = '<u xml:id="u1" who="#A">Blåbær, ja.</u>\n<u xml:id="u2" who="#B">Nei.</u>\n'


def start(body=True, attributes=""):
    """A transcript up to its first utterance."""
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"{attributes}>\n<teiHeader><fileDesc>'
        "<titleStmt><title>Prøve</title></titleStmt><publicationStmt><p>Invented.</p></publicationStmt>"
        "<sourceDesc><p>None.</p></sourceDesc></fileDesc>"
        f"<profileDesc><particDesc><listPerson>{PEOPLE}</listPerson></particDesc></profileDesc></teiHeader>\n"
        + ("<text><body><div>\n" if body else ""))


END = "</div></body></text>\n</TEI>\n"


def tei(talk=TALK, doctype="", declaration=XML, attributes=""):
    return declaration + doctype + start(attributes=attributes) + talk + END


def u(text, attributes='xml:id="u1" who="#A"'):
    return f"<u {attributes}>{text}</u>\n"


def doctype(subset):
    return f"<!DOCTYPE TEI [\n{subset}\n]>\n"


def doubling(levels, times):
    """Entities e0 … of which each holds the one before so many times."""
    return '<!ENTITY e0 "lol">\n' + "\n".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * times}">' for i in range(1, levels))


def large(before, piece, megabytes, after):
    """A large file in pieces, so that this program stays small (its size counts as the child's peak until exec)."""
    yield before
    for _ in range(megabytes):
        yield (piece * (MB // len(piece) + 1))[:MB]
    yield after


def archive():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for part, root in (
            ("[Content_Types].xml", '<Types xmlns="{}package/2006/content-types"/>'),
            ("word/document.xml", '<w:document xmlns:w="{}wordprocessingml/2006/main"/>'),
        ):
            z.writestr(zipfile.ZipInfo(part), XML + root.format("http://schemas.openxmlformats.org/"))
    return out.getvalue()


def files(big=False, port=9):
    """(name, kind, content): content is str (written as UTF-8), bytes or an iterable of str."""
    whole = tei().encode()
    inside = whole.index("å".encode())
    yield "empty.xml", "broken", ""
    yield "binary.xml", "broken", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + random.Random(1).randbytes(65536)
    yield "truncated-in-tag.xml", "broken", whole[:whole.index(b'"u2"') + 2]
    yield "truncated-in-utterance.xml", "broken", whole[:inside + 6]
    yield "truncated-in-character.xml", "broken", whole[:inside + 1]
    # Encodings
    yield "latin1-declared-utf8.xml", "broken", tei().encode("latin-1")
    yield "unknown-encoding.xml", "broken", tei(declaration='<?xml version="1.0" encoding="x-nowhere"?>\n')
    utf16 = tei(declaration='<?xml version="1.0" encoding="UTF-16"?>\n')
    yield "utf16le-bom.xml", "valid", b"\xff\xfe" + utf16.encode("utf-16-le")
    yield "utf16be-bom.xml", "valid", b"\xfe\xff" + utf16.encode("utf-16-be")
    yield "iso-8859-1.xml", "valid", tei(declaration='<?xml version="1.0" encoding="ISO-8859-1"?>\n').encode("latin-1")
    yield "utf8-bom.xml", "valid", b"\xef\xbb\xbf" + whole
    yield "nul.xml", "broken", tei(u("a\0b"))
    yield "control-characters.xml", "broken", tei(u("a\x01\x08\x1bb"))
    yield "control-references.xml", "broken", tei(u("a&#0;&#1;b"))
    # Depth and size
    yield "deep-divisions.xml", "odd", tei("<div>" * 10_000 + TALK + "</div>" * 10_000)
    yield "deep-segments.xml", "odd", tei(u("<seg>" * 10_000 + "ja" + "</seg>" * 10_000))
    yield "many-attributes.xml", "odd", tei(u("ja", 'who="#A" ' + " ".join(f'a{i}="{i}"' for i in range(100_000))))
    yield "large-attribute.xml", "odd", large(XML + start() + '<u who="#A" n="', "x", 50, f'">ja</u>{END}')
    yield "large-comment.xml", "odd", large(XML + start() + "<!-- ", "x ", 20, f"-->{TALK}{END}")
    if big:
        yield "big-utterance.xml", "odd", large(XML + start() + '<u who="#A">', "ord ", 100, f"</u>{END}")
        thousands = ("".join(f'<u xml:id="u{n}" who="#A"></u>\n' for n in range(i, i + 1000))
                     for i in range(0, 1_000_000, 1000))
        yield "big-empty-utterances.xml", "odd", itertools.chain([XML + start()], thousands, [END])
    # Entities and what else a document type brings; Samtale promises to expand and load nothing, and to say so.
    yield "billion-laughs.xml", "broken", tei(u("&e9;"), doctype(doubling(10, 10)))
    yield "billion-laughs-attribute.xml", "broken", tei(u("ja", 'who="#A" n="&e9;"'), doctype(doubling(10, 10)))
    yield "quadratic-blowup.xml", "broken", tei(u("&e;" * 50_000), doctype(f'<!ENTITY e "{"x" * 100_000}">'))
    yield "external-entity.xml", "broken", tei(u("&e;"), doctype('<!ENTITY e SYSTEM "file:///etc/hostname">'))
    yield "external-entity-beside.xml", "broken", tei(u("&e;"), doctype('<!ENTITY e SYSTEM "secret.txt">'))
    yield "external-dtd.xml", "odd", tei(doctype=f'<!DOCTYPE TEI SYSTEM "http://127.0.0.1:{port}/tei.dtd">\n')
    parameter = f'<!ENTITY % p SYSTEM "http://127.0.0.1:{port}/p.dtd">\n%p;'
    yield "parameter-entity.xml", "odd", tei(doctype=doctype(parameter))
    yield "attribute-default.xml", "odd", tei("<u>Hvem?</u>\n", doctype('<!ATTLIST u who CDATA "#A">'))
    xinclude = ' xmlns:xi="http://www.w3.org/2001/XInclude"'
    yield "xinclude.xml", "odd", tei(u('<xi:include href="secret.txt" parse="text"/>'), attributes=xinclude)
    # Not what it says
    yield "two-roots.xml", "broken", tei() + tei(declaration="")
    yield "no-root.xml", "broken", XML + "<!-- nothing -->\n"
    yield "docx.xml", "broken", archive()
    yield "html.xml", "broken", (
        '<!DOCTYPE html>\n<html lang="nb"><meta charset="utf-8"><title>Møte</title>\n'
        "<p>Ja<br>nei &nbsp; &copy;\n</html>\n")
    yield "rss.xml", "broken", (
        XML + '<rss version="2.0"><channel><title>Nytt</title><item><title>Ja</title></item></channel></rss>\n')
    yield "no-body.xml", "broken", XML + start(body=False) + "</TEI>\n"
    yield "no-utterances.xml", "odd", tei("")
    # Pointers and identifiers
    yield "empty-who.xml", "broken", tei(u("Hvem?", 'xml:id="u1" who=""'))
    yield "several-who.xml", "valid", tei(u("Ja!", 'xml:id="u1" who="#A #B"'))
    yield "duplicate-ids.xml", "broken", tei(u("Ja.") + u("Nei."))


def write(folder, big=False, port=9):
    """Writes the files and returns [(path, kind)]."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "secret.txt").write_text(SECRET + "\n", encoding="utf-8")
    written = []
    for name, kind, content in files(big, port):
        with open(folder / name, "wb") as out:
            for piece in [content] if isinstance(content, (str, bytes)) else content:
                out.write(piece.encode() if isinstance(piece, str) else piece)
        written.append((folder / name, kind))
    return written


@contextlib.contextmanager
def listener():
    """A local server for the external DTD: yields its port and a list that grows with each connection."""
    calls = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        def serve():
            with contextlib.suppress(OSError):
                while True:
                    connection, address = server.accept()
                    calls.append(address)
                    connection.close()
        threading.Thread(target=serve, daemon=True).start()
        yield server.getsockname()[1], calls


def limit():
    """In the child, before it becomes samtale."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(ValueError, OSError):  # macOS knows no limit of address space
        resource.setrlimit(resource.RLIMIT_AS, (LIMIT, LIMIT))


def execute(command, folder):
    """(exit status, negative for a signal, None if out of time; seconds; peak MB; stdout; stderr)."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        began = time.monotonic()
        process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=out, stderr=err,
                                   preexec_fn=limit, env={**os.environ, "SWIFT_BACKTRACE": "enable=no"})
        pid, late = 0, False
        while not pid:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)  # wait4: the peak of this child alone
            if not pid and not late and time.monotonic() - began > SECONDS:
                late = True
                process.kill()
            time.sleep(0 if pid else 0.005)
        seconds = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0), err.seek(0)
        peak = usage.ru_maxrss / (MB if sys.platform == "darwin" else 1024)
        return None if late else process.returncode, seconds, peak, out.read(MB), err.read(MB)


def judge(kind, runs):
    """(failures, doubts) of the runs on one file."""
    bad, doubts = [], []
    for command, (status, _, peak, out, err) in zip(COMMANDS, runs):
        if status is None:
            bad.append(f"{command}: over {SECONDS} s")
        elif status < 0:
            bad.append(f"{command}: {signal.Signals(-status).name}")
        if peak > PEAK:
            bad.append(f"{command}: {peak:.0f} MB")
        if kind == "broken" and not (out + err).strip():
            bad.append(f"{command}: says nothing")
        if SECRET.encode() in out + err:
            bad.append(f"{command}: shows secret.txt")
        if kind == "valid" and status:
            doubts.append(f"{command}: refuses a valid file")
    if kind == "broken" and all(run[0] == 0 for run in runs):
        doubts.append("accepted by both")
    return bad, doubts


def first_line(runs):
    for text in [run[4] for run in runs] + [run[3] for run in runs]:
        line = next((line for line in text.decode("utf-8", "replace").splitlines() if line.strip()), "")
        if line:
            return "".join(c if c.isprintable() else "·" for c in line.strip())[:100]
    return ""


def trial(samtale, folder, big):
    failed = 0
    with listener() as (port, calls):
        print(f"{'file':30} {'kind':7} {'exit':>9} {'s':>6} {'MB':>5}  first line")
        for path, kind in write(folder, big, port):
            before = len(calls)
            runs = [execute([samtale, command, path.name], folder) for command in COMMANDS]
            bad, doubts = judge(kind, runs)
            if len(calls) > before:
                bad.append("connects to the address of the DTD")
            statuses = "/".join("-" if run[0] is None else str(run[0]) for run in runs)
            seconds, peak = (max(run[i] for run in runs) for i in (1, 2))
            print(f"{path.name:30} {kind:7} {statuses:>9} {seconds:6.2f} {peak:5.0f}  {first_line(runs)}")
            for mark, remarks in (("!", bad), ("?", doubts)):
                for remark in remarks:
                    print(f"  {mark} {remark}")
            sys.stdout.flush()
            failed += bool(bad)
    print(f"{failed} files failed" if failed else "all files passed")
    return int(failed > 0)


def main(arguments):
    big = "--big" in arguments
    rest = [a for a in arguments if a != "--big"]
    if len(rest) == 2 and rest[0] == "write":
        print(f"{len(write(pathlib.Path(rest[1]), big))} files")
        return 0
    if len(rest) in (2, 3) and rest[0] == "run":
        samtale = shutil.which(rest[1])
        if not samtale:
            print(f"{rest[1]}: no such program")
            return 2
        if len(rest) == 3:
            return trial(os.path.abspath(samtale), pathlib.Path(rest[2]), big)
        with tempfile.TemporaryDirectory() as folder:
            return trial(os.path.abspath(samtale), pathlib.Path(folder), big)
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main(sys.argv[1:]))
