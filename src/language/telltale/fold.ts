const APOSTROPHES = /[’‘ʼ´]/g;

/**
 * A text in the form that telltales are matched against: in lowercase, with one kind of apostrophe. Its length is
 * unchanged.
 */
export function foldTelltale(text: string): string {
  const lower = text.toLowerCase();
  return (lower.length === text.length ? lower : lowerByUnit(text)).replace(APOSTROPHES, "'");
}

/** A name from a path without what joins its words, which carries no meaning. */
export function withoutJoins(name: string): string {
  return name.replace(/[-_ ]/g, '');
}

/** A few capitals are longer in lowercase; they stay. */
function lowerByUnit(text: string): string {
  return Array.from(text, (letter) => {
    const lower = letter.toLowerCase();
    return lower.length === letter.length ? lower : letter;
  }).join('');
}
