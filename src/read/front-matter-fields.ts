import type { Span } from '../model/span.js';
import type { ReadProblem } from './content.js';

/** Reads the values of front matter by key. An unexpected value is reported as a problem at its key. */
export class Fields {
  readonly #values: ReadonlyMap<string, unknown>;
  readonly #place: (key: string) => Span;
  readonly #problems: ReadProblem[];

  constructor(values: ReadonlyMap<string, unknown>, place: (key: string) => Span, problems: ReadProblem[]) {
    this.#values = values;
    this.#place = place;
    this.#problems = problems;
  }

  isFalse(key: string): boolean {
    return this.#values.get(key) === false;
  }

  text(key: string): string | undefined {
    const value = this.#values.get(key);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  }

  /** Returns the items of a list, or of a text whose items are separated by commas or blanks. */
  list(key: string): string[] | undefined {
    const value = this.#values.get(key);
    if (Array.isArray(value)) return value.map(String);
    return typeof value === 'string' ? value.split(/\s*,\s*|\s+/).filter((part) => part !== '') : undefined;
  }

  oneOf<T extends string>(key: string, known: readonly T[]): T | undefined {
    const written = this.text(key);
    return written === undefined ? undefined : this.#known(key, known, written);
  }

  someOf<T extends string>(key: string, known: readonly T[]): T[] | undefined {
    return this.list(key)?.flatMap((written) => this.#known(key, known, written) ?? []);
  }

  #known<T extends string>(key: string, known: readonly T[], written: string): T | undefined {
    const found = known.find((value) => value === written.toLowerCase());
    if (!found)
      this.#problems.push({
        span: this.#place(key),
        message: `Unknown value in the front matter: “${key}: ${written}”; expected one of ${known.join(', ')}`,
        fatal: false,
      });
    return found;
  }
}
