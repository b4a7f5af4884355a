import { type ConfigError, inOneLine } from '../config/index.js';

/** Collects the invalid configurations of a run. */
export class Unconfigured {
  /** The errors, each stored once no matter how many files it affects. */
  readonly #errors = new Map<string, ConfigError>();

  add(error: ConfigError): void {
    this.#errors.set(JSON.stringify([error.where, error.path, error.place, error.message]), error);
  }

  /**
   * Yields a line for each error.
   * @param shown formats a path for notices
   * @param others true if files with other configurations were checked
   */
  async *lines(shown: (path: string) => string, others: boolean): AsyncGenerator<string> {
    for (const error of this.#errors.values())
      yield `${await inOneLine(error, shown)}${others ? '; its files were not checked' : ''}`;
  }
}
