import type { Reply } from '../../model/reply.js';
import { sha256 } from './sha256.js';

/** Number of hexadecimal digits of a hash, which is enough to distinguish the replies of a team. */
const DIGITS = 16;

const HASHES = new WeakMap<Reply, string>();

/** Returns a hash of a reply’s text, ignoring blanks. */
export function textHashOf(reply: Reply): string {
  let hash = HASHES.get(reply);
  if (hash === undefined) {
    hash = sha256(reply.body.trim().replace(/\s{2,}|[^\S ]/g, ' ')).slice(0, DIGITS);
    HASHES.set(reply, hash);
  }
  return hash;
}
