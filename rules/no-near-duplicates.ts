import {
  areVariants,
  type Compared,
  comparableWords,
  type Difference,
  type Digest,
  defineLibraryRule,
  differencesBetween,
  Neighbors,
  picturesIn,
  shownWord,
  tellApart,
} from 'replylint/rule';
import { examples } from './no-near-duplicates/examples.js';

interface Kept {
  /** With blanks between. */
  readonly words: string;
  readonly locale?: string;
  readonly channel?: string;
  readonly part?: string;
  readonly pictures?: boolean;
}

/** So many differences, and so many other replies, are named. */
const MOST_NAMED = 3;

export default defineLibraryRule({
  id: 'no-near-duplicates',
  segment: 'library',
  principle: 'Keep one reply for one case.',
  why: 'Of two replies that say the same, one is corrected and the other one is sent.',
  source: 'The key to great customer service',
  presets: { recommended: 'warn' },
  options: {
    similarity: {
      type: 'count',
      default: 85,
      minimum: 50,
      description: 'The share of words that two replies have in common, in percent.',
    },
    minWords: { type: 'count', default: 10, minimum: 1, description: 'Shorter replies are not compared.' },
  },
  digest(readings, { minWords }): Kept | undefined {
    const words = comparableWords(readings.map(({ rendering }) => rendering));
    const reply = readings[0]?.rendering.reply;
    if (!reply || words.length < minWords) return undefined;
    const { channel } = reply.declared;
    const locale = reply.declared.locale ?? reply.declared.localeInPath;
    return {
      words: words.join(' '),
      ...(locale !== undefined && { locale }),
      ...(channel !== undefined && { channel }),
      ...(reply.part && { part: reply.part.name }),
      ...(readings.some(({ rendering }) => picturesIn(rendering).length > 0) && { pictures: true }),
    };
  },
  *judge(digests, { similarity }, { isReported }) {
    const neighbors = new Neighbors();
    for (const { data } of digests) neighbors.count(data.words.split(' '));
    const clusters = new Map<number, number[]>();
    for (const digest of digests) {
      const words = digest.data.words.split(' ');
      const first = neighbors.near(words).find((key) => isNear(digests.at(key), digest, similarity));
      if (first === undefined) neighbors.add(digest.index, words);
      else clusters.set(first, [...(clusters.get(first) ?? []), digest.index]);
    }
    for (const [index, members] of clusters) {
      const first = digests.at(index);
      const at = members.find((member) => isReported({ index: member })) ?? members[0] ?? index;
      const others = members.filter((member) => member !== at);
      const more = others.slice(0, MOST_NAMED).map((member) => named(digests.at(member)));
      const found = digests.at(at);
      yield {
        at: found,
        message: `${message(first, found, similarity)}${moreInWords(more, others.length)}`,
        suggestions: ['Keep one of them, or say in the titles when to use which'],
        about: [first, ...others.map((member) => ({ index: member }))].map((one) => ({ at: one })),
      };
    }
  },
  examples,
});

/** At most so many words of two replies are not in the other one. */
function changesBetween(one: Kept, other: Kept, similarity: number): readonly Difference[] | undefined {
  const [before, after] = [one.words.split(' '), other.words.split(' ')];
  const most = Math.floor(((before.length + after.length) * (100 - similarity)) / 100);
  return differencesBetween(before, after, most);
}

function isNear(one: Digest<Kept>, other: Digest<Kept>, similarity: number): boolean {
  const [a, b] = [comparedOf(one), comparedOf(other)];
  if (areVariants(a, b)) return false;
  const differences = changesBetween(one.data, other.data, similarity);
  return differences !== undefined && !tellApart(differences, a, b);
}

function comparedOf({ reply, data }: Digest<Kept>): Compared {
  return { ...reply, ...data, length: data.words.split(' ').length };
}

function named({ reply }: Digest<Kept>): string {
  return `“${reply.title ?? reply.id}”`;
}

function message(first: Digest<Kept>, found: Digest<Kept>, similarity: number): string {
  const where =
    first.reply.title !== undefined && first.reply.file !== found.reply.file ? ` in ${first.reply.file}` : '';
  const differences = changesBetween(first.data, found.data, similarity) ?? [];
  if (differences.length === 0) return `Says the same as ${named(first)}${where}, word for word`;
  const shown = differences.slice(0, MOST_NAMED).map(differenceInWords);
  const rest = differences.length > shown.length ? ' …' : '';
  return `Says the same as ${named(first)}${where} in nearly the same words: ${shown.join(', ')}${rest}`;
}

function differenceInWords({ before, after }: Difference): string {
  const [was, is] = [before, after].map((words) => words.map(shownWord).join(' '));
  if (is === '') return `without “${was}”`;
  return was === '' ? `with “${is}”` : `“${is}” for “${was}”`;
}

function moreInWords(names: readonly string[], count: number): string {
  if (count === 0) return '';
  return `; so ${count === 1 ? 'does' : 'do'} ${names.join(', ')}${count > names.length ? ' …' : ''}`;
}
