import { overlaps, type Span } from '../../model/span.js';
import { breakOffOf } from '../parts.js';
import type { Match, Reading } from '../rule.js';

/** An unfilled gap, with its message. */
export interface Gap extends Span {
  readonly does: string;
}

const LONGEST_URL = 40;

/** Yields gaps without brackets. */
export function* unmarkedGaps(reading: Reading): Generator<Gap> {
  const { text, links, form } = reading.rendering;
  for (const match of reading.matches()) {
    if (reading.inContext(match, ['code', 'quoted'])) continue;
    if (match.group === 'capitals' && reading.matches('spoken').some((other) => overlaps(other, match))) continue;
    const gap = gapAt(match, reading);
    if (gap) yield gap;
  }
  for (const { start, end, url } of links)
    if (url.length <= LONGEST_URL && !/[.@]/.test(url) && isNoAddress(reading, url))
      yield { start, end, does: `has an incomplete URL: “${url}”` };
  for (const { 0: marks, index: start } of text.includes('??') ? text.matchAll(/\?{2,}/g) : [])
    if (isMissing(text, start, start + marks.length))
      yield { start, end: start + marks.length, does: 'stands in for a missing value' };
  const broken = breakOffOf(reading.rendering);
  if (broken) yield { ...broken, does: 'breaks off in the middle of a placeholder' };
  // In a chat, dots can show that the writer is thinking.
  if (form === 'chat') return;
  for (const { group, start, from, to } of reading.matches('broken-off')) {
    const { words } = reading.rendering;
    const after = words[to - 1]?.end ?? 0;
    const before = words[to - 2]?.end ?? 0;
    const dots = /^ ?(?:\.{3}|…)(?=[ \t]{0,9}(?:\n|$))/.exec(text.slice(after, after + 16));
    const within = to - from > 1 ? /^ (?:\.{3}|…)(?= )/.exec(text.slice(before, before + 6)) : null;
    const end = dots ? after + dots[0].length : within ? before + within[0].length : undefined;
    if (group && end !== undefined) yield { start, end, does: 'breaks off where a value should be' };
  }
}

function gapAt(match: Match, { rendering: { text, words } }: Reading): Gap | undefined {
  const { group, from, to, start, end } = match;
  const written = text.slice(start, end);
  const does = 'is a blank that has not been filled in';
  switch (group) {
    case 'filler':
      return { start, end, does: 'stands in for missing text' };
    case 'todo': // `TODO` and `todo:` are markers, but a “todo list” is not.
      return written === written.toUpperCase() || text[end] === ':'
        ? { start, end, does: 'is left in the text' }
        : undefined;
    case 'capitals':
      return written === written.toUpperCase() && !isAlone(text, start, end) ? { start, end, does } : undefined;
    case 'nameless': {
      const name = words[from + 1]?.start ?? start;
      return /^(?:\s{0,3})(?:[,!.:\n]|$)/.test(text.slice(end)) && /^\p{Lu}/u.test(text.slice(name)) && to > from
        ? { start: name, end, does }
        : undefined;
    }
    case 'date': {
      const letters = words[from + 1]?.start ?? start;
      return /^[A-Z/.:-]+$/.test(text.slice(letters, end)) ? { start: letters, end, does } : undefined;
    }
    default:
      return undefined;
  }
}

/** Returns true for text in brackets or on its own line. It is a note to colleagues, and is reported as one. */
function isAlone(text: string, start: number, end: number): boolean {
  if (/[([{<]/.test(text[start - 1] ?? '')) return true;
  return (
    /(?:^|\n)[^\p{L}\n]*$/u.test(text.slice(Math.max(0, start - 20), start)) &&
    /^[^\p{L}\n]*(?:\n|$)/u.test(text.slice(end, end + 20))
  );
}

function isNoAddress(reading: Reading, url: string): boolean {
  const path = url.replace(/^(?:https?:\/\/|#)|\/$/g, '');
  return /^xxx+$/i.test(path) || reading.of(path.replace(/[-_/%\d]+/g, ' ')).matches('no-address').length > 0;
}

/** Returns true for question marks that stand for a value: after a colon or a sign, or in the middle of a sentence. */
function isMissing(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  return /[:=#\p{Sc}(]\s?$/u.test(before) || (/\s$/.test(before) && /^(?: \p{Ll}|,)/u.test(text.slice(end, end + 2)));
}
