import { bitsOf, foldTelltale, telltales } from '../../language/telltale/index.js';

/** Whose things a text speaks of: a customer writes of “my order”, we write of “your order”. */
const MINE = bitsOf('mine');
const YOURS = bitsOf('yours');
const LOOKED_AT = 2_000;

/** True where it is a customer who speaks. */
export function isCustomersOwn(text: string): boolean {
  const start = foldTelltale(text.slice(0, LOOKED_AT));
  return count(start, MINE) > count(start, YOURS);
}

function count(folded: string, list: number): number {
  return [...telltales().all(folded, list)].length;
}
