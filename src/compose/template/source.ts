/** Matches the start of a string. After a letter, the quote would be an apostrophe instead. */
const QUOTE = /&quot;|&#34;|&#39;|&apos;|["']/y;
/** Maximum length of a string in a template. A string never continues on the next line. */
const LONGEST_STRING = 300;
const LONGEST_TAG = 4000;

/** A body with the searches that the lexer needs. Each search moves forward only, so no part is searched twice. */
export class Source {
  readonly body: string;
  readonly #found = new Map<string, number>();

  constructor(body: string) {
    this.body = body;
  }

  /** Returns the next position of the words, or -1 if there is none. Must be called with increasing positions. */
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
   * Returns the end of a tag: after the first closing delimiter that is not in a string. Undefined if another tag
   * begins before it.
   * @param from the position after the opening delimiter
   * @param stops characters that cannot occur in the tag outside of a string
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

  /** Returns the end of the string that starts at a position. Undefined if the string is not closed. */
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

/** Replaces HTML entities for quotation marks with literal ones. */
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

/** Returns the value of a string literal. Undefined if the expression is not a string literal. */
export function stringIn(expression: string): string | undefined {
  const text = expression.trim();
  const quote = text[0];
  if (text.length < 2 || (quote !== '"' && quote !== "'") || text.at(-1) !== quote) return undefined;
  const inside = text.slice(1, -1);
  return inside.replace(/\\./g, '').includes(quote) ? undefined : inside.replace(/\\(.)/g, '$1');
}
