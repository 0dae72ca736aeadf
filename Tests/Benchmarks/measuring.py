"""Runs the contenders: their tables, CPU time, peak memory and instruction counts."""
import csv
import io
import os
import pathlib
import re
import shutil
import subprocess
import sys
from typing import NamedTuple

HERE = pathlib.Path(__file__).resolve().parent
PACKAGE = HERE.parent.parent
FINDINGS = (0, 1)  # exit statuses of Samtale: done; done, and something was found in the input


class Failure(Exception):
    """Something without which nothing can be measured."""


class Usage(NamedTuple):
    """What one run took: seconds of CPU and of wall time, bytes of memory at its peak."""
    cpu: float
    wall: float
    peak: int


def capture(command, statuses=(0,)):
    """The output of a command, which must end with one of these exit statuses."""
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    if done.returncode not in statuses:
        raise Failure(f"{' '.join(command)[:300]}: exit {done.returncode}\n{done.stderr[-2000:]}")
    return done


# Linux reports no child's peak below that of the process that started it, so a Python without any
# modules starts them (8 MB; what needs less is shown as that).
LAUNCHER = """
import posix, sys, time
null = posix.open("/dev/null", posix.O_RDWR)
actions = [(posix.POSIX_SPAWN_DUP2, null, 1), (posix.POSIX_SPAWN_DUP2, null, 2)]
begin = time.monotonic()
child = posix.posix_spawnp(sys.argv[1], sys.argv[1:], posix.environ, file_actions=actions)
_, status, spent = posix.wait4(child, 0)
wall = time.monotonic() - begin
print(posix.WEXITSTATUS(status) if posix.WIFEXITED(status) else 99,
      spent.ru_utime + spent.ru_stime, wall, spent.ru_maxrss)
"""


def usage(command):
    """Runs a command, its output discarded."""
    status, cpu, wall, peak = capture([sys.executable, "-ISc", LAUNCHER, *command]).stdout.split()
    if int(status) not in FINDINGS:
        raise Failure(f"{' '.join(command)[:300]}: exit {status}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Usage(float(cpu), float(wall), int(peak) * unit)


def instructions(command):
    """Instructions of a whole run, start-up included: repeats to within a few thousand."""
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace")
    collected = re.search(r"Collected : (\d+)", done.stderr)
    if not collected or done.returncode not in FINDINGS:
        raise Failure(f"callgrind {' '.join(command)[:300]}\n{done.stderr[-2000:]}")
    return int(collected[1])


def compile_csax(folder):
    """The path of the yardstick, compiled."""
    flags = capture(["pkg-config", "--cflags", "--libs", "libxml-2.0"]).stdout.split()
    out = str(folder / "csax")
    capture(["cc", "-O2", "-o", out, str(HERE / "csax.c"), *flags])
    return out


class Tools:
    """The programs that are compared, and the folder for everything temporary."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.samtale = self._binary()
        self.csax = compile_csax(self.folder)

    def _binary(self):
        given = os.environ.get("SAMTALE_BIN")
        path = pathlib.Path(given) if given else PACKAGE / ".build/release/samtale"
        if not path.exists() and not given:
            subprocess.run(["swift", "build", "-c", "release", "--product", "samtale"],
                           cwd=PACKAGE, check=True, stdout=sys.stderr)
        if not path.exists():
            raise Failure(f"{path}: not there")
        return str(path.resolve())

    def participation(self, paths, jobs=1):
        """The command whose table csax computes too."""
        return [self.samtale, "participation", "--by", "speaker", "--utterances",
                "--format", "csv", "-j", str(jobs), *paths]

    def table(self, paths, jobs=1):
        """What that command prints."""
        return capture(self.participation(paths, jobs), FINDINGS).stdout

    def generate(self, kind, megabytes, name, files=None):
        """A corpus in the temporary folder: the paths of its files."""
        out = self.folder / name
        capture([sys.executable, str(HERE / "generate.py"), kind, str(megabytes), str(out),
                 *(["--files", str(files)] if files else [])])
        return sorted(map(str, out.iterdir())) if files else [str(out)]

    def copies(self, source, megabytes, name):
        """Real files over and over, each a transcript of its own: their paths."""
        files = sorted(source.glob("*.xml")) if source else []
        if not files:
            return []
        out = self.folder / name
        out.mkdir()
        rounds = round(megabytes * 1e6 / sum(path.stat().st_size for path in files))
        return [shutil.copy(path, out / f"{path.stem}-{i:04d}.xml")
                for i in range(max(1, rounds)) for path in files]

    def remove(self, name):
        """Frees the space of a corpus."""
        path = self.folder / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def reference_data(part):
    """A folder of the reference data, or nothing where they are not at hand."""
    root = os.environ.get("SAMTALE_REFERENCE_DATA", PACKAGE.parent / "shared/data")
    path = pathlib.Path(root) / part
    return path if path.is_dir() else None


def table_of(text, delimiter, turns):
    """Turns and words by speaker as both programs give them.

    Pointers lose their `#`; who names several is counted with all who do; the row of all goes, and
    so do those without words.
    """
    counts = {}
    for row in csv.DictReader(io.StringIO(text), delimiter=delimiter):
        names = (row.get("id") or row["speaker"]).replace("#", "").split()
        speaker = names[0] if len(names) == 1 else "several"
        before = counts.get(speaker, (0, 0))
        counts[speaker] = (before[0] + int(row[turns]), before[1] + int(row["words"]))
    return {name: count for name, count in counts.items() if count[0] and name != "all"}


def compare(tools, paths):
    """Raises unless Samtale's table equals that of csax."""
    ours = table_of(tools.table(paths), ",", "turns")
    reference = table_of(capture([tools.csax, *paths]).stdout, "\t", "utterances")
    if ours == reference:
        return
    differing = sorted(name for name in ours.keys() | reference.keys()
                       if ours.get(name) != reference.get(name))
    lines = [f"  {name}: samtale {ours.get(name)}, csax {reference.get(name)}"
             for name in differing[:10]]
    raise Failure(f"{paths[0]}{' …' if len(paths) > 1 else ''}: the tables differ for"
                  f" {len(differing)} speakers (turns, words)\n" + "\n".join(lines))


def speech_bound(tools, paths):
    """Bytes that a loaded corpus may take: its speech and columns, and a fixed part."""
    text, turns = re.search(r"text (\d+) utterances (\d+)",
                            capture([tools.csax, "--load", *paths]).stderr).groups()
    return int(text) * 1.15 + int(turns) * 40 + 24 * 2**20
