const APOSTROPHES = /[’‘ʼ´]/g;

/** A text as telltales are looked for in it: in lower case, with one kind of apostrophe. As long as it was. */
export function foldTelltale(text: string): string {
  const lower = text.toLowerCase();
  return (lower.length === text.length ? lower : lowerByUnit(text)).replace(APOSTROPHES, "'");
}

/** A few capitals are longer in lower case; they stay. */
function lowerByUnit(text: string): string {
  return Array.from(text, (letter) => {
    const lower = letter.toLowerCase();
    return lower.length === letter.length ? lower : letter;
  }).join('');
}
