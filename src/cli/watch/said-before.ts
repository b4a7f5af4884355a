import type { Output } from '../world.js';

/** Prints the lines of a run, except those that the previous run already printed. */
export class SaidBefore {
  readonly #output: Output;
  #said = new Set<string>();

  constructor(output: Output) {
    this.#output = output;
  }

  /** Returns the output stream for the next run. */
  output(isTTY: boolean): Output {
    const before = this.#said;
    const now = new Set<string>();
    this.#said = now;
    return {
      isTTY,
      columns: this.#output.columns,
      write: (text) => {
        if (typeof text !== 'string') return this.#output.write(text);
        now.add(text);
        if (!before.has(text)) this.#output.write(text);
      },
    };
  }
}
