import type { Language } from '../../language/index.js';
import { PhraseError, parsePhrase, readEntry } from '../../language/phrase/index.js';
import { type FoundEntry, IN_FILES, type PhraseEntry, type PhraseGroups } from '../../rule/rule.js';
import type { RuleInUse } from './rule-in-use.js';

/** A phrase in the code of a plug-in or in a configuration. */
export interface OwnPhrase {
  readonly use: RuleInUse;
  readonly group: string;
  readonly phrase: string;
  readonly entry: FoundEntry;
  /** True for phrases in a configuration, which allow fillers between their words. */
  readonly skips: boolean;
}

/**
 * Yields the phrases of an active rule that are in no pack.
 * @param isInPack true if the rule's own phrases are in the pack
 */
export function* ownPhrases(use: RuleInUse, code: string, language: Language, isInPack: boolean): Generator<OwnPhrase> {
  const { rule, values } = use;
  const off = new Set(rule.groupsOff?.(values) ?? []);
  const { phrases } = rule;
  const listed = (groups: PhraseGroups | undefined, skips: boolean) =>
    Object.entries(groups ?? {}).flatMap(([group, entries]) =>
      off.has(group) ? [] : entries.map((entry) => ownPhrase(use, group, entry, skips)),
    );
  if (!isInPack && phrases !== IN_FILES) {
    yield* listed(phrases['*'], false);
    yield* listed(phrases[code], false);
  }
  for (const own of listed(rule.ownPhrases(values), true)) if (isInLanguage(own.phrase, language)) yield own;
}

function ownPhrase(use: RuleInUse, group: string, entry: string | PhraseEntry, skips: boolean): OwnPhrase {
  const { phrase, ...rest } = typeof entry === 'string' ? (skips ? readEntry(entry) : { phrase: entry }) : entry;
  return { use, group, phrase, entry: rest, skips };
}

/**
 * Returns false for a phrase in a configuration that uses a class which the language of this reply lacks. Such a phrase
 * matches nothing.
 */
function isInLanguage(phrase: string, language: Language): boolean {
  if (!/[@~{]/.test(phrase)) return true;
  try {
    parsePhrase(phrase, language);
    return true;
  } catch (error) {
    if (error instanceof PhraseError) return false;
    throw error;
  }
}
