import { isInContext } from '../../language/contexts.js';
import type { LanguagePack } from '../../language/pack/pack.js';
import type { PackGroup } from '../../language/pack/write.js';
import { addToList } from '../../model/lists-by-key.js';
import type { Rendering } from '../../model/rendering.js';
import type { Match, Reading } from '../../rule/rule.js';
import { mayStand } from './conditions.js';
import type { RuleInUse } from './rule-in-use.js';

/** A match, with the group in the pack that defines its conditions. */
export type Found = Match & { readonly of?: PackGroup | undefined };

/** A rendering in the form that each active rule reads. */
export interface Readings {
  /** Returns true if one of the rule's phrases occurs, even if its conditions are not met. */
  hasMatch(use: RuleInUse): boolean;
  of(use: RuleInUse): Reading;
}

/** Reads texts and words that rules ask for. */
interface TextReader {
  /** Returns true if a single word is in a word class. */
  saysWord(name: string, words: Rendering['words'], at: number): boolean;
  /** Reads a text in place of the text of a rendering. */
  readInstead(text: string, rendering: Rendering, today: string): Readings;
}

/** The matches in a rendering, by rule, and what found them. */
export interface FoundIn {
  readonly rendering: Rendering;
  readonly today: string;
  readonly found: ReadonlyMap<RuleInUse, Found[]>;
  readonly pack: LanguagePack;
  /** Reads other texts. */
  readonly reader: TextReader;
}

/** Creates what each rule reads. Everything but the matches is the same for all rules. */
export class RenderingReadings implements Readings {
  readonly #in: FoundIn;
  readonly #known = new Map<RuleInUse, Reading>();
  readonly #shared: Pick<Reading, 'inContext' | 'says' | 'first'>;

  constructor(foundIn: FoundIn) {
    const { rendering, pack, reader } = foundIn;
    const { words } = rendering;
    this.#in = foundIn;
    this.#shared = {
      inContext: (match, contexts) => isInContext(rendering, match, contexts),
      says: (name, { from, to }) =>
        to === from + 1 && words[from]?.kind === 'word'
          ? reader.saysWord(name, words, from)
          : pack.ask(name, words, from, to) !== undefined,
      first: (name, { from, to }) => pack.ask(name, words, from, to),
    };
  }

  hasMatch(use: RuleInUse): boolean {
    return this.#in.found.has(use);
  }

  of(use: RuleInUse): Reading {
    let reading = this.#known.get(use);
    if (!reading) {
      const { rendering, today, found, reader } = this.#in;
      const { inContext, says, first } = this.#shared;
      const own = found.get(use);
      const matches = own ? standing(own, this.#in) : noMatches;
      const of = (text: string) => reader.readInstead(text, rendering, today).of(use);
      reading = { rendering, today, matches, inContext, says, first, of };
      this.#known.set(use, reading);
    }
    return reading;
  }
}

function inOrder(one: Found, other: Found): number {
  return one.from - other.from || other.to - one.to;
}

const NO_MATCHES: readonly Match[] = [];

function noMatches(): readonly Match[] {
  return NO_MATCHES;
}

/**
 * Returns a function that finds the valid matches of a group, or of all groups. Matches are tested when their group is
 * first requested.
 */
function standing(found: Found[], { rendering, pack }: FoundIn): Reading['matches'] {
  const isSorted = found.every((match, at) => at === 0 || inOrder(found[at - 1] as Found, match) <= 0);
  const all = isSorted ? found : found.sort(inOrder);
  const around = { all, rendering, pack };
  const valid = (matches: readonly Found[]) =>
    matches.filter((match) => !match.of || mayStand(match, match.of, around));
  const known = new Map<string | undefined, readonly Match[]>();
  let byGroup: ReadonlyMap<string, Found[]> | undefined;
  return (group) => {
    let matches = known.get(group);
    if (!matches) {
      // Most rules have few groups, and ask for all of them at once.
      if (group !== undefined) byGroup ??= groupsOf(all);
      const own = group === undefined ? all : byGroup?.get(group);
      matches = own ? valid(own) : NO_MATCHES;
      known.set(group, matches);
    }
    return matches;
  };
}

function groupsOf(matches: readonly Found[]): ReadonlyMap<string, Found[]> {
  const groups = new Map<string, Found[]>();
  for (let at = 0; at < matches.length; at += 1) {
    const match = matches[at] as Found;
    addToList(groups, match.group, match);
  }
  return groups;
}
