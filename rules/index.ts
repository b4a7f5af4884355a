import type { Rule } from 'replylint/rule';
import conclusionCheck from './conclusion-check.js';
import consistentFormality from './consistent-formality.js';
import descriptiveLinkText from './descriptive-link-text.js';
import futureReference from './future-reference.js';
import greeting from './greeting.js';
import maxReplyLength from './max-reply-length.js';
import maxSentenceLength from './max-sentence-length.js';
import noBlameShifting from './no-blame-shifting.js';
import noInternalNote from './no-internal-note.js';
import noSensitiveDataRequest from './no-sensitive-data-request.js';
import noShouting from './no-shouting.js';
import noStaleReference from './no-stale-reference.js';
import noUnfilledPlaceholder from './no-unfilled-placeholder.js';
import personalization from './personalization.js';
import placeholderFallback from './placeholder-fallback.js';
import validPlaceholder from './valid-placeholder.js';

/** Every built-in rule, along the service arc. */
export const rules: readonly Rule[] = [
  greeting,
  noBlameShifting,
  conclusionCheck,
  futureReference,
  personalization,
  noShouting,
  consistentFormality,
  noSensitiveDataRequest,
  noUnfilledPlaceholder,
  noInternalNote,
  validPlaceholder,
  placeholderFallback,
  noStaleReference,
  descriptiveLinkText,
  maxSentenceLength,
  maxReplyLength,
];
