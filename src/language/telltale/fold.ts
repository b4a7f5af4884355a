const APOSTROPHES = /[’‘ʼ´]/g;

/**
 * Converts a text to the form that telltales are matched against: in lowercase, with one kind of apostrophe. Its length
 * does not change.
 */
export function foldTelltale(text: string): string {
  const lower = text.toLowerCase();
  const folded = lower.length === text.length ? lower : lowerByUnit(text);
  return hasApostrophe(folded) ? folded.replace(APOSTROPHES, "'") : folded;
}

/** This is much faster than the pattern for the many texts without such an apostrophe. */
function hasApostrophe(text: string): boolean {
  return text.includes('’') || text.includes('‘') || text.includes('´') || text.includes('ʼ');
}

/** Removes the characters that join the words of a name in a path, because they carry no meaning. */
export function withoutJoins(name: string): string {
  return name.replace(/[-_ ]/g, '');
}

/** Converts a text to lowercase, except for the few capitals that would become longer. */
function lowerByUnit(text: string): string {
  return Array.from(text, (letter) => {
    const lower = letter.toLowerCase();
    return lower.length === letter.length ? lower : letter;
  }).join('');
}
