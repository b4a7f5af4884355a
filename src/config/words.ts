/** Maximum length of a text from a configuration in a message. Longer texts are shortened. */
const LONGEST = 60;

/** Shortens a text for use in a message. */
export function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** Puts a name in quotation marks for use in a message. */
export function quoted(name: string): string {
  return `"${shortened(name)}"`;
}

/** Returns the keys that lead to a value, for messages. List items are counted from 1: `overrides › item 2 › files`. */
export function keysInWords(path: readonly (string | number)[]): string {
  return path.map((key) => (typeof key === 'number' ? `item ${key + 1}` : shortened(key))).join(' › ');
}

/**
 * Formats a value from a configuration for use in a message. Lists and objects are shown by type because they can be of
 * any size.
 */
export function shown(value: unknown): string {
  if (typeof value === 'string') return shortened(JSON.stringify(value));
  if (typeof value !== 'object' && typeof value !== 'function') return shortened(String(value));
  const isEmpty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  return isEmpty ? JSON.stringify(value) : kindOf(value);
}

/** Describes the type of a value without showing its contents. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'a text';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
