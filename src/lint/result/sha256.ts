import { hash } from 'node:crypto';

/** Number of characters up to which this implementation is faster than loading Node’s own module. */
const FEW = 2_000;

let done = 0;

/** Returns the SHA-256 of a text in UTF-8 (FIPS 180-4), as hexadecimal digits. */
export function sha256(text: string): string {
  done += text.length;
  return done > FEW ? hash('sha256', text) : ownSha256(text);
}

/** Computes the same hash without Node’s module. */
export function ownSha256(text: string): string {
  const { starts, constants } = tables();
  const words = paddedWords(Buffer.from(text));
  const state = Int32Array.from(starts);
  const schedule = new Int32Array(64);
  for (let at = 0; at < words.length; at += 16) addBlock(state, words.subarray(at, at + 16), schedule, constants);
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

let TABLES: { readonly starts: Int32Array; readonly constants: Int32Array } | undefined;

/** Computes the first 32 bits after the binary point of the square roots and cube roots of the first prime numbers. */
function tables() {
  if (TABLES) return TABLES;
  const primes: number[] = [];
  for (let n = 2; primes.length < 64; n += 1) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  const bits = (root: number) => ((root - Math.floor(root)) * 2 ** 32) | 0;
  const starts = Int32Array.from(primes.slice(0, 8), (prime) => bits(Math.sqrt(prime)));
  TABLES = { starts, constants: Int32Array.from(primes, (prime) => bits(Math.cbrt(prime))) };
  return TABLES;
}

/** Pads the bytes: a 1 bit, zeros, and the length in bits. */
function paddedWords(bytes: Buffer): Int32Array {
  const words = new Int32Array(((bytes.length + 8) >> 6) * 16 + 16);
  for (let at = 0; at <= bytes.length; at += 1)
    words[at >> 2] = (words[at >> 2] ?? 0) | ((bytes[at] ?? 0x80) << (24 - (at & 3) * 8));
  words[words.length - 2] = bytes.length / 2 ** 29;
  words[words.length - 1] = bytes.length << 3;
  return words;
}

function addBlock(state: Int32Array, block: Int32Array, w: Int32Array, k: Int32Array): void {
  w.set(block);
  for (let t = 16; t < 64; t += 1) {
    const x = w[t - 15] as number;
    const y = w[t - 2] as number;
    const low = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3);
    const high = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10);
    w[t] = (w[t - 16] as number) + low + (w[t - 7] as number) + high;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let t = 0; t < 64; t += 1) {
    const chosen = (e & f) ^ (~e & g);
    const first =
      (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + chosen + (k[t] as number) + (w[t] as number)) | 0;
    const second = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) state[at] = (state[at] as number) + word;
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}
