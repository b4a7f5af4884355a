// The phrases of the rule use these names for units: `min`, `h`, `d`, `wd` for working days, `wk`, `fn` for
// fortnights, `mo`, `yr`, `n` for nights.

/** Returns an amount with its unit. Weeks are converted to days, and years to months: “two weeks” is `14 d`. */
export function amountOf(value: string, unit: string): string {
  const number = Number(value.replace(',', '.'));
  if (unit === 'wk' && Number.isFinite(number)) return `${number * DAYS_OF_WEEK} d`;
  if (unit === 'fn' && Number.isFinite(number)) return `${number * 2 * DAYS_OF_WEEK} d`;
  if (unit === 'yr' && Number.isFinite(number)) return `${number * MONTHS_OF_YEAR} mo`;
  return `${value} ${unit}`;
}

const DAYS_OF_WEEK = 7;
const WORKING_DAYS_OF_WEEK = 5;
const MONTHS_OF_YEAR = 12;
const HOURS_OF_DAY = 24;
/** Minimum and maximum number of days in a month. */
const [SHORTEST_MONTH, LONGEST_MONTH] = [28, 31];

/**
 * Returns true if two amounts cannot both be right, such as five days and seven days, or seven days and seven working days.
 * One week equals five working days, and 24 hours equal one day. Amounts in units that cannot be compared never differ.
 */
export function differ(one: string, other: string): boolean {
  if (unitOf(one) === unitOf(other)) return true;
  const [[number, unit], [numberOfOther, unitOfOther]] = [partsOf(one), partsOf(other)];
  for (const [a, b, unitOfA, unitOfB] of [
    [number, numberOfOther, unit, unitOfOther],
    [numberOfOther, number, unitOfOther, unit],
  ] as const) {
    if (unitOfA === 'wd' && unitOfB === 'd') return a * DAYS_OF_WEEK !== b * WORKING_DAYS_OF_WEEK;
    if (unitOfA === 'h' && /^w?d$/.test(unitOfB)) return a !== b * HOURS_OF_DAY;
    if (unitOfA === 'mo' && unitOfB === 'd') return b < a * SHORTEST_MONTH || b > a * LONGEST_MONTH;
  }
  return false;
}

function unitOf(amount: string): string {
  const blank = amount.indexOf(' ');
  return blank < 0 ? '' : amount.slice(blank + 1);
}

function partsOf(amount: string): [number: number, unit: string] {
  const [number = ''] = amount.split(' ', 1);
  return [Number(number.replace(',', '.')), unitOf(amount)];
}

/** Returns true for a currency sign or code. */
export function isCurrency(unit: string): boolean {
  return /^(?:[$€£¥]|eur|usd|gbp|chf)$/.test(unit);
}

/** Returns true for a unit of time. */
export function isTime(unit: string): boolean {
  return /^(?:min|h|w?d|wk|fn|mo|yr|n)$/.test(unit);
}

/** Returns what amounts of a unit measure. Amounts that measure different things are not compared. */
export function measureOf(unit: string): string {
  return isTime(unit) ? 'time' : unit;
}

/** Minutes in a unit of time. */
const MINUTES: Readonly<Record<string, number>> = { min: 1, h: 60, d: 1440, wd: 1440, mo: 43_200 };
/** Ratio between two durations above which they hardly measure the same thing. */
const FAR_APART = 20;

/** Returns true if one of two durations is so much longer that it measures something else: “3 days” and “12 months”. */
export function areFarApart(one: string, other: string): boolean {
  const [a, b] = [one, other].map((amount) => {
    const [number, unit] = partsOf(amount);
    return number * (MINUTES[unit] ?? Number.NaN);
  }) as [number, number];
  return Math.max(a, b) > Math.min(a, b) * FAR_APART;
}
