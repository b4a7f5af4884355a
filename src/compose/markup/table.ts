import type { Piece } from './pieces.js';

/** Matches the line below the header of a Markdown table. */
const RULER =
  /^[ \t>]{0,20}\|?[ \t]{0,20}:?-{1,200}:?[ \t]{0,20}(?:\|[ \t]{0,20}:?-{1,200}:?[ \t]{0,20}){0,50}\|?[ \t]{0,20}$/;

/**
 * Splits a paragraph that is a Markdown table into its cells, which are separate blocks, as in HTML. A paragraph that
 * is not a table is returned unchanged.
 * @param source the paragraph as written
 */
export function cellsOf(source: string, pieces: Piece[]): Piece[][] {
  const [head = '', ruler = ''] = source.split('\n', 2);
  if (!head.includes('|') || !ruler.includes('-') || !RULER.test(ruler.replace(/\r$/, ''))) return [pieces];
  const cells: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.code || piece.text.length !== piece.to - piece.from) {
      cells.at(-1)?.push(piece);
      continue;
    }
    let from = 0;
    for (const { 0: mark, index } of piece.text.matchAll(/[|\n]/g)) {
      add(cells, piece, from, index);
      cells.push([]);
      from = index + mark.length;
    }
    add(cells, piece, from, piece.text.length);
  }
  return cells.filter((cell) => !cell.every(({ text }) => /^[\s:-]*$/.test(text)));
}

function add(cells: Piece[][], piece: Piece, from: number, to: number): void {
  if (to > from)
    cells.at(-1)?.push({ ...piece, text: piece.text.slice(from, to), from: piece.from + from, to: piece.from + to });
}
