import { valueIn } from '../fallback.js';
import type { Source } from '../source.js';
import { syntaxNamed } from '../syntax.js';
import { testOf } from '../test-of.js';
import type { TemplateToken } from '../token.js';
import { type Dialect, NOTHING, tag } from './dialect.js';

const CALL = /\s{0,9}(IF|CASE)\s{0,9}\(\s{0,9}/iy;
const LONGEST = 4000;
const DEEPEST = 20;

/**
 * Salesforce's merge language, such as `{!IF(condition, "text", "other text")}`. Strings in it are part of the message.
 * https://help.salesforce.com/s/articleView?id=sf.customize_functions.htm
 */
export const salesforce: Dialect = {
  name: 'salesforce',
  begins: '{',
  isUsedIn: ({ body }) => body.includes('{!'),
  tokensAt: (source, at) => {
    if (source.body[at + 1] !== '!' || !source.match(CALL, at + 2)) return undefined;
    return isFallback(source, at) ? undefined : new Formula(source, at).tokens();
  },
};

/** Returns true for a value with a fallback, such as `IF(ISBLANK(name), "friend", name)`. */
function isFallback(source: Source, at: number): boolean {
  const end = source.endOfTag(at + 2, '}', ['{']);
  return end !== undefined && valueIn(source.body.slice(at + 2, end - 1)).fallback !== undefined;
}

interface Argument {
  readonly start: number;
  readonly end: number;
}

class Formula {
  readonly #source: Source;
  readonly #start: number;
  readonly #tokens: TemplateToken[] = [];
  /** The start of the part that is hidden. */
  #from: number;
  #shows = false;

  constructor(source: Source, start: number) {
    this.#source = source;
    this.#start = start;
    this.#from = start;
  }

  tokens(): TemplateToken[] | undefined {
    const end = this.#source.endOfTag(this.#start + 2, '}', ['{']);
    if (end === undefined || end - this.#start > LONGEST || !this.#value({ start: this.#start + 2, end: end - 1 }, 0))
      return undefined;
    this.#hide(end, { is: 'nothing' });
    return this.#shows ? this.#tokens.filter(({ span }) => span.end > span.start) : undefined;
  }

  /** Reads a string, a nested choice, or a value. */
  #value(argument: Argument, depth: number): boolean {
    const { body } = this.#source;
    const text = body.slice(argument.start, argument.end);
    const blank = /^\s*/.exec(text)?.[0].length ?? 0;
    const start = argument.start + blank;
    const endOfString = this.#source.endOfString(start);
    if (endOfString !== undefined && body.slice(endOfString, argument.end).trim() === '') {
      const quote = body[start] === '&' ? (/^&[^;]+;/.exec(body.slice(start, start + 6))?.[0].length ?? 1) : 1;
      this.#hide(start + quote, NOTHING);
      this.#from = endOfString - quote;
      if (/\p{L}/u.test(body.slice(start + quote, endOfString - quote))) this.#shows = true;
      return true;
    }
    const call = depth < DEEPEST ? this.#source.match(CALL, start) : null;
    if (call) return this.#choice(call, argument.end, depth);
    if (!/^\s*[\w.$:]+\s*$/.test(text)) return false;
    const trimmed = { start, end: start + text.trim().length };
    this.#hide(start, NOTHING);
    const path = text.trim();
    this.#tokens.push({ kind: 'placeholder', span: trimmed, text: path, path, syntax: syntaxNamed('salesforce') });
    this.#from = trimmed.end;
    return true;
  }

  #choice(call: RegExpExecArray, end: number, depth: number): boolean {
    const args = this.#argumentsFrom(call.index + call[0].length, end);
    const [condition, ...rest] = args ?? [];
    const first = rest[0];
    if (!condition || !first) return false;
    const { body } = this.#source;
    const asked = body.slice(condition.start, condition.end).trim();
    if (/case/i.test(call[1] ?? '')) return this.#cases(asked, condition, rest) && this.#closed('CASE', end);
    this.#hide(first.start, { is: 'open', block: 'IF', test: testOf(asked) });
    if (!this.#value(first, depth + 1)) return false;
    const second = rest[1];
    if (second) {
      this.#hide(second.start, { is: 'branch' });
      if (!this.#value(second, depth + 1)) return false;
    }
    return this.#closed('IF', end);
  }

  /**
   * Reads `CASE(field, 'a', "text", 'b', "text", "otherwise")`. The last text is the default and has no value before
   * it.
   */
  #cases(subject: string, { end }: Argument, rest: readonly Argument[]): boolean {
    if (rest.length % 2 === 0) return false;
    this.#hide(end, { is: 'choose', block: 'CASE', subject });
    for (let at = 0; at < rest.length; at += 2) {
      const [value, text] = [rest[at], rest[at + 1]];
      const shown = text ?? value;
      if (!value || !shown) return false;
      const when = text && this.#source.body.slice(value.start, value.end).trim();
      this.#hide(shown.start, when === undefined ? { is: 'branch' } : { is: 'branch', when });
      if (!this.#value(shown, 1)) return false;
    }
    return true;
  }

  #closed(block: string, end: number): true {
    this.#hide(end, { is: 'close', block });
    return true;
  }

  #argumentsFrom(from: number, last: number): Argument[] | undefined {
    const { body } = this.#source;
    const args: Argument[] = [];
    let depth = 0;
    let start = from;
    for (let at = from; at < last; ) {
      const unit = body[at];
      if (unit === '(') depth += 1;
      if (unit === ')') depth -= 1;
      if (depth < 0) return [...args, { start, end: at }];
      if (unit === ',' && depth === 0) {
        args.push({ start, end: at });
        start = at + 1;
      }
      at = this.#source.endOfString(at) ?? at + 1;
    }
    return undefined;
  }

  #hide(to: number, does: Parameters<typeof tag>[3]): void {
    this.#tokens.push(tag(this.#from, to, 'block' in does && does.block ? `{!${does.block}}` : '{!IF}', does));
    this.#from = to;
  }
}
