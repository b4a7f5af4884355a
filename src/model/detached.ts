import { Buffer } from 'node:buffer';

/**
 * Length in UTF-16 units from which V8 would store a decoded UTF-16 text with two bytes per character, even if all of
 * its characters fit in one.
 */
const LONG = 1_000_000;

/**
 * Returns a copy of a text that was cut from a longer one. The longer text would otherwise stay in memory. Lone
 * surrogates are kept, except in very long texts, where memory matters more.
 */
export function detached(text: string): string {
  const encoding = text.length < LONG ? 'utf16le' : 'utf8';
  return Buffer.from(text, encoding).toString(encoding);
}
