/** The bytes that have come and are not yet read, in one place, whatever the number of pieces that they come in. */
export class UnreadBytes {
  #buffer: Buffer = Buffer.alloc(0);
  #length = 0;

  /** Takes a piece. @returns all that is not yet read, to be looked at before the next piece comes */
  add(piece: Buffer): Buffer {
    const length = this.#length + piece.length;
    if (length > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(length + (length >> 2));
      this.#buffer.copy(larger, 0, 0, this.#length);
      this.#buffer = larger;
    }
    piece.copy(this.#buffer, this.#length);
    this.#length = length;
    return this.all;
  }

  /** Forgets so many of them, from the first on. */
  drop(count: number): void {
    this.#buffer.copyWithin(0, count, this.#length);
    this.#length -= count;
  }

  get all(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }
}
