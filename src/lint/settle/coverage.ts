/** Counts the replies whose language some rules have no phrases for. */
export class Coverage {
  readonly #replies = new Map<string, number>();

  /** Adds the replies of a file. */
  add(uncovered: Iterable<readonly [language: string, replies: number]>): void {
    for (const [language, count] of uncovered) this.#replies.set(language, (this.#replies.get(language) ?? 0) + count);
  }

  /** The notice for the run, one line. Undefined if all languages are covered. */
  notice(): string | undefined {
    if (this.#replies.size === 0) return undefined;
    const listed = [...this.#replies].sort().map(([language, count]) => {
      const name = language === 'und' ? 'a language not recognised' : language;
      return `${count} ${count === 1 ? 'reply' : 'replies'} in ${name}`;
    });
    return `Not checked by rules that have no phrases in their language: ${listed.join(', ')}`;
  }
}
