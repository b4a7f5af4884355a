// The only script of the page. It adds texts to the document as text nodes, never as markup.
(() => {
  const at = (id) => document.getElementById(id);
  const data = JSON.parse(at('list').textContent);
  const { replies, files, rules, alike, chunk } = data;
  const shownList = at('rows');
  /** Number of replies shown at first, and added by each “Show more”. */
  const PAGE = 100;
  const SELECTS = ['folder', 'tag', 'rule', 'language', 'form'];
  const chunks = new Map();
  let texts;
  let matching = [];
  let shown = 0;
  /** Indexes of the replies that the current link selects. */
  let only;

  /** Creates an element with attributes. Its children are nodes or strings. */
  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  function opened(index) {
    const number = Math.floor(index / chunk);
    if (!chunks.has(number)) chunks.set(number, JSON.parse(at(`texts-${number}`).textContent));
    return chunks.get(number)[index % chunk];
  }

  function bandOf(score) {
    if (score === null) return 'none';
    return score >= 90 ? 'good' : score >= 75 ? 'fair' : 'poor';
  }

  const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;

  /** The text that the search box searches: the title, location and text of a reply. */
  function haystack(index) {
    texts ??= [];
    if (texts[index] === undefined) {
      const { title, id, file, tags } = replies[index];
      const said = opened(index).texts.flatMap(({ pieces }) =>
        pieces.map((piece) => (typeof piece === 'string' ? piece : piece[0])),
      );
      texts[index] = [title, id, files[file], ...tags, said.join('')].join('\n').toLowerCase();
    }
    return texts[index];
  }

  const foldersOf = (path) => {
    const parts = path.split('/');
    return parts.slice(1).map((_, depth) => `${parts.slice(0, depth + 1).join('/')}/`);
  };

  /** Returns the choices of each filter, as a map from value to number of replies. */
  function choices() {
    const found = Object.fromEntries(SELECTS.map((name) => [name, new Map()]));
    const ofFile = files.map((path) => [...foldersOf(path), path]);
    const perFile = new Map();
    const count = (name, value) => found[name].set(value, (found[name].get(value) ?? 0) + 1);
    for (const { file, tags, locale, form, rules: own } of replies) {
      perFile.set(file, (perFile.get(file) ?? 0) + 1);
      for (const path of ofFile[file]) count('folder', path);
      for (const tag of tags) count('tag', tag);
      if (locale !== undefined) count('language', locale);
      if (form !== undefined) count('form', form);
      for (const rule of own) count('rule', rules[rule]);
    }
    // Files with a single reply are not offered as filters.
    for (const [file, number] of perFile) if (number === 1) found.folder.delete(files[file]);
    return found;
  }

  function fillFilters() {
    for (const [name, values] of Object.entries(choices())) {
      const select = at(name);
      const sorted = [...values].sort(([a, many], [b, more]) =>
        name === 'folder' || more === many ? (a < b ? -1 : 1) : more - many,
      );
      for (const [value, number] of sorted) select.append(make('option', { value }, `${value} (${number})`));
      if (values.size === 0) select.closest('label').hidden = true;
    }
  }

  const TESTS = {
    folder: ({ file }, value) => files[file] === value || (value.endsWith('/') && files[file].startsWith(value)),
    tag: ({ tags }, value) => tags.includes(value),
    rule: ({ rules: own }, value) => own.some((rule) => rules[rule] === value),
    language: ({ locale }, value) => locale === value,
    form: ({ form }, value) => form === value,
  };

  const gain = ({ score, basis }) => (100 - (score ?? 100)) * basis;
  const ORDERS = {
    gain: (a, b) => gain(replies[b]) - gain(replies[a]) || replies[b].errors - replies[a].errors || a - b,
    score: (a, b) => (replies[a].score ?? 101) - (replies[b].score ?? 101) || a - b,
    file: (a, b) => a - b,
  };

  function update() {
    const words = at('search')
      .value.toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    const chosen = SELECTS.map((name) => [TESTS[name], at(name).value]).filter(([, value]) => value !== '');
    const among = only ?? replies.keys();
    matching = [...among].filter((index) => {
      if (!chosen.every(([test, value]) => test(replies[index], value))) return false;
      return words.length === 0 || words.every((word) => haystack(index).includes(word));
    });
    matching.sort(ORDERS[at('order').value]);
    shownList.replaceChildren();
    shown = 0;
    showMore();
  }

  function showMore() {
    const next = matching.slice(shown, shown + PAGE);
    shownList.append(...next.map(row));
    shown += next.length;
    const left = matching.length - shown;
    at('count').textContent =
      `${counted(matching.length, 'reply', 'replies')}${left > 0 ? `, the first ${shown} shown` : ''}`;
    at('more').hidden = left === 0;
    at('more').textContent = `Show ${Math.min(left, PAGE)} more`;
    return next.length;
  }

  function row(index) {
    const { title, file, line, score, errors, findings, about, tags } = replies[index];
    const others = findings - errors;
    const found = [
      ...(errors > 0 ? [counted(errors, 'error', 'errors')] : []),
      ...(others > 0 ? [counted(others, 'warning', 'warnings')] : []),
    ];
    const details = make(
      'details',
      {},
      make(
        'summary',
        {},
        make('bdi', { class: 'name' }, title),
        make('span', { class: bandOf(score) }, score === null ? 'no score' : String(score)),
        make('span', { class: errors > 0 ? 'error' : 'about' }, found.join(', ') || 'no findings'),
        make('span', { class: 'about' }, [about, ...tags].filter((one) => one !== '').join(', ')),
        placeOf(`${files[file]}:${line}`),
      ),
    );
    details.addEventListener('toggle', () => {
      if (details.open) fill(details, index);
    });
    return make('li', {}, details);
  }

  /** Creates the path of a reply, which breaks after `/` only, unless one of its parts does not fit. */
  function placeOf(path) {
    const parts = path.match(/[^/]+\/*|\/+/g) ?? [];
    return make('bdi', { class: 'place' }, ...parts.map((part) => make('span', { class: 'part' }, part)));
  }

  /** Fills in the texts and findings of a reply when it is first opened. */
  function fill(details, index) {
    if (details.childElementCount > 1) return;
    const { texts: own, findings, reason } = opened(index);
    const inside = make('div', { class: 'opened' });
    if (reason !== undefined) inside.append(make('p', {}, reason));
    if (own.length > 1) inside.append(...tabs(own, findings, index));
    else for (const text of own) inside.append(textOf(text, findings, index));
    if (own.length === 0 && reason === undefined)
      inside.append(make('p', { class: 'about' }, 'The page is too large to hold the text of this reply.'));
    if (findings.length > 0) inside.append(findingList(findings, index));
    details.append(inside);
  }

  function textOf({ pieces, unmarked }, findings, index) {
    const text = make('div', { class: 'text', dir: 'auto' });
    for (const piece of pieces) text.append(typeof piece === 'string' ? piece : markOf(piece, findings, index));
    const missing = unmarked.map((finding) => finding + 1);
    if (missing.length > 0) text.append(make('div', { class: 'about' }, missingIn(missing)));
    return text;
  }

  function missingIn(numbers) {
    const last = numbers.at(-1);
    if (numbers.length === 1) return `Something is missing here: see finding ${last}.`;
    return `Something is missing here: see findings ${numbers.slice(0, -1).join(', ')} and ${last}.`;
  }

  function markOf([words, ...numbers], findings, index) {
    const isError = numbers.some((number) => findings[number].severity === 'error');
    const ids = numbers.map((number) => `finding-${index}-${number}`).join(' ');
    const label = numbers.map((number) => number + 1).join(',');
    return make(
      'mark',
      {
        class: isError ? 'has-error' : 'has-warning',
        'aria-describedby': ids,
        title: numbers.map((number) => findings[number].message).join('\n'),
      },
      words,
      make('sup', {}, label),
    );
  }

  function findingList(findings, index) {
    const items = findings.map(({ rule, severity, line, message, instead, when, about }, number) =>
      make(
        'li',
        { id: `finding-${index}-${number}` },
        make('b', { class: severity }, severity),
        ' ',
        make('bdi', {}, message),
        when === undefined ? '' : ` (when ${when})`,
        ...instead.flatMap((text) => [' ', make('bdi', { class: 'instead' }, text)]),
        about.length === 0 ? '' : make('span', { class: 'about' }, ` See also: ${about.join('; ')}`),
        ' ',
        make('span', { class: 'rule' }, rule),
        make('span', { class: 'place' }, ` line ${line}`),
      ),
    );
    return make('ol', { class: 'findings', 'aria-label': 'Findings' }, ...items);
  }

  /** Creates one tab for each text that a customer can receive. */
  function tabs(own, findings, index) {
    const list = make('div', { role: 'tablist', 'aria-label': 'Texts that customers receive' });
    const panels = own.map((text, number) => {
      const tab = make(
        'button',
        { type: 'button', role: 'tab', id: `tab-${index}-${number}`, 'aria-controls': `panel-${index}-${number}` },
        text.when === undefined ? `Text ${number + 1}` : text.when,
      );
      list.append(tab);
      return make(
        'div',
        {
          role: 'tabpanel',
          id: `panel-${index}-${number}`,
          'aria-labelledby': `tab-${index}-${number}`,
          tabindex: '0',
        },
        textOf(text, findings, index),
      );
    });
    const select = (chosen) => {
      for (const [number, tab] of [...list.children].entries()) {
        tab.setAttribute('aria-selected', String(number === chosen));
        tab.tabIndex = number === chosen ? 0 : -1;
        panels[number].hidden = number !== chosen;
      }
    };
    list.addEventListener('click', ({ target }) => select([...list.children].indexOf(target.closest('[role="tab"]'))));
    list.addEventListener('keydown', (event) => {
      const now = [...list.children].indexOf(document.activeElement);
      const last = own.length - 1;
      const to = { ArrowRight: now === last ? 0 : now + 1, ArrowLeft: now === 0 ? last : now - 1, Home: 0, End: last }[
        event.key
      ];
      if (to === undefined || now < 0) return;
      event.preventDefault();
      select(to);
      list.children[to].focus();
    });
    select(0);
    return [list, ...panels];
  }

  function clear() {
    only = undefined;
    for (const name of ['search', ...SELECTS]) at(name).value = '';
  }

  /** Links within the page select a single reply, similar replies, or all replies with findings of a rule. */
  function follow() {
    const [, name, value = ''] = /^#(reply|alike|rule)=(.*)$/.exec(location.hash) ?? [];
    if (name === undefined) return;
    clear();
    only = name === 'reply' ? [Number(value)] : name === 'alike' ? alike[Number(value)] : undefined;
    if (name === 'rule') at('rule').value = decodeURIComponent(value);
    only = only?.filter((index) => replies[index] !== undefined);
    update();
    const first = name === 'reply' ? shownList.querySelector('details') : null;
    if (first) {
      first.open = true;
      fill(first, only[0]);
    }
    at('replies').scrollIntoView();
    (first?.querySelector('summary') ?? at('search')).focus({ preventScroll: true });
  }

  function isDark() {
    const { theme } = document.documentElement.dataset;
    return theme === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
  }

  function labelTheme() {
    at('theme').textContent = isDark() ? 'Light mode' : 'Dark mode';
  }

  let waiting;
  at('search').addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(update, 150);
  });
  for (const name of [...SELECTS, 'order']) at(name).addEventListener('change', update);
  at('filter').addEventListener('submit', (event) => event.preventDefault());
  at('clear').addEventListener('click', () => {
    clear();
    // Clears the hash so that the same link can be followed again.
    if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);
    update();
    at('search').focus();
  });
  at('more').addEventListener('click', () => {
    const first = shown;
    showMore();
    shownList.children[first]?.querySelector('summary').focus();
  });
  at('theme').addEventListener('click', () => {
    document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
    labelTheme();
  });
  addEventListener('hashchange', follow);
  // Nothing can be expanded on paper, so the listed replies are printed with their texts.
  let closed = [];
  addEventListener('beforeprint', () => {
    closed = [...shownList.querySelectorAll('details:not([open])')];
    for (const details of closed) details.open = true;
    for (const [number, details] of [...shownList.querySelectorAll('details')].entries())
      fill(details, matching[number]);
  });
  addEventListener('afterprint', () => {
    for (const details of closed) details.open = false;
  });

  labelTheme();
  at('theme').hidden = false;
  at('filter').hidden = false;
  fillFilters();
  update();
  follow();
})();
