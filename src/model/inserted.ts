/** Matches folders of texts that a help desk inserts into replies, by language: `dc/en/opening-hours.md`. */
const INSERTED = /(?:^|\/)(?:dc|dynamic[-_]?content)\/[a-z]{2,3}(?:[-_][a-z]{2,4})?\/([^/]+)\.\w{1,9}$/i;

/**
 * Returns the name of a text that a help desk inserts into replies, such as `opening-hours`, judging by its path. Such a
 * text may be a single sentence. Undefined for other files.
 */
export function insertedName(path: string): string | undefined {
  return INSERTED.exec(path)?.[1]?.toLowerCase();
}
