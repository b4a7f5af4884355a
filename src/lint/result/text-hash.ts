import { hash as digestOf } from 'node:crypto';
import type { Reply } from '../../model/reply.js';

/** Hexadecimal digits of a hash: enough to tell the replies of a team apart. */
const DIGITS = 16;

const HASHES = new WeakMap<Reply, string>();

/** A hash of a reply’s text, but for blanks. */
export function textHashOf(reply: Reply): string {
  let hash = HASHES.get(reply);
  if (hash === undefined) {
    hash = digestOf('sha256', reply.body.trim().replace(/\s+/g, ' '), 'hex').slice(0, DIGITS);
    HASHES.set(reply, hash);
  }
  return hash;
}
