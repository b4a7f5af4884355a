import type { Rule } from 'replylint/rule';
import acknowledgeFeelings from './acknowledge-feelings.js';
import apologyWithRepair from './apology-with-repair.js';
import conclusionCheck from './conclusion-check.js';
import firstPersonVoice from './first-person-voice.js';
import futureReference from './future-reference.js';
import greeting from './greeting.js';
import maxApologies from './max-apologies.js';
import noBlameShifting from './no-blame-shifting.js';
import noBurdenSignal from './no-burden-signal.js';
import noCasualBadNews from './no-casual-bad-news.js';
import noHollowApology from './no-hollow-apology.js';
import noImpersonalGreeting from './no-impersonal-greeting.js';
import noPressure from './no-pressure.js';
import noRoboticPhrases from './no-robotic-phrases.js';
import personalization from './personalization.js';

/** Every built-in rule, along the service arc. */
export const rules: readonly Rule[] = [
  greeting,
  noImpersonalGreeting,
  noBurdenSignal,
  noBlameShifting,
  noHollowApology,
  apologyWithRepair,
  maxApologies,
  acknowledgeFeelings,
  conclusionCheck,
  futureReference,
  noCasualBadNews,
  noPressure,
  personalization,
  noRoboticPhrases,
  firstPersonVoice,
];
