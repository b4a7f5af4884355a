import { clauseOf } from '../../language/contexts.js';
import type { Condition } from '../../language/folder/phrase-file.js';
import { languageOf } from '../../language/index.js';
import type { LanguagePack } from '../../language/pack/pack.js';
import type { PackGroup } from '../../language/pack/write.js';
import { MOST_FILLERS } from '../../language/phrase/arrays.js';
import { FILLER } from '../../language/phrase/kinds.js';
import type { Rendering } from '../../model/rendering.js';
import type { Match, WordRange } from '../../rule/rule.js';

/** What is needed to check the conditions of a match's group. */
export interface Around {
  /** All matches of the rule's phrases. */
  readonly all: readonly Match[];
  readonly rendering: Rendering;
  readonly pack: LanguagePack;
}

/**
 * Returns true if nothing excuses a match, everything that it requires is present, and no forbidden punctuation splits
 * it.
 */
export function mayStand(match: Match, group: PackGroup, around: Around): boolean {
  const { unbroken = false, unless, onlyWith } = group;
  if (unbroken && isBroken(match, around.rendering)) return false;
  if (onlyWith && !onlyWith.every((condition) => isMet(condition, match, around, false))) return false;
  return !unless?.some((condition) => isMet(condition, match, around, condition.within !== 'inside'));
}

/** @param outside true to exclude the words of the match itself */
function isMet({ words, within }: Condition, match: Match, around: Around, outside: boolean): boolean {
  const { all, rendering, pack } = around;
  const isClass = words.startsWith('@');
  const group = isClass ? '' : words.slice(1, -1);
  const isIn = (from: number, to: number) =>
    isClass
      ? pack.ask(words, rendering.words, from, to) !== undefined
      : all.some((other) => other.group === group && from <= other.from && other.to <= to);
  return rangesOf(within, match, rendering).some(({ from, to }) => {
    if (!outside || match.to <= from || to <= match.from) return isIn(from, to);
    return (from < match.from && isIn(from, match.from)) || (match.to < to && isIn(match.to, to));
  });
}

/** Returns the words within reach of a match, sentence by sentence. */
function rangesOf(within: Condition['within'], match: Match, rendering: Rendering): readonly WordRange[] {
  const { sentences } = rendering;
  switch (within) {
    case 'inside':
      return [match];
    case 'before':
      return [before(match, rendering)];
    case 'clause':
      return [clauseOf(rendering, match)];
    case 'sentence':
      return sentences.slice(match.sentence, match.sentence + 1);
    case 'nearby':
      return sentences.slice(Math.max(0, match.sentence - 1), match.sentence + 2);
    case 'reply':
      return sentences;
  }
}

/** Returns the word before a match in the same clause, with the fillers in between. */
function before(match: Match, rendering: Rendering): WordRange {
  const { kindsOf } = languageOf(rendering.locale);
  const clause = clauseOf(rendering, match);
  let { from } = match;
  while (from > clause.from && match.from - from <= MOST_FILLERS) {
    from -= 1;
    if (((kindsOf?.(rendering.words[from]?.folded ?? '') ?? 0) & (1 << FILLER)) === 0) break;
  }
  return { from, to: match.from };
}

/** Returns true if a comma, a dash or another separator is between two words of a match. */
function isBroken({ from, to }: Match, { text, words }: Rendering): boolean {
  for (let at = from + 1; at < to; at += 1)
    if (/[,;:()–—]|\s-\s/.test(text.slice(words[at - 1]?.end, words[at]?.start))) return true;
  return false;
}
