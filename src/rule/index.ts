/**
 * Everything that a rule needs. This is the only entry point for rules, both built-in ones and those in plug-ins.
 * @module replylint/rule
 */

export { addresseeIn, type Name, nameAt } from '../language/address.js';
export type { Context } from '../language/contexts.js';
export { PhraseError } from '../language/phrase/index.js';
export { type Signature, signatureOf } from '../language/signature.js';
export type { Finding, NewParagraph, Severity } from '../model/finding.js';
export type { Block, Condition, Link, Rendering, Sentence, Word } from '../model/rendering.js';
export {
  FORMS,
  type Form,
  INTENTS,
  type Intent,
  type Placeholder,
  type PlaceholderRole,
  type Reply,
  SEGMENTS,
  type Segment,
  type Topic,
} from '../model/reply.js';
export type { Replacement, Span } from '../model/span.js';
export { ACTION_GROUPS, CLAIMS, contraryTo, greetedCustomer } from './actions.js';
export { alongTheArc } from './arc.js';
export { type AvoidanceDefinition, defineAvoidanceRule, type GroupSays } from './avoidance.js';
export { greetsByName, hasNoName, nameAfter } from './by-name.js';
export { hasContact } from './contact.js';
export { lastDayOf, lastDayOfYear } from './dates.js';
export { defineRule, quoted, shown } from './define.js';
export type { Conflict, Variant } from './facts/conflict.js';
export { conflictsIn } from './facts/conflicts.js';
export {
  FACT_GROUPS,
  FACT_KINDS,
  type Fact,
  type FactKind,
  type Stated,
  statedAlone,
  statedIn,
} from './facts/index.js';
export { conflictInWords, placeOfVariant, placesOfConflict } from './facts/wording.js';
export { type ClosedAs, closedAs, type Farewell, strayFarewells } from './house/farewells.js';
export { type FormOfReply, type StrayForm, spokenForm, strayForms } from './house/forms.js';
export {
  type PlaceholderWay,
  placeOfWay,
  rareWays,
  type UsedPlaceholder,
  type UsedPlaceholders,
  usedPlaceholders,
} from './house/placeholders.js';
export { type SignedAs, signedAs, straySignatures } from './house/signatures.js';
export type { SignatureWay } from './house/ways.js';
export { firstReported } from './kept-replies.js';
export { isPost, lengthInCharacters, lengthInWords, stretchesOf } from './length.js';
export { defineLibraryRule, type LibraryDefinition } from './library.js';
export type {
  Digest,
  DigestedReply,
  DigestReading,
  Digests,
  LibraryFacts,
  LibraryFinding,
  LibraryPlace,
  Place,
} from './library-steps.js';
export { type Duplicates, duplicatesIn } from './near/duplicates.js';
export { type ComparableReply, comparableReply } from './near/kept.js';
export { type Mirror, mirrorsIn } from './near/mirrors.js';
export { duplicateInWords } from './near/wording.js';
export type { Need } from './needs.js';
export { isNoteInPlace, notesIn } from './note/index.js';
export { openingLines } from './opening.js';
export type { Option, Options, Values } from './options.js';
export { type Loss, lossesBetween } from './parity/compare.js';
export { type Family, familiesIn, keptLinks, translationsIn } from './parity/families.js';
export { type MissingVariant, missingVariants } from './parity/missing.js';
export { type LanguageVariant, variantDigests } from './parity/variant.js';
export { shownLoss } from './parity/wording.js';
export { anchorOf, isALine, isOutline, isUnknown, type Part, sentencesOf } from './parts.js';
export { type Passage, passagesOf } from './passages.js';
export { picturesIn, removalsOf, sentenceAt } from './pictures.js';
export { fallbackProblem } from './placeholder/fallback-problem.js';
export { misreadPlaceholders } from './placeholder/index.js';
export type { WrittenPlaceholder } from './placeholder/meaning.js';
export { definePresenceRule, type PresenceDefinition } from './presence.js';
export { capitalsIn, exclaimedIn, isCapitalSentence, type RaisedMarks, raisedMarksIn } from './raised.js';
export { insertedNames, isInserted, type Reference, referencesIn } from './references.js';
export type {
  AppliesTo,
  BadExample,
  BadLibraryExample,
  Example,
  Examples,
  FoundEntry,
  LibraryExample,
  LibraryExamples,
  LibraryReply,
  Match,
  PhraseEntry,
  PhraseGroups,
  Preset,
  Reading,
  Rule,
  RuleMeta,
  WordRange,
} from './rule.js';
export { siblingActions } from './sibling-actions.js';
export {
  FORM_OF_GROUP,
  type FormOfAddress,
  oncePerSentence,
  rarerForm,
  type Spoken,
  spokenForms,
} from './spoken-form.js';
export { IN_NOTICES, IN_THREADS, isKeptForThreads } from './threads.js';
export { type Gap, unfilledIn } from './unfilled/index.js';
export { isVagueRequest } from './vague-request.js';
