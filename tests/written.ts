import { expect } from 'vitest';
import type { OffsetMap } from '../src/model/offset-map.js';

/**
 * A text in a file, with the position of each character. The positions are recorded by the test's encoder, not by
 * replylint.
 */
export class Written {
  file = '';
  text = '';
  /** For each UTF-16 unit of the text, where the encoded form of its character begins and ends. */
  readonly starts: number[] = [];
  readonly ends: number[] = [];

  /** Adds text that belongs to the file format. */
  around(written: string): this {
    this.file += written;
    return this;
  }

  character(character: string, written: string): this {
    for (let unit = 0; unit < character.length; unit += 1) {
      this.starts.push(this.file.length);
      this.ends.push(this.file.length + written.length);
    }
    this.text += character;
    this.file += written;
    return this;
  }
}

/** Checks that replylint's span of every word is where the encoder wrote the word. */
export function expectWords(written: Written, { body, map }: { body: string; map: OffsetMap }): void {
  expect(body).toBe(written.text);
  for (const word of body.matchAll(/\S+/g)) {
    const last = word.index + word[0].length - 1;
    expect({ word: word[0], ...map.spanOf({ start: word.index, end: last + 1 }) }).toEqual({
      word: word[0],
      start: written.starts[word.index],
      end: written.ends[last],
    });
  }
}
