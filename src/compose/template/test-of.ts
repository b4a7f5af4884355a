import { unescaped } from './source.js';
import type { Test } from './token.js';

const PATH = String.raw`[@$!.]{0,3}[\w.[\]?'"-]{1,200}`;
const NOTHING = `(?:blank|nil|null|none|empty|undefined|false|''|"")`;
const COMPARISON =
  /^([@$.]{0,2}[\w.[\]?>-]{1,200})\s{0,9}(===?|!==?|<>|=|\beq\b|\bne\b|\bis not\b|\bis\b)\s{0,9}(?:"([^"]{0,200})"|'([^']{0,200})'|([\w.-]{1,100}))$/;
const AGAINST_NOTHING = new RegExp(
  String.raw`^(${PATH}?)\s{0,9}(===?|!==?|<>|\beq\b|\bne\b|\bis\s{1,9}not\b|\bis\b)\s{0,9}${NOTHING}$`,
  'i',
);
const IS_DEFINED = new RegExp(
  String.raw`^(${PATH}?)\s{1,9}is\s{1,9}(not\s{1,9})?(defined|empty|none|null|blank|truthy)$`,
  'i',
);
const CALLED = new RegExp(
  String.raw`^(isset|empty|isblank|isempty|is_null|isnull|blank|exists)\s{0,9}\(\s{0,9}(${PATH})\s{0,9}\)$`,
  'i',
);
const METHOD =
  /^([@$]?[\w.[\]]{1,200}?)\s{0,9}(?:\.|&\.|\?)(present\?|blank\?|nil\?|empty\?|any\?|has_content|size\s{0,9}>\s{0,9}0|length\s{0,9}>\s{0,9}0)$/;
const LENGTH = /^([@$]?[\w.[\]]{1,200}?)\s{0,9}\|\s{0,9}(?:length|size)\s{0,9}>\s{0,9}0$/;
const NEGATED = /^(?:!(?![=])|not\b)\s{0,9}(?=[\S])(.*)$/is;
const PREFIX =
  /^\(?(eq|ne|not|eq\?|neq|isEqual|ifEquals)\s{1,9}([@$.]?[\w.[\]/@-]{1,200})(?:\s{1,9}(?:"([^"]{0,200})"|'([^']{0,200})'|([\w.-]{1,100})))?\)?$/;

/**
 * Parses a condition. `ticket.language == "de"` compares values, `name != blank` tests whether a name exists, and
 * anything else is a yes-or-no question.
 */
export function testOf(expression: string): Test {
  const plain = bare(unescaped(expression).replace(/[“”]/g, '"').replace(/[‘’]/g, "'").trim());
  return presence(plain) ?? comparison(plain) ?? negation(plain) ?? { subject: plain, values: [true], negated: false };
}

/** Returns the negation of a test. */
export function opposite(test: Test): Test {
  return { ...test, negated: !test.negated };
}

/** Parses the values that a `case` branch compares with, such as `'de', 'at'` or `'de' or 'at'`. */
export function whenOf(subject: string, expression: string): Test {
  const values = expression
    .split(/(?<!\s)\s*(?:,|\bor\b|\|\|)\s*/)
    .map((value) =>
      unescaped(value)
        .replace(/["'“”‘’]/g, '')
        .trim(),
    )
    .filter((value) => value !== '');
  return { subject, values: values.length > 0 ? values : [expression], negated: false };
}

/** Returns the test of a loop, which is whether there is anything to iterate over. */
export function loopOf(expression: string): Test {
  return { subject: expression, values: [true], negated: false };
}

function presence(plain: string): Test | undefined {
  const asks = (subject: string | undefined, negated: boolean) =>
    ({ subject: subject ?? '', values: [true], negated }) as const;
  const against = AGAINST_NOTHING.exec(plain);
  if (against && !/^["']/.test(against[1] ?? ''))
    return asks(against[1], !/^(?:!|<>|ne|is\s+not)/i.test(against[2] ?? ''));
  const defined = IS_DEFINED.exec(plain);
  if (defined) return asks(defined[1], (defined[2] !== undefined) !== /empty|none|null|blank/i.test(defined[3] ?? ''));
  const called = CALLED.exec(plain);
  if (called) return asks(called[2], !/isset|exists/i.test(called[1] ?? ''));
  const method = METHOD.exec(plain) ?? LENGTH.exec(plain);
  if (method) return asks(method[1], /blank|nil|empty/.test(method[2] ?? ''));
  const freemarker = /^\(?([\w.]{1,200})\)?\?\?$/.exec(plain);
  return freemarker ? asks(freemarker[1], false) : undefined;
}

function comparison(plain: string): Test | undefined {
  const compared = COMPARISON.exec(plain);
  if (compared) {
    const value = compared[3] ?? compared[4] ?? compared[5] ?? '';
    const negated = /^(?:!|<>|ne|is not)/.test(compared[2] ?? '');
    if (value === 'true' && compared[5]) return { subject: compared[1] ?? '', values: [true], negated };
    return { subject: compared[1] ?? '', values: [value], negated };
  }
  const prefix = PREFIX.exec(plain);
  if (!prefix) return undefined;
  const value = prefix[3] ?? prefix[4] ?? prefix[5];
  if ((value === undefined) !== (prefix[1] === 'not')) return undefined;
  return { subject: prefix[2] ?? '', values: [value ?? true], negated: /^n/.test(prefix[1] ?? '') };
}

function negation(plain: string): Test | undefined {
  const inner = NEGATED.exec(plain)?.[1];
  if (inner === undefined || inner.trim() === '' || /\b(?:and|or)\b|&&|\|\|/.test(inner.replace(/^\(.*\)$/s, '')))
    return undefined;
  return opposite(testOf(inner));
}

/** Removes the outer parentheses of an expression. */
function bare(expression: string): string {
  let text = expression;
  for (let rounds = 0; rounds < 9 && text.startsWith('(') && closesLast(text); rounds += 1)
    text = text.slice(1, -1).trim();
  return text;
}

function closesLast(text: string): boolean {
  if (/^\((?:eq|ne|not|neq)\s/.test(text)) return false;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return at === text.length - 1;
  }
  return false;
}
