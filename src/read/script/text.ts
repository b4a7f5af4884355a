import { MappedText } from '../../model/offset-map.js';
import type { Span } from '../../model/span.js';
import type { DecodedText } from '../container/value.js';
import { bare, childOf, childrenOf, type Node, nameOf } from './syntax.js';

/** A span of text in the file with its syntax, which is a quotation mark or “`”. */
interface Region extends Span {
  readonly quote: string;
}

/** A text that is being assembled from its literals. */
interface Collected {
  readonly source: string;
  readonly out: MappedText;
  readonly regions: Region[];
}

/** Matches tags of template literals that remove the indentation. */
const DEDENTS = /^(?:dedent|outdent|stripIndents?|trimIndent|undent|endent|heredoc)$/i;

/**
 * Returns the text of an expression: a string, a template literal with its `${…}` as written, or literals that are
 * added or joined. Undefined for other expressions.
 * @param source the text of the file
 */
export function textFrom(node: Node, source: string): DecodedText | undefined {
  const collected: Collected = { source, out: new MappedText(), regions: [] };
  if (!addText(node, collected)) return undefined;
  const { out, regions } = collected;
  const map = out.map((text, at) => {
    const region = regions.find(({ start, end }) => start <= at.start && at.end <= end);
    return region && written(text, region.quote, source);
  });
  return { body: out.text, map };
}

/**
 * Adds the text of an expression.
 * @returns false if the expression is not text
 */
function addText(node: Node | undefined, to: Collected): boolean {
  const expression = bare(node);
  switch (expression?.type) {
    case 'Literal':
      if (typeof expression.value !== 'string') return false;
      addLiteral(expression, to);
      return true;
    case 'TemplateLiteral':
      addTemplate(expression, to, 0);
      return true;
    case 'TaggedTemplateExpression':
      return addTagged(expression, to);
    case 'BinaryExpression':
      return expression.operator === '+' && isText(expression) && addSum(expression, to);
    case 'CallExpression':
      return addJoined(expression, to);
    default:
      return false;
  }
}

/** Returns true for an expression that is text, no matter what is added to it. */
function isText(node: Node | undefined): boolean {
  const expression = bare(node);
  if (expression?.type === 'BinaryExpression')
    return isText(childOf(expression, 'left')) || isText(childOf(expression, 'right'));
  return (
    expression?.type === 'TemplateLiteral' || (expression?.type === 'Literal' && typeof expression.value === 'string')
  );
}

/** A sum is processed without recursion because its depth can equal the number of lines. */
function addSum(sum: Node, to: Collected): boolean {
  const terms: Node[] = [];
  let left: Node | undefined = sum;
  while (left?.type === 'BinaryExpression' && left.operator === '+' && isText(left)) {
    terms.push(childOf(left, 'right') as Node);
    left = bare(childOf(left, 'left'));
  }
  if (left) terms.push(left);
  return terms.reverse().every((term) => addText(term, to) || addValue(term, to));
}

const LONGEST_VALUE = 120;

/** Adds a name or a call as a placeholder, written as in a template literal. */
function addValue({ start, end }: Node, { source, out }: Collected): boolean {
  const expression = source.slice(start, end);
  if (end - start > LONGEST_VALUE || /[{}\n]/.test(expression)) return false;
  out.add(`\${${expression}}`, start, end);
  return true;
}

/** Adds lines that are joined, such as `['Hi,', '', 'your parcel …'].join('\n')`. */
function addJoined(call: Node, to: Collected): boolean {
  const callee = childOf(call, 'callee');
  const list = bare(childOf(callee, 'object'));
  const [first] = childrenOf(call, 'arguments');
  const mark = first ? first.value : ',';
  if (nameOf(childOf(callee, 'property')) !== 'join' || list?.type !== 'ArrayExpression') return false;
  if (typeof mark !== 'string') return false;
  const items = childrenOf(list, 'elements');
  return items.every((item, index) => {
    if (index > 0) to.out.add(mark, (items[index - 1] as Node).end, item.start);
    return addText(item, to);
  });
}

const ESCAPE = /\\(?:u\{[\da-fA-F]{1,6}\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|[0-3]?[0-7]{1,2}|\r\n|[\s\S])|\r\n?/g;
const MEANS: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

function addLiteral({ start, end }: Node, to: Collected): void {
  to.regions.push({ start: start + 1, end: end - 1, quote: to.source[start] ?? '"' });
  addRaw(start + 1, end - 1, to);
}

/** @param indent the number of leading blanks to remove from each line */
function addTemplate(template: Node, to: Collected, indent: number): void {
  const parts = childrenOf(template, 'quasis');
  for (const [index, { start, end }] of parts.entries()) {
    to.regions.push({ start, end, quote: '`' });
    addLines(start, end, to, { indent, isFirst: index === 0 });
    const next = parts[index + 1];
    if (next) addFilledIn(end, next.start, to);
  }
}

/**
 * Adds a `${…}` as written if it can be read as a placeholder. Otherwise, adds a placeholder with the name that it
 * begins with.
 */
function addFilledIn(start: number, end: number, { source, out }: Collected): void {
  const expression = source.slice(start + 2, end - 1).trim();
  const isPlain = expression.length <= LONGEST_VALUE && !/[{}"'`\n]/.test(expression);
  const name = /^[\w$]+(?:\.[\w$]+)*/.exec(expression)?.[0] ?? 'value';
  out.add(isPlain ? source.slice(start, end) : `\${${name}}`, start, end);
}

function addTagged(tagged: Node, to: Collected): boolean {
  const template = childOf(tagged, 'quasi');
  if (!template || !DEDENTS.test(nameOf(childOf(tagged, 'tag')) ?? '')) return false;
  const lines = to.source.slice(template.start + 1, template.end - 1).split('\n');
  const indents = lines.slice(1).flatMap((line) => (line.trim() === '' ? [] : [/^[ \t]*/.exec(line)?.[0].length ?? 0]));
  addTemplate(template, to, Math.min(...indents, Number.MAX_SAFE_INTEGER));
  return true;
}

/** Adds part of a template literal without the indentation of its lines. */
function addLines(
  start: number,
  end: number,
  to: Collected,
  { indent, isFirst }: { readonly indent: number; readonly isFirst: boolean },
): void {
  if (indent === 0) {
    addRaw(start, end, to);
    return;
  }
  let at = start;
  let isBegun = !isFirst;
  for (const line of to.source.slice(start, end).split(/(?<=\n)/)) {
    const blank = isBegun && at === start ? 0 : (/^[ \t]*/.exec(line)?.[0].length ?? 0);
    addRaw(at + Math.min(indent, blank), at + line.length, to);
    at += line.length;
    isBegun = true;
  }
}

/** Adds part of a literal with its escapes decoded. */
function addRaw(start: number, end: number, { source, out }: Collected): void {
  let at = start;
  for (const match of source.slice(start, end).matchAll(ESCAPE)) {
    const from = start + match.index;
    out.add(source.slice(at, from), at, from);
    at = from + match[0].length;
    out.add(meaningOf(match[0]), from, at);
  }
  out.add(source.slice(at, end), at, end);
}

function meaningOf(sequence: string): string {
  if (sequence[0] !== '\\') return '\n';
  const kind = sequence[1] ?? '';
  if (/^\\(?:\r\n|[\n\r\u2028\u2029])$/.test(sequence)) return '';
  const hex = /^\\[ux]\{?([\da-fA-F]+)\}?$/.exec(sequence)?.[1];
  if (hex !== undefined && sequence.length > 2) {
    const point = Number.parseInt(hex, 16);
    return point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point);
  }
  if (/[0-7]/.test(kind)) return String.fromCharCode(Number.parseInt(sequence.slice(1), 8));
  return MEANS[kind] ?? sequence.slice(1);
}

/** Writes a text in the syntax of a literal. */
function written(text: string, quote: string, source: string): string {
  if (quote === '`') {
    const escaped = text.replace(/[\\`]|\$\{/g, '\\$&');
    return source.includes('\r\n') ? escaped.replace(/\r?\n/g, '\r\n') : escaped;
  }
  return text
    .replace(/[\\'"]/g, (unit) => (unit === '\\' || unit === quote ? `\\${unit}` : unit))
    .replace(/\r/g, '\\r')
    .replace(/\n/g, '\\n')
    .replace(/[\u2028\u2029]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);
}
