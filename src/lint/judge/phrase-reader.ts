import { renderingOf } from '../../compose/index.js';
import { isInContext } from '../../language/contexts.js';
import { type Language, languageCode, languageOf } from '../../language/index.js';
import { PhraseAutomaton } from '../../language/phrase/index.js';
import type { Rendering } from '../../model/rendering.js';
import type { AnyValues } from '../../rule/options.js';
import type { Match, PhraseEntry, Reading, Rule } from '../../rule/rule.js';

/** A rule and the options that it runs with. */
export interface RuleInUse {
  readonly rule: Rule;
  readonly values: AnyValues;
}

interface UsedPhrase {
  readonly use: RuleInUse;
  readonly group: string;
  readonly entry: PhraseEntry;
}

/** True if the rule has phrases for the language, or needs none. */
export function covers(rule: Rule, locale: string): boolean {
  return Object.hasOwn(rule.phrases, '*') || Object.hasOwn(rule.phrases, languageCode(locale));
}

/** Building one takes longer than reading a hundred replies, and the settings of most files have the same phrases. */
const AUTOMATONS = new Map<string, PhraseAutomaton>();
const MOST_AUTOMATONS = 8;

function automatonOf(phrases: readonly string[], language: Language): PhraseAutomaton {
  const key = [language.code, ...phrases].join('\n');
  const known = AUTOMATONS.get(key);
  if (known) return known;
  const made = new PhraseAutomaton(phrases, language);
  const [oldest] = AUTOMATONS.size < MOST_AUTOMATONS ? [] : AUTOMATONS.keys();
  if (oldest !== undefined) AUTOMATONS.delete(oldest);
  AUTOMATONS.set(key, made);
  return made;
}

/** The phrases of all rules in use, for one language. One pass over a rendering finds them all. */
export class PhraseReader {
  readonly #phrases: readonly UsedPhrase[];
  readonly #automaton: PhraseAutomaton;

  constructor(uses: readonly RuleInUse[], locale: string) {
    const language = languageOf(locale);
    this.#phrases = uses.flatMap((use) => [...phrasesOf(use, languageCode(locale))]);
    this.#automaton = automatonOf(
      this.#phrases.map(({ entry }) => entry.phrase),
      language,
    );
  }

  /** What each rule reads in a rendering: the text, and the matches of the rule's phrases. */
  read(rendering: Rendering, today: string): (use: RuleInUse) => Reading {
    const found = new Map<RuleInUse, Match[]>();
    for (const [index, sentence] of rendering.sentences.entries())
      for (const hit of this.#automaton.find(rendering.words, sentence.from, sentence.to)) {
        const used = this.#phrases[hit.phrase];
        const first = rendering.words[hit.from];
        const last = rendering.words[hit.to - 1];
        if (!used || !first || !last) continue;
        const { use, group, entry } = used;
        const matches = found.get(use) ?? [];
        matches.push({ group, entry, from: hit.from, to: hit.to, start: first.start, end: last.end, sentence: index });
        found.set(use, matches);
      }
    const other = (text: string) => this.read(renderingOf(text, rendering), today);
    return (use) => readingOf(rendering, found.get(use) ?? [], today, (text) => other(text)(use));
  }
}

function* phrasesOf(use: RuleInUse, language: string): Generator<UsedPhrase> {
  const { rule, values } = use;
  const off = new Set(rule.groupsOff?.(values) ?? []);
  for (const groups of [rule.phrases['*'], rule.phrases[language], rule.ownPhrases(values)])
    for (const [group, entries] of Object.entries(groups ?? {}))
      if (!off.has(group))
        for (const entry of entries) yield { use, group, entry: typeof entry === 'string' ? { phrase: entry } : entry };
}

function readingOf(rendering: Rendering, matches: Match[], today: string, of: Reading['of']): Reading {
  const sorted = matches.sort((a, b) => a.from - b.from || b.to - a.to);
  return {
    rendering,
    today,
    matches: (group) => (group === undefined ? sorted : sorted.filter((match) => match.group === group)),
    inContext: (match, contexts) => isInContext(rendering, match, contexts),
    of,
  };
}
