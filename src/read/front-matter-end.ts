/** Matches the line that closes front matter. */
const CLOSE = /\r?\n---[ \t]*(?:\r?\n|$)/g;

/** Returns the offset after a `---` block at the top of the text, or 0 if there is none. */
export function afterFrontMatter(text: string): number {
  if (!text.startsWith('---') || !/^---[ \t]*\r?\n/.test(text)) return 0;
  CLOSE.lastIndex = 3;
  return CLOSE.test(text) ? CLOSE.lastIndex : 0;
}
