/** Buffers bytes that have arrived but have not been read yet, no matter how many pieces they arrive in. */
export class UnreadBytes {
  #buffer: Buffer = Buffer.alloc(0);
  #length = 0;

  /**
   * Adds a piece.
   * @returns all unread bytes, which must be processed before the next piece arrives
   */
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

  /** Removes a number of bytes from the start. */
  drop(count: number): void {
    this.#buffer.copyWithin(0, count, this.#length);
    this.#length -= count;
  }

  get all(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }
}
