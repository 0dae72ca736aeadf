#!/usr/bin/env python3
"""Makes benchmark corpora of invented talk: the same bytes from the same arguments.

    generate.py KIND MEGABYTES OUT [--files M] [--seed S]

meet   meetings in Samtale's TEI profile: short turns, timeline, anchors, pauses, topics, codings
parla  parliamentary sittings as ParlaMint has them: long turns in segments, notes
ana    the same with a token per word: lemma, features, join, syntax links
OUT is a file, or with --files a folder that gets M files of MEGABYTES together.
"""
import argparse
import pathlib
import random

ENGLISH = """the to and is it we you that of a so in but not have for what on do with this be if
there can then about at or just work they will know think well how one time need now when job go
could from week who also some letter plan office yes good sure would more hours before money
whether maybe still let's don't it's that’s can't I’d wouldn't follow-up part-time to-do Monday
employer doctor meeting contract benefits training application interview manager sickness
childcare e-mail deadline wage rent appointment agreement 20 50 2024 3rd""".split()
NORWEGIAN = """og i det er som på en å til av for at med de ikke har den om et men vi var kan jeg du så
skal når hva nå bli fra seg eller også være må dere hvis hvor litt mer få noe går opp år uke kommer
søknad møte arbeid lønn lege kontor avtale trygd prøve spørsmål følge årsak bør før først gjør
spør åpen sønn særlig nærmere øke ærlig grønn både fråflytting NAV-kontoret arbeidsgiveren
oppfølging næringslivet skriveøvelse ’kke sjefen’s 100-lapp møtereferatet kjøreopplæring""".split()
MARKS = set(",.?!")
MINIMAL = ["Mm.", "Yes.", "Ja.", "Okay.", "Mhm, mhm.", "Nei.", "Right.", "Å ja."]
FEATURES = ["NOUN|Gender=Masc|Number=Sing", "VERB|Mood=Ind|Tense=Pres|VerbForm=Fin", "ADP",
            "PRON|Case=Nom|Number=Sing|Person=1|PronType=Prs", "ADV", "DET|PronType=Art",
            "ADJ|Degree=Pos|Number=Plur", "CCONJ", "AUX|Tense=Past|VerbForm=Fin", "PROPN"]
EVENTS = ['    <pause type="long"/>\n', "    <incident><desc>phone rings</desc></incident>\n"]
ROLES = ["SW", "T", "WA", "ES"]
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{language}" xml:id="{id}">
 <teiHeader>
  <fileDesc>
   <titleStmt><title>{title} (invented)</title></titleStmt>
   <publicationStmt><publisher>Samtale benchmarks</publisher></publicationStmt>
   <sourceDesc><p>generated</p></sourceDesc>
  </fileDesc>
"""
CATEGORIES = """  <encodingDesc>
   <transcriptionDesc ident="samtale" version="1.0"/>
   <classDecl>
    <taxonomy xml:id="roles">
     <category xml:id="SW"><catDesc>social worker</catDesc></category>
     <category xml:id="T"><catDesc>therapist</catDesc></category>
     <category xml:id="WA"><catDesc>work applicant</catDesc></category>
     <category xml:id="ES"><catDesc>employment specialist</catDesc></category>
    </taxonomy>
    <taxonomy xml:id="codebook">
     <category xml:id="c.disclaim" n="code"><catDesc>disclaims</catDesc></category>
    </taxonomy>
   </classDecl>
  </encodingDesc>
"""


def sentences(random, count, shortest, longest, norwegian):
    """`count` sentences, so many of them Norwegian, as lists of tokens: words, and `,.?!`."""
    pool = []
    for i in range(count):
        words = NORWEGIAN if i < count * norwegian else ENGLISH
        weights = [1 / (rank + 4) for rank in range(len(words))]
        tokens = random.choices(words, weights, k=random.randint(shortest, longest))
        tokens[0] = tokens[0][0].upper() + tokens[0][1:]
        if len(tokens) > 6:
            tokens.insert(random.randint(2, len(tokens) - 2), ",")
        pool.append(tokens + [random.choice("....?!")])
    return pool


def plain(sentence):
    """A sentence as text."""
    return " ".join(sentence).replace(" ,", ",")[:-2] + sentence[-1]


# -- Meetings ------------------------------------------------------------------------------------

def turn_text(random, pool, anchor):
    """What is inside a turn of a meeting: talk, with now and then an event in it."""
    if not anchor and random.random() < 0.3:
        return random.choice(MINIMAL)
    parts = random.choices(pool, k=random.choice((1, 1, 2, 2, 2, 3, 3, 4)))
    if anchor:
        parts.insert(1, f'<anchor synch="#T{anchor}"/>')
    chance = random.random()
    if chance < 0.10:
        parts.insert(-1, f'<pause dur="PT{random.randint(3, 30) / 10}S"/>')
    elif chance < 0.13:
        parts.insert(0, "<vocal><desc>laughs a little</desc></vocal>")
    elif chance < 0.16:
        parts.insert(-1, '<del type="truncation">I wr</del>')
    elif chance < 0.18:
        parts.append('<unclear reason="inaudible">them</unclear> <gap reason="inaudible"/>')
    elif chance < 0.20:
        parts.insert(-1, '<seg type="anon">the office</seg>')
    elif chance < 0.21:
        parts.append('<note type="memo">check the recording here</note>')
    return " ".join(parts)


def times(random):
    """Endless times of turns: start, end, time point of an anchor or 0, whether it overlaps."""
    now = anchor = 0
    while True:
        if anchor:
            yield anchor, now + 1, 0, True
            now, anchor = now + 1, 0
        elif random.random() < 0.08:
            anchor = now + 1
            yield now, now + 2, anchor, False
            now += 2
        else:
            now += random.random() < 0.25
            yield now, now + 1, 0, False
            now += 1


def turns(random, people, size):
    """A meeting's body in agenda items, its last time point, the turns that begin an item."""
    pool = [plain(sentence) for sentence in sentences(random, 3000, 3, 14, 0.5)]
    body, begins, left, length, speaker = [], [], 0, 0, ""
    for number, (start, end, anchor, overlaps) in enumerate(times(random), 1):
        if not left:
            left = random.randint(15, 60)
            begins.append(number)
            item = f'   <div type="agendaItem" n="{len(begins)}"><head>topic {len(begins)}</head>\n'
            body.append(item if number == 1 else "   </div>\n" + item)
        left -= 1
        speaker = random.choice([person for person in people if person != speaker])
        trans = ' trans="overlap"' if overlaps else ""
        body.append(f'    <u xml:id="u{number}" who="#{speaker}" start="#T{start}" end="#T{end}"'
                    f"{trans}>{turn_text(random, pool, anchor)}</u>\n")
        length += len(body[-1])
        if random.random() < 0.04:
            body.append(random.choice(EVENTS))
        if not anchor and length + 64 * end > size:
            return body + ["   </div>\n"], end, begins + [number + 1]


def annotations(begins):
    """The topics and codings of a meeting."""
    yield '  <spanGrp type="topics">\n'
    for i, (first, next) in enumerate(zip(begins, begins[1:]), 1):
        yield f'   <span xml:id="t{i}" from="#u{first}" to="#u{next - 1}">topic {i}</span>\n'
    yield '  </spanGrp>\n  <listAnnotation type="codings">\n'
    for i in range(1, begins[-1], 40):
        yield (f'   <annotation xml:id="a{i}" motivation="classifying" target="#u{i}"'
               ' ana="#c.disclaim"/>\n')
    yield "  </listAnnotation>\n"


def participants(people, team):
    """The people and the team in the header of a meeting."""
    yield "  <profileDesc>\n   <particDesc><listPerson>\n"
    for person, role in people.items():
        yield (f'    <person xml:id="{person}" n="{person[2:].upper()}" role="{role}">'
               f'<affiliation ref="#team{team}"/></person>\n')
    yield (f'   </listPerson><listOrg><org xml:id="team{team}" n="{team}" type="team"><orgName>'
           f"Team {team}</orgName></org></listOrg></particDesc>\n  </profileDesc>\n")


def meeting(random, size, index):
    """A meeting of a team; eight meetings share their people."""
    team, number = index // 8 + 1, index % 8 + 1
    people = {f"p.{role.lower()}{team}": role for role in ROLES}
    people[f"p.second{team}"] = "SW"
    body, last, begins = turns(random, list(people), size)
    yield HEAD.format(language="en", id=f"team{team}-m{number}",
                      title=f"Meeting {number} of team {team}")
    yield CATEGORIES
    yield from participants(people, team)
    yield " </teiHeader>\n <standOff>\n"
    yield from annotations(begins)
    yield ' </standOff>\n <text>\n  <timeline unit="s" origin="#T0">\n   <when xml:id="T0"/>\n'
    for point in range(1, last + 1):
        yield f'   <when xml:id="T{point}" interval="{point * 2.37:.2f}" since="#T0"/>\n'
    yield "  </timeline>\n  <body>\n"
    yield from body
    yield "  </body>\n </text>\n</TEI>\n"


# -- Sittings ------------------------------------------------------------------------------------

def segment(random, pool):
    """A paragraph of a speech."""
    return " ".join(random.choices(pool, k=random.randint(2, 9)))


def speech(random, pool, turn):
    """The inside of a speech in ParlaMint's plain form."""
    for i in range(random.choice((1, 1, 2, 3, 5, 8))):
        yield f'               <seg xml:id="{turn}.seg{i}">{segment(random, pool)}</seg>\n'
        if random.random() < 0.12:
            yield random.choice((
                f'               <note type="time" xml:id="{turn}.n{i}">12:05:15</note>\n',
                '               <kinesic type="applause"><desc>Applause on the left</desc></kinesic>\n',
                '               <gap reason="editorial"><desc>Printed matter</desc></gap>\n'))


def token(random, word, number, joined):
    """A word or mark as a token; its sentence's identifier is still open (`\\0`)."""
    join = ' join="right"' if joined else ""
    if word in MARKS:
        return f'<pc xml:id="\0.t{number}" msd="UPosTag=PUNCT"{join}>{word}</pc>'
    return (f'<w xml:id="\0.t{number}" lemma="{word.lower()}"'
            f' msd="UPosTag={random.choice(FEATURES)}"{join}>{word}</w>')


def annotated(random, sentence):
    """A sentence as ParlaMint's annotated form has it, `\\0` for its identifier."""
    lines = ['<s xml:id="\0">']
    for i, word in enumerate(sentence, 1):
        line = "  " + token(random, word, i, i < len(sentence) and sentence[i] in MARKS)
        name = random.random() < 0.03 and word not in MARKS
        lines += ['  <name type="PER">', "  " + line, "  </name>"] if name else [line]
    lines.append('  <linkGrp targFunc="head argument" type="UD-SYN">')
    for i in range(1, len(sentence) + 1):
        head = random.randint(1, len(sentence))
        lines.append(f'    <link ana="ud-syn:nmod" target="#\0.t{head} #\0.t{i}"/>')
    lines += ["  </linkGrp>", "</s>"]
    return "".join(f"{'':16}{line}\n" for line in lines)


def annotated_speech(random, pool, turn):
    """The inside of a speech in ParlaMint's annotated form."""
    for i in range(random.choice((1, 1, 1, 2, 3))):
        yield f'               <seg xml:id="{turn}.seg{i}">\n'
        for j in range(random.randint(1, 4)):
            yield random.choice(pool).replace("\0", f"{turn}.{i}.{j}")
        yield "               </seg>\n"


def sitting(random, size, index, form, inside, pool):
    """A sitting: speeches of forty members in order of a chair's calls."""
    name = f"Sitting_{1990 + index // 100}-{index % 100:02d}{form}"
    yield HEAD.format(language="no", id=name, title=f"Sitting {index + 1}")
    yield ' </teiHeader>\n <text ana="#reference">\n  <body>\n         <div type="debateSection">\n'
    number, length = 0, 0
    while length < size:
        number += 1
        who = f' who="#Member.{random.randrange(40):02d}"' if random.random() < 0.98 else ""
        ana = "#chair" if number % 3 == 1 else "#regular"
        turn = f"{name}.u{number}"
        parts = [f'            <note type="speaker">Member {number}:</note>\n',
                 f'            <u{who} xml:id="{turn}" ana="{ana}">\n',
                 *inside(random, pool, turn), "            </u>\n"]
        length += sum(map(len, parts))
        yield from parts
    yield "         </div>\n  </body>\n </text>\n</TEI>\n"


def parla(random, size, index):
    """A sitting in plain form."""
    pool = [plain(sentence) for sentence in sentences(random, 3000, 6, 32, 0.8)]
    yield from sitting(random, size, index, "", speech, pool)


def ana(random, size, index):
    """A sitting in annotated form."""
    pool = [annotated(random, sentence) for sentence in sentences(random, 400, 6, 32, 0.8)]
    yield from sitting(random, size, index, ".ana", annotated_speech, pool)


# -- Files ---------------------------------------------------------------------------------------

KINDS = {"meet": meeting, "parla": parla, "ana": ana}


def write(kind, megabytes, out, files=None, seed=1):
    """Writes one file, or `files` files into the folder `out`."""
    out = pathlib.Path(out)
    paths = [out] if files is None else [out / f"{kind}-{i:04d}.xml" for i in range(files)]
    paths[0].parent.mkdir(parents=True, exist_ok=True)
    for index, path in enumerate(paths):
        numbers = random.Random(f"{kind} {seed} {index}")
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(KINDS[kind](numbers, megabytes * 1e6 / len(paths), index))


def main():
    """Reads the arguments."""
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("megabytes", type=float)
    parser.add_argument("out")
    parser.add_argument("--files", type=int)
    parser.add_argument("--seed", type=int, default=1)
    write(**vars(parser.parse_args()))


if __name__ == "__main__":
    main()
