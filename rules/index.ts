import type { Rule } from 'replylint/rule';
import appreciation from './appreciation.js';
import conclusionCheck from './conclusion-check.js';
import consistentFormality from './consistent-formality.js';
import descriptiveLinkText from './descriptive-link-text.js';
import followUpCommitment from './follow-up-commitment.js';
import futureReference from './future-reference.js';
import greeting from './greeting.js';
import maxReplyLength from './max-reply-length.js';
import maxSentenceLength from './max-sentence-length.js';
import noBlameShifting from './no-blame-shifting.js';
import noDoorClosing from './no-door-closing.js';
import noHedgedResolution from './no-hedged-resolution.js';
import noInternalNote from './no-internal-note.js';
import noOverpromise from './no-overpromise.js';
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
export const rules: readonly Rule[] = [
  greeting,
  appreciation,
  specificAcknowledgement,
  specificRequest,
  noBlameShifting,
  noHedgedResolution,
  conclusionCheck,
  noDoorClosing,
  signOff,
  followUpCommitment,
  futureReference,
  noOverpromise,
  noVagueTimeframe,
  consistentFormality,
  noShouting,
  personalization,
  descriptiveLinkText,
  maxReplyLength,
  maxSentenceLength,
  noInternalNote,
  noSensitiveDataRequest,
  noStaleReference,
  noUnfilledPlaceholder,
  placeholderFallback,
  validPlaceholder,
];
