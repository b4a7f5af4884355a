import { wordsIn } from '../gate/cues.js';
import { type ColumnKind, nameOfColumn } from './column-name.js';
import { type Column, writtenIn } from './columns.js';
import { type Reading, readingOf } from './reading.js';

/** One text of each row, for a language and channel. */
export interface Variant {
  /** The columns that can contain the text of a row. The first one that has a text is used. */
  readonly columns: readonly Column[];
  readonly locale: string | undefined;
  readonly channel: string | undefined;
}

/** The columns of a table that contain the replies and their titles. */
export interface Choice {
  readonly variants: readonly Variant[];
  /** What the names of the columns say about the replies. */
  readonly kind: ColumnKind;
  /** The columns that can contain the title of a row. The first one that has a text is used. */
  readonly titles: readonly Column[];
  /** True if another column contains the customer's question. */
  readonly isAsked: boolean;
}

/** How much the name of a column counts compared with the evidence in its texts. */
const BY_NAME: Readonly<Record<ColumnKind, number>> = { ours: 4, text: 2, other: 0, theirs: 0, aside: 0, fact: 0 };
/** Minimum share of texts with cues in a column whose name says nothing. */
const LEAST_LIKE = 0.5;
/** Minimum share of a column's texts that are long enough to be sentences. */
const LEAST_WORDY = 0.5;
const WORDS_OF_A_SENTENCE = 4;
/** Matches a cell that contains JSON. */
const HOLDS_DATA = /^\s*(?:\[\s*[[{"]|\{\s*")/;

/** Number of texts to examine in a column. */
const DECIDING = 60;

interface Rated {
  readonly column: Column;
  readonly reading: Reading;
  readonly score: number;
}

/**
 * Decides which columns contain the replies. All columns are compared, and the one that reads most like messages to
 * customers wins.
 * @param known true if the rows are known to be messages, so that one of the columns must contain them
 */
export function choiceOf(columns: readonly Column[], known = false): Choice | undefined {
  if (isMapOfTexts(columns)) return undefined;
  const rated = columns
    .filter((column) => mayHoldReplies(column, columns))
    .map(ratedOf)
    .filter((one) => known || isLikely(one));
  const [best] = rated.toSorted((a, b) => b.score - a.score);
  if (!best) return undefined;
  const chosen = rated.filter((other) => other === best || isVariant(other, best) || isTwin(other, best));
  return {
    variants: variantsOf(chosen.map(({ column }) => column)),
    kind: best.column.name.kind,
    titles: titlesOf(columns, best.column),
    isAsked: columns.some((column) => column.name.kind === 'theirs' && differs(column)),
  };
}

/**
 * Judges a column by its name and length. In many rows, a name that says nothing is the name of a column; in a single
 * row, it is more likely the title of a text, unless it is a language.
 */
function mayHoldReplies(column: Column, columns: readonly Column[]): boolean {
  const { keys, name, texts } = column;
  if (name.kind === 'fact' || name.kind === 'aside' || name.kind === 'theirs') return false;
  const written = writtenIn(column);
  const isLanguage = name.locale !== undefined && name.stem === '';
  if (name.kind === 'other' && !isLanguage && (texts.length === 1 || keys.length > 1)) return false;
  if (name.kind === 'other' && !isLanguage && written.length * 2 <= texts.length) return false;
  if (texts.length === 1 && columns.some((other) => isBeside(other, column))) return false;
  const wordy = written.filter((text) => wordsIn(text) >= WORDS_OF_A_SENTENCE && !HOLDS_DATA.test(text)).length;
  return wordy > 0 && wordy >= written.length * LEAST_WORDY;
}

/** Returns true for an object whose keys are titles rather than column names, even if they contain known words. */
function isMapOfTexts(columns: readonly Column[]): boolean {
  const unnamed = columns.filter(({ keys, name, texts }) => {
    const isTitle = keys.length === 1 && name.kind === 'other' && name.locale === undefined;
    return isTitle && texts.length === 1 && wordsIn(texts[0] ?? '') >= WORDS_OF_A_SENTENCE;
  });
  return unnamed.length > 1;
}

/** Returns true if two columns are the same key in two objects, which are then entries of a map. */
function isBeside({ keys, name }: Column, { keys: others, name: otherName }: Column): boolean {
  return (
    keys.length > 1 && keys.length === others.length && keys.at(-1) === others.at(-1) && name.stem !== otherName.stem
  );
}

function ratedOf(column: Column): Rated {
  const reading = readingOf(writtenIn(column).slice(0, DECIDING));
  const score = BY_NAME[column.name.kind] + 3 * reading.like + reading.addressed - 3 * reading.theirs;
  return { column, reading, score };
}

function isLikely({ column: { name }, reading }: Rated): boolean {
  return name.kind !== 'other' || reading.like >= LEAST_LIKE;
}

/**
 * Returns true for a column with the same text in another language, for another channel or with markup, or for another
 * column whose name says nothing.
 */
function isVariant({ column, reading }: Rated, best: Rated): boolean {
  // Without names, the other columns are titles and codes rather than versions of the same text.
  if (isUnnamed(column)) return false;
  const [own, other] = [column.name, best.column.name];
  if (own.stem === other.stem) return true;
  if (own.kind === 'other' && other.kind === 'other') return reading.like >= LEAST_LIKE;
  return own.channel !== undefined && own.kind === other.kind && (own.stem === '' || other.stem === '');
}

/**
 * Returns true if the texts of a column differ. Different questions come from customers, whereas a survey asks everyone
 * the same.
 */
function differs(column: Column): boolean {
  const written = writtenIn(column);
  return new Set(written).size * 2 > written.length;
}

/** Returns true for a column that repeats the same texts with or without markup. */
function isTwin({ column }: Rated, { column: best }: Rated): boolean {
  const pairs = column.texts.flatMap((text, index) => {
    const other = best.texts[index];
    return text === undefined || other === undefined ? [] : [[text, other] as const];
  });
  const same = pairs.filter(([text, other]) => lettersOf(text) === lettersOf(other)).length;
  return same * 2 > pairs.length;
}

function lettersOf(text: string): string {
  return (text.replace(/<[^<>]{0,500}>|&\w{1,8};/g, ' ').match(/\p{L}+/gu) ?? []).join('');
}

/** Returns one variant per language and channel. A version with markup is preferred to its plain version. */
function variantsOf(columns: readonly Column[]): Variant[] {
  const byPlace = new Map<string, Column[]>();
  const isNamed = columns.every(({ name }) => name.kind !== 'other' || name.locale !== undefined);
  for (const column of columns) {
    const { locale, channel, stem } = column.name;
    const place = JSON.stringify([locale, channel, isNamed ? '' : stem]);
    byPlace.set(place, [...(byPlace.get(place) ?? []), column]);
  }
  return [...byPlace.values()].map((twins): Variant => {
    const { locale, channel } = (twins[0] as Column).name;
    return { columns: twins.toSorted((a, b) => Number(b.name.isHtml) - Number(a.name.isHtml)), locale, channel };
  });
}

/** Common names of title columns, the most specific first. */
const TITLES =
  'title name label shortcut bang shortcode trigger keyword keywords abbreviation slug key subject question query topic intent scenario situation case source category'.split(
    ' ',
  );
const MOST_WORDS_OF_A_TITLE = 16;

/** Returns columns with short texts next to the replies, or in the values that contain them. */
function titlesOf(columns: readonly Column[], body: Column): Column[] {
  const known = columns.flatMap((column): { column: Column; rank: number }[] => {
    const above = column.keys.slice(0, -1);
    if (column === body || !above.every((key, at) => body.keys[at] === key)) return [];
    if (isUnnamed(column) ? !isShortName(column) : !isShort(column)) return [];
    const rank = TITLES.indexOf(nameOfColumn(column.keys.slice(-1)).stem.replaceAll(' ', ''));
    if (isUnnamed(column)) return [{ column, rank: TITLES.length - meanLength(column) / 1000 }];
    // A subject that all emails share does not distinguish them, so it is not a title.
    const isShared = TITLES[rank] === 'subject' && !differs(column);
    return rank < 0 || isShared ? [] : [{ column, rank }];
  });
  return known.toSorted((a, b) => a.rank - b.rank).map(({ column }) => column);
}

/** Returns true for a column of a table without a header, whose name is a number. */
function isUnnamed({ keys }: Column): boolean {
  return /^\d+$/.test(keys.at(-1) ?? '');
}

function isShort(column: Column): boolean {
  const written = writtenIn(column);
  return written.reduce((sum, text) => sum + wordsIn(text), 0) <= written.length * MOST_WORDS_OF_A_TITLE;
}

function isShortName(column: Column): boolean {
  const written = writtenIn(column);
  return isShort(column) && written.some((text) => /\p{L}/u.test(text)) && new Set(written).size * 2 > written.length;
}

function meanLength(column: Column): number {
  const written = writtenIn(column);
  return Math.min(500, written.reduce((sum, text) => sum + text.length, 0) / Math.max(1, written.length));
}
