import { defineAvoidanceRule } from 'replylint/rule';
import { isOver, LAST_DAY } from './stale/last-day.js';

const FIXED = 'Use a placeholder for the date, or say it so that it holds on any day';

export default defineAvoidanceRule({
  id: 'no-stale-reference',
  segment: 'hygiene',
  principle: 'Keep fixed dates and seasons out of a template.',
  why: 'A macro outlives the day it was written. “Our offer runs until 31 December” in spring says that nobody reads what you send.',
  source: 'Yes, YOU Need To Read And Share This: Reference The Future',
  presets: { strict: 'warn' },
  options: {
    dates: {
      type: 'one',
      of: ['past', 'any'],
      default: 'past',
      description: 'Which written-out dates to report: those that are past, or any.',
    },
  },
  counts: (match, reading, { dates }) => {
    const lastDay = LAST_DAY[match.group];
    return lastDay === undefined || isOver(lastDay(match, reading), dates, reading.today);
  },
  groups: {
    day: { message: 'is a fixed date, and the template is sent long after it', suggestion: FIXED },
    month: { message: 'is a fixed date, and the template is sent long after it', suggestion: FIXED },
    year: { message: 'is a fixed year, and the template is sent long after it', suggestion: FIXED },
    season: {
      message: 'belongs to one season and is sent all year',
      suggestion: 'Leave it out, or keep it in a template that is switched off when the season ends',
    },
    pandemic: { message: 'speaks of a time that is over', suggestion: 'Leave it out, or say what holds today' },
    while: {
      message: 'holds for a while and is sent for years',
      suggestion: 'Put the notice where it can be taken down, and leave it out of the template',
    },
  },
});
