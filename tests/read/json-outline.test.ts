import fc from 'fast-check';
import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import { expect, test } from 'vitest';
import { childrenOf, outlineOf } from '../../src/read/container/json-outline.js';
import { PROPERTY, runs } from '../properties.js';

const OPTIONS = { allowTrailingComma: false, disallowComments: true };

interface Shape {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly value?: unknown;
  readonly children: readonly Shape[];
}

function shapeOf(node: Node, text: string): Shape {
  const { type, offset, length, value } = node;
  const children = childrenOf(node, text).map((child) => shapeOf(child, text));
  return { type, offset, length, ...(value !== undefined && { value }), children };
}

test('what is parsed when it is asked for is what parsing it at once gives', PROPERTY, () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), fc.nat(4), (json, indent) => {
      const text = JSON.stringify(JSON.parse(json), null, indent);
      const { root, errors } = outlineOf(text, OPTIONS);
      const whole = parseTree(text, [], OPTIONS);
      expect(errors).toEqual([]);
      expect(root && shapeOf(root, text)).toEqual(whole && shapeOf(whole, text));
    }),
    runs(100),
  );
});

test('what is wrong with a text is the same', PROPERTY, () => {
  fc.assert(
    fc.property(
      fc.json({ maxDepth: 4 }),
      fc.nat(),
      fc.constantFrom('', ',', '}', ']', '{', '"', ':', '//'),
      (json, at, put) => {
        const place = at % (json.length + 1);
        const text = `${json.slice(0, place)}${put}${json.slice(place + 1)}`;
        const errors: ParseError[] = [];
        parseTree(text, errors, OPTIONS);
        expect(outlineOf(text, OPTIONS).errors).toEqual(errors);
      },
    ),
    runs(100),
  );
});
