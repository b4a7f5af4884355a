import type { Rule } from 'replylint/rule';
import conclusionCheck from './conclusion-check.js';
import futureReference from './future-reference.js';
import greeting from './greeting.js';
import noBlameShifting from './no-blame-shifting.js';
import noCommands from './no-commands.js';
import noCondescension from './no-condescension.js';
import noDeadEnd from './no-dead-end.js';
import noDismissive from './no-dismissive.js';
import noShouting from './no-shouting.js';
import personalization from './personalization.js';

/** Every built-in rule, along the service arc. */
export const rules: readonly Rule[] = [
  greeting,
  noDeadEnd,
  noBlameShifting,
  noDismissive,
  noCommands,
  noCondescension,
  conclusionCheck,
  futureReference,
  personalization,
  noShouting,
];
