import type { SourceFile } from '../model/source-file.js';
import type { Found, FoundReply, ReadProblem } from './content.js';

/** In UTF-16 units: the texts of a file are at most as long as the file, except for text repeated by YAML aliases. */
const FREE = 2_000_000;
/** How often, on average, a text may be repeated beyond that. */
const MOST_TIMES = 10;

/** The replies of a file, and its problems. */
export class Gathered {
  readonly replies: FoundReply[] = [];
  readonly problems: ReadProblem[] = [];
  readonly #file: SourceFile;
  readonly #seen = new Set<string>();
  #length = 0;

  constructor(file: SourceFile) {
    this.#file = file;
  }

  /** @returns false if the file has too much text to continue */
  add(item: Found): boolean {
    if ('problem' in item) {
      this.problems.push(item.problem);
      return true;
    }
    const { reply } = item;
    const { start, end } = reply.map.spanOf({ start: 0, end: reply.body.length });
    // An alias for a whole entry repeats the same reply.
    const place = `${reply.passage?.from.offset ?? 0} ${reply.start} ${start} ${end} ${reply.title ?? ''}`;
    if (this.#seen.has(place)) return true;
    this.#seen.add(place);
    this.replies.push(reply);
    this.#length += reply.body.length;
    if (this.#length <= FREE + this.#file.text.length * MOST_TIMES) return true;
    const message = `The rest of the file was not checked: its aliases expand it to more than ${MOST_TIMES} times its size`;
    this.problems.push({ span: { start: reply.start, end: reply.start }, message, fatal: true });
    return false;
  }
}
