import type { DigestReading } from '../library-steps.js';
import type { WordSenses } from './scope.js';

/** Reads times of day, such as “9:30” and “5 pm”. */
export interface Clock {
  /** Returns true for a word such as “pm” or “o’clock”. */
  isClock(at: number): boolean;
  /** Returns the time that begins at a number, in 24 hours, such as `17:30`. */
  hourAt(at: number): string;
  /** Returns the index after the time that begins at a number. */
  endOf(at: number): number;
}

export function clockOf({ rendering: { words } }: DigestReading, { ofGroup }: Pick<WordSenses, 'ofGroup'>): Clock {
  const isClock = (at: number) => ofGroup('clock').has(at);
  return {
    isClock,
    hourAt: (at) => hourOf(words[at]?.folded ?? '', isClock(at + 1) ? words[at + 1]?.folded : undefined),
    endOf: (at) => (isClock(at + 1) ? at + 2 : at + 1),
  };
}

function hourOf(number: string, half: string | undefined): string {
  const [hour = '', minutes = '00'] = number.split(/[:.]/);
  return `${Number(hour) + (half?.startsWith('p') && Number(hour) < 12 ? 12 : 0)}:${minutes}`;
}
