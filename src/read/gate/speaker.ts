import { bitsOf, foldTelltale, telltales } from '../../language/telltale/index.js';

/** Whose things a text mentions: a customer writes “my order”, the company writes “your order”. */
const MINE = bitsOf('mine');
const YOURS = bitsOf('yours');
const LOOKED_AT = 2_000;

/** True if a customer is speaking. */
export function isCustomersOwn(text: string): boolean {
  const start = foldTelltale(text.slice(0, LOOKED_AT));
  return count(start, MINE) > count(start, YOURS);
}

function count(folded: string, list: number): number {
  return [...telltales().all(folded, list)].length;
}
