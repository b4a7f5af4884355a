// Written by `npm run languages` from the files in this folder.
import { alongTheArc, type Rule } from 'replylint/rule';
import acknowledgeFeelings from './acknowledge-feelings.js';
import apologyWithRepair from './apology-with-repair.js';
import appreciation from './appreciation.js';
import conclusionCheck from './conclusion-check.js';
import consistentFormality from './consistent-formality.js';
import deadReference from './dead-reference.js';
import descriptiveLinkText from './descriptive-link-text.js';
import firstPersonVoice from './first-person-voice.js';
import followUpCommitment from './follow-up-commitment.js';
import futureReference from './future-reference.js';
import greeting from './greeting.js';
import maxApologies from './max-apologies.js';
import maxReplyLength from './max-reply-length.js';
import maxSentenceLength from './max-sentence-length.js';
import noBlameShifting from './no-blame-shifting.js';
import noBurdenSignal from './no-burden-signal.js';
import noCasualBadNews from './no-casual-bad-news.js';
import noCommands from './no-commands.js';
import noCondescension from './no-condescension.js';
import noDeadEnd from './no-dead-end.js';
import noDismissive from './no-dismissive.js';
import noDoorClosing from './no-door-closing.js';
import noHedgedResolution from './no-hedged-resolution.js';
import noHollowApology from './no-hollow-apology.js';
import noImpersonalGreeting from './no-impersonal-greeting.js';
import noInternalNote from './no-internal-note.js';
import noNearDuplicates from './no-near-duplicates.js';
import noOverpromise from './no-overpromise.js';
import noPressure from './no-pressure.js';
import noRoboticPhrases from './no-robotic-phrases.js';
import noSensitiveDataRequest from './no-sensitive-data-request.js';
import noShouting from './no-shouting.js';
import noStaleReference from './no-stale-reference.js';
import noUnfilledPlaceholder from './no-unfilled-placeholder.js';
import noVagueTimeframe from './no-vague-timeframe.js';
import personalization from './personalization.js';
import placeholderFallback from './placeholder-fallback.js';
import signOff from './sign-off.js';
import specificAcknowledgement from './specific-acknowledgement.js';
import specificRequest from './specific-request.js';
import validPlaceholder from './valid-placeholder.js';

/** Every built-in rule, along the service arc. */
export const rules: readonly Rule[] = alongTheArc([
  acknowledgeFeelings,
  apologyWithRepair,
  appreciation,
  conclusionCheck,
  consistentFormality,
  deadReference,
  descriptiveLinkText,
  firstPersonVoice,
  followUpCommitment,
  futureReference,
  greeting,
  maxApologies,
  maxReplyLength,
  maxSentenceLength,
  noBlameShifting,
  noBurdenSignal,
  noCasualBadNews,
  noCommands,
  noCondescension,
  noDeadEnd,
  noDismissive,
  noDoorClosing,
  noHedgedResolution,
  noHollowApology,
  noImpersonalGreeting,
  noInternalNote,
  noNearDuplicates,
  noOverpromise,
  noPressure,
  noRoboticPhrases,
  noSensitiveDataRequest,
  noShouting,
  noStaleReference,
  noUnfilledPlaceholder,
  noVagueTimeframe,
  personalization,
  placeholderFallback,
  signOff,
  specificAcknowledgement,
  specificRequest,
  validPlaceholder,
]);
