import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFrontMatter } from '../src/read/front-matter.js';
import { PROPERTY, runs } from './properties.js';

describe('front matter without a YAML parser', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('a', ' ', '#', ':', '-', '[', ',', '\t', 'é', '\u2028', '\ufeff', '%', '1') }),
  );
  const quoted = fc.tuple(fc.constantFrom('"', "'"), text).map(([mark, inside]) => `${mark}${inside}${mark}`);
  const word = fc.oneof(
    fc.constantFrom('true', 'False', 'NULL', 'null-x', 'no', 'Infinity', 'e3', 'x--'),
    fc.stringMatching(/^[A-Za-z][\w-]{0,6}$/),
  );
  const list = fc
    .tuple(fc.array(word, { minLength: 1, maxLength: 4 }), fc.constantFrom(', ', ',', ' , '))
    .map(([words, between]) => `[${words.join(between)}]`);
  const line = fc
    .tuple(fc.constantFrom('title', 'tags', 'topics', 'form', 'replylint'), fc.oneof(quoted, list))
    .map(([key, value]) => `${key}: ${value}`)
    .filter((written) => !/[\r\n]/.test(written));

  test('says the same as with it', PROPERTY, () =>
    fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 3 }), async (lines) => {
        const read = async (source: string) => {
          const { settings, ...front } = await readFrontMatter(`---\n${source}\n---\n`).then((found) => ({
            ...found,
            settings: found?.declared.settings?.value,
            end: undefined,
          }));
          return JSON.stringify([front, settings]);
        };
        // A comment is for the parser.
        expect(await read(lines.join('\n'))).toBe(await read(`${lines.join('\n')}\n# remark`));
      }),
      runs(300),
    ),
  );
});
