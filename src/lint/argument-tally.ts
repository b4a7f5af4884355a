/** Counts the replies that each argument of a run led to. */
export class ArgumentTally {
  readonly #counts: Map<string, { replies: number; named: boolean }>;
  readonly #dropped = new Set<string>();

  constructor(args: readonly string[]) {
    this.#counts = new Map(args.map((argument) => [argument, { replies: 0, named: false }]));
  }

  /**
   * Adds the replies of a file.
   * @param replies the number of replies; undefined if the file does not count
   */
  add({ argument, named }: { readonly argument: string; readonly named: boolean }, replies: number | undefined): void {
    if (replies === undefined) return;
    const before = this.#counts.get(argument)?.replies ?? 0;
    this.#counts.set(argument, { replies: before + replies, named });
  }

  /** The number of replies that all arguments together led to. */
  get replies(): number {
    let sum = 0;
    for (const { replies } of this.#counts.values()) sum += replies;
    return sum;
  }

  /** True if an argument is the path of a file. */
  get hasNamed(): boolean {
    return [...this.#counts.values()].some(({ named }) => named);
  }

  /** Removes an argument because something else is reported about it. */
  drop(argument: string): void {
    this.#dropped.add(argument);
  }

  /** Yields the arguments that led to no replies. `named` is true for the path of a file. */
  *withoutReplies(): Generator<{ readonly argument: string; readonly named: boolean }> {
    for (const [argument, { replies, named }] of this.#counts)
      if (replies === 0 && !this.#dropped.has(argument)) yield { argument, named };
  }
}
