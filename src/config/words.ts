/** Longer texts of a configuration are cut in messages. */
const LONGEST = 60;

/** A text that may be of any length, as a message shows it. */
export function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** A name in quotation marks, as a message shows it. */
export function quoted(name: string): string {
  return `"${shortened(name)}"`;
}

/** A value of a configuration, as a message shows it: lists and objects by their kind, as they can be of any size. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return shortened(JSON.stringify(value));
  if (typeof value !== 'object' && typeof value !== 'function') return shortened(String(value));
  const isEmpty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  return isEmpty ? JSON.stringify(value) : kindOf(value);
}

/** What a value is, without what it says. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'a text';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
