import { OF_LANGUAGES, OF_NAMES, OF_TEXTS } from '../telltale/lists.js';
import { FolderError, type Line, type Place, sectionsOf } from './lines.js';

/** Maximum number of alternatives that a line can expand to. More of them are a mistake. */
const MOST_OF_A_LINE = 1000;
const SECTIONS: readonly string[] = [...OF_TEXTS, ...OF_NAMES, ...OF_LANGUAGES];

/**
 * Reads `telltales.txt`, which has sections such as `[greeting]` with lines of alternatives. All choices in the lines
 * are expanded.
 * @throws FolderError with the position of the fault and what was expected
 */
export function readTelltales(text: string, file: string): Map<string, readonly string[]> {
  const lists = new Map<string, readonly string[]>();
  for (const section of sectionsOf(text, file)) {
    const { name, after, lines } = section;
    if (!SECTIONS.includes(name))
      throw new FolderError(`“[${name}]” is no section of this file; expected one of ${SECTIONS.join(', ')}`, section);
    if (lists.has(name)) throw new FolderError(`the section “${name}” stands here twice`, section);
    if (after !== '') throw new FolderError(`“${after}” was not expected after a heading`, section);
    const isOfLanguage = (OF_LANGUAGES as readonly string[]).includes(name);
    lists.set(
      name,
      lines.flatMap((line) => (isOfLanguage ? line.text.split(/\s+/) : new Expression(line).words())),
    );
  }
  return lists;
}

/** Parses a line such as `good (morning|evening) | hi` and expands its choices. */
class Expression {
  readonly #text: string;
  readonly #place: Place & { readonly column: number };
  #at = 0;

  constructor({ text, ...place }: Line) {
    this.#text = text;
    this.#place = place;
  }

  words(): string[] {
    const made = this.#choice();
    if (this.#at < this.#text.length) this.#fail('“)” without “(”');
    const words = made.map((word) => word.replace(/ {2,}/g, ' ').trim());
    if (words.includes('')) this.#fail('expected words between “|” and “|”');
    return [...new Set(words)];
  }

  /** Parses alternatives up to a closing parenthesis or the end of the line. */
  #choice(): string[] {
    const all: string[] = [];
    for (;;) {
      all.push(...this.#sequence());
      if (this.#text[this.#at] !== '|') return all;
      this.#at += 1;
    }
  }

  #sequence(): string[] {
    let made = [''];
    for (
      let sign = this.#text[this.#at];
      sign !== undefined && sign !== '|' && sign !== ')';
      sign = this.#text[this.#at]
    ) {
      const piece = sign === '(' ? this.#group() : this.#sign(sign);
      made = made.flatMap((before) => piece.map((next) => before + next));
      if (made.length > MOST_OF_A_LINE)
        this.#fail(`more than ${MOST_OF_A_LINE} words from one line; use several lines`);
    }
    return made;
  }

  #group(): string[] {
    const start = this.#at;
    this.#at += 1;
    const inside = this.#choice();
    if (this.#text[this.#at] !== ')') {
      this.#at = start;
      this.#fail('“(” is not closed');
    }
    this.#at += 1;
    return this.#mayBeLeftOut() ? ['', ...inside] : inside;
  }

  #sign(sign: string): string[] {
    if (/[*…]/.test(sign) && !/^(?:$|\s*[|)])/.test(this.#text.slice(this.#at + 1)))
      this.#fail(`“${sign}” stands at the end of an alternative`);
    if (!/[\p{L}\p{M}\p{N} '’´.,/*…-]/u.test(sign)) this.#fail(`“${sign}” is no letter, and has no meaning here`);
    this.#at += 1;
    return this.#mayBeLeftOut() ? ['', sign] : [sign];
  }

  #mayBeLeftOut(): boolean {
    if (this.#text[this.#at] !== '?') return false;
    this.#at += 1;
    return true;
  }

  #fail(message: string): never {
    throw new FolderError(message, { ...this.#place, column: this.#place.column + this.#at });
  }
}
