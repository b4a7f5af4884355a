import { renderingOf } from '../../compose/index.js';
import { isInContext } from '../../language/contexts.js';
import { languageCode, languageOf } from '../../language/index.js';
import { PhraseAutomaton } from '../../language/phrase/index.js';
import type { Rendering } from '../../model/rendering.js';
import type { AnyValues } from '../../rule/options.js';
import type { Match, PhraseEntry, Reading, Rule } from '../../rule/rule.js';

/** A rule and the options it runs with. */
export interface RuleInUse {
  readonly rule: Rule;
  readonly values: AnyValues;
}

interface Listed {
  readonly use: RuleInUse;
  readonly group: string;
  readonly entry: PhraseEntry;
}

/** True where the rule has phrases for the language, or needs none. */
export function covers(rule: Rule, locale: string): boolean {
  return Object.hasOwn(rule.phrases, '*') || Object.hasOwn(rule.phrases, languageCode(locale));
}

/** The phrases of all rules in use, for one language, as one automaton: a rendering is walked once for all of them. */
export class PhraseReader {
  readonly #listed: readonly Listed[];
  readonly #automaton: PhraseAutomaton;

  constructor(uses: readonly RuleInUse[], locale: string) {
    const language = languageOf(locale);
    this.#listed = uses.flatMap((use) => [...phrasesOf(use, languageCode(locale))]);
    this.#automaton = new PhraseAutomaton(
      this.#listed.map(({ entry }) => entry.phrase),
      language,
    );
  }

  /** What each rule's phrases were found to say in a rendering. */
  read(rendering: Rendering, today: string): (use: RuleInUse) => Reading {
    const found = new Map<RuleInUse, Match[]>();
    for (const [index, sentence] of rendering.sentences.entries())
      for (const hit of this.#automaton.find(rendering.words, sentence.from, sentence.to)) {
        const listed = this.#listed[hit.phrase];
        const first = rendering.words[hit.from];
        const last = rendering.words[hit.to - 1];
        if (!listed || !first || !last) continue;
        const { use, group, entry } = listed;
        const matches = found.get(use) ?? [];
        matches.push({ group, entry, from: hit.from, to: hit.to, start: first.start, end: last.end, sentence: index });
        found.set(use, matches);
      }
    const other = (text: string) => this.read(renderingOf(text, rendering), today);
    return (use) => readingOf(rendering, found.get(use) ?? [], today, (text) => other(text)(use));
  }
}

function* phrasesOf(use: RuleInUse, language: string): Generator<Listed> {
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
