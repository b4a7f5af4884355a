import { bitsOf, foldTelltale, nameTelltales } from '../language/telltale/index.js';
import { remarkOf, roleOf, wordsOf } from './heading-words.js';
import type { Block, Line } from './markdown-blocks.js';
import type { Passage } from './passages.js';

const REPLY_COLUMN = bitsOf('reply-column');
const SHELL = { marked: false, depth: 0, subject: undefined, markup: 'markdown' } as const;

const QUOTED_ITEM = /^\s{0,6}(?:[-*+]|\d{1,3}[.)])\s+(?:"[^"]+"|“[^”]+”|„[^“”]+[“”]|«[^»]+»)\s*$/;

/**
 * Finds messages after a label on the same line, each as a list item or a paragraph: `- **Late:** Sorry …`. Quoted list
 * items are found, too.
 */
export function itemsIn(text: string, blocks: readonly Block[]): Passage[] {
  const passages: Passage[] = [];
  let heading: string | undefined;
  for (const block of blocks) {
    if (block.kind === 'heading') heading = wordsOf(block.text);
    if (block.kind !== 'text') continue;
    let open: { title: string | undefined; lines: Line[] } | undefined;
    const close = () => {
      if (open) passages.push({ ...SHELL, kind: 'item', title: open.title, lines: unquoted(text, open.lines) });
      open = undefined;
    };
    for (const line of block.lines) {
      const raw = text.slice(line.start, line.end);
      const remark = remarkOf(raw);
      if (remark) {
        close();
        const behind = line.start + raw.trimEnd().length - remark.text.length;
        if (remark.text !== '' && roleOf(remark.name) === undefined)
          open = { title: remark.name, lines: [{ ...line, start: behind }] };
      } else if (QUOTED_ITEM.test(raw)) {
        close();
        open = { title: heading, lines: [{ ...line, start: line.start + raw.search(/["“„«]/) }] };
      } else if (open && !/^\s*(?:[-*+]|\d{1,3}[.)])\s/.test(raw))
        open.lines.push({ ...line, start: line.start + (raw.length - raw.trimStart().length) });
      else close();
    }
    close();
  }
  return passages;
}

/** Returns the cells of table columns whose heading promises replies. */
export function cellsIn(text: string, blocks: readonly Block[]): Passage[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'text' || block.lines.length < 3) return [];
    const [head, ruler, ...rows] = block.lines.map((line) => cellsOf(text, line));
    if (!head || !ruler?.every((cell) => /^:?-{2,}:?$/.test(text.slice(cell.start, cell.end)))) return [];
    const names = head.map((cell) => wordsOf(text.slice(cell.start, cell.end)));
    const column = names.findLastIndex((name) => nameTelltales().isWhole(foldTelltale(name), REPLY_COLUMN));
    if (column < 0) return [];
    const titles = column === 0 ? -1 : 0;
    return rows.flatMap((row): Passage[] => {
      const cell = row[column];
      const title = row[titles];
      if (!cell || cell.start >= cell.end) return [];
      const named = title && wordsOf(text.slice(title.start, title.end));
      return [{ ...SHELL, kind: 'cell', title: named || undefined, lines: unquoted(text, [cell]) }];
    });
  });
}

/** Returns the cells of a table row without surrounding blanks. */
function cellsOf(text: string, line: Line): Line[] {
  const raw = text.slice(line.start, line.end);
  if (!raw.includes('|')) return [];
  const cells: Line[] = [];
  let from = raw.trimStart().startsWith('|') ? raw.indexOf('|') + 1 : 0;
  for (let at = from; at <= raw.length; at += 1) {
    if (at < raw.length && (raw[at] !== '|' || raw[at - 1] === '\\')) continue;
    const cell = raw.slice(from, at);
    if (at < raw.length || cell.trim() !== '') {
      const start = line.start + from + (cell.length - cell.trimStart().length);
      const end = line.start + from + cell.trimEnd().length;
      cells.push({ start: Math.min(start, end), end: Math.max(start, end), next: line.next });
    }
    from = at + 1;
  }
  return cells;
}

/** Removes the surrounding quotation marks. */
function unquoted(text: string, lines: readonly Line[]): readonly Line[] {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return lines;
  const end = last.start + text.slice(last.start, last.end).trimEnd().length;
  const opening = text[first.start] ?? '';
  const closing = { '"': '"', '“': '”', '„': '“', '«': '»' }[opening];
  if (closing === undefined || text[end - 1] !== closing || end - first.start < 3) return lines;
  return lines.map((line) => ({
    ...line,
    start: line === first ? line.start + 1 : line.start,
    end: line === last ? end - 1 : line.end,
  }));
}
