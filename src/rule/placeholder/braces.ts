import type { Finding } from '../../model/finding.js';
import type { Rendering } from '../../model/rendering.js';
import type { Span } from '../../model/span.js';
import { isFilledIn } from './known.js';

/** A slot that is opened and never closed: `[Name, your refund left`. Its last words name a value. */
const OPEN_SLOT =
  /\[(?:(?:first|last|full|your|the|customer|client|agent|order|ticket|tracking|account|invoice|company|product|due|delivery|phone|e-?mail|insert)[ _-]){0,3}(?:name|firstname|lastname|surname|number|no|id|date|amount|order|product|company|agent|customer|link|url|address|email|e-mail|phone|reason|time)(?=[,.!?:;\s]|$)/gi;
const RAW = /\{%[-+~]?\s{0,9}(raw|verbatim)\s{0,9}[-+~]?%\}[\s\S]{0,2000}?\{%[-+~]?\s{0,9}end\1\s{0,9}[-+~]?%\}/g;
/** `%(ticket.name)`, where braces are meant. */
const ROUND = /[%#]\(([a-z]\w{0,30}(?:\.\w{1,30}){0,5})\)/gi;
/** Placeholders are masked by this: neither brace nor letter. */
const MASK = '\ue000';

/** Braces that are no placeholder's, yet were meant to be. */
export function* braces(rendering: Rendering): Generator<Finding> {
  const text = masked(rendering);
  const raw = rawTextsOf(rendering.reply);
  const found = (start: number, end: number, does: string): Finding => ({
    span: { start, end },
    message: `“${onOneLine(rendering.text.slice(start, end))}” ${does}`,
  });
  for (const block of rendering.blocks) {
    if (block.kind === 'code') continue;
    const { pairs, strays } = paired(text, block);
    for (const { start, end } of pairs) {
      const inside = text.slice(start + 1, end - 1).trim();
      const doubled = text[start - 1] === '{' && text[end] === '}';
      if (doubled && /^[a-z_]\w*(?:\.\w+)*$/i.test(inside) && isEscaped(rendering, start)) {
        yield found(start - 1, end + 1, 'has markup in it');
        continue;
      }
      if (/^%[^%]*$/.test(inside) && inside !== '%')
        yield found(start, end, 'is opened with “{%” but not closed with “%}”');
      else if (inside === '' ? doubled : /^%\s*%$/.test(inside)) {
        const wider = doubled ? 1 : 0;
        yield found(start - wider, end + wider, 'stands for nothing');
      } else if (
        inside !== '' &&
        inside === MASK.repeat(inside.length) &&
        !/^\{+[!#]/.test(rendering.text.slice(start, end))
      )
        yield {
          ...found(start, end, 'has braces apart, which are not read as one pair'),
          suggestions: ['Write the braces next to each other, as in {{name}}'],
        };
    }
    for (const { 0: written, 1: path = '', index } of text.slice(block.start, block.end).matchAll(ROUND))
      if (isFilledIn(path, written[0] ?? ''))
        yield found(block.start + index, block.start + index + written.length, 'has round brackets in place of braces');
    for (const { start, end } of openSlots(text, block))
      yield found(start, end, 'is opened and not closed as it should be');
    let reported = block.start;
    for (const at of strays) {
      if (at < reported) continue;
      const span = strayAt(text, at, reported);
      if (!span || (raw.length > 0 && isWithin(rendering.toBody.spanOf(span), raw))) continue;
      // A row of them is one slip.
      if (span.start === reported && span.start > block.start && !/\w/.test(text.slice(span.start, span.end))) {
        reported = span.end;
        continue;
      }
      yield found(
        span.start,
        span.end,
        text[at] === '{' ? 'is opened and not closed as it should be' : 'is closed and not opened as it should be',
      );
      reported = span.end;
    }
  }
}

/** The rendering’s text with placeholders masked and what stands in code blanked, at equal length. */
function masked({ text, words }: Rendering): string {
  let out = '';
  for (const [index, { start, end, code, placeholder }] of words.entries()) {
    if (start < out.length) continue;
    const before = words[index - 1];
    const between = text.slice(out.length, start);
    out += (before?.code ?? code) && code ? ' '.repeat(between.length) : between;
    out += placeholder || code ? (code ? ' ' : MASK).repeat(end - start) : text.slice(start, end);
  }
  return out + text.slice(out.length);
}

/** The block’s braces: those that belong together, innermost first, and those that stand alone. */
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

/** Slots in brackets that the block does not close: the next bracket opens another, or there is none. */
function openSlots(text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(OPEN_SLOT)].flatMap(({ 0: said, index }) => {
    const from = start + index;
    const to = from + said.length;
    const next = /[[\]]/.exec(text.slice(to, end))?.[0];
    return next === ']' ? [] : [{ start: from, end: to }];
  });
}

/** A brace too many at a placeholder, or two in a row, with the words that it was meant for. */
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
    /\ue000+\s?$/.exec(before) ??
    (after.startsWith('}}') || before.endsWith('%') ? /(?:[\w.]{1,80}\s?)?%?$/.exec(before) : null);
  if (!closed) return undefined;
  return { start: at - closed[0].length, end: at + (after.startsWith('}}') ? 2 : 1) };
}

export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

const RAW_TEXTS = new WeakMap<Rendering['reply'], readonly Span[]>();

/** Stretches of a body that are no template; looked for once, however many texts the body gives. */
function rawTextsOf(reply: Rendering['reply']): readonly Span[] {
  const known = RAW_TEXTS.get(reply) ?? rawTextsIn(reply.body);
  RAW_TEXTS.set(reply, known);
  return known;
}

function rawTextsIn(body: string): Span[] {
  if (!/raw|verbatim/.test(body)) return [];
  return [...body.matchAll(RAW)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
}

function isWithin({ start }: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => span.start <= start && start < span.end);
}

/** Braces that are written as entities in HTML. */
function isEscaped({ reply, toBody }: Rendering, brace: number): boolean {
  const { start, end } = toBody.spanOf({ start: brace, end: brace + 1 });
  return reply.markup !== 'text' && reply.body.slice(start, end).startsWith('&');
}
