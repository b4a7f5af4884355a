/** Returns the only pair in which two lists of equal length differ, with its index. */
export function onlyDifference(
  some: readonly string[],
  others: readonly string[],
): { readonly at: number; readonly one: string; readonly other: string } | undefined {
  if (some.length !== others.length) return undefined;
  const changed = some.flatMap((one, at) => (one === others[at] ? [] : [{ at, one, other: others[at] ?? '' }]));
  return changed.length === 1 ? changed[0] : undefined;
}
