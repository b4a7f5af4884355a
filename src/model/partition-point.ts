/**
 * Finds the first index at or after a boundary with a binary search.
 * @param length the number of indexes, starting at 0
 * @param isBefore returns true for every index before the boundary and false for all others
 * @returns an index from 0 to `length`; `length` if all indexes are before the boundary
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
