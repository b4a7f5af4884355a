/**
 * The first index at or after a boundary, found by binary search.
 * @param length the number of indexes, from 0
 * @param isBefore true for every index before the boundary, false from there on
 * @returns an index from 0 to `length`; `length` if all are before the boundary
 */
export function partitionPoint(length: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
