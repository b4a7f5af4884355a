/** The amount of a statement, in a form that can be compared. */
export interface Amount {
  readonly value: number;
  readonly unit: string;
  /** True for an amount that is only about right, and no limit: “usually 5 days”. */
  readonly isRough: boolean;
}

const [HOUR, DAY] = [60, 24 * 60];
/** The shortest and the longest duration of a unit, in minutes. */
const MINUTES: Readonly<Record<string, readonly [shortest: number, longest: number]>> = {
  min: [1, 1],
  h: [HOUR, HOUR],
  d: [DAY, DAY],
  wk: [7 * DAY, 7 * DAY],
  fn: [14 * DAY, 14 * DAY],
  mo: [28 * DAY, 31 * DAY],
  yr: [365 * DAY, 366 * DAY],
};
/** Calendar days in a working day, and calendar days that a weekend can add. */
const [DAYS_OF_WORKING_DAY, WEEKEND] = [7 / 5, 2];
/** Ratio up to which two rough amounts can both be right. */
const ROUGHLY = 1.5;

/** Reads the number of an amount, with separators: “1,000”, “4,95”, “1.5”. */
export function numberOf(value: string): number {
  if (/^\d{1,3}(?:,\d{3})+$/.test(value)) return Number(value.replaceAll(',', ''));
  return Number(value.replace(/\.(?=\d{3}(?:\D|$))/g, '').replace(',', '.'));
}

/** Returns true if two amounts cannot both be right. Amounts of different currencies are not compared. */
export function areContrary(one: Amount, other: Amount): boolean {
  if (one.unit === other.unit) return one.value !== other.value && !areRough(one, other);
  const [a, b] = [minutesOf(one), minutesOf(other)];
  if (!a || !b) return false;
  return (a[1] < b[0] || b[1] < a[0]) && !areRough(one, other);
}

/** Returns true for a rough amount that is within the other one, or near it if both are rough. */
function areRough(one: Amount, other: Amount): boolean {
  if (!one.isRough && !other.isRough) return false;
  const [a, b] = [minutesOf(one)?.[0] ?? one.value, minutesOf(other)?.[0] ?? other.value];
  if (one.isRough && other.isRough) return Math.max(a, b) <= Math.min(a, b) * ROUGHLY;
  return one.isRough ? a <= b : b <= a;
}

function minutesOf({ value, unit }: Amount): readonly [number, number] | undefined {
  if (unit === 'wd') return [value * DAY, (value * DAYS_OF_WORKING_DAY + WEEKEND) * DAY];
  const minutes = MINUTES[unit];
  return minutes && [value * minutes[0], value * minutes[1]];
}
