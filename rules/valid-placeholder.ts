import { defineRule, type Finding, type Rendering, type Span } from 'replylint/rule';

/** How placeholders of help desks begin that have one way, and say so in their documentation. */
const OPENERS = ['{%', '#{', '%{', '{!', '{{'];
/** Parts of the paths that help desks document, without `_`. A part that is nearly one of them is a slip. */
const PARTS =
  'account agent assignee brand case company contact contract conversation currentuser customer description email external firstname fullname group id lastname link mailbox name number order organisation organization owner phone priority recipient requester satisfaction sender signature staff status subject tags team ticket title tracking url user username'.split(
    ' ',
  );
/** What a merge writes where it found no value. */
const NOTHING =
  /^(?:undefined|null|nil|nan|none|\[object object\]|(?:missing|unknown|invalid|undefined|unresolved|empty|no)[ _-](?:token|value|variable|field|merge[ _-]field|placeholder|macro|data|tag|attribute|personali[sz]ation)|(?:token|value|variable|field|placeholder|attribute)[ _-](?:missing|not[ _-]found|unknown|undefined))$/i;
/** A slot that is opened and never closed: `[Name, your refund left`. Its last words name a value. */
const OPEN_SLOT =
  /\[(?:(?:first|last|full|your|the|customer|client|agent|order|ticket|tracking|account|invoice|company|product|due|delivery|phone|e-?mail|insert)[ _-]){0,3}(?:name|firstname|lastname|surname|number|no|id|date|amount|order|product|company|agent|customer|link|url|address|email|e-mail|phone|reason|time)(?=[,.!?:;\s]|$)/gi;
const SHORTEST_SLIP = 6;
/** Placeholders are masked by this: neither brace nor letter. */
const MASK = '\ue000';

export default defineRule({
  id: 'valid-placeholder',
  segment: 'hygiene',
  principle: 'Write placeholders the way your help desk reads them.',
  why: 'A broken placeholder goes out as “{{first_name}” or as nothing at all. It undoes the very care it was put there for.',
  source: 'The key to great customer service; the help desks’ documentation',
  presets: { recommended: 'error' },
  options: {
    known: {
      type: 'list',
      default: [],
      description:
        'Placeholders that exist although they look like a slip, without braces, such as `ticket.requestor.name`.',
    },
  },
  *check({ rendering }, { known }) {
    for (const word of rendering.words) {
      const { placeholder } = word;
      if (!placeholder || word.code || known.includes(pathOf(placeholder.text))) continue;
      const problem = problemOf(placeholder.text, rendering.reply);
      if (problem) yield { span: word, ...problem, message: `“${onOneLine(placeholder.text)}” ${problem.message}` };
    }
    yield* braces(rendering);
  },
  examples: {
    good: [
      'Hi {{first_name}}, hi {{ first_name | default: "there" }}, hi {{ first_name | fallback: \'there\' }},',
      '{% if vip %}Hello{% endif %} {{#if order}}Order{{/if}} {{> footer}}',
      'Hi {name}, hi {{{Recipient.FirstName}}}, hallo #{ticket.customer.firstname}, hi {%customer.firstName,fallback=%},',
      'Hi {{ticket.requester.firstname}}, hi {{contract.name}}, your code is {{1}}.',
      'Send `{{name}` or `{"a": {"b": 1}}` and see.\n\n```\n{{broken\n```',
      'The object {"a": {"b": 1}} is fine, so is a smile :-} and the set {1, 2}.',
      'Choose {count, plural, one {a card} other {some cards}} and go.',
      'Hi [Name, if known], see [link text: the guide](https://x.example). The value is missing, you wrote: [Name] or [Date].',
      'The field shows [no value]. Take [a card, [b] and (c). Write `[Name, x` as it is.',
      'Case #{!Case.CaseNumber} is yours, {!Contact.FirstName}.',
      { text: 'Hi {{ticket.requestor.name}},', options: { known: ['ticket.requestor.name'] } },
    ],
    bad: [
      { text: 'Hi {{undefined}},', marks: ['{{undefined}}'] },
      { text: 'Hi [[MISSING TOKEN]], hi {{unknown_variable}},', marks: ['[[MISSING TOKEN]]', '{{unknown_variable}}'] },
      { text: 'Hello [Name, your refund left. Hi [First name! [Agent]', marks: ['[Name', '[First name'] },
      { text: 'Hi {{}}, hi {{ }},', marks: ['{{}}', '{{ }}'] },
      { text: 'Hi {{first_name}, thanks.', marks: ['{{first_name}'] },
      { text: 'Hi {first_name}}, thanks.', marks: ['{first_name}}'] },
      { text: 'Hi { {name} }, thanks.', marks: ['{ {name} }'] },
      { text: 'Hi {{ name | default: “there” }},', marks: ['{{ name | default: “there” }}'] },
      { text: 'Hi {{first_name\nthanks for writing.', marks: ['{{first_name'] },
      { text: "Hi {{1name}}, hi {{ name | default: 'there }},", marks: ['{{1name}}', "{{ name | default: 'there }}"] },
      { text: 'Hi {{ticket.requester.frist_name}},', marks: ['{{ticket.requester.frist_name}}'] },
      { text: 'Hi first_name}}, {% if vip', marks: ['first_name}}', '{% if'] },
    ],
  },
});

type Problem = Pick<Finding, 'message' | 'suggestions'>;

function problemOf(text: string, { helpdesk, placeholders }: Rendering['reply']): Problem | undefined {
  const path = pathOf(text);
  const opener = text.slice(0, 2);
  const isKnown = OPENERS.includes(opener);
  const own = placeholders?.openers.filter((begin) => OPENERS.includes(begin)) ?? [];
  if (isKnown && own.length > 0 && !own.includes(opener))
    return { message: `is not written as ${helpdesk} writes placeholders` };
  if (NOTHING.test(path.replace(/^\[\[|\]\]$/g, ''))) return { message: 'stands for nothing' };
  if (!isKnown && !/^(?:\{|\$\{)/.test(text)) return undefined;
  const inside = text.slice(2, -2);
  if (opener === '{{' && inside.trim() === '') return { message: 'stands for nothing' };
  if (opener === '{{' && /\}/.test(inside.replace(/^\{|\}$/g, ''))) return { message: 'closes too late' };
  if (/^\{[^%{].*%\}$/s.test(text)) return { message: 'is closed with “%}” but not opened with “{%”' };
  if (opener !== '{{') return undefined;
  if (/[“”„‘’]|&[lr][sd]quo;/.test(inside))
    return {
      message: 'has typographic quotes, which are not read as quotes',
      suggestions: [`Write ${straight(text)}`],
    };
  if (isOpen(inside)) return { message: 'has a quotation that is not closed' };
  if (/\|\s*(?:default|fallback)\s+["']/.test(inside)) return { message: 'lacks the colon before its fallback' };
  if (/\|\s*$/.test(inside)) return { message: 'ends with a bar that nothing follows' };
  if (/^\d+[^\d\s]/.test(path)) return { message: 'begins with a digit, which no placeholder does' };
  if (/\.\.|\w\.$/.test(path)) return { message: 'has a dot too many' };
  const meant = slipOf(path);
  return meant
    ? { message: 'is not known to any help desk', suggestions: [`Write “${meant}”, if that is meant`] }
    : undefined;
}

/** `ticket.requester.name` of `{{ ticket.requester.name | default: "x" }}`. */
function pathOf(text: string): string {
  return (
    text
      .replace(/^[^\p{L}\p{N}.[]+|[^\p{L}\p{N}.\]]+$/gu, '')
      .split(/[|,(]/)[0]
      ?.trim() ?? ''
  );
}

function straight(text: string): string {
  return text.replace(/[“”„]|&[lr]dquo;/g, '"').replace(/[‘’]|&[lr]squo;/g, "'");
}

/** True where a straight quotation is begun and not ended. An apostrophe in double quotes is none. */
function isOpen(inside: string): boolean {
  let quote = '';
  for (const unit of inside) if (quote ? unit === quote : /["']/.test(unit)) quote = quote ? '' : unit;
  return quote !== '';
}

/** The path with the one part that is nearly a known one put right; only where all other parts are known. */
function slipOf(path: string): string | undefined {
  const parts = path.split('.');
  const plain = parts.map((part) => part.toLowerCase().replace(/[_-]/g, ''));
  const unknown = plain.flatMap((part, at) => (PARTS.includes(part) ? [] : [at]));
  const [at] = unknown;
  if (unknown.length !== 1 || at === undefined) return undefined;
  const part = plain[at] ?? '';
  if (part.length < SHORTEST_SLIP - 1 || part.endsWith('s') || !/^[a-z]+$/.test(part)) return undefined;
  const meant = PARTS.find((known) => known.length >= SHORTEST_SLIP && isOneSlipAway(part, known));
  return meant && parts.with(at, meant.replace(/^(first|last|full|current)(name|user)$/, '$1_$2')).join('.');
}

/** One letter more, less or other, or two neighbours that changed places. */
function isOneSlipAway(a: string, b: string): boolean {
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1];
  const [left, right] = [a.slice(from, endA), b.slice(from, endB)];
  return Math.max(left.length, right.length) === 1 || (left.length === 2 && right === `${left[1]}${left[0]}`);
}

/** Braces that are no placeholder's, yet were meant to be. */
function* braces(rendering: Rendering): Generator<Finding> {
  const text = masked(rendering);
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
    for (const { start, end } of openSlots(text, block))
      yield found(start, end, 'is opened and not closed as it should be');
    let reported = block.start;
    for (const at of strays) {
      if (at < reported) continue;
      const span = strayAt(text, at, reported);
      if (!span) continue;
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
    const opened = /^\{\s?\ue000+/.exec(after) ?? /^(?:\{\{|\{%)\s?[\w.]{0,80}/.exec(after);
    return opened ? { start: at, end: at + opened[0].length } : undefined;
  }
  const closed =
    /\ue000+\s?$/.exec(before) ??
    (after.startsWith('}}') || before.endsWith('%') ? /(?:[\w.]{1,80}\s?)?%?$/.exec(before) : null);
  if (!closed) return undefined;
  return { start: at - closed[0].length, end: at + (after.startsWith('}}') ? 2 : 1) };
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
