import type { Rule } from 'replylint/rule';
import conclusionCheck from './conclusion-check.js';
import followUpCommitment from './follow-up-commitment.js';
import futureReference from './future-reference.js';
import greeting from './greeting.js';
import noBlameShifting from './no-blame-shifting.js';
import noDoorClosing from './no-door-closing.js';
import noHedgedResolution from './no-hedged-resolution.js';
import noOverpromise from './no-overpromise.js';
import noVagueTimeframe from './no-vague-timeframe.js';
import personalization from './personalization.js';

/** Every built-in rule, along the service arc. */
export const rules: readonly Rule[] = [
  greeting,
  noBlameShifting,
  noHedgedResolution,
  conclusionCheck,
  noDoorClosing,
  futureReference,
  followUpCommitment,
  noVagueTimeframe,
  noOverpromise,
  personalization,
];
