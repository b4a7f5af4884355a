import type { UncoveredReplies } from '../result/file-record.js';

/** Maximum number of files and rules that the notice names. */
const MOST_NAMED = 3;

interface Seen {
  replies: number;
  readonly files: Set<string>;
  readonly rules: Set<string>;
}

/** How many replies in a language were checked without rules that have no phrases for it. */
export interface Uncovered {
  /** The language, or `und` if it was not recognized. */
  readonly language: string;
  readonly replies: number;
  /** Ids of these rules, in alphabetical order. */
  readonly rules: readonly string[];
}

/** Counts the replies in languages for which some rules have no phrases. */
export class Coverage {
  readonly #seen = new Map<string, Seen>();

  /**
   * Adds the replies of a file.
   * @param file the path of the file, as shown in notices
   */
  add(uncovered: Iterable<UncoveredReplies>, file: string): void {
    for (const { language, count, rules } of uncovered) {
      const seen = this.#seen.get(language) ?? { replies: 0, files: new Set(), rules: new Set() };
      seen.replies += count;
      seen.files.add(file);
      for (const rule of rules) seen.rules.add(rule);
      this.#seen.set(language, seen);
    }
  }

  /** The languages for which some rules have no phrases, in alphabetical order. */
  get languages(): readonly Uncovered[] {
    return [...this.#seen]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([language, { replies, rules }]) => ({ language, replies, rules: [...rules].sort() }));
  }

  /** Returns the notice for the run, as one line. Undefined if all languages are covered. */
  notice(): string | undefined {
    if (this.#seen.size === 0) return undefined;
    const languages = [...this.#seen].sort(([a], [b]) => (a < b ? -1 : 1));
    const listed = languages.map(([language, { replies, files, rules }]) => {
      const name = language === 'und' ? 'an unrecognized language' : language;
      const count = `${replies} ${replies === 1 ? 'reply' : 'replies'} in ${name}`;
      return `${count} (${some([...files], 'file')}; rules: ${some([...rules].sort(), 'rule')})`;
    });
    const codes = languages.flatMap(([language]) => (language === 'und' ? [] : [`"${language}"`])).join(', ');
    const settle = codes === '' ? '' : `; to hide this notice, add ${codes} to "languages" in the configuration`;
    return `Not fully checked, because some rules have no phrases in the language: ${listed.join(', ')}${settle}`;
  }
}

/** Lists names in a sentence, such as `a.md, b.md, c.md and 2 other files`. */
function some(names: readonly string[], word: string): string {
  const others = names.length - MOST_NAMED;
  if (others <= 0) return names.join(', ');
  return `${names.slice(0, MOST_NAMED).join(', ')} and ${others} other ${others === 1 ? word : `${word}s`}`;
}
