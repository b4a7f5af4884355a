import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { LEVEL } from './page.js';
import { Spool, type Stored } from './spool.js';

/** A list of plain data that is too large to keep as objects. Each item stays compressed until it is read. */
export class Packed<T> implements Iterable<T> {
  readonly #pages: Stored[] = [];
  readonly #spool: Spool;

  /** @param spool stores the items. Default: a spool in memory */
  constructor(spool = new Spool()) {
    this.#spool = spool;
  }

  add(value: T): void {
    this.#pages.push(this.#spool.store(deflateRawSync(JSON.stringify(value), LEVEL)));
  }

  *[Symbol.iterator](): Generator<T> {
    for (const page of this.#pages) yield this.#unpack(page);
  }

  /** Returns a list with changed items. An item that `change` returns unchanged is not compressed again. */
  map(change: (value: T) => T): Packed<T> {
    const changed = this.empty();
    for (const page of this.#pages) {
      const before = this.#unpack(page);
      const after = change(before);
      if (after === before) changed.#pages.push(page);
      else changed.add(after);
    }
    return changed;
  }

  /** Returns an empty list that uses the same spool. */
  empty(): Packed<T> {
    return new Packed(this.#spool);
  }

  #unpack(page: Stored): T {
    return JSON.parse(inflateRawSync(this.#spool.read(page)).toString('utf8')) as T;
  }
}
