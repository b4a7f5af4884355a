import type { Match, Reading } from './rule.js';

/** The earliest year. Smaller numbers in a template are not years. */
const EARLIEST = 1990;
/** The names of the months in each language, in order. */
const MONTHS = [
  '@month-1',
  '@month-2',
  '@month-3',
  '@month-4',
  '@month-5',
  '@month-6',
  '@month-7',
  '@month-8',
  '@month-9',
  '@month-10',
  '@month-11',
  '@month-12',
] as const;
/** Patterns for dates in digits, with the year first or last. */
const DIGITS = [
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/,
  /^(?<day>\d{1,2})[-/.](?<month>\d{1,2})[-/.](?<year>\d{4}|\d{2})$/,
];

/**
 * Returns the last day that the words of a match refer to, in the form `2023-12-31`. A month refers to its last day.
 * @returns undefined if the words are not a date, because they are part of a version or telephone number, because the
 * sentence gives them as an example, or because the year is before 1990
 */
export function lastDayOf(match: Match, reading: Reading): string | undefined {
  const { from, to, start, end } = match;
  const { text, words } = reading.rendering;
  const written = text.slice(start, end);
  const digits = DIGITS.map((form) => form.exec(written)?.groups).find(Boolean);
  if (digits) return isPart(text, start, end) || isExample(match, reading) ? undefined : dayOfDigits(digits);
  const folded = words.slice(from, to).map((word) => word.folded);
  const year = yearOf(folded);
  const month = MONTHS.findIndex((name) => reading.says(name, { from, to }));
  if (year === undefined || month < 0) return undefined;
  const numbers = folded.filter((word) => /^\d/.test(word) && word !== year);
  if (numbers.some((number) => !/^\d{1,2}$/.test(number))) return undefined;
  return dayIn(year, String(month + 1), numbers[0] ?? '31');
}

/** Returns the last day of the year in the words of a match, in the form `2023-12-31`. */
export function lastDayOfYear({ from, to }: Match, { rendering: { words } }: Reading): string | undefined {
  const year = yearOf(words.slice(from, to).map(({ folded }) => folded));
  return year === undefined ? undefined : dayIn(year, '12', '31');
}

function yearOf(folded: readonly string[]): string | undefined {
  return folded.find((word) => /^(?:19|20)\d\d$/.test(word));
}

function dayIn(year: string, month: string, day: string): string | undefined {
  return Number(year) < EARLIEST ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Returns true if the number continues, as in a version or a telephone number. */
function isPart(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 1), start);
  return /[-/\p{L}\p{N}]$/u.test(before) || /^[-/]\w/.test(text.slice(end, end + 2));
}

/**
 * Returns true for a date in an example, such as “For example 2021-03-04”. It is checked here because the phrase for
 * digits applies in every language, so that words in a phrase file cannot excuse it.
 */
function isExample({ sentence }: Match, reading: Reading): boolean {
  const within = reading.rendering.sentences[sentence];
  return within !== undefined && reading.says('@for-example', within);
}

function dayOfDigits({ year = '', month = '', day = '' }: Readonly<Record<string, string>>): string | undefined {
  // In American order, the month comes first.
  const [first, second] = Number(month) > 12 ? [day, month] : [month, day];
  if (Number(first) < 1 || Number(first) > 12 || Number(second) < 1 || Number(second) > 31) return undefined;
  return dayIn(year.length === 2 ? `20${year}` : year, first, second);
}
