/** Where a string can begin: not behind a letter, where an apostrophe stands. */
const QUOTE = /&quot;|&#34;|&#39;|&apos;|["']/y;
/** No string of a template is longer, and none goes on in the next line. */
const LONGEST_STRING = 300;
const LONGEST_TAG = 4000;

/** A body, and what is looked up in it while it is cut into tokens: each look-up goes forward, so none is made twice. */
export class Source {
  readonly body: string;
  readonly #found = new Map<string, number>();

  constructor(body: string) {
    this.body = body;
  }

  /** Where the words stand next; -1 where they do not. Call it with places that grow. */
  find(words: string, from: number): number {
    const known = this.#found.get(words);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const found = this.body.indexOf(words, from);
    this.#found.set(words, found);
    return found;
  }

  match(pattern: RegExp, at: number): RegExpExecArray | null {
    pattern.lastIndex = at;
    return pattern.exec(this.body);
  }

  /**
   * Where a tag ends: after the closer that stands in no string. Undefined where another tag begins before.
   * @param from after what opens it
   * @param stops what cannot stand in it outside a string
   */
  endOfTag(from: number, closer: string, stops: readonly string[]): number | undefined {
    const { body } = this;
    const last = Math.min(body.length, from + LONGEST_TAG);
    for (let at = from; at < last; ) {
      if (body.startsWith(closer, at)) return at + closer.length;
      if (stops.some((stop) => body.startsWith(stop, at))) return undefined;
      at = this.endOfString(at) ?? at + 1;
    }
    return undefined;
  }

  /** Where the string that begins here ends; undefined where none does. */
  endOfString(at: number): number | undefined {
    const { body } = this;
    const unit = body.charCodeAt(at);
    if (unit !== 34 && unit !== 39 && unit !== 38) return undefined;
    if (/\w/.test(body[at - 1] ?? ' ')) return undefined;
    const quote = this.match(QUOTE, at)?.[0];
    if (!quote) return undefined;
    for (let end = at + quote.length; end < at + LONGEST_STRING && end < body.length; end += 1) {
      if (body[end] === '\n') return undefined;
      if (body[end] === '\\') end += 1;
      else if (body.startsWith(quote, end) && !/\w/.test(body[end + quote.length] ?? ' ')) return end + quote.length;
    }
    return undefined;
  }
}

/** Quotes as they are typed, where HTML wrote them as entities. */
export function unescaped(text: string): string {
  return text.includes('&')
    ? text
        .replace(/&quot;|&#34;/g, '"')
        .replace(/&#39;|&apos;/g, "'")
        .replace(/&nbsp;/g, ' ')
        .replace(/&gt;/g, '>')
        .replace(/&lt;/g, '<')
        .replace(/&amp;/g, '&')
    : text;
}

/** What a string literal says; undefined for any other expression. */
export function stringIn(expression: string): string | undefined {
  const text = expression.trim();
  const quote = text[0];
  if (text.length < 2 || (quote !== '"' && quote !== "'") || text.at(-1) !== quote) return undefined;
  const inside = text.slice(1, -1);
  return inside.replace(/\\./g, '').includes(quote) ? undefined : inside.replace(/\\(.)/g, '$1');
}
