/// What stands before the text of a LaTeX document.
struct LaTeXPreamble {
  let title: String
  let language: String
  /// The whole text, so that every sign in it gets a meaning for pdfLaTeX.
  let body: String

  var lines: [String] {
    Self.start + babel + Self.packages + ["\\hypersetup{pdftitle={\(bookmark(title))}}"] + signs
      + Self.layout
  }

  private static let start = [
    "\\documentclass[11pt,a4paper]{article}",
    "\\usepackage{iftex}",
    "\\ifPDFTeX",
    "  \\usepackage[T1]{fontenc}",
    "  \\usepackage[utf8]{inputenc}",
    "  \\usepackage{textcomp}",
    "  \\usepackage{lmodern}",
    "\\else",
    "  \\usepackage{fontspec}",
    "\\fi",
  ]

  private static let packages = [
    "\\usepackage[margin=25mm]{geometry}",
    "\\usepackage{array,booktabs,longtable,pdflscape,graphicx}",
    "\\usepackage[labelfont=bf,labelsep=period,singlelinecheck=false,"
      + "justification=raggedright,font=small,hypcap=false]{caption}",
    "\\usepackage[hidelinks]{hyperref}",
  ]

  private func bookmark(_ text: String) -> String {
    LaTeXText.escaped(text.replacing("\"", with: "\u{201D}"))
  }

  /// Hyphenation and words where the language is installed, else the words alone.
  private var babel: [String] {
    let (file, option, table, figure): (String, String, String, String) =
      switch language.prefix(while: { $0 != "-" }).lowercased() {
      case "nb", "no": ("norsk", "norsk", "Tabell", "Figur")
      case "nn": ("norsk", "nynorsk", "Tabell", "Figur")
      case "da": ("danish", "danish", "Table", "Figure")
      case "sv": ("swedish", "swedish", "Table", "Figure")
      default: ("english", "english", "Table", "Figure")
      }
    let load = "\\IfFileExists{\(file).ldf}{\\usepackage[\(option)]{babel}}{}"
    let names =
      "\\AtBeginDocument{\\renewcommand{\\tablename}{\(table)}\\renewcommand{\\figurename}{\(figure)}}"
    return [load, names]
  }

  /// Meanings for signs beyond Latin-1 that LaTeX gives none, in pdfLaTeX; what has no known one is
  /// printed as its number.
  private var signs: [String] {
    let used = Set(body.unicodeScalars.filter { $0.value > 0xFF }).sorted()
    if used.isEmpty { return [] }
    let lines = used.map { scalar in
      let number = String(scalar.value, radix: 16).uppercased()
      let code = String(repeating: "0", count: max(0, 4 - number.count)) + number
      let meaning = Self.meanings[scalar] ?? "{\\fboxsep=1pt\\fbox{\\tiny \(code)}}"
      return "  \\sign{\(scalar)}{\(code)}{\(meaning)}"
    }
    let define =
      "  \\newcommand{\\sign}[3]{\\ifcsname u8:\\detokenize{#1}\\endcsname\\else"
      + "\\DeclareUnicodeCharacter{#2}{#3}\\fi}"
    return [
      "% Signs in boxes: use XeLaTeX or LuaLaTeX with a font that has them.", "\\ifPDFTeX", define,
    ]
      + lines + ["\\fi"]
  }

  /// Signs of transcripts, tables and mathematics that pdfLaTeX may not know.
  private static let meanings: [Unicode.Scalar: String] = [
    "\u{2009}": "\\,", "\u{200A}": "\\,", "\u{202F}": "\\,", "\u{2007}": "~",
    "\u{2003}": "\\quad{}",
    "\u{2002}": "\\enspace{}", "\u{200B}": "\\hspace{0pt}", "\u{200D}": "", "\u{200E}": "",
    "\u{200F}": "", "\u{2060}": "", "\u{FEFF}": "", "\u{FE0E}": "", "\u{FE0F}": "",
    "\u{2010}": "-", "\u{2011}": "\\mbox{-}", "\u{2015}": "\\textemdash{}",
    "\u{2032}": "\\ensuremath{'}", "\u{2033}": "\\ensuremath{''}",
    "⁰": "\\textsuperscript{0}", "⁴": "\\textsuperscript{4}", "⁵": "\\textsuperscript{5}",
    "⁶": "\\textsuperscript{6}", "⁷": "\\textsuperscript{7}", "⁸": "\\textsuperscript{8}",
    "⁹": "\\textsuperscript{9}", "−": "\\ensuremath{-}", "≈": "\\ensuremath{\\approx}",
    "≠": "\\ensuremath{\\neq}", "≤": "\\ensuremath{\\leq}", "≥": "\\ensuremath{\\geq}",
    "∞": "\\ensuremath{\\infty}", "∆": "\\ensuremath{\\Delta}", "Δ": "\\ensuremath{\\Delta}",
    "α": "\\ensuremath{\\alpha}", "β": "\\ensuremath{\\beta}", "κ": "\\ensuremath{\\kappa}",
    "σ": "\\ensuremath{\\sigma}", "χ": "\\ensuremath{\\chi}", "Σ": "\\ensuremath{\\Sigma}",
    "←": "\\ensuremath{\\leftarrow}", "→": "\\ensuremath{\\rightarrow}",
    "↑": "\\ensuremath{\\uparrow}", "↓": "\\ensuremath{\\downarrow}",
    "⇒": "\\ensuremath{\\Rightarrow}", "↗": "\\ensuremath{\\nearrow}",
    "↘": "\\ensuremath{\\searrow}", "⌈": "\\ensuremath{\\lceil}", "⌉": "\\ensuremath{\\rceil}",
    "⌊": "\\ensuremath{\\lfloor}", "⌋": "\\ensuremath{\\rfloor}", "■": "\\rule{1ex}{1ex}",
    "✓": "\\ensuremath{\\surd}", "♪": "\\ensuremath{\\flat}",
  ]

  /// Headings without numbers on lines of their own, and the two environments of excerpts and tables.
  private static let layout = [
    "\\setcounter{secnumdepth}{-2}",
    "\\sloppy",
    "\\setlength{\\tabcolsep}{4pt}",
    "\\makeatletter",
    "\\renewcommand{\\paragraph}{\\@startsection{paragraph}{4}{\\z@}{2.5ex plus 1ex}{0.8ex}"
      + "{\\normalsize\\bfseries}}",
    "\\renewcommand{\\subparagraph}{\\@startsection{subparagraph}{5}{\\z@}{2ex plus 1ex}{0.6ex}"
      + "{\\normalsize\\itshape}}",
    "\\makeatother",
    "% An excerpt: the widest label, the widest line number or time.",
    "\\newenvironment{excerpt}[2]{\\begin{list}{}{\\small",
    "  \\settowidth{\\labelwidth}{#1}\\setlength{\\labelsep}{0.7em}\\settowidth{\\leftmargin}{#2}",
    "  \\addtolength{\\leftmargin}{1.5em}\\addtolength{\\leftmargin}{\\labelwidth}",
    "  \\addtolength{\\leftmargin}{\\labelsep}\\setlength{\\rightmargin}{1.5em}",
    "  \\setlength{\\itemsep}{2pt}\\setlength{\\parsep}{0pt}\\setlength{\\parskip}{0pt}",
    "  \\renewcommand{\\makelabel}[1]{##1\\hfil}}\\raggedright}{\\end{list}}",
    "% What stands left of a label.",
    "\\newcommand{\\margin}[1]{\\makebox[0pt][r]{\\footnotesize #1\\hspace{0.8em}}}",
    "% A table or figure that stays where it is and on one page.",
    "\\newenvironment{unbroken}{\\par\\bigskip\\noindent\\begin{minipage}{\\linewidth}}"
      + "{\\end{minipage}\\par\\bigskip}",
  ]
}
