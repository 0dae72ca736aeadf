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
