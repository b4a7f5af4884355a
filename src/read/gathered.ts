import type { SourceFile } from '../model/source-file.js';
import type { Found, FoundReply, ReadProblem } from './content.js';

/**
 * Number of UTF-16 units that the texts of a file may always have. Without YAML aliases, the texts are never longer
 * than the file itself.
 */
const FREE = 2_000_000;
/** Maximum ratio of the texts to the size of the file. `FREE` is allowed in addition. */
const MOST_TIMES = 10;

/** Collects the replies and problems of a file. */
export class Gathered {
  readonly replies: FoundReply[] = [];
  readonly problems: ReadProblem[] = [];
  readonly #file: SourceFile;
  readonly #seen = new Set<string>();
  #length = 0;

  constructor(file: SourceFile) {
    this.#file = file;
  }

  /**
   * Adds a reply or problem.
   * @returns false if the file has too much text to continue
   */
  add(item: Found): boolean {
    if ('problem' in item) {
      this.problems.push(item.problem);
      return true;
    }
    const { reply } = item;
    const { start, end } = reply.map.spanOf({ start: 0, end: reply.body.length });
    // An alias for a whole entry would repeat the same reply.
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
