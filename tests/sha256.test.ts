import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { test } from 'vitest';
import { ownSha256 } from '../src/lint/result/sha256.js';
import { PROPERTY } from './properties.js';

test('short hashes are the ones that Node makes', PROPERTY, () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      return ownSha256(text) === createHash('sha256').update(text).digest('hex');
    }),
  );
});
