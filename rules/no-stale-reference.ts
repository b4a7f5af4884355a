import { defineAvoidanceRule, type Match, type Reading } from 'replylint/rule';

/** Numbers below are no years of a template. */
const EARLIEST = 1990;
/** The months, in their order, as a language writes them. */
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

const FIXED = 'Use a placeholder for the date, or wording that is true on any day';

export default defineAvoidanceRule({
  id: 'no-stale-reference',
  segment: 'hygiene',
  principle: 'Keep fixed dates and seasons out of a template.',
  why: 'Macros outlive their dates. “Our offer runs until 31 December” in spring tells customers that no one reads what you send.',
  source: 'Yes, YOU Need To Read And Share This: Reference The Future',
  presets: { strict: 'warn' },
  options: {
    dates: {
      type: 'one',
      of: ['past', 'any'],
      default: 'past',
      description: 'Which fixed dates to report: past dates only, or all dates.',
    },
  },
  counts: (match, reading, { dates }) => {
    const lastDay = LAST_DAY[match.group];
    return lastDay === undefined || isOver(lastDay(match, reading), dates, reading.today);
  },
  groups: {
    day: { message: 'is a fixed date in a template that is sent long after it', suggestion: FIXED },
    month: { message: 'is a fixed date in a template that is sent long after it', suggestion: FIXED },
    year: { message: 'is a fixed year in a template that is sent long after it', suggestion: FIXED },
    season: {
      message: 'is seasonal, but the template is sent all year',
      suggestion: 'Remove the reference, or move it to a template that you deactivate when the season ends',
    },
    pandemic: {
      message: 'refers to a time that is over',
      suggestion: 'Remove the reference, or say what is true today',
    },
    while: {
      message: 'is temporary, but the template is sent for years',
      suggestion: 'Post the notice where you can take it down, and remove it from the template',
    },
  },
});

/** The groups that are dates: the last day that the words mean. */
const LAST_DAY: Readonly<Record<string, (match: Match, reading: Reading) => string | undefined>> = {
  day: dayOf,
  month: dayOf,
  year: ({ from, to }, { rendering: { words } }) => yearOf(words.slice(from, to).map(({ folded }) => folded)),
};

/** The last day that is meant, as `2023-12-31`; undefined where the numbers are no date. */
function dayOf(match: Match, reading: Reading): string | undefined {
  const { from, to, start, end } = match;
  const { text, words } = reading.rendering;
  const written = text.slice(start, end);
  const digits = DIGITS.map((form) => form.exec(written)?.groups).find(Boolean);
  if (digits) return isPart(text, start, end) || isExample(match, reading) ? undefined : dayOfDigits(digits);
  const folded = words.slice(from, to).map((word) => word.folded);
  const year = yearOf(folded);
  const month = MONTHS.findIndex((name) => reading.says(name, { from, to }));
  if (!year || month < 0) return undefined;
  const numbers = folded.filter((word) => /^\d/.test(word) && word !== year.slice(0, 4));
  if (numbers.some((number) => !/^\d{1,2}$/.test(number))) return undefined;
  const day = numbers[0] ?? '31';
  return `${year.slice(0, 4)}-${String(month + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The last day of the year among the words. */
function yearOf(folded: readonly string[]): string | undefined {
  const year = folded.find((word) => /^(?:19|20)\d\d$/.test(word));
  return year === undefined ? undefined : `${year}-12-31`;
}

/** True where a template that names the day has outlived it; of any written-out date where those are wanted. */
function isOver(day: string | undefined, dates: string, today: string): boolean {
  if (day === undefined || Number(day.slice(0, 4)) < EARLIEST) return false;
  return dates === 'any' || day < today;
}

/** The year first, or last. */
const DIGITS = [
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/,
  /^(?<day>\d{1,2})[-/.](?<month>\d{1,2})[-/.](?<year>\d{4}|\d{2})$/,
];

/** True where the numbers go on: of a version, or a telephone number. */
function isPart(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 1), start);
  return /[-/\p{L}\p{N}]$/u.test(before) || /^[-/]\w/.test(text.slice(end, end + 2));
}

/** “For example 2021-03-04”: the phrase for digits holds in every language, and so cannot be excused by words. */
function isExample({ sentence }: Match, reading: Reading): boolean {
  const within = reading.rendering.sentences[sentence];
  return within !== undefined && reading.says('@for-example', within);
}

function dayOfDigits({ year = '', month = '', day = '' }: Readonly<Record<string, string>>): string | undefined {
  // Where the American order is meant, the month stands first.
  const [first, second] = Number(month) > 12 ? [day, month] : [month, day];
  if (Number(first) < 1 || Number(first) > 12 || Number(second) < 1 || Number(second) > 31) return undefined;
  return `${year.length === 2 ? `20${year}` : year}-${first.padStart(2, '0')}-${second.padStart(2, '0')}`;
}
