import type { DigestReading } from '../library-steps.js';
import type { WordRange } from '../reading.js';
import type { Part } from './parts.js';
import { type ClassWords, HARMLESS, isForName, type WordSenses } from './scope.js';
import { singular } from './singular.js';

/** The words that can limit a fact to certain cases. */
interface Stretch {
  readonly sentence: WordRange;
  /** The parts of the sentence that state the fact or its conditions. */
  readonly parts: readonly Part[];
  /** The words that name the subject of the fact. */
  readonly topic: WordRange;
  /** The index of the number that states the fact. Default: the first word of the topic. */
  readonly stated?: number;
  /** Returns true for words that do not limit the fact. */
  readonly isLeftOut: (at: number) => boolean;
}

/**
 * Returns the words that limit a fact to certain cases: words before its subject (“sofa deliveries”), after a
 * preposition (“for sofas”) or in a condition (“if you paid by check”), and names.
 */
export function qualifiersIn(
  reading: DigestReading,
  senses: WordSenses,
  { sentence, parts, topic, stated = topic.from, isLeftOut }: Stretch,
): readonly string[] {
  const { words, text } = reading.rendering;
  const harmless: ClassWords[] = HARMLESS.map(senses.ofGroup);
  harmless.push(senses.theirs, senses.ours, senses.over, senses.parts, senses.conditionals, senses.scopes);
  const conditions = senses.ofGroup('condition');
  const tells = (at: number) => {
    const word = words[at];
    if (!word || isLeftOut(at) || senses.neutral.has(at) || senses.contact.has(at) || senses.subjects.has(at))
      return false;
    if (word.placeholder) return !isForName(word.placeholder);
    return word.kind !== 'number' && !harmless.some((group) => group.has(at));
  };
  /**
   * Returns the start of the words before the topic that count. In the part with the number, all of them count. In
   * another part, only those directly before the topic count.
   */
  const beforeTopic = (from: number, to: number) => {
    if (topic.from < from || topic.from >= to) return to;
    if (stated >= from && stated < to) return from;
    let begin = topic.from;
    // “Seminar rooms can be cancelled” is about these rooms.
    while (begin > from && senses.neutral.has(begin - 1)) begin -= 1;
    while (begin > from && tells(begin - 1)) begin -= 1;
    return begin;
  };
  const found = new Set<string>();
  const add = (at: number) => {
    const word = words[at];
    if (word && tells(at)) found.add(word.placeholder?.text ?? singular(word.folded));
  };
  for (const { from, to, isConditional } of parts) {
    const begin = beforeTopic(from, to);
    let isScoped = false;
    for (let at = from; at < to; at += 1) {
      if (senses.scopes.has(at)) isScoped = true;
      else if (isScoped && !tells(at) && !senses.neutral.has(at)) isScoped = false;
      if (isConditional || isScoped || (at >= begin && at < topic.to)) add(at);
    }
  }
  // “Acme Plus” is a name, although “plus” alone does not distinguish anything.
  const isSilent = (at: number) => isLeftOut(at) || senses.neutral.has(at) || senses.contact.has(at);
  for (let at = sentence.from + 1; at < sentence.to; at += 1) {
    const word = words[at];
    if (word?.kind !== 'word' || !/\p{Lu}/u.test(text[word.start] ?? '') || isSilent(at)) continue;
    if (!senses.subjects.has(at) && !conditions.has(at)) found.add(singular(word.folded));
  }
  return [...found].sort();
}
