#!/usr/bin/env python3
"""Checks the yardstick itself, without Samtale: csax against known counts and against Python."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
import generate  # noqa: E402
import iterparse  # noqa: E402
from measuring import compile_csax, reference_data  # noqa: E402

# Content of one `u`, and its words.
CASES = [
    ("", 0), (" \n ", 0), ("...", 0), ("- ' ’ _", 0), ("one", 1), ("one two", 2),
    ("don't can’t e-mail a_b", 4), ("-one' ’kke", 2), ("a--b a/b", 3), ("3rd 14.30", 3),
    ("æ ø Å ß ǆ", 5), ("a×b a÷b", 4), ("a\u00a0b\u2009c\u3000d", 4), ("m² 5º «ja» ½", 4),
    ("я 汉字 😀 → 5 €", 3), ("a&amp;b &#229;r", 3), ("<![CDATA[a b]]>", 2), ("a<!-- c d -->b", 1),
    ("Is <pause/>it", 2), ("o<anchor synch='#T1'/>ne", 1), ("<del>I wr</del> I", 1), ("o<del>b c</del>ne", 1),
    ("a <note>b <hi>c</hi></note>d", 2), ("<gap><desc>b</desc></gap> a", 1),
    ("<vocal><desc>laughs</desc></vocal> a", 1), ("<unclear>them</unclear>", 1),
    ("<seg>a</seg><seg>b</seg>", 2), ("o<seg type='anon'>ne</seg>", 1), ("<s>a</s><s>b</s>", 2),
    ("<w>a</w><w>b</w>", 2), ("<w join='right'>a</w>\n <w>b</w>", 1),
    ("<w>a</w>\n <w join='left'>b</w>", 1), ("<w join='both'>a</w><w>b</w> c", 2),
    ("<w>a</w> <pc>.</pc> <name><w>b</w></name>", 2), ("<w join='right'>a</w><pc>-</pc><w>b</w>", 2),
    ("<w>a</w> b <w join='left'>c</w>", 3), ("<s><w>a</w><linkGrp>x</linkGrp></s>", 1),
]


class Reference(unittest.TestCase):
    """csax, the yardstick."""

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.csax = compile_csax(cls.folder)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def table(self, *arguments):
        """What csax prints, by speaker."""
        out = subprocess.run([self.csax, *arguments], capture_output=True, check=True, text=True)
        rows = (line.split("\t") for line in out.stdout.splitlines()[1:])
        return {speaker: [int(turns), int(words)] for speaker, turns, words in rows}

    def test_cases(self):
        body = "".join(f'<u who="#c{i}">{text}</u>' for i, (text, _) in enumerate(CASES))
        path = self.folder / "cases.xml"
        path.write_text(f'<TEI xmlns="http://www.tei-c.org/ns/1.0">no {body}<u>b</u> no</TEI>')
        expected = {f"#c{i}": [words > 0, words] for i, (_, words) in enumerate(CASES)}
        expected["unknown"] = [1, 1]
        for table in (self.table(path), self.table("--load", path), iterparse.table([path])):
            for i, (text, _) in enumerate(CASES):
                self.assertEqual(table[f"#c{i}"], expected[f"#c{i}"], text)
            self.assertEqual(dict(table), expected)

    def test_generated(self):
        for kind in generate.KINDS:
            generate.write(kind, 1.5, self.folder / kind, files=3)
            paths = sorted(map(str, (self.folder / kind).iterdir()))
            self.assertEqual(self.table(*paths), iterparse.table(paths))
            size = sum(pathlib.Path(path).stat().st_size for path in paths)
            self.assertLess(abs(size - 1.5e6), 1.5e5, kind)

    def test_generator_repeats(self):
        for name in "ab":
            generate.write("meet", 0.1, self.folder / name)
        self.assertEqual((self.folder / "a").read_bytes(), (self.folder / "b").read_bytes())

    @unittest.skipUnless(reference_data("tei"), "the reference data are not at hand")
    def test_real(self):
        files = [*reference_data("tei").rglob("*.xml"), *reference_data("").glob("ami/*/*.xml")]
        for path in sorted(map(str, files)):
            with self.subTest(path):
                self.assertEqual(self.table("--load", path), iterparse.table([path]))

    def test_many_speakers(self):
        path = self.folder / "many.xml"
        path.write_text("<TEI>" + "".join(f'<u who="#{i % 5000}">a</u>' for i in range(9999))
                        + "</TEI>")
        self.assertEqual(self.table(path), iterparse.table([path]))

    def test_malformed(self):
        path = self.folder / "broken.xml"
        path.write_text("<TEI><u>a</TEI>")
        done = subprocess.run([self.csax, path], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stderr[:len(str(path)) + 3]), (2, f"{path}:1:"))


if __name__ == "__main__":
    unittest.main()
