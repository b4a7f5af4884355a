import { isInContext } from '../../language/contexts.js';
import type { LanguagePack } from '../../language/pack/pack.js';
import type { PackGroup } from '../../language/pack/write.js';
import type { Rendering } from '../../model/rendering.js';
import type { Match, Reading } from '../../rule/rule.js';
import { type Around, mayStand } from './conditions.js';
import type { RuleInUse } from './rule-in-use.js';

/** A match, with the group in the pack that defines its conditions. */
export type Found = Match & { readonly of?: PackGroup | undefined };

/** A rendering in the form that each active rule reads. */
export interface Readings {
  /** Returns true if one of the rule's phrases occurs, even if its conditions are not met. */
  hasMatch(use: RuleInUse): boolean;
  of(use: RuleInUse): Reading;
}

/** Reads texts that rules ask for. */
interface TextReader {
  /** Reads a text in place of the text of a rendering. */
  readInstead(text: string, rendering: Rendering, today: string): Readings;
}

/** The matches in a rendering, by rule, and what found them. */
export interface FoundIn {
  readonly rendering: Rendering;
  readonly today: string;
  readonly found: ReadonlyMap<RuleInUse, Found[]>;
  readonly pack: LanguagePack;
  readonly reader: TextReader;
}

/** Creates what each rule reads. Everything but the matches is the same for all rules. */
export class RenderingReadings implements Readings {
  readonly #in: FoundIn;
  readonly #shared: Pick<Reading, 'inContext' | 'says' | 'first'>;

  constructor(foundIn: FoundIn) {
    const { rendering, pack } = foundIn;
    const { words } = rendering;
    this.#in = foundIn;
    this.#shared = {
      inContext: (match, contexts) => isInContext(rendering, match, contexts),
      says: (name, { from, to }) => pack.ask(name, words, from, to) !== undefined,
      first: (name, { from, to }) => pack.ask(name, words, from, to),
    };
  }

  hasMatch(use: RuleInUse): boolean {
    return this.#in.found.has(use);
  }

  of(use: RuleInUse): Reading {
    const { rendering, today, found, reader } = this.#in;
    const { inContext, says, first } = this.#shared;
    const own = found.get(use);
    const matches = own ? standing(own, this.#in) : noMatches;
    const of = (text: string) => reader.readInstead(text, rendering, today).of(use);
    return { rendering, today, matches, inContext, says, first, of };
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
  const all = inTextOrder(found);
  const around = { all, rendering, pack };
  let valid: readonly Match[] | undefined;
  let byGroup: Map<string, readonly Match[]> | undefined;
  return (group) => {
    // Most rules have few groups, and ask for all of them at once.
    if (group === undefined) {
      valid ??= standingOf(all, around);
      return valid;
    }
    let matches = byGroup?.get(group);
    if (!matches) {
      matches = standingOf(ofGroup(all, group), around);
      byGroup ??= new Map();
      byGroup.set(group, matches);
    }
    return matches;
  };
}

function inTextOrder(found: Found[]): Found[] {
  for (let at = 1; at < found.length; at += 1)
    if (inOrder(found[at - 1] as Found, found[at] as Found) > 0) return found.sort(inOrder);
  return found;
}

function ofGroup(all: readonly Found[], group: string): readonly Found[] {
  let own: Found[] | undefined;
  for (let at = 0; at < all.length; at += 1) {
    const match = all[at] as Found;
    if (match.group !== group) continue;
    own ??= [];
    own.push(match);
  }
  return own ?? NO_FOUND;
}

const NO_FOUND: readonly Found[] = [];

/** Returns the matches whose conditions are met. */
function standingOf(matches: readonly Found[], around: Around): readonly Match[] {
  let stand: Found[] | undefined;
  for (let at = 0; at < matches.length; at += 1) {
    const match = matches[at] as Found;
    if (!match.of || mayStand(match, match.of, around)) stand?.push(match);
    else stand ??= matches.slice(0, at);
  }
  return stand ?? matches;
}
