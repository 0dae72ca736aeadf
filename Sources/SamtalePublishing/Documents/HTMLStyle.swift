/// The look of HTML pages: a column of text on screen, three rules for tables, black on paper.
enum HTMLStyle {
  static let sheet = """
    :root { color-scheme: light dark; --text: #1b1b1b; --page: #ffffff; --soft: #5c5c5c; \
    --line: #1b1b1b; --faint: #c9c9c9; --link: #0b57a4; }
    @media (prefers-color-scheme: dark) {
      :root { --text: #e6e6e3; --page: #17191c; --soft: #a9aaa7; --line: #d0d0cc; \
    --faint: #45484d; --link: #8ab8f0; }
    }
    body { margin: 0; background: var(--page); color: var(--text); \
    font: 1.0625rem/1.55 Georgia, "Liberation Serif", "Times New Roman", serif; }
    main { max-width: 44rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: break-word; }
    h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 0.6em; break-after: avoid; }
    h1 { font-size: 1.8rem; margin-top: 0; }
    h2 { font-size: 1.4rem; }
    h3 { font-size: 1.15rem; }
    h4, h5, h6 { font-size: 1rem; }
    h5, h6 { font-style: italic; }
    a { color: var(--link); }
    sup { line-height: 0; font-size: 0.75em; }
    blockquote { margin: 1.2em 0 1.2em 2rem; }
    figure { margin: 1.6em 0; }
    figcaption, .notes { font-size: 0.875rem; color: var(--soft); }
    figcaption { margin-top: 0.5em; }
    .notes { margin-top: 0.4em; }
    .notes p { margin: 0.15em 0; }
    .excerpt { margin-left: 2rem; }
    .excerpt blockquote { margin: 0; }
    .excerpt p { margin: 0.25em 0; }
    .turn { display: flex; align-items: baseline; }
    .turn > .number { flex: 0 0 var(--number); }
    .turn > .time { flex: 0 0 var(--time); }
    .turn > .label { flex: 0 0 var(--label); }
    .turn > .long { flex: none; margin-right: 0.5em; }
    .turn > .words { flex: 1; }
    .turn > .number, .turn > .time, .turns td.number, .turns td.time { color: var(--soft); \
    font-size: 0.8em; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; }
    caption { text-align: left; padding-bottom: 0.5em; }
    .table table + table { margin-top: 1em; }
    .table table { font-size: 0.9rem; line-height: 1.35; border-bottom: 1.5px solid var(--line); }
    .table thead { border-top: 1.5px solid var(--line); border-bottom: 1px solid var(--line); }
    .table th, .table td { padding: 0.25em 0.6em; text-align: left; vertical-align: top; \
    font-weight: normal; }
    .table thead th { vertical-align: bottom; }
    .table th:first-child, .table td:first-child { padding-left: 0; }
    .table th.number, .table td.number { text-align: right; font-variant-numeric: tabular-nums; }
    .table td.number { white-space: nowrap; }
    .table tr.ruled { border-top: 1px solid var(--line); }
    .turns th, .turns td { padding: 0.15em 1em 0.15em 0; text-align: left; vertical-align: top; \
    font-weight: normal; }
    .turns thead th { font-style: italic; }
    .turns tbody th { white-space: nowrap; }
    .drawing > div { background: #ffffff; }
    .drawing svg { display: block; max-width: 100%; height: auto; }
    .footnotes { margin-top: 3em; padding-top: 0.5em; border-top: 1px solid var(--faint); \
    font-size: 0.9rem; }
    .footnotes ol { padding-left: 1.4em; }
    .page-break { break-after: page; }
    @media print {
      :root { --text: #000000; --page: #ffffff; --soft: #000000; --line: #000000; --link: #000000; }
      html { font-size: 10.5pt; }
      main { max-width: none; padding: 0; }
      a { text-decoration: none; }
      .scroll { overflow: visible; }
      .table th, .table td { padding: 0.2em 0.35em; }
      .table td.number { white-space: normal; }
      thead { display: table-header-group; }
      tr, .drawing, .turn { break-inside: avoid; }
      @page { margin: 20mm; }
    }
    """
}
