import { defineAvoidanceRule, lastDayOf, lastDayOfYear } from 'replylint/rule';

/** Functions that return the last day a date phrase refers to, by phrase group. */
const LAST_DAY: Readonly<Record<string, typeof lastDayOf>> = { day: lastDayOf, month: lastDayOf, year: lastDayOfYear };

const FIXED = 'Use a placeholder for the date, or wording that is true on any day';

export default defineAvoidanceRule({
  id: 'no-stale-reference',
  segment: 'hygiene',
  principle: 'Keep fixed dates and seasons out of templates.',
  why: 'Macros outlive their dates. “Our offer runs until December 31” in spring tells customers that no one reads what you send.',
  pairs:
    'Our offer runs until December 31, 2023. → Our offer runs until {{offer.end}}. | Happy holidays! → All the best!',
  switchOff: 'Turn it off for templates that you deactivate after the season or campaign.',
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
    const day = lastDay?.(match, reading);
    return lastDay === undefined || (day !== undefined && (dates === 'any' || day < reading.today));
  },
  groups: {
    day: { message: 'is a fixed date, but templates stay in use long after it', suggestion: FIXED },
    month: { message: 'is a fixed date, but templates stay in use long after it', suggestion: FIXED },
    year: { message: 'is a fixed year, but templates stay in use long after it', suggestion: FIXED },
    notice: { message: 'is a fixed date, but templates stay in use long after it', suggestion: FIXED },
    season: {
      message: 'is seasonal, but the template is sent year-round',
      suggestion: 'Remove the reference, or move it to a template that you deactivate when the season ends',
    },
    pandemic: {
      message: 'refers to a time that has passed',
      suggestion: 'Remove the reference, or say what is true today',
    },
    while: {
      message: 'is temporary, but the template is sent for years',
      suggestion: 'Post the notice where you can take it down, and remove it from the template',
    },
  },
});
