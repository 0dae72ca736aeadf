/// The script and the style sheet of the report, made from `Page/` by `.ci/embed-page`.
enum PageResources {
  static let style = #"""
    :root {
      color-scheme: light;
      --page: #ffffff; --raised: #f5f6f7; --text: #1c1e21; --soft: #5a6068; --line: #d4d8dd;
      --rule: #1c1e21; --link: #0b57a4; --hit: #fff2c2;
      --role-0: #0072b2; --role-1: #e69f00; --role-2: #009e73; --role-3: #f0e442;
      --role-4: #d55e00; --role-5: #56b4e9; --role-6: #cc79a7; --role-7: #000000;
    }
    @media (prefers-color-scheme: dark) {
      :root:not([data-theme="light"]) {
        color-scheme: dark;
        --page: #16181b; --raised: #202327; --text: #e7e8ea; --soft: #a4abb3; --line: #3a3f46;
        --rule: #c8ccd1; --link: #8ab8f0; --hit: #4a4114; --role-7: #ffffff;
      }
    }
    :root[data-theme="dark"] {
      color-scheme: dark;
      --page: #16181b; --raised: #202327; --text: #e7e8ea; --soft: #a4abb3; --line: #3a3f46;
      --rule: #c8ccd1; --link: #8ab8f0; --hit: #4a4114; --role-7: #ffffff;
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 4rem; }
    body { margin: 0; background: var(--page); color: var(--text);
      font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", "Liberation Sans", "DejaVu Sans", sans-serif; }
    a { color: var(--link); }
    .skip { position: absolute; left: -999rem; }
    .skip:focus { left: 1rem; top: 1rem; background: var(--page); padding: 0.5rem 1rem; z-index: 9; }
    :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
    header { padding: 1.5rem 1.5rem 0.5rem; max-width: 76rem; margin: 0 auto; }
    h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 0.75rem; overflow-wrap: anywhere; }
    h2 { font-size: 1.35rem; line-height: 1.25; margin: 0 0 0.75rem; }
    h3 { font-size: 1.05rem; margin: 1.5rem 0 0.5rem; }
    nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0.25rem 1.1rem; margin: 0; padding: 0; }
    nav a { text-decoration: none; }
    nav a:hover { text-decoration: underline; }
    .tools { display: flex; flex-wrap: wrap; gap: 0.5rem 0.75rem; align-items: center; padding: 0.75rem 0;
      font-size: 0.9rem; }
    html:not(.js) .tools, html:not(.js) .js-only { display: none; }
    .tools form { display: flex; gap: 0.4rem; flex: 1 1 16rem; max-width: 28rem; }
    .tools input[type="search"] { flex: 1; min-width: 0; }
    .tools button, .tools input[type="search"], #panel button, button.rows { font: inherit; color: inherit;
      background: var(--raised); border: 1px solid var(--line); border-radius: 5px; padding: 0.3rem 0.7rem; }
    .tools button, #panel button, button.rows { cursor: pointer; }
    main { max-width: 76rem; margin: 0 auto; padding: 0 1.5rem 5rem; }
    main > section { border-top: 1px solid var(--line); padding: 1.75rem 0 1rem; }
    main p { max-width: 48rem; }

    .facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: 0.75rem 1.25rem;
      margin: 0 0 1.25rem; }
    .facts dt { color: var(--soft); font-size: 0.85rem; }
    .facts dd { margin: 0; font-size: 1.15rem; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
    .roles { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.35rem 1.25rem; }
    .k { border-left: 0.9rem solid var(--role, var(--line)); padding-left: 0.5rem; line-height: 1.1; }
    .role-0 { --role: var(--role-0); } .role-1 { --role: var(--role-1); }
    .role-2 { --role: var(--role-2); } .role-3 { --role: var(--role-3); }
    .role-4 { --role: var(--role-4); } .role-5 { --role: var(--role-5); }
    .role-6 { --role: var(--role-6); } .role-7 { --role: var(--role-7); }
    .role-more { --role: #9a9a9a; }

    figure { margin: 1.25rem 0 2rem; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; font-size: 0.9rem; line-height: 1.35; border-bottom: 1.5px solid var(--rule); }
    caption { text-align: left; padding-bottom: 0.45rem; font-size: 0.95rem; }
    thead { border-top: 1.5px solid var(--rule); border-bottom: 1px solid var(--rule); }
    th, td { padding: 0.28rem 0.65rem; text-align: left; vertical-align: top; font-weight: normal; }
    thead th { vertical-align: bottom; }
    tbody th { min-width: 5.5rem; background: var(--page); position: sticky; left: 0; }
    th:first-child, td:first-child { padding-left: 0; }
    th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; }
    td.number { white-space: nowrap; }
    tr.ruled > * { border-top: 1px solid var(--rule); }
    tbody tr:hover > * { background: var(--raised); }
    tr.folded { display: none; }
    td button, th button { font: inherit; font-variant-numeric: inherit; color: inherit; background: none; border: 0;
      padding: 0; margin: 0; cursor: pointer; text-decoration: underline; text-decoration-color: var(--line);
      text-underline-offset: 0.2em; }
    html:not(.js) td button, html:not(.js) th button { text-decoration: none; cursor: auto; }
    td button:hover, td button[aria-expanded="true"] { color: var(--link); text-decoration-color: currentColor; }
    .notes { color: var(--soft); font-size: 0.83rem; margin-top: 0.5rem; max-width: 60rem; }
    .notes p { margin: 0.1rem 0; max-width: none; }
    button.rows { margin-top: 0.5rem; font-size: 0.85rem; }
    sup { line-height: 0; }
    details.wide > summary { cursor: pointer; }
    .drawing > div:first-child { overflow-x: auto; }
    .drawing svg { display: block; width: min(60rem, 100%); height: auto; }
    figcaption { color: var(--soft); font-size: 0.875rem; margin-top: 0.4rem; }
    [data-turns] { cursor: pointer; }
    [data-turns]:hover { filter: brightness(0.85); }

    .quote { margin: 0.75rem 0; padding-left: 1rem; border-left: 3px solid var(--line); }
    .quote p { margin: 0; }
    .quote footer, .excerpt footer { color: var(--soft); font-size: 0.85rem; }
    .excerpt blockquote { margin: 0.25rem 0 0.25rem 1.5rem; }
    .excerpt p { margin: 0.2rem 0; }
    .lost { color: var(--soft); }

    .meeting { border: 1px solid var(--line); border-radius: 6px; margin: 0.5rem 0; padding: 0 1rem;
      content-visibility: auto; contain-intrinsic-size: auto 3rem; }
    .meeting > summary { cursor: pointer; padding: 0.6rem 0; }
    .meeting > summary h3 { display: inline; margin: 0 0.5rem 0 0; }
    .meeting > summary span { color: var(--soft); font-size: 0.9rem; }
    .meeting h4 { margin: 1.25rem 0 0.4rem; font-size: 0.95rem; }
    .file { color: var(--soft); font-size: 0.85rem; margin-top: 0; }
    .t { display: grid; grid-template-columns: minmax(3rem, auto) minmax(0, 1fr) auto; gap: 0 0.75rem;
      padding: 0.2rem 0 0.2rem 0.6rem; border-left: 4px solid var(--role, var(--line)); margin: 0 0 2px; }
    .t > b { min-width: 3rem; max-width: 12rem; overflow-wrap: anywhere; }
    .t > p { margin: 0; max-width: 48rem; overflow-wrap: anywhere; }
    .t > .l { color: var(--soft); font-size: 0.78rem; text-decoration: none; white-space: nowrap;
      font-variant-numeric: tabular-nums; }
    .t > .l:hover { text-decoration: underline; }
    .t i, .e, .m { color: var(--soft); }
    .e { margin: 0.2rem 0 0.2rem 0.9rem; font-size: 0.9rem; }
    .t:target, .hit { background: var(--hit); }
    :target, .hit { scroll-margin-top: 30vh; }

    #panel { position: fixed; top: 0; right: 0; bottom: 0; width: min(26rem, 100vw); background: var(--raised);
      border-left: 1px solid var(--line); box-shadow: -6px 0 24px #0003; padding: 1rem 1.1rem; overflow-y: auto;
      overscroll-behavior: contain; z-index: 5; }
    #panel[hidden] { display: none; }
    #panel > div { display: flex; gap: 1rem; align-items: flex-start; justify-content: space-between; }
    #panel h2 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
    #panel h2:focus { outline: none; }
    #panel h2 small { display: block; font-weight: normal; color: var(--soft); }
    #panel ol { list-style: none; margin: 0.75rem 0; padding: 0; }
    #panel li { padding: 0.45rem 0 0.45rem 0.6rem; border-left: 4px solid var(--role, var(--line));
      margin-bottom: 0.3rem; background: var(--page); }
    #panel li a { font-size: 0.82rem; }
    #panel li p { margin: 0.1rem 0 0; font-size: 0.9rem; overflow-wrap: anywhere; }
    #panel li p.short { display: -webkit-box; -webkit-line-clamp: 6; -webkit-box-orient: vertical; overflow: hidden;
      cursor: pointer; }
    #panel-close { font-size: 1.1rem; line-height: 1; }
    #status { position: absolute; left: -999rem; }
    @media (min-width: 64rem) {
      body.panel-open { padding-right: 26rem; }
    }
    @media (max-width: 44rem) {
      header { padding: 1rem 1rem 0; }
      main { padding: 0 1rem 4rem; }
      .meeting { padding: 0 0.5rem; }
      .t { grid-template-columns: 1fr auto; }
      .t > p { grid-column: 1 / -1; grid-row: 2; }
      #panel { top: auto; left: 0; height: 62vh; width: auto; border-left: 0; border-top: 1px solid var(--line);
        box-shadow: 0 -6px 24px #0003; }
      tbody th { position: static; }
    }
    @media print {
      :root, :root:not([data-theme="light"]), :root[data-theme="dark"] { color-scheme: light;
        --page: #ffffff; --raised: #ffffff; --text: #000000; --soft: #333333; --line: #999999; --rule: #000000;
        --link: #000000; --hit: #ffffff; }
      body { font-size: 10pt; padding: 0 !important; }
      header, main { max-width: none; padding: 0; }
      nav, .tools, #panel, .js-only, button.rows, .skip { display: none !important; }
      a { text-decoration: none; }
      td button, th button { text-decoration: none; }
      .scroll { overflow: visible; }
      table { font-size: 7pt; }
      th, td { padding: 0.12rem 0.25rem; }
      tbody th { min-width: 0; }
      td.number { white-space: normal; }
      tbody th { position: static; }
      tr.folded { display: table-row; }
      thead { display: table-header-group; }
      tr, .t, .quote, .drawing > div:first-child { break-inside: avoid; }
      .notes, figcaption { font-size: 7.5pt; }
      h2, h3, h4, caption { break-after: avoid; }
      main > section { border: 0; }
      #meetings { display: none; }
      html.with-transcripts #meetings { display: block; }
      .meeting { border: 0; padding: 0; break-before: page; content-visibility: visible; }
      @page { margin: 16mm; }
    }
    """#
  static let script = #"""
    'use strict';
    (() => {
      const root = document.documentElement;
      const find = (selector, within = document) => within.querySelector(selector);
      const data = JSON.parse(find('#data').textContent);
      const panel = find('#panel');
      const list = find('ol', panel);
      const more = find('#panel-more');
      const title = find('#panel-title');
      const page = 100;
      let turns;
      let contributions;
      let opener = null;
      let rest = [];

      // What stands behind a number: the kind as a letter, then steps from one thing to the next.
      const decode = (set) => {
        const items = [];
        let at = -1;
        for (const token of set.slice(1).split(' ')) {
          const [step, times] = token.split('*');
          for (let n = Number(times || 1); n > 0; n--) items.push(at += parseInt(step, 36));
        }
        return items;
      };
      const allTurns = () => turns ??= document.querySelectorAll('.t');
      const allContributions = () => contributions ??= document.querySelectorAll('.c');
      const counted = (number, thing) => `${number} ${thing}${number === 1 ? '' : 's'}`;

      // One line of the panel: a turn, or the part of it that is meant.
      const entry = (turn, part, name) => ({ turn, part: part || find('p', turn), name });
      const things = {
        t: (item) => entry(allTurns()[item]),
        c: (item) => {
          const part = allContributions()[item];
          return entry(part.closest('.t'), part);
        },
        o: (item) => {
          const [name, place, last] = data.topics[item];
          if (last < 0) return { name, place };
          const part = allContributions()[last];
          return { ...entry(part.closest('.t'), part, name), place };
        },
      };

      const line = ({ turn, part, name, place }) => {
        const item = document.createElement('li');
        const link = (text, address) => {
          const a = document.createElement('a');
          a.href = '#' + encodeURI(address);
          a.textContent = text;
          item.append(a);
        };
        if (name) {
          link('Topic ' + name, place);
          if (turn) item.append(document.createElement('br'));
        }
        if (!turn) return item;
        const role = [...turn.classList].find((one) => one.startsWith('role-'));
        if (role) item.classList.add(role);
        const meeting = turn.closest('.meeting').dataset.name;
        link([meeting, find('b', turn).textContent, find('.l', turn).textContent].join(' · '), turn.id);
        const words = document.createElement('p');
        words.textContent = part.textContent;
        if (words.textContent.length > 400) words.className = 'short';
        item.append(words);
        return item;
      };

      const showMore = (number) => {
        const next = rest.splice(0, number);
        list.append(...next.map((one) => line(one())));
        more.hidden = rest.length === 0;
        more.textContent = `Show ${Math.min(page, rest.length)} more of ${rest.length}`;
      };

      // Does what changes the width of the page, and leaves a place of it where it was on the screen.
      const keeping = (place, change) => {
        const before = place?.getBoundingClientRect().top;
        change();
        if (place) scrollBy(0, place.getBoundingClientRect().top - before);
      };

      // Opens the panel; entries are made when they are shown.
      const open = (heading, context, entries, from) => {
        opener?.setAttribute('aria-expanded', 'false');
        opener = from;
        opener?.setAttribute('aria-expanded', 'true');
        title.textContent = heading;
        const small = document.createElement('small');
        small.textContent = context;
        title.append(small);
        list.replaceChildren();
        rest = entries;
        showMore(page);
        panel.dataset.count = String(entries.length + list.childElementCount);
        panel.hidden = false;
        keeping(from, () => document.body.classList.add('panel-open'));
        panel.scrollTop = 0;
        title.focus({ preventScroll: true });
      };

      const close = () => {
        if (panel.hidden) return;
        panel.hidden = true;
        keeping(find('.hit') ?? opener, () => document.body.classList.remove('panel-open'));
        opener?.setAttribute('aria-expanded', 'false');
        opener?.focus?.({ preventScroll: true });
        opener = null;
      };

      const described = (set) => {
        const number = decode(set).length;
        if (set[0] === 'o') return counted(number, 'topic') + ', with the last turn of each';
        return counted(number, 'turn');
      };

      const openCell = (button) => {
        const set = data.sets[Number(button.dataset.set)];
        const cell = button.closest('td, th');
        const table = cell.closest('table');
        const head = table.tHead?.rows[0]?.cells[cell.cellIndex]?.textContent ?? '';
        const row = cell.parentElement.cells[0].textContent;
        const caption = table.caption?.textContent ?? '';
        const make = things[set[0]];
        open(
          described(set), [caption, row, head].filter(Boolean).join(' · '),
          decode(set).map((item) => () => make(item)), button);
      };

      // Shapes of figures name utterances: `meeting#u3 meeting#u7`, or a run of them `meeting#u3..u9`,
      // with `%20` and the like for signs that mean something here.
      const turnsOf = (shape) => {
        const found = new Set();
        const here = shape.closest('.meeting')?.id;
        for (const token of shape.dataset.turns.split(' ').filter(Boolean)) {
          const [meeting, run] = token.split('#');
          const slug = here ?? data.slugs[decodeURIComponent(meeting)];
          const [first, last] = run.split('..').map(
            (name) => document.getElementById(slug + '/' + decodeURIComponent(name))?.closest('.t'));
          if (!first) continue;
          found.add(first);
          for (let at = first; last && at && at !== last;) {
            at = at.nextElementSibling;
            if (at?.classList.contains('t')) found.add(at);
          }
        }
        return [...found];
      };
      const openShape = (shape) => {
        const found = turnsOf(shape);
        const said = find('title', shape)?.textContent ?? shape.getAttribute('aria-label') ?? '';
        open(counted(found.length, 'turn'), said, found.map((turn) => () => entry(turn)), shape);
      };

      // Goes to a place of the page, opening what holds it.
      const reveal = (address) => {
        const target = document.getElementById(address);
        if (!target) return;
        for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
        find('.hit')?.classList.remove('hit');
        const shown = target.closest('.t') ?? target;
        if (!shown.classList.contains('t') && !/^H\d$/.test(shown.tagName)) return;
        shown.classList.add('hit');
        requestAnimationFrame(() => shown.scrollIntoView({ block: 'center' }));
      };
      const address = () => {
        try { return decodeURIComponent(location.hash.slice(1)); } catch { return ''; }
      };

      document.addEventListener('click', (event) => {
        const button = event.target.closest('[data-set]');
        if (button) return openCell(button);
        const shape = event.target.closest('[data-turns]');
        if (shape) return openShape(shape);
        if (event.target.classList.contains('short')) return event.target.classList.remove('short');
        const link = event.target.closest('a[href^="#"]');
        if (!link) return;
        if (panel.contains(link) && matchMedia('(max-width: 44rem)').matches) close();
        if (link.hash === location.hash) reveal(address());
      });
      document.addEventListener('keydown', (event) => {
        if (event.key === 'Escape') return close();
        const shape = event.target.closest?.('[data-turns]');
        if (!shape || (event.key !== 'Enter' && event.key !== ' ')) return;
        event.preventDefault();
        openShape(shape);
      });
      document.addEventListener('mouseover', (event) => {
        const button = event.target.closest?.('[data-set]');
        if (button && !button.title) button.title = described(data.sets[Number(button.dataset.set)]);
      });
      find('#panel-close').addEventListener('click', close);
      more.addEventListener('click', () => showMore(page));
      addEventListener('hashchange', () => reveal(address()));
      if (location.hash) reveal(address());

      // A shape can be reached by key; where there are very many, the transcript is the way.
      for (const figure of document.querySelectorAll('.drawing')) {
        const shapes = figure.querySelectorAll('[data-turns]');
        if (shapes.length) find('svg', figure).setAttribute('role', 'group');
        for (const shape of shapes) {
          shape.setAttribute('role', 'button');
          if (shapes.length <= 60) shape.setAttribute('tabindex', '0');
        }
      }

      // Search.
      const plain = (text) => text.normalize('NFC').toLowerCase();
      find('#search').addEventListener('submit', (event) => {
        event.preventDefault();
        const input = find('input', event.target);
        const words = plain(input.value.trim());
        if (!words) return;
        const found = [...allTurns()].filter((turn) => plain(find('p', turn).textContent).includes(words));
        open(counted(found.length, 'turn'), `with “${input.value.trim()}”`,
          found.map((turn) => () => entry(turn)), input);
      });

      // Light and dark.
      const theme = find('#theme');
      const isDark = () =>
        root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
      const name = () => { theme.textContent = isDark() ? 'Light' : 'Dark'; };
      theme.addEventListener('click', () => {
        root.dataset.theme = isDark() ? 'light' : 'dark';
        try { localStorage.setItem('samtale-theme', root.dataset.theme); } catch { /* kept for this page only */ }
        name();
      });
      name();

      // Long tables show their first rows, and those that sum up.
      const rows = 25;
      for (const table of document.querySelectorAll('figure.table table')) {
        const body = [...table.tBodies[0].rows];
        if (body.length <= rows + 10) continue;
        const sums = body.findIndex((row, i) => i >= body.length - 6 && row.classList.contains('ruled'));
        const end = sums < 0 ? body.length : sums;
        const folded = body.slice(rows, end);
        for (const row of folded) row.classList.add('folded');
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'rows';
        button.textContent = `Show all ${body.length} rows`;
        button.addEventListener('click', () => {
          for (const row of folded) row.classList.remove('folded');
          button.remove();
        });
        table.closest('.scroll').after(button);
      }

      // Printing, with or without the transcripts.
      const withTranscripts = find('#with-transcripts');
      withTranscripts.addEventListener('change', () => {
        root.classList.toggle('with-transcripts', withTranscripts.checked);
      });
      find('#print').addEventListener('click', () => print());
      let closed = [];
      addEventListener('beforeprint', () => {
        closed = [...document.querySelectorAll('details:not([open])')].filter(
          (one) => withTranscripts.checked || !one.classList.contains('meeting'));
        for (const one of closed) one.open = true;
      });
      addEventListener('afterprint', () => {
        for (const one of closed) one.open = false;
      });
    })();
    """#
}
