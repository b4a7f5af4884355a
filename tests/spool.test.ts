import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { nodeFileSystem } from '../src/lint/index.js';
import { Packed } from '../src/lint/result/packed.js';
import { Spool } from '../src/lint/result/spool.js';

const PIECES = Array.from({ length: 50 }, (_, nth) => Buffer.from(`${nth} ${'é'.repeat(nth * 7)}`));

const leftOver = () => readdirSync(tmpdir()).filter((name) => /^replylint-.*\.tmp$/.test(name));

test('what is stored is read again, in memory or not, and no file is left behind', () => {
  const before = leftOver();
  for (const most of [0, 1000, Number.POSITIVE_INFINITY]) {
    const spool = new Spool(nodeFileSystem, most);
    const stored = PIECES.map((piece) => spool.store(piece));
    expect(stored.map((one) => spool.read(one))).toEqual(PIECES);
    const inMemory = stored.filter((one) => Buffer.isBuffer(one)).length;
    expect([inMemory === 0, inMemory === PIECES.length]).toEqual([most === 0, most === Number.POSITIVE_INFINITY]);
  }
  expect(leftOver()).toEqual(before);
});

test.each([
  ['no place for a file', () => undefined],
  [
    'a folder that cannot be written',
    () => {
      throw Object.assign(new Error('denied'), { code: 'EACCES' });
    },
  ],
])('with %s, everything stays in memory', (_, openTemporary) => {
  const spool = new Spool({ openTemporary }, 0);
  expect(PIECES.map((piece) => spool.read(spool.store(piece)))).toEqual(PIECES);
});

test('a disk that fills up loses nothing', () => {
  let writes = 0;
  const openTemporary = () => {
    const file = nodeFileSystem.openTemporary?.();
    if (!file) throw new Error('no file');
    const write = (bytes: Uint8Array, position: number) => {
      writes += 1;
      if (writes > 20) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      file.write(bytes, position);
    };
    return { ...file, write };
  };
  const spool = new Spool({ openTemporary }, 0);
  const stored = PIECES.map((piece) => spool.store(piece));
  expect(writes).toBe(21);
  expect(stored.map((one) => spool.read(one))).toEqual(PIECES);
});

test('a packed list keeps unchanged items where they are', () => {
  const list = new Packed<number[]>(new Spool(nodeFileSystem, 0));
  for (let nth = 0; nth < 9; nth += 1) list.add([nth]);
  expect([...list.map((item) => (item[0] === 4 ? [40] : item))]).toEqual([
    [0],
    [1],
    [2],
    [3],
    [40],
    [5],
    [6],
    [7],
    [8],
  ]);
});
