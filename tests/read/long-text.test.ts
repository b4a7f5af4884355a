import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeFileSystem } from '../../src/lint/node-file-system.js';
import type { SourceFile } from '../../src/model/source-file.js';
import { decode, NotText } from '../../src/read/index.js';
import { LongText } from '../../src/read/long.js';
import { Tally } from '../../src/read/tally.js';
import { folderWith } from '../command-line.js';
import { PROPERTY, runs } from '../properties.js';

const piece = fc.oneof(
  fc.constantFrom('\n', '\r\n', '\r', 'ä', '€', '🙂', ' ', '{"id":1}', 'abc'.repeat(20)),
  fc.string({ unit: 'binary', maxLength: 5 }).map((text) => text.replaceAll('\0', '')),
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

const WRITTEN: Record<string, (text: string) => Buffer> = {
  'utf-8': (value) => Buffer.from(value),
  'utf-8 with its mark': (value) => Buffer.from(`\ufeff${value}`),
  'utf-16le': (value) => Buffer.from(`\ufeff${value}`, 'utf16le'),
  'utf-16be': (value) => Buffer.from(`\ufeff${value}`, 'utf16le').swap16(),
};

/** Returns what is read from a file in passages of this many bytes, or the problems. */
function inPassages(path: string, bytes: Buffer, passage: number): readonly SourceFile[] | string {
  writeFileSync(path, bytes);
  return orMessage(() => [
    ...(LongText.open({ fs: nodeFileSystem, path: 'a.ndjson', absolute: path }, -1, passage)?.passages() ?? []),
  ]);
}

function orMessage<T>(read: () => T): T | string {
  try {
    return read();
  } catch (error) {
    if (error instanceof NotText) return error.message;
    throw error;
  }
}

test.each(Object.keys(WRITTEN))('%s: passages hold the whole text, with its places', PROPERTY, (name) => {
  const path = join(folderWith({}), 'a.ndjson');
  fc.assert(
    fc.property(text, fc.integer({ min: 64, max: 300 }), (value, passage) => {
      const bytes = WRITTEN[name]?.(value) as Buffer;
      const whole = orMessage(() => decode('a.ndjson', bytes));
      const passages = inPassages(path, bytes, passage);
      if (typeof whole === 'string' || typeof passages === 'string') {
        expect(passages).toBe(whole);
        return;
      }
      expect(passages.map((one) => one.text).join('')).toBe(whole.text);
      for (const one of passages) {
        expect(one).toMatchObject({ bom: whole.bom, encoding: whole.encoding });
        for (let at = 0; at < one.text.length; at += 7)
          expect(one.placeOf(one.from.offset + at)).toEqual(whole.placeOf(one.from.offset + at));
        expect(one.slice({ start: one.from.offset, end: one.from.offset + 9 })).toBe(one.text.slice(0, 9));
      }
    }),
    runs(40),
  );
});

test.each(Object.keys(WRITTEN))('%s: wrong bytes are told as they are told of the whole', PROPERTY, (name) => {
  const path = join(folderWith({}), 'a.ndjson');
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(255), fc.integer({ min: 64, max: 200 }), (value, at, byte, passage) => {
      const bytes = WRITTEN[name]?.(`${value}\n${value}`) as Buffer;
      bytes[at % bytes.length] = byte;
      const whole = orMessage(() => decode('a.ndjson', bytes));
      const passages = inPassages(path, bytes, passage);
      if (typeof whole === 'string') expect(passages).toBe(whole);
      else expect(typeof passages).not.toBe('string');
    }),
    runs(60),
  );
});

test('a tally counts as a map does', () => {
  const tally = new Tally();
  const counts = new Map<string, number>();
  const [counted, expected]: [number[], number[]] = [[], []];
  for (let index = 0; index < 20_000; index += 1) {
    const id = `9${(index * 7919) % 13_007}`;
    counts.set(id, (counts.get(id) ?? 0) + 1);
    counted.push(tally.add(id));
    expected.push(counts.get(id) ?? 0);
  }
  expect(counted).toEqual(expected);
});
