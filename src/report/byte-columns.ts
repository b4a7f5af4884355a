/** Number of UTF-16 units between two positions whose byte offsets are cached. */
const STEP = 1024;

/**
 * Converts columns of one line to UTF-8 byte columns. The line is counted only once, so many findings on a long line
 * cost little.
 */
export class ByteColumns {
  readonly #line: string;
  /** The number of bytes before every `STEP`th unit. */
  readonly #before: number[] = [];

  constructor(line: string) {
    this.#line = line;
    let bytes = 0;
    for (let at = 0; at < line.length; at += 1) {
      if (at % STEP === 0) this.#before.push(bytes);
      bytes += bytesOf(line, at);
    }
  }

  /** Converts a 1-based column in UTF-16 units to bytes. */
  at(column: number): number {
    const end = Math.min(column - 1, this.#line.length);
    const step = Math.min(Math.floor(end / STEP), Math.max(0, this.#before.length - 1));
    let bytes = this.#before[step] ?? 0;
    for (let at = step * STEP; at < end; at += 1) bytes += bytesOf(this.#line, at);
    return bytes + 1;
  }
}

/** Returns the number of bytes that a UTF-16 unit adds. A surrogate pair is counted at its second half. */
function bytesOf(line: string, at: number): number {
  const unit = line.charCodeAt(at);
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  if (isHigh(unit)) return isLow(line.charCodeAt(at + 1)) ? 0 : 3;
  return isLow(unit) && isHigh(line.charCodeAt(at - 1)) ? 4 : 3;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
