"""What a transcript says, read from its TEI with nothing of Samtale: for the scripts beside this one."""
import os
import pathlib
import subprocess
import xml.etree.ElementTree as ET

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
# What is no speech inside an utterance.
SILENT = {TEI + name for name in ("note", "desc", "gap", "pause", "vocal", "kinesic", "incident", "shift", "anchor")}


class Unit:
    """An utterance: labels of those who speak, milliseconds or None, words."""

    def __init__(self, who, start, end, text):
        self.who, self.start, self.end, self.text = who, start, end, text

    def __repr__(self):
        return f"{self.start}–{self.end} {'+'.join(self.who)}: {self.text}"


def words(element):
    parts = [] if element.tag in SILENT else [element.text or ""]
    if element.tag not in SILENT:
        for child in element:
            parts.append(words(child))
            parts.append(child.tail or "")
    return "".join(parts)


def identifier(path):
    """What the transcript calls itself."""
    return ET.parse(path).getroot().get(ID)


def read(path):
    """The utterances of a TEI file of the Samtale profile."""
    root = ET.parse(path).getroot()
    times = {}
    for when in root.iter(TEI + "when"):
        interval = when.get("interval")
        times["#" + when.get(ID)] = round(float(interval) * 1000) if interval else 0
    labels = {"#" + person.get(ID): person.get("n") or person.get(ID)
              for kind in ("person", "personGrp") for person in root.iter(TEI + kind)}
    units = []
    for u in root.iter(TEI + "u"):
        who = [labels.get(pointer, pointer) for pointer in u.get("who", "").split() if pointer != "#unknown"]
        units.append(Unit(who, times.get(u.get("start")), times.get(u.get("end")), " ".join(words(u).split())))
    return units


class Samtale:
    """The program under test."""

    def __init__(self, program):
        self.program = str(pathlib.Path(program).resolve())

    def run(self, *arguments, allowed=(0,)):
        done = subprocess.run([self.program, *map(str, arguments)], capture_output=True, text=True)
        if done.returncode not in allowed:
            raise SystemExit(f"samtale {' '.join(map(str, arguments))} ended with {done.returncode}:\n{done.stderr}")
        return done

    def imported(self, path, folder, *options):
        """The utterances that importing a file gives."""
        target = pathlib.Path(folder) / path.stem
        done = self.run("import", "--yes", "--quiet", "--force", "-o", target, *options, path, allowed=(0, 1, 2))
        if done.returncode == 2 and "no-utterances" not in done.stderr:
            raise SystemExit(f"{path} was not imported:\n{done.stderr}")
        files = sorted(target.glob("*.xml"))
        return [unit for file in files for unit in read(file)]


def reference(root):
    """The folder with other people's files; None where it is not there and need not be."""
    named = os.environ.get("SAMTALE_REFERENCE_DATA")
    folder = pathlib.Path(named) if named else root.parent / "shared" / "data"
    if folder.is_dir():
        return folder
    if os.environ.get("SAMTALE_REQUIRE_REFERENCE_DATA"):
        raise SystemExit(f"{folder} is not there")
    print(f"skipped: {folder} is not there")
    return None
