import type { Finding } from '../../model/finding.js';
import type { Rendering, Word } from '../../model/rendering.js';
import type { Span } from '../../model/span.js';
import { quoted } from '../define.js';
import { isFilledIn } from './catalogue.js';
import { isInRawText } from './raw-text.js';

/** Matches a slot that is opened but never closed: `[Name, your refund left`. Its last words name a value. */
const OPEN_SLOT =
  /\[(?:(?:first|last|full|your|the|customer|client|agent|order|ticket|tracking|account|invoice|company|product|due|delivery|phone|e-?mail|insert)[ _-]){0,3}(?:name|firstname|lastname|surname|number|no|id|date|amount|order|product|company|agent|customer|link|url|address|email|e-mail|phone|reason|time)(?=[,.!?:;\s]|$)/gi;
/** Matches parentheses in place of braces, such as `%(ticket.name)`. */
const ROUND = /[%#]\(([a-z]\w{0,30}(?:\.\w{1,30}){0,5})\)/gi;
/** The mask for placeholders, which is neither a brace nor a letter. */
const MASK = '\ue000';

/** Matches the characters of which every faulty placeholder contains at least one. */
const SIGNS = /[{}[]|[%#]\(/;

/** Yields braces that do not form a placeholder but were meant to. */
export function* braces(rendering: Rendering): Generator<Finding> {
  if (!SIGNS.test(rendering.text) || !hasSignOutside(rendering)) return;
  const text = masked(rendering);
  if (!SIGNS.test(text)) return;
  for (const block of rendering.blocks) {
    if (block.kind === 'code') continue;
    const { pairs, strays } = paired(text, block);
    for (const pair of pairs) {
      const problem = problemOfPair(rendering, text, pair);
      if (problem) yield problem;
    }
    for (const { start, end } of roundIn(rendering, text, block))
      yield found(rendering, start, end, 'has parentheses instead of braces');
    for (const { start, end } of openSlots(text, block)) yield found(rendering, start, end, NOT_CLOSED);
    yield* problemsOfStrays(rendering, text, strays, block.start);
  }
}

const NOT_CLOSED = 'is not closed correctly';

function found(rendering: Rendering, start: number, end: number, does: string): Finding {
  return { span: { start, end }, message: `${quoted({ start, end }, rendering.text)} ${does}` };
}

function problemOfPair(rendering: Rendering, text: string, { start, end }: Span): Finding | undefined {
  const inside = text.slice(start + 1, end - 1).trim();
  const doubled = text[start - 1] === '{' && text[end] === '}';
  if (doubled && /^[a-z_]\w*(?:\.\w+)*$/i.test(inside) && isEscaped(rendering, start))
    return found(rendering, start - 1, end + 1, 'contains markup');
  if (/^%[^%]*$/.test(inside) && inside !== '%')
    return found(rendering, start, end, 'is opened with “{%” but not closed with “%}”');
  if (inside === '' ? doubled : /^%\s*%$/.test(inside)) {
    const wider = doubled ? 1 : 0;
    return found(rendering, start - wider, end + wider, 'is empty');
  }
  const isPlaceholder = inside !== '' && inside === MASK.repeat(inside.length);
  if (!isPlaceholder || /^\{+[!#]/.test(rendering.text.slice(start, end))) return undefined;
  return {
    ...found(rendering, start, end, 'has spaces between its braces, so they are not recognized as a pair'),
    suggestions: ['Remove the space between the braces, as in {{name}}'],
  };
}

/** Yields the problems with unmatched braces in a block that starts at `from`. */
function* problemsOfStrays(
  rendering: Rendering,
  text: string,
  strays: readonly number[],
  from: number,
): Generator<Finding> {
  let reported = from;
  for (const at of strays) {
    if (at < reported) continue;
    const span = strayAt(text, at, reported);
    if (!span || isInRawText(rendering, span)) continue;
    const { start, end } = span;
    // A row of unmatched braces is a single typo.
    const isSameRow = start === reported && start > from && !/\w/.test(text.slice(start, end));
    reported = end;
    if (isSameRow) continue;
    yield found(rendering, start, end, text[at] === '{' ? NOT_CLOSED : 'is not opened correctly');
  }
}

/** Returns true if there is a sign outside of placeholders and code. It is quicker than masking, and most have none. */
function hasSignOutside({ text, words }: Rendering): boolean {
  let from = 0;
  for (let index = 0; index < words.length; index += 1) {
    const { start, end, code, placeholder } = words[index] as Word;
    if ((!code && !placeholder) || start < from) continue;
    if (SIGNS.test(text.slice(from, start))) return true;
    from = end;
  }
  return SIGNS.test(text.slice(from));
}

/** Masks placeholders and blanks out code in a rendering’s text without changing its length. */
function masked({ text, words }: Rendering): string {
  let out = '';
  for (let index = 0; index < words.length; index += 1) {
    const { start, end, code, placeholder } = words[index] as Word;
    if ((!code && !placeholder) || start < out.length) continue;
    const before = words[index - 1];
    const between = text.slice(out.length, start);
    out += (before?.code ?? code) && code ? ' '.repeat(between.length) : between;
    out += placeholder || code ? (code ? ' ' : MASK).repeat(end - start) : text.slice(start, end);
  }
  return out + text.slice(out.length);
}

/** Returns the braces of a block: matched pairs, starting with the innermost, and unmatched ones. */
function paired(text: string, { start, end }: Span): { pairs: Span[]; strays: number[] } {
  const pairs: Span[] = [];
  const open: number[] = [];
  const closing: number[] = [];
  for (let at = start; at < end; at += 1) {
    if (text[at] === '{') open.push(at);
    else if (text[at] === '}') {
      const opened = open.pop();
      if (opened === undefined) closing.push(at);
      else pairs.push({ start: opened, end: at + 1 });
    }
  }
  return { pairs, strays: [...open, ...closing].sort((a, b) => a - b) };
}

/** Returns values in parentheses that a help desk would fill in if they were in braces. */
function roundIn({ reply }: Rendering, text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(ROUND)].flatMap(({ 0: written, 1: path = '', index }) => {
    const from = start + index;
    return isFilledIn(reply.catalogues, path, written[0] ?? '') ? [{ start: from, end: from + written.length }] : [];
  });
}

/**
 * Returns slots in brackets that the block does not close, because another bracket opens first or because none follows.
 */
function openSlots(text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(OPEN_SLOT)].flatMap(({ 0: said, index }) => {
    const from = start + index;
    const to = from + said.length;
    const next = /[[\]]/.exec(text.slice(to, end))?.[0];
    return next === ']' ? [] : [{ start: from, end: to }];
  });
}

/** Returns an extra brace at a placeholder, or two in a row, with the words that it belongs to. */
function strayAt(text: string, at: number, from: number): Span | undefined {
  const after = text.slice(at, at + 300);
  const before = text.slice(Math.max(from, at - 300), at);
  if (text[at] === '{') {
    const marked = /[#%$]$/.test(before) ? 1 : 0;
    const opened =
      /^\{\s?\ue000+/.exec(after) ??
      /^(?:\{\{|\{%)\s?[\w.]{0,80}/.exec(after) ??
      (marked > 0 ? /^\{[a-z]\w{0,40}(?:\.\w{1,40}){1,6}/i.exec(after) : null);
    return opened ? { start: at - marked, end: at + opened[0].length } : undefined;
  }
  const closed =
    /(?<!\ue000)\ue000+\s?$/.exec(before) ??
    (after.startsWith('}}') || before.endsWith('%') ? /(?:[\w.]{1,80}\s?)?%?$/.exec(before) : null);
  if (!closed) return undefined;
  return { start: at - closed[0].length, end: at + (after.startsWith('}}') ? 2 : 1) };
}

/** Returns true for braces that are written as HTML entities. */
function isEscaped({ reply, toBody }: Rendering, brace: number): boolean {
  const { start, end } = toBody.spanOf({ start: brace, end: brace + 1 });
  return reply.markup !== 'text' && reply.body.slice(start, end).startsWith('&');
}
