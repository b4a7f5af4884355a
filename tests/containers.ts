import { parse as parseYaml, stringify as toYaml } from 'yaml';

/** The contents of a file, independent of its container format. */
export type Entries = readonly { readonly title: string; readonly text: string }[];

/** How real encoders write the entries, and how to read the result. */
export const CONTAINERS: readonly {
  readonly name: string;
  write(values: Entries): string;
  read(file: string): Entries;
}[] = [
  { name: 'a.json', write: (values) => JSON.stringify(values, null, 2), read: JSON.parse },
  { name: 'a.yaml', write: (values) => toYaml(values, { lineWidth: 0 }), read: parseYaml },
  {
    name: 'b.yaml',
    write: (values) => toYaml(values, { lineWidth: 40, defaultStringType: 'BLOCK_FOLDED' }),
    read: parseYaml,
  },
  { name: 'c.yaml', write: (values) => toYaml(values, { defaultStringType: 'QUOTE_DOUBLE' }), read: parseYaml },
  { name: 'd.yaml', write: (values) => toYaml(values, { defaultStringType: 'QUOTE_SINGLE' }), read: parseYaml },
  {
    name: 'a.csv',
    write: (values) =>
      ['title,text', ...values.map((value) => [value.title, value.text].map(quoted).join(','))].join('\r\n'),
    read: readCsv,
  },
  {
    name: 'b.csv',
    // The first row can be read only with a backslash before quotation marks.
    write: (values) =>
      ['title,text', '"\\"a\\" b",""', ...values.map(({ title, text }) => `${escaped(title)},${escaped(text)}`)].join(
        '\n',
      ),
    read: (file) => readEscapedCsv(file).slice(1),
  },
  {
    name: 'a.ndjson',
    write: (values) => values.map((value) => JSON.stringify(value)).join('\n'),
    read: (file) => file.split('\n').map((one) => JSON.parse(one)),
  },
];

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}

function escaped(cell: string): string {
  return `"${cell.replace(/["\\]/g, '\\$&')}"`;
}

function readEscapedCsv(file: string): { title: string; text: string }[] {
  const cells = [...file.slice(file.indexOf('\n')).matchAll(/"((?:[^"\\]|\\.)*)"/gs)].map(([, cell = '']) =>
    cell.replace(/\\(["\\])/g, '$1'),
  );
  return Array.from({ length: cells.length / 2 }, (_, row) => ({
    title: cells[row * 2] ?? '',
    text: cells[row * 2 + 1] ?? '',
  }));
}

function readCsv(file: string): { title: string; text: string }[] {
  const cells: string[] = [];
  for (let at = file.indexOf('\r\n') + 2; at < file.length; ) {
    const close = file[at] === '"' ? closing(file, at) : at + (/(?:,|\r\n|$)/.exec(file.slice(at))?.index ?? 0);
    const raw = file.slice(at, close);
    cells.push(raw.startsWith('"') ? raw.slice(1, -1).replace(/""/g, '"') : raw);
    at = close + (file[close] === ',' ? 1 : 2);
  }
  return Array.from({ length: cells.length / 2 }, (_, row) => ({
    title: cells[row * 2] ?? '',
    text: cells[row * 2 + 1] ?? '',
  }));
}

function closing(file: string, from: number): number {
  let at = from + 1;
  while (file[at] !== '"' || file[at + 1] === '"') at += file[at] === '"' ? 2 : 1;
  return at + 1;
}
