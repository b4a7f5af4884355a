import { type ConfigError, inOneLine } from '../config/index.js';

/** The configurations of a run that cannot be used. */
export class Unconfigured {
  /** Each error once, however many files it affects. */
  readonly #errors = new Map<string, ConfigError>();

  add(error: ConfigError): void {
    this.#errors.set(JSON.stringify([error.where, error.path, error.place, error.message]), error);
  }

  /**
   * A line for each error.
   * @param shown a path as notices show it
   * @param others true if the files of other configurations were checked
   */
  async *lines(shown: (path: string) => string, others: boolean): AsyncGenerator<string> {
    for (const error of this.#errors.values())
      yield `${await inOneLine(error, shown)}${others ? '; its files were not checked' : ''}`;
  }
}
