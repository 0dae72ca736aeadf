#!/usr/bin/env python3
"""Compares the statistics of `samtale measures` and `samtale participation` with independent implementations.

usage: check_statistics.py SAMTALE [PART ...]        (needs requirements.txt)

PARTs, all by default:
  numbers     counts, transitions, expected counts, G2, centrality, equality, times, intervals: the same numbers
  chance      p of the permutation test against 4,000 orders drawn exactly, without a Markov chain
  alarms      how often the permutation test alarms on random talk
  coverage    how often a 95 % interval holds the true share
  degenerate  next to nothing to measure: exit status, no nan or inf, no crash
Material: files that the script writes from a seed, and a handful of AMI meetings in the folder
$SAMTALE_REFERENCE_DATA, else ../shared/data seen from the project's root. Where these are missing, "skipped: reason"
is printed; this is an error only if $SAMTALE_REQUIRE_REFERENCE_DATA is set.
One line per check, `ok` or the difference. Exit status 1 on any difference, 2 if there is nothing to run.
"""
import concurrent.futures
import functools
import itertools
import json
import math
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from fractions import Fraction

import networkx
import numpy as np
import scipy.special
import scipy.stats

sys.dont_write_bytecode = True
import count_tei  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
MEETINGS = ("ES2008a", "ES2008b", "ES2002a", "ES2016a", "IS1001b", "IS1003b", "TS3005a", "TS3009c")
# Random orders: ours are independent. Samtale's are not: where two parties have nearly all turns, the mean over them
# has been seen to vary as if it were of twenty times fewer. So there are more of them, and twenty count as one.
ORDERS, THEIRS = 4000, 80_000


# -- What is said, read again ---------------------------------------------------------------------

class Meeting:
    """A transcript as far as the measures need it: who, how many words, when."""

    def __init__(self, path, unit):
        root = ET.parse(path).getroot()
        self.id, self.unit = root.get(XML_ID), unit
        people, self.parties = {}, []
        for person in root.iter():
            if count_tei.name(person) == "person":
                party = person.get("n" if unit == "speaker" else "role")
                people[person.get(XML_ID)] = party
                if party not in self.parties:
                    self.parties.append(party)
        when = {w.get(XML_ID): int(Fraction(w.get("interval") or "0") * 1_000_000)
                for w in root.iter() if count_tei.name(w) == "when"}
        self.said = []  # party or None, words, (start, end) or None, speaker; None for a cut
        self.all_times = []
        for u in self._events(root):
            if u is None:
                self.said.append(None)
                continue
            who = [p.lstrip("#") for p in (u.get("who") or "").split()]
            points = [when.get((u.get(a) or "").lstrip("#")) for a in ("start", "end")]
            times = None if None in points or points[0] > points[1] else tuple(points)
            if times:
                self.all_times.append(times)
            words = len(count_tei.words(count_tei.spoken(u)))
            if words:
                party = self.parties.index(people[who[0]]) if len(who) == 1 else None
                self.said.append((party, words, times, " ".join(who)))

    def _events(self, e):
        for child in e:
            kind = count_tei.name(child)
            if kind == "u":
                yield child
            elif kind == "gap" and child.get("reason") != "inaudible":
                yield None
            elif kind not in ("teiHeader", "note"):
                yield from self._events(child)

    @functools.cached_property
    def turns(self):
        """(party or None, words) of runs of one speaker; for roles two people are two turns."""
        turns, last = [], None
        for event in self.said:
            if event is None:
                last = None
                continue
            party, words, _, who = event
            if who and who == last:
                turns[-1][1] += words
            else:
                turns.append([party, words])
            last = who
        return turns

    @functools.cached_property
    def stretches(self):
        """Parties in order between breaks, without equal neighbours."""
        out = [[]]
        for event in self.said:
            if event is None or event[0] is None:
                out.append([])
            elif out[-1][-1:] != [event[0]]:
                out[-1].append(event[0])
        return [np.array(s) for s in out if s]

    @property
    def transitions(self):
        return sum((transitions(s, len(self.parties)) for s in self.stretches),
                   np.zeros((len(self.parties),) * 2))

    @property
    def floor_offsets(self):
        """Offsets of floor transfers in seconds, and the number of within-overlaps."""
        offsets, within, holder, reach = [], 0, None, None
        for event in self.said:
            if event is None or (event[2] and event[0] is None):
                holder = None
                continue
            _, _, times, who = event
            if times is None:
                continue
            if holder not in (None, who) and times[1] <= reach:
                within += 1
                continue
            if holder not in (None, who):
                offsets.append((times[0] - reach) / 1e6)
            reach = max(times[1], reach) if holder == who else times[1]
            holder = who
        return np.array(offsets), within

    @property
    def silence(self):
        """Share of the time from the first start to the last end in which nobody speaks: by counting
        how many speak between any two time points."""
        edges = np.unique(np.array(self.all_times))
        starts, ends = (np.sort(np.array(self.all_times)[:, i]) for i in (0, 1))
        speaking = np.searchsorted(starts, edges[:-1], "right") - np.searchsorted(ends, edges[:-1], "right")
        return float(np.diff(edges)[speaking == 0].sum() / (edges[-1] - edges[0]))


def transitions(order, k):
    """T: a row's party is followed by a column's."""
    codes = order[..., :-1] * k + order[..., 1:]
    return np.bincount(codes, minlength=k * k).reshape(k, k)


# -- Statistics, written again --------------------------------------------------------------------

def quasi_independence(counts):
    """Expected counts: log E = row + column off the diagonal, of greatest likelihood, by Newton's method. Samtale uses
    iterative proportional fitting."""
    k = len(counts)
    row, column = ((counts.sum(axis=1) > 0), (counts.sum(axis=0) > 0))
    free = np.outer(row, column) & ~np.eye(k, dtype=bool)
    i, j = np.nonzero(free)
    design = np.zeros((len(i), 2 * k))
    design[np.arange(len(i)), i] = design[np.arange(len(i)), k + j] = 1
    design, observed = design[:, design.any(axis=0)], counts[free]
    parameters = np.linalg.lstsq(design, np.log(observed + 0.5), rcond=None)[0]
    for _ in range(200):  # lstsq: a constant can move between rows and columns
        mean = np.exp(design @ parameters)
        step = np.linalg.lstsq(design.T @ (design * mean[:, None]), design.T @ (observed - mean), rcond=None)[0]
        parameters += step * min(1, 2 / max(np.abs(step).max(), 1e-300))
        if np.abs(step).max() < 1e-13:
            break
    expected = np.zeros((k, k))
    expected[free] = np.exp(design @ parameters)
    return expected


def holm(p):
    """Holm's correction: the largest of the scaled p values that are not larger."""
    p = np.asarray(p)
    scaled = [(q, min(1, q * (p > q).sum() + q * (np.sort(p) == q).sum())) for q in p]
    return np.array([max(s for other, s in scaled if other <= q) for q in p])


def gini(x):
    """Mean absolute difference over twice the mean."""
    x = np.asarray(x, float)
    return np.abs(x[:, None] - x).mean() / (2 * x.mean())


def log_choose(n, k):
    """log of n over k, -inf where there is none."""
    n, k = np.broadcast_arrays(n, k)
    right = (k >= 0) & (k <= n)
    n, k = np.where(right, n, 0), np.where(right, k, 0)
    return np.where(right, scipy.special.gammaln(n + 1) - scipy.special.gammaln(k + 1)
                    - scipy.special.gammaln(n - k + 1), -np.inf)


class Orders:
    """Uniform random orders without equal neighbours, drawn exactly (no Markov chain).

    Party after party is put into the order of those before it. Its m turns fall into r blocks; t of the r gaps they go
    into lie between equal neighbours, which they part. So from an order with b equal pairs comes one with
    b - t + m - r. `ways[j][b]` counts the orders of the first parties with b equal pairs; from their numbers the b, t
    and r of each party are drawn backwards from no equal pair at the end.
    """

    def __init__(self, stretch):
        self.parties = [p for p, m in enumerate(np.bincount(stretch)) if m]
        self.sizes = [int((stretch == p).sum()) for p in self.parties]
        self.ways = [np.full(self.sizes[0], -np.inf)]
        self.ways[0][-1] = 0
        self.tables = []
        for j in range(1, len(self.sizes)):
            self._add(j)

    def _add(self, j):
        """log of the number of orders by equal pairs before (b), parted pairs (t) and blocks (r)."""
        before, m, n = self.ways[-1], self.sizes[j], sum(self.sizes[:j])
        b, t, r = np.ogrid[:len(before), :len(before), 1:m + 1]
        with np.errstate(invalid="ignore"):
            table = (before[:, None, None] + log_choose(b, t) + log_choose(n + 1 - b, r - t) + log_choose(m - 1, r - 1))
        after = np.broadcast_to(b - t + m - r, table.shape)
        possible = np.isfinite(table) & (after >= 0)
        if j == len(self.sizes) - 1:
            possible &= after == 0
        cells, after, weights = np.argwhere(possible), after[possible], table[possible]
        by_after, self.tables = {}, self.tables + [{}]
        ways = np.full(after.max() + 1, -np.inf)
        order = np.argsort(after, kind="stable")
        for chunk in np.split(order, np.flatnonzero(np.diff(after[order])) + 1):
            ways[after[chunk[0]]] = scipy.special.logsumexp(weights[chunk])
            by_after[int(after[chunk[0]])] = chunk
        self.tables[-1] = (cells, weights, by_after)
        self.ways.append(ways)

    def draw(self, count, rng):
        steps, equal = [], np.zeros(count, int)
        for cells, weights, by_after in reversed(self.tables):
            step = np.empty((count, 3), int)
            for value in np.unique(equal):
                chunk, rows = by_after[int(value)], np.flatnonzero(equal == value)
                sums = np.cumsum(np.exp(weights[chunk] - weights[chunk].max()))
                step[rows] = cells[chunk[np.searchsorted(sums, rng.random(len(rows)) * sums[-1], "right")]]
            steps.insert(0, step)
            equal = step[:, 0]
        return np.array([self._build([step[i] for step in steps], rng) for i in range(count)])

    def _build(self, steps, rng):
        order = np.full(self.sizes[0], self.parties[0])
        for (_, parted, blocks), party, m in zip(steps, self.parties[1:], self.sizes[1:]):
            blocks += 1  # the table begins with one block
            is_equal = np.zeros(len(order) + 1, bool)
            is_equal[1:-1] = order[1:] == order[:-1]
            gaps = np.concatenate([rng.permutation(np.flatnonzero(is_equal))[:parted],
                                   rng.permutation(np.flatnonzero(~is_equal))[:blocks - parted]])
            ends = np.sort(rng.permutation(m - 1)[:blocks - 1]) + 1
            lengths = np.diff(np.concatenate([[0], ends, [m]]))
            order = np.insert(order, np.repeat(gaps, lengths), party)
        return order


def random_orders(meeting, count, rng):
    """Transitions (count, k, k) and returns A-B-A (count) of random orders of a meeting."""
    k = len(meeting.parties)
    counts, returns = np.zeros((count, k, k), int), np.zeros(count, int)
    for stretch in meeting.stretches:
        orders = Orders(stretch).draw(count, rng)
        codes = orders[:, :-1] * k + orders[:, 1:] + k * k * np.arange(count)[:, None]
        counts += np.bincount(codes.ravel(), minlength=count * k * k).reshape(count, k, k)
        returns += (orders[:, 2:] == orders[:, :-2]).sum(axis=1)
    return counts, returns


# -- Invented meetings ----------------------------------------------------------------------------

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en" xml:id="{id}"><teiHeader><fileDesc>
<titleStmt><title>{id} (invented)</title></titleStmt><publicationStmt><publisher>Samtale tests</publisher>
</publicationStmt><sourceDesc><p>generated</p></sourceDesc></fileDesc>
<encodingDesc><transcriptionDesc ident="samtale" version="1.0"/><classDecl><taxonomy xml:id="roles">
{roles}</taxonomy></classDecl></encodingDesc>
<profileDesc><particDesc><listPerson>
{people}</listPerson><listOrg><org xml:id="team{team}" n="{team}" type="team"><orgName>Team {team}</orgName></org>
</listOrg></particDesc></profileDesc></teiHeader>
<text>{timeline}<body><div type="meeting">
{body}</div></body></text></TEI>
"""
TALK = "we plan the work with them and see how it goes when they begin there next week or later on".split()


def document(id, people, body, team=1, points=(), declared=True):
    """A meeting of people {id: (label, role)}; time points in microseconds. Declared to be in the profile or not: the
    profile wants to know every speaker."""
    in_order = sorted(enumerate(points, 1), key=lambda point: point[1])
    timeline = "".join(f'<when xml:id="T{i}" interval="{p / 1e6:.6f}" since="#T0"/>\n' for i, p in in_order)
    head = HEAD if declared else HEAD.replace(' ident="samtale" version="1.0"', "")
    return head.format(
        id=id, team=team, body=body,
        roles="".join(f'<category xml:id="{r}"><catDesc>{r}</catDesc></category>\n'
                      for r in dict.fromkeys(role for _, role in people.values()) if r),
        people="".join(f'<person xml:id="{p}" n="{n}"{f" role={chr(34)}{r}{chr(34)}" if r else ""}>'
                       f'<affiliation ref="#team{team}"/></person>\n' for p, (n, r) in people.items()),
        timeline=points and f'<timeline unit="s" origin="#T0"><when xml:id="T0"/>\n{timeline}</timeline>' or "")


def cast(k, roles=None):
    """k people, each with a role of her or his own unless there are fewer roles."""
    return {f"p.{i}": (f"S{i}", f"R{i % (roles or k)}") for i in range(k)}


def utterances(speakers, words):
    """Plain turns: `speakers` are numbers of people."""
    return "".join(f'<u xml:id="u{i}" who="#p.{s}">{" ".join(TALK[j % len(TALK)] for j in range(w))}.</u>\n'
                   for i, (s, w) in enumerate(zip(speakers, words), 1))


def random_talk(rng, weights, n):
    """n turns without equal neighbours: the next speaker depends on the one before only in not being the same."""
    order = [int(rng.choice(len(weights), p=weights))]
    while len(order) < n:
        p = weights.copy()
        p[order[-1]] = 0
        order.append(int(rng.choice(len(weights), p=p / p.sum())))
    return order


def rich_meeting(rng, id, k, n, team, roles=None):
    """Talk with all that breaks a sequence: cuts, several speakers, laughter, missing times; unknown speakers in every
    other team."""
    weights, now, last, points, body = rng.dirichlet(np.full(k, 3.0)), 0, -1000, [], []
    sticky = rng.random((k, k)) + np.eye(k) * 0.3  # some follow some more often than by chance
    speaker = 0
    for i in range(1, n + 1):
        p = weights * sticky[speaker]
        speaker = int(rng.choice(k, p=p / p.sum()))
        who, chance = f' who="#p.{speaker}"', rng.random()
        if chance < 0.01 and team % 2:
            who = ""
        elif chance < 0.02:
            who = f' who="#p.{speaker} #p.{(speaker + 1) % k}"'
        elif chance < 0.03:
            body.append('<gap reason="sampling"/>\n')
        words = int(rng.geometric(0.12)) if rng.random() > 0.03 else 70
        text = " ".join(rng.choice(TALK, words)) + "."
        if rng.random() < 0.05:
            text = "<vocal><desc>laughs</desc></vocal>"
        elif rng.random() < 0.1:
            text += ' <del type="truncation">he wr</del>'
        now = max(last + 1000, now + int(rng.normal(200, 500)) * 1000)
        last = now
        length = int(rng.gamma(1.5, 1500)) * 1000 + 20_000
        times = ""
        if rng.random() > 0.05:
            points += [now, now + length]
            times = f' start="#T{len(points) - 1}" end="#T{len(points)}"'
        body.append(f'<u xml:id="u{i}"{who}{times}>{text}</u>\n')
        if rng.random() > 0.15:  # else the next begins soon after: speech inside speech
            now += length
    return document(id, cast(k, roles), "".join(body), team, points, declared=team % 2 == 0)


# -- Running Samtale ------------------------------------------------------------------------------

class Checker:
    """Runs the program and keeps the differences."""

    def __init__(self, samtale, folder):
        self.samtale, self.folder, self.status = str(pathlib.Path(shutil.which(samtale)).resolve()), folder, 0

    def run(self, *arguments):
        done = subprocess.run([self.samtale, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=300)
        return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")

    def rows(self, *arguments):
        status, out, err = self.run(*arguments, "--format", "json", "-q")
        if status:
            raise RuntimeError(f"samtale {' '.join(map(str, arguments))[:200]}: exit status {status}: {err[:500]}")
        return [row for row in json.loads(out)["rows"]]

    def measures(self, *arguments):
        """{(meeting, kind, group, measure): row} of meetings and of all together, not of teams"""
        rows = [r for r in self.rows("measures", *arguments) if r["meeting"] or not r["team"]]
        table = {(r["meeting"], r["group_kind"], r["group"], r["measure"]): r for r in rows}
        if len(table) != len(rows):
            self.say("rows of the long table are unique", [f"{len(rows) - len(table)} are there twice"])
        return table

    def say(self, what, differences, shown=""):
        self.status = self.status or int(bool(differences))
        more = f" … and {len(differences) - 5} more" if len(differences) > 5 else ""
        print(f"{what}: {'; '.join(differences[:5]) + more if differences else 'ok' + (shown and f' ({shown})')}",
              flush=True)

    def files(self, name, documents):
        """Writes {file name: document} into a folder of the name."""
        folder = self.folder / name
        folder.mkdir()
        for file, text in documents.items():
            (folder / file).write_text(text, encoding="utf-8")
        return folder


class Comparison:
    """The largest difference of each measure."""

    def __init__(self):
        self.largest, self.number, self.wrong = {}, {}, {}

    def add(self, measure, where, got, want, tolerance=1e-9):
        self.number[measure] = self.number.get(measure, 0) + 1
        if got is None or want is None or not math.isfinite(want):
            want = want if want is not None and math.isfinite(want) else None
            if got is not want:
                self.wrong.setdefault(measure, []).append(f"{where}: {got}, expected {want}")
            return
        difference = abs(got - want)
        self.largest[measure] = max(difference, self.largest.get(measure, 0))
        if difference > tolerance * max(1, abs(want)):
            self.wrong.setdefault(measure, []).append(f"{where}: {got}, expected {want}")

    def report(self, checker, what):
        for measure, number in self.number.items():
            checker.say(f"{what}: {measure}", self.wrong.get(measure, []),
                        f"{number} values, largest difference {self.largest.get(measure, 0):.1e}")


# -- numbers --------------------------------------------------------------------------------------

def compare_meetings(table, meetings, name, compare):
    """All numbers of one meeting, or of several together (`name` empty)."""
    unit, parties = meetings[0].unit, meetings[0].parties
    k, kind, whole = len(parties), meetings[0].unit, ("meeting", name) if name else ("corpus", "all")

    def add(group_kind, group, measure, want, tolerance=1e-9):
        row = table.get((name, group_kind, group, measure))
        got = row["value"] if row else math.nan
        compare.add(measure, f"{name or 'all'} {group}", got, want, tolerance)

    counts = sum(m.transitions for m in meetings)
    expected = quasi_independence(counts)
    sums = counts.sum(axis=1)
    for i, j in itertools.permutations(range(k), 2):
        dyad = f"{parties[i]} → {parties[j]}"
        add("dyad", dyad, "follows", counts[i, j])
        add("dyad", dyad, "follows_expected", expected[i, j], 1e-6)
        add("dyad", dyad, "follows_probability", counts[i, j] / sums[i] if sums[i] else None)
    both, upper = counts > 0, np.triu_indices(k, 1)
    g2 = 2 * scipy.special.rel_entr(counts[both], expected[both]).sum()
    add(*whole, "g2", g2, 1e-6)
    note = table[name, *whole, "g2"]["note"]
    compare.add("df", name, int(note.removeprefix("df ")), (k - 1) ** 2 - k)
    add(*whole, "reciprocity", np.minimum(counts, counts.T)[upper].sum() / np.maximum(counts, counts.T)[upper].sum())
    stretches = [s for m in meetings for s in m.stretches]
    possible = sum(max(0, len(s) - 2) for s in stretches)
    add(*whole, "return_rate", sum((s[2:] == s[:-2]).sum() for s in stretches) / possible)

    graph = networkx.DiGraph()
    graph.add_nodes_from(range(k))
    graph.add_edges_from((i, j, {"weight": counts[i, j], "far": Fraction(1, int(counts[i, j]))})
                         for i, j in zip(*np.nonzero(counts)))
    rank = networkx.pagerank(graph, alpha=0.85, tol=1e-15, max_iter=100_000)
    between = networkx.betweenness_centrality(graph, weight="far", normalized=True)
    turns = [t for m in meetings for t in m.turns]
    total = sum(party is not None for party, _ in turns)
    all_words = sum(words for party, words in turns if party is not None)
    for i, party in enumerate(parties):
        own = [words for p, words in turns if p == i]
        add(kind, party, "turns", len(own))
        add(kind, party, "words", sum(own))
        add(kind, party, "share_turns", len(own) / total)
        add(kind, party, "share_words", sum(own) / all_words)
        add(kind, party, "words_per_turn", np.mean(own) if own else None)
        add(kind, party, "monologue_share", sum(w for w in own if w >= 50) / sum(own) if own else None)
        absence = [max(len(list(run)) for there, run in itertools.groupby(s == i) if not there)
                   for s in stretches if (s != i).any()]
        add(kind, party, "longest_absence", max(absence, default=0))
        add(kind, party, "pagerank", rank[i] if counts[i].sum() + counts[:, i].sum() else None)
        add(kind, party, "betweenness", float(between[i]))
    add(*whole, "turns", len(turns))
    add(*whole, "unattributed_turns", 1 - total / len(turns))
    cells = [f"{parties[i]} → {parties[j]}" for i, j in itertools.permutations(range(k), 2)]
    for cell, want in zip(cells, holm([table[name, "dyad", c, "follows_p"]["value"] for c in cells])):
        add("dyad", cell, "follows_p_holm", want)
    if name:
        compare_times(meetings[0], add, whole)


def compare_times(meeting, add, whole):
    """Numbers that need time stamps."""
    offsets, within = meeting.floor_offsets
    add(*whole, "fto_median", np.median(offsets))
    add(*whole, "fto_mean", offsets.mean())
    add(*whole, "fto_quartile_1", np.quantile(offsets, 0.25))
    add(*whole, "fto_quartile_3", np.quantile(offsets, 0.75))
    add(*whole, "overlap_share", (offsets < 0).mean())
    add(*whole, "within_overlaps", within)
    add(*whole, "silence_share", meeting.silence)
    minutes = (max(e for _, e in meeting.all_times) - min(s for s, _ in meeting.all_times)) / 6e7
    add(*whole, "turns_per_minute", len(meeting.turns) / minutes)
    for i, party in enumerate(meeting.parties):
        own = [e[2] for e in meeting.said if e and e[0] == i and e[2]]
        if own:
            add(meeting.unit, party, "speaking_time", sum(end - start for start, end in own) / 1e6)


def compare_equality(checker, paths, compare):
    rows = {r["meeting"]: r for r in checker.rows("participation", "--equality", *paths) if r["row"] == "group"}
    for path in paths:
        meeting = Meeting(path, "speaker")
        for at, what in enumerate(("turns", "words")):
            each = [sum((1, t[1])[at] for t in meeting.turns if t[0] == i) for i in range(len(meeting.parties))]
            compare.add(f"gini_{what}", meeting.id, rows[meeting.id][f"gini_{what}"], gini(each))
            evenness = scipy.stats.entropy(each, base=len(each))
            compare.add(f"evenness_{what}", meeting.id, rows[meeting.id][f"evenness_{what}"], evenness)


def compare_intervals(checker, paths, compare):
    """Both ends of a bootstrap interval lie among the quantiles that chance allows (4 standard errors)."""
    draws, rng = 20_000, np.random.default_rng(5)
    table = checker.measures("--by", "role", "--samples", draws, "--permutations", 19, *paths)
    rows = {r["role"]: r for r in
            checker.rows("participation", "--intervals", "--samples", draws, *paths) if r["row"] == "group"}
    meetings = [Meeting(path, "role") for path in paths]
    roots = [ET.parse(path).getroot() for path in paths]
    teams = [next(e.get("ref") for e in root.iter() if count_tei.name(e) == "affiliation") for root in roots]
    clusters = sorted(set(teams))
    picks = rng.integers(0, len(clusters), (draws, len(clusters)))
    for role in dict.fromkeys(p for m in meetings for p in m.parties):
        for at, what in enumerate(("share_turns", "share_words")):
            sums = np.zeros((len(clusters), 2))
            for team, m in zip(teams, meetings):
                own = m.parties.index(role) if role in m.parties else -1
                sums[clusters.index(team)] += [sum((1, t[1])[at] for t in m.turns if t[0] == own),
                                               sum((1, t[1])[at] for t in m.turns if t[0] is not None)]
            drawn = sums[picks].sum(axis=1)
            shares = drawn[:, 0] / drawn[:, 1]
            for end, p in (("low", 0.025), ("high", 0.975)):
                error = 4 * math.sqrt(p * (1 - p) * 2 / draws)
                low, high = np.quantile(shares, [max(0, p - error), min(1, p + error)])
                for source, got in (("measures", table["", "role", role, what][end]),
                                    ("participation", rows[role][f"{what}_{end}"])):
                    outside = max(low - got, got - high, 0)
                    compare.add(f"95 % intervals, {source}", f"{role} {what} {end}", outside, 0.0)


def numbers(checker, ami):
    rng = np.random.default_rng(1)
    rich = checker.files("rich", {f"m{i}.xml": rich_meeting(rng, f"m{i}", 3 + i % 4, 60 + 20 * i, team=i // 2)
                                  for i in range(16)})
    roles = checker.files("roles", {f"r{i}.xml": rich_meeting(rng, f"r{i}", 6, 120, team=i // 2, roles=4)
                                    for i in range(16)})
    for what, paths, unit in [("invented, speakers", sorted(rich.iterdir()), "speaker"),
                              ("invented, roles of several", sorted(roles.iterdir()), "role"),
                              ("AMI, speakers", ami, "speaker"), ("AMI, roles", ami, "role")]:
        if not paths:
            continue
        compare, meetings = Comparison(), [Meeting(path, unit) for path in paths]
        table = checker.measures("--by", unit, "--permutations", 199, *paths)
        for meeting in meetings:
            compare_meetings(table, [meeting], meeting.id, compare)
        if unit == "role" and all(m.parties == meetings[0].parties for m in meetings):
            compare_meetings(table, meetings, "", compare)
        if unit == "speaker":
            compare_equality(checker, paths, compare)
        else:
            compare_intervals(checker, paths, compare)
        compare.report(checker, what)
    start_order(checker, rng)


def start_order(checker, rng):
    """The order of the file does not matter where all utterances have a start."""
    order = random_talk(rng, np.full(4, 0.25), 80)
    starts = np.cumsum(rng.integers(500, 3000, 80)) / 1000
    turns = [(s, "We plan the work.", t, t + d) for s, t, d in zip(order, starts, rng.integers(300, 4000, 80) / 1000)]
    shuffled = [turns[i] for i in rng.permutation(len(turns))]
    folders = [checker.files(name, {"m.xml": document("m", cast(4), *timed_pair(talk))})
               for name, talk in (("in-order", turns), ("out-of-order", shuffled))]
    one, other = (checker.measures("--by", "speaker", "--permutations", 199, folder) for folder in folders)
    wrong = [f"{key[2]} {key[3]}: {other[key]['value']}, expected {one[key]['value']}" for key in one
             if not (one[key]["value"] is other[key]["value"] is None) and
             (None in (one[key]["value"], other[key]["value"]) or
              abs(one[key]["value"] - other[key]["value"]) > 1e-9)]
    checker.say("the same utterances in another order of the file", wrong, f"{len(one)} values")


# -- chance ---------------------------------------------------------------------------------------

def chance(checker, ami):
    rng = np.random.default_rng(2)
    small = checker.files("small", {f"s{i}.xml": rich_meeting(rng, f"s{i}", 3 + i % 4, (40, 36, 30, 24)[i % 4], 1)
                                    for i in range(8)})
    large = checker.files("large", {f"l{i}.xml": rich_meeting(rng, f"l{i}", 3 + i % 4, 200, 1) for i in range(4)})
    # Stretches in which no single exchange of two turns leads anywhere (A B A B), and stretches of two turns.
    pairs = [[0, 1]] * 8 + [[0, 1, 0, 1]] * 3 + [[0, 2, 0, 2, 0, 2]] * 2 + [[1, 2, 0, 1, 2, 0, 1, 0]]
    cut = '<gap reason="sampling"/>'.join(utterances(s, [3] * len(s)) for s in pairs).split("<u ")
    cut = cut[0] + "".join(f'<u {re.sub(r"^xml:id=.u[0-9]+.", f"xml:id={chr(34)}u{i}{chr(34)}", u)}'
                           for i, u in enumerate(cut[1:], 1))
    stretches = checker.files("stretches", {"c.xml": document("c", cast(3), cut)})
    for what, paths in [("invented, short", sorted(small.iterdir())), ("invented, long", sorted(large.iterdir())),
                        ("short stretches between cuts", sorted(stretches.iterdir())),
                        ("AMI", ami)]:
        if not paths:
            continue
        table = checker.measures("--by", "speaker", "--permutations", THEIRS, *paths)
        wrong, largest, cells, returning = [], 0, 0, []
        for path in paths:
            meeting = Meeting(path, "speaker")
            counts, returns = random_orders(meeting, ORDERS, rng)
            observed = meeting.transitions
            tail = np.minimum((counts >= observed).sum(axis=0), (counts <= observed).sum(axis=0)) + 1
            for i, j in itertools.permutations(range(len(meeting.parties)), 2):
                dyad = f"{meeting.parties[i]} → {meeting.parties[j]}"
                got = table[meeting.id, "dyad", dyad, "follows_p"]["value"]
                want = min(1, 2 * tail[i, j] / (ORDERS + 1))
                half = min(0.5, (got + want) / 4)
                error = 2 * math.sqrt(half * (1 - half) * (1 / ORDERS + 20 / THEIRS))
                cells, largest = cells + 1, max(largest, abs(got - want) / error)
                if abs(got - want) > 4 * error:
                    wrong.append(f"{meeting.id} {dyad}: p {got:.4f}, expected {want:.4f} ± {error:.4f}")
            possible = sum(max(0, len(s) - 2) for s in meeting.stretches)
            got = table[meeting.id, "meeting", meeting.id, "return_rate_by_chance"]["value"]
            want, error = returns.mean() / possible, returns.std() / possible * math.sqrt(1 / ORDERS + 20 / THEIRS)
            returning.append(abs(got - want) / error)
            if returning[-1] > 4:
                wrong.append(f"{meeting.id}: return rate by chance {got:.4f}, expected {want:.4f} ± {error:.4f}")
        checker.say(f"permutation p, {what}", wrong,
                    f"{cells} cells, largest difference {largest:.1f} standard errors; return rate by chance "
                    f"{max(returning):.1f}")


# -- alarms ---------------------------------------------------------------------------------------

def alarms(checker, _):
    rng, documents, cells = np.random.default_rng(3), {}, 0
    for i in range(100):
        k = 3 + i % 4
        order = random_talk(rng, rng.dirichlet(np.full(k, 8.0)), 150)
        documents[f"a{i:02}.xml"] = document(f"a{i:02}", cast(k), utterances(order, [3] * len(order)))
    table = checker.measures("--by", "speaker", checker.files("alarms", documents))
    p = np.array([r["value"] for key, r in table.items() if key[3] == "follows_p"])
    rate, cells = (p <= 0.05).mean(), len(p)
    corrected = {key[0] for key, r in table.items() if key[3] == "follows_p_holm" and r["value"] <= 0.05}
    checker.say("type-I error at .05 on random talk", [f"{rate:.4f} over {cells} cells is more than .06"]
                if rate > 0.06 or cells < 700 else [], f"{rate:.4f} over {cells} cells")
    checker.say("after Holm, meetings with any alarm", [f"{len(corrected)} of 100 is more than 12"]
                if len(corrected) > 12 else [], f"{len(corrected)} of 100")


# -- coverage -------------------------------------------------------------------------------------

WORDS = np.array([2, 3, 5, 8])  # mean words of a turn of each role
CORPORA = 300


def corpus(rng, folder):
    """8 teams that meet twice. Roles are alike in turns, so 1/4 of the turns is each one's expected share; words do
    not depend on anything but the role, so WORDS / sum is that of words. Gives turns and words of teams by role."""
    sums = np.zeros((8, 2, 4))
    for team in range(8):
        weights = rng.dirichlet(np.full(4, 4.0))
        for number in (1, 2):
            order = np.array(random_talk(rng, weights, 30))
            words = rng.integers(1, 2 * WORDS[order])  # 1 … 2 m − 1: mean m
            sums[team] += np.bincount(order, minlength=4), np.bincount(order, words, minlength=4)
            text = document(f"t{team}-m{number}", cast(4), utterances(order, words), team)
            (folder / f"t{team}-m{number}.xml").write_text(text, encoding="utf-8")
    return sums


def coverage(checker, _):
    rng, held, number, none = np.random.default_rng(4), {"share_turns": 0, "share_words": 0}, 0, 0
    truth = {"share_turns": np.full(4, 0.25), "share_words": WORDS / WORDS.sum()}
    ours = np.zeros(2)  # the same by numpy
    base = checker.files("coverage", {})
    folders = []
    for i in range(CORPORA):
        folders.append(base / str(i))
        folders[-1].mkdir()
        sums = corpus(rng, folders[-1])
        drawn = sums[rng.integers(0, 8, (1000, 8))].sum(axis=1)
        low, high = np.quantile(drawn / drawn.sum(axis=2, keepdims=True), [0.025, 0.975], axis=0)
        ours += [((low[at] <= true) & (true <= high[at])).mean() / CORPORA for at, true in enumerate(truth.values())]

    def one(folder):
        # The seed differs, so that the errors of the bootstrap are not the same in all corpora.
        return checker.measures("--by", "role", "--permutations", 19, "--samples", 1000, "--seed", folder.name, folder)

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for table in pool.map(one, folders):
            for i in range(4):
                number += 1
                for measure in held:
                    row = table["", "role", f"R{i}", measure]
                    if row["low"] is None:
                        none += 1
                    else:
                        held[measure] += row["low"] <= truth[measure][i] <= row["high"]
    for (measure, count), numpy_share in zip(held.items(), ours):
        share = count / number
        # The percentile bootstrap over as few as 8 clusters is known to cover a little less than it says.
        wrong = [f"{share:.3f} is not between .85 and .99"] if not 0.85 <= share <= 0.99 else []
        if none:
            wrong.append(f"{none} intervals are missing")
        if abs(share - numpy_share) > 0.02:
            wrong.append(f"{share:.3f}, by numpy {numpy_share:.3f}")
        checker.say(f"coverage of the 95 % interval of {measure}", wrong,
                    f"{share:.3f}, by numpy {numpy_share:.3f}, over {CORPORA} corpora of 8 teams x 2 meetings, 4 roles "
                    "each; below .95 as expected of 8 clusters")


# -- degenerate -----------------------------------------------------------------------------------

NOT_A_NUMBER = re.compile(r"(?<![\w-])-?(nan|inf|infinity)(?![\w-])", re.IGNORECASE)


def timed(turns):
    """((speaker, text, start, end) …) as utterances and time points, times in seconds."""
    body = "".join(f'<u xml:id="u{i}"{f" who={chr(34)}#p.{s}{chr(34)}" if s is not None else ""}'
                   f' start="#T{2 * i - 1}" end="#T{2 * i}">{text}</u>\n' for i, (s, text, _, _) in enumerate(turns, 1))
    return body, [round(t * 1e6) for turn in turns for t in turn[2:]]


# The profile forbids these; they are measured all the same, and the exit status says so.
REFUSED = {"times backwards", "only unknown speakers", "nobody listed"}


def degenerate_documents():
    """{name: documents}"""
    def one(k, body, points=(), people=None):
        return [document("d1", people or cast(k), body, points=points)]

    def talk(order, text="We begin there."):
        return [(s, text, i, i + 0.9) for i, s in enumerate(order)]

    abc = [0, 1, 2, 1, 0, 2] * 5
    hub = [s for i in range(300) for s in (0, 1 + i % 3)]
    two = document("same", cast(3), *timed_pair(talk(abc))), document("same", cast(3), *timed_pair(talk(abc[::-1])))
    return {
        "no utterances": one(3, ""),
        "no words": one(3, '<u xml:id="u1" who="#p.0"><vocal><desc>laughs</desc></vocal></u>'),
        "one utterance": one(3, *timed(talk([0]))),
        "one person, one utterance": one(1, *timed(talk([0]))),
        "one speaker alone": one(1, *timed(talk([0] * 20))),
        "all silent but one": one(4, *timed(talk([2] * 20))),
        "two speakers": one(2, *timed(talk([0, 1] * 20))),
        "two of four speak": one(4, *timed(talk([0, 1] * 20))),
        "a chair between all turns": one(4, *timed(talk(hub))),
        "all minimal responses": one(3, *timed(talk(abc, "Mm."))),
        "all questions": one(3, *timed(talk(abc, "Why is that so?"))),
        "all in one second": one(3, *timed([(s, "Yes we do.", i / 1000, i / 1000 + 0.001) for i, s in enumerate(abc)])),
        "all times equal": one(3, *timed([(s, "Yes we do.", 7, 7) for s in abc])),
        "all times 0": one(3, *timed([(s, "Yes we do.", 0, 0) for s in abc])),
        "times backwards": one(3, *timed([(s, "Yes we do.", 100 - i, 99 - i) for i, s in enumerate(abc)])),
        "no times": one(3, utterances(abc, [3] * len(abc))),
        "only unknown speakers": one(3, *timed(talk([None] * 20))),
        "nobody listed": [document("d1", {}, *timed_pair(talk([None] * 5)))],
        "no roles": one(3, *timed(talk(abc)), people={f"p.{i}": (f"S{i}", "") for i in range(3)}),
        "all of one role": one(3, *timed(talk(abc)), people={f"p.{i}": (f"S{i}", "R") for i in range(3)}),
        "two people of one label": one(3, *timed(talk(abc)), people={f"p.{i}": ("S", f"R{i}") for i in range(3)}),
        "cuts everywhere": one(3, utterances(abc, [3] * len(abc)).replace("<u", '<gap reason="sampling"/><u')),
        "two meetings of one id": list(two),
        "nothing and something": [document("d1", cast(3), ""), document("d2", cast(3), *timed_pair(talk(abc)))],
    }


def timed_pair(turns):
    """`timed` in the order of `document`'s parameters: body, team, points."""
    body, points = timed(turns)
    return body, 1, points


def degenerate(checker, _):
    commands = [["turns", "--by", "role"], ["turns", "--by", "speaker", "--each"], ["turns", "--evidence"],
                ["measures", "--by", "role"], ["measures", "--by", "speaker"], ["participation"],
                ["participation", "--by", "speaker"], ["participation", "--equality"], ["participation", "--intervals"]]
    documents = degenerate_documents()
    folders = {name: checker.files(name.replace(" ", "-"), {f"f{i}.xml": text for i, text in enumerate(texts)})
               for name, texts in documents.items()}

    def one(job):
        name, command, form = job
        folder, right = folders[name], int(name in REFUSED)
        begin = time.monotonic()
        status, out, err = checker.run(*command, "--format", form, folder)
        label = " ".join(command + [form])
        found = []
        if status != right:
            found.append(f"{label}: exit status {status}, expected {right}: {err.strip()[-200:]}")
        if not out.strip():
            found.append(f"{label}: no output")
        for text in (out, err):
            if match := NOT_A_NUMBER.search(text):
                found.append(f"{label}: prints {text[max(0, match.start() - 80):match.end() + 10]!r}")
        if form == "json":
            found += json_faults(label, out)
        if (spent := time.monotonic() - begin) > 5:
            found.append(f"{label}: takes {spent:.1f} s")
        return found

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for name in folders:
            jobs = [(name, command, form) for command in commands for form in ("table", "csv", "json")]
            checker.say(f"degenerate: {name}", [f for found in pool.map(one, jobs) for f in found], f"{len(jobs)} runs")


def json_faults(label, out):
    """What is wrong with the rows: shares beyond 0…1, p beyond 0…1, the same row twice, turns of nobody."""
    rows, decoder = [], json.JSONDecoder()
    try:
        while out := out.lstrip():  # several tables are several values
            table, end = decoder.raw_decode(out)
            rows, out = rows + table["rows"], out[end:]
    except ValueError as error:
        return [f"{label}: no JSON: {error}"]
    if not label.startswith("measures"):
        return []
    found = [f"{label}: {r['group']} {r['measure']} {r['value']}" for r in rows
             if r["unit"] in ("share", "p") and r["value"] is not None and not -1e-12 <= r["value"] <= 1 + 1e-12]
    keys = [(r["team"], r["meeting"], r["group_kind"], r["group"], r["measure"]) for r in rows]
    if len(set(keys)) < len(keys):
        found.append(f"{label}: {len(keys) - len(set(keys))} rows cannot be told from others")
    value = {key: r["value"] for key, r in zip(keys, rows)}
    for (team, meeting, kind, group, measure), turns in value.items():
        if kind == "meeting" and measure == "turns":
            own = sum(v for (t, m, k, _, what), v in value.items()
                      if (t, m, what) == (team, meeting, "turns") and k in ("role", "speaker"))
            known = round(turns * (1 - (value[team, meeting, kind, group, "unattributed_turns"] or 0)))
            if own != known:
                found.append(f"{label}: the parties of {meeting} have {own:.0f} turns, the meeting {known}")
    return found


# -- Main -----------------------------------------------------------------------------------------

PARTS = {"numbers": numbers, "chance": chance, "alarms": alarms, "coverage": coverage, "degenerate": degenerate}


def reference_files():
    """AMI meetings, and what is missing of them."""
    named = os.environ.get("SAMTALE_REFERENCE_DATA")
    folder = (pathlib.Path(named) if named else HERE.parents[2] / "shared" / "data") / "ami" / "train"
    files = [folder / f"{m}.xml" for m in MEETINGS]
    missing = [f.name for f in files if not f.is_file()]
    return [f for f in files if f.is_file()], f"not in {folder}: {', '.join(missing)}" if missing else ""


def main(arguments):
    if not arguments or arguments[0].startswith("-") or not set(arguments[1:]) <= set(PARTS):
        print(__doc__)
        return 2
    if not shutil.which(arguments[0]):
        print(f"{arguments[0]}: no such program")
        return 2
    ami, reason = reference_files()
    with tempfile.TemporaryDirectory() as folder:
        checker = Checker(arguments[0], pathlib.Path(folder))
        if reason:
            print(f"skipped: {reason}")
            checker.status = int(bool(os.environ.get("SAMTALE_REQUIRE_REFERENCE_DATA")))
        for part in arguments[1:] or PARTS:
            begin = time.monotonic()
            try:
                PARTS[part](checker, ami)
            except (RuntimeError, OSError, KeyError, subprocess.TimeoutExpired) as error:
                checker.say(part, [f"{type(error).__name__}: {error}"])
            print(f"{part}: {time.monotonic() - begin:.0f} s", file=sys.stderr)
    return checker.status


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main(sys.argv[1:]))
