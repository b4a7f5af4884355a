/** Longer texts from a configuration are shortened in messages. */
const LONGEST = 60;

/** A text of any length, as messages show it. */
export function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** A name in quotation marks, as messages show it. */
export function quoted(name: string): string {
  return `"${shortened(name)}"`;
}

/** The keys that lead to a value, as messages show them. Items of lists count from 1: `overrides › item 2 › files`. */
export function keysInWords(path: readonly (string | number)[]): string {
  return path.map((key) => (typeof key === 'number' ? `item ${key + 1}` : shortened(key))).join(' › ');
}

/** A value from a configuration, as messages show it: lists and objects by type, because they can be of any size. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return shortened(JSON.stringify(value));
  if (typeof value !== 'object' && typeof value !== 'function') return shortened(String(value));
  const isEmpty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  return isEmpty ? JSON.stringify(value) : kindOf(value);
}

/** The type of a value, without its contents. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'a text';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
