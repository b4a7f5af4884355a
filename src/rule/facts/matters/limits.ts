import type { Sentence } from '../../../model/rendering.js';
import type { DigestReading } from '../../library-steps.js';
import type { WordRange } from '../../reading.js';
import { isForName, type WordSenses } from '../scope.js';
import { senseOf } from './words.js';

/** Finds the words that limit statements to certain cases. */
export function limitsFinder(reading: DigestReading, senses: WordSenses) {
  const { rendering } = reading;
  const { words, text, sentences, blocks } = rendering;
  let titled: readonly string[] | undefined;
  return { limitsIn, namesOf, titledIn };

  /**
   * Returns the words of a part that limit a statement.
   * @param isLeftOut returns true for words of the value
   * @param concepts the concepts that do not tell cases apart
   */
  function limitsIn(
    { from, to }: WordRange,
    isLeftOut: (at: number) => boolean,
    concepts: readonly string[],
  ): string[] {
    const found: string[] = [];
    for (let at = from; at < to; at += 1) {
      const word = words[at];
      if (!word || word.kind === 'address' || isLeftOut(at)) continue;
      if (word.placeholder) {
        if (!isForName(word.placeholder)) found.push(word.placeholder.text);
      } else if (word.kind === 'number') found.push(`#${word.folded}`);
      else if (isLimit(at, concepts)) found.push(senseOf(reading, at).name);
    }
    return found;
  }

  function isLimit(at: number, concepts: readonly string[]): boolean {
    const sense = senseOf(reading, at);
    if (sense.concepts.some((one) => concepts.includes(one))) return false;
    if (senses.ofGroup('usual').has(at) || senses.ofGroup('unit').has(at)) return false;
    return !sense.isCommon || isName(at);
  }

  /** Returns true for a capital letter inside a sentence: “Plus” is a name, although “plus” tells no cases apart. */
  function isName(at: number): boolean {
    const word = words[at];
    if (!word || sentences[word.sentence]?.from === at) return false;
    const written = text.slice(word.start, word.end);
    return /^\p{Lu}\p{Ll}/u.test(written) && written.toLowerCase() === word.folded;
  }

  /** Returns the names of the words of a condition. */
  function namesOf(condition: string, concepts: readonly string[]): readonly string[] {
    const read = senses.read(condition);
    return read.rendering.words.flatMap((_, at) => {
      const { name, concepts: own } = senseOf(read, at);
      return own.some((one) => concepts.includes(one)) ? [] : [name];
    });
  }

  /** Returns the telling words of the title and of the last heading before a sentence. */
  function titledIn({ block }: Sentence): readonly string[] {
    titled ??= tellingIn(rendering.reply.title);
    let heading = block;
    while (heading >= 0 && blocks[heading]?.kind !== 'heading') heading -= 1;
    const { start, end } = blocks[heading] ?? { start: 0, end: 0 };
    return [...titled, ...tellingIn(text.slice(start, end))];
  }

  function tellingIn(written = ''): readonly string[] {
    if (written.trim() === '') return [];
    const read = senses.readTitle(written);
    return read.rendering.words.flatMap(({ kind, folded }, at) => {
      const { isCommon, concepts, name } = senseOf(read, at);
      return kind !== 'word' || isCommon || concepts.length > 0 || folded.length < SHORTEST ? [] : [name];
    });
  }
}

/** Minimum length of a word in a title that names a case. */
const SHORTEST = 3;
