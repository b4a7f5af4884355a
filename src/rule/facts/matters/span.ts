import { isCurrency } from '../amounts.js';

/** The amount of a statement, in a form that can be compared. */
export interface Amount {
  readonly value: number;
  readonly unit: string;
  /** True for an amount that is only about right, and no limit: “usually 5 days”. */
  readonly isRough: boolean;
}

/** The shortest and the longest duration of a unit, in days. */
const DAYS: Readonly<Record<string, readonly [shortest: number, longest: number]>> = {
  min: [1 / (24 * 60), 1 / (24 * 60)],
  h: [1 / 24, 1 / 24],
  d: [1, 1],
  wk: [7, 7],
  fn: [14, 14],
  mo: [28, 31],
  yr: [365, 366],
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
  if (isCurrency(one.unit) || !(one.unit === 'wd' || DAYS[one.unit]))
    return one.unit === other.unit && one.value !== other.value && !areRough(one, other);
  if (one.unit === other.unit) return one.value !== other.value && !areRough(one, other);
  const [a, b] = [daysOf(one), daysOf(other)];
  if (!a || !b) return false;
  return (a[1] < b[0] || b[1] < a[0]) && !areRough(one, other);
}

/** Returns true for a rough amount that is within the other one, or near it if both are rough. */
function areRough(one: Amount, other: Amount): boolean {
  if (!one.isRough && !other.isRough) return false;
  const [a, b] = [daysOf(one)?.[0] ?? one.value, daysOf(other)?.[0] ?? other.value];
  if (one.isRough && other.isRough) return Math.max(a, b) <= Math.min(a, b) * ROUGHLY;
  return one.isRough ? a <= b : b <= a;
}

function daysOf({ value, unit }: Amount): readonly [number, number] | undefined {
  if (unit === 'wd') return [value, value * DAYS_OF_WORKING_DAY + WEEKEND];
  const days = DAYS[unit];
  return days && [value * days[0], value * days[1]];
}
