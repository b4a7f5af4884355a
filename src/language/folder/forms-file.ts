import { FolderError, type Line, sectionsOf } from './lines.js';

/**
 * A line that describes regular forms. The first line that fits a lemma applies. Each form removes letters from the end
 * of the lemma and adds others.
 */
interface Regular {
  readonly fits: RegExp;
  readonly forms: readonly string[];
}

/** The inflection of a language, as described in `forms.txt`. */
export interface Forms {
  /** Returns all forms of a lemma, starting with the lemma itself. */
  of(lemma: string): readonly string[];
  /** Returns the forms of irregular words in one column, such as all irregular past participles. */
  column(name: string): readonly string[] | undefined;
}

export const NO_FORMS: Forms = { of: (lemma) => [lemma], column: () => undefined };

/** Headings with a fixed meaning. Any other heading names a kind of irregular words and its columns. */
const [REGULAR, LETTERS, ONLY] = ['regular', 'letters', 'only'] as const;

/**
 * Reads `forms.txt`.
 * @throws FolderError for an invalid line
 */
export function readForms(text: string, file: string): Forms {
  const letters = new Map<string, string>();
  const regular: Regular[] = [];
  let columns: readonly string[] = [];
  const whole = new Map<string, readonly string[]>();
  const irregular = new Map<string, ReadonlyMap<string, readonly string[]>>();
  const byColumn = new Map<string, string[]>();
  for (const { name, after, lines } of sectionsOf(text, file)) {
    if (name === LETTERS) for (const line of lines) letters.set(...letterClass(line));
    else if (name === REGULAR) {
      columns = after.split(/\s+/).filter(Boolean);
      regular.push(...lines.map((line) => regularOf(line, letters, columns.length)));
    } else if (name === ONLY) for (const line of lines) whole.set(...wholeOf(line));
    else {
      const named = after.split(/\s+/).filter(Boolean);
      for (const line of lines) {
        const [lemma, cells] = irregularOf(line, named);
        irregular.set(lemma, cells);
        for (const [column, forms] of cells) byColumn.set(column, [...(byColumn.get(column) ?? []), ...forms]);
      }
    }
  }
  const of = (lemma: string): readonly string[] => {
    const exact = whole.get(lemma);
    if (exact) return [...new Set([lemma, ...exact])];
    const cells = irregular.get(lemma);
    const made = regular.find(({ fits }) => fits.test(lemma))?.forms.map((form) => inflect(lemma, form)) ?? [];
    const forms = made.flatMap((form, at) => cells?.get(columns[at] ?? '') ?? [form]);
    return [...new Set([lemma, ...forms, ...[...(cells?.values() ?? [])].flat()])];
  };
  return { of, column: (name) => byColumn.get(name) };
}

/** Parses a letter class such as `C = bcdf…`. */
function letterClass(line: Line): [string, string] {
  const parts = /^(\p{Lu})\s*=\s*(\p{Ll}+)$/u.exec(line.text);
  if (!parts?.[1] || !parts[2])
    throw new FolderError('expected a capital letter, “=” and the letters it stands for', line);
  return [parts[1], parts[2]];
}

/** Parses a line such as `Cy y>ies y>ied +ing`, which contains the ending of lemmas and how to make each form. */
function regularOf(line: Line, letters: ReadonlyMap<string, string>, columns: number): Regular {
  const parts = line.text.split(/\s+/);
  const endings = parts.slice(0, parts.length - columns);
  const forms = parts.slice(endings.length);
  const wrong = forms.find((form) => !/^(?:\p{Ll}*>|\+|&)\p{Ll}*$/u.test(form));
  if (endings.length === 0 || wrong !== undefined)
    throw new FolderError(`expected endings and ${columns} forms such as “+s”, “y>ies”, “&ed”`, line);
  const source = endings.map((ending) => (ending === '*' ? '' : endingSource(ending, letters))).join('|');
  return { fits: new RegExp(`(?:${source})$`, 'u'), forms };
}

function endingSource(ending: string, letters: ReadonlyMap<string, string>): string {
  return [...ending]
    .map((sign) => (letters.has(sign) ? `[${letters.get(sign)}]` : /[\p{Ll}^+]/u.test(sign) ? sign : ''))
    .join('');
}

function inflect(lemma: string, form: string): string {
  if (form.startsWith('+')) return `${lemma}${form.slice(1)}`;
  if (form.startsWith('&')) return `${lemma}${lemma.slice(-1)}${form.slice(1)}`;
  const [off = '', on = ''] = form.split('>');
  return lemma.endsWith(off) ? `${lemma.slice(0, lemma.length - off.length)}${on}` : `${lemma}${on}`;
}

/**
 * Parses a line such as `feel felt felt`, which contains a lemma and its forms. `/` separates alternatives, and `-`
 * stands for the regular form.
 */
function irregularOf(line: Line, columns: readonly string[]): [string, Map<string, readonly string[]>] {
  const [lemma = '', ...cells] = line.text.split(/\s+/);
  if (cells.length !== columns.length)
    throw new FolderError(`expected a lemma and ${columns.length} forms (${columns.join(', ')})`, line);
  const forms = cells.flatMap((cell, at): [string, string[]][] =>
    cell === '-' ? [] : [[columns[at] ?? '', cell.split('/')]],
  );
  return [lemma, new Map(forms)];
}

/** Parses a line such as `child children`, which lists all existing forms. */
function wholeOf(line: Line): [string, readonly string[]] {
  const [lemma = '', ...forms] = line.text.split(/\s+/);
  return [lemma, forms];
}
