import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** A list of plain data that is too large to keep as objects: each item stays compressed until it is read. */
export class Packed<T> implements Iterable<T> {
  readonly #pages: Buffer[] = [];

  add(value: T): void {
    this.#pages.push(deflateRawSync(JSON.stringify(value)));
  }

  *[Symbol.iterator](): Generator<T> {
    for (const page of this.#pages) yield unpack(page);
  }

  /** A list with changed items. An item that `change` returns unchanged is not compressed again. */
  map(change: (value: T) => T): Packed<T> {
    const changed = new Packed<T>();
    for (const page of this.#pages) {
      const before = unpack<T>(page);
      const after = change(before);
      if (after === before) changed.#pages.push(page);
      else changed.add(after);
    }
    return changed;
  }
}

function unpack<T>(page: Buffer): T {
  return JSON.parse(inflateRawSync(page).toString('utf8')) as T;
}
