import { bitsOf, foldTelltale, telltales } from '../../language/telltale/index.js';

/**
 * The telltales that show whose property a text mentions. A customer writes “my order”, and the company writes “your
 * order”.
 */
const MINE = bitsOf('mine');
const YOURS = bitsOf('yours');
const LOOKED_AT = 2_000;

/** Returns true if the writer of a text is a customer. */
export function isCustomersOwn(text: string): boolean {
  const start = foldTelltale(text.slice(0, LOOKED_AT));
  return count(start, MINE) > count(start, YOURS);
}

function count(folded: string, list: number): number {
  return [...telltales().all(folded, list)].length;
}
