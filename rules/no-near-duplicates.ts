import {
  areVariants,
  type Compared,
  comparableWords,
  type Difference,
  type Digest,
  defineLibraryRule,
  differencesBetween,
  mirrorsIn,
  Neighbors,
  picturesIn,
  shownWord,
  tellApart,
} from 'replylint/rule';

interface Kept {
  /** Including the blanks between them. */
  readonly words: string;
  readonly locale?: string;
  readonly channel?: string;
  readonly part?: string;
  readonly pictures?: boolean;
}

const SENT =
  'Hi Kim,\n\nyour parcel has left our warehouse and will reach you within three days. You can follow the parcel with the number in your confirmation.\n\nBest,\nSam';
const LATE =
  'Hi Kim,\n\nthe carrier could not hand your order over yesterday. Please accept our apologies; it is handed over to a neighbor tomorrow if nobody opens.\n\nBest,\nSam';

const MOVED =
  'Hi Kim,\n\nour shop in Lyon has moved to the other side of the river, next to the old bridge. Tram 4 stops at its door, and the opening hours are as before.\n\nBest,\nSam';

/** So many differences, and so many other replies, are named. */
const MOST_NAMED = 3;

/** So many digests may be kept in memory. */
const MOST_KEPT = 2000;

export default defineLibraryRule({
  id: 'no-near-duplicates',
  segment: 'library',
  principle: 'Keep one reply per case.',
  why: 'When two replies say the same thing, one gets corrected and the other gets sent.',
  switchOff: 'Raise `similarity`, or switch it off if your help desk needs a copy of each reply for each brand.',
  source: 'The key to great customer service',
  presets: { recommended: 'warn' },
  options: {
    similarity: {
      type: 'count',
      default: 85,
      minimum: 50,
      description: 'The percentage of words that two replies must share to be reported.',
    },
    minWords: {
      type: 'count',
      default: 10,
      minimum: 1,
      description: 'Do not compare replies with fewer words than this.',
    },
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
    // The texts of a small library are taken apart once.
    const texts = digests.length <= MOST_KEPT ? [...textsOf(digests)] : { [Symbol.iterator]: () => textsOf(digests) };
    for (const { words } of texts) neighbors.count(words);
    const clusters = new Map<number, number[]>();
    const audiences = new Audiences();
    for (const { digest, words } of texts) {
      const audience = audiences.add(digest);
      const first = neighbors
        .near(words)
        .find((key) => audiences.at(key) === audience && isNear(digests.at(key), digest, similarity));
      if (first === undefined) neighbors.add(digest.index, words);
      else clusters.set(first, [...(clusters.get(first) ?? []), digest.index]);
    }
    const pairs = [...clusters].flatMap(([index, members]) => {
      const [first, other] = [digests.at(index), digests.at(members[0] ?? index)];
      return members.length === 1 ? [{ files: [first.reply.file, other.reply.file] as const, index, members }] : [];
    });
    for (const { file, folder, pairs: mirrored } of mirrorsIn(pairs)) {
      const about = mirrored.flatMap(({ index, members }) => [index, ...members]);
      const at = about.find((one) => isReported({ index: one })) ?? about[0];
      for (const { index } of mirrored) clusters.delete(index);
      if (at === undefined) continue;
      yield {
        at: digests.at(at),
        message: `${mirrored.length} replies of ${file} say the same as those in ${folder === '' ? 'the folder beside it' : folder}`,
        suggestions: ['Keep one of the two, or ignore the one that is generated'],
        about: about.filter((one) => one !== at).map((one) => ({ at: { index: one } })),
      };
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
        suggestions: ['Keep one of them, or use the titles to say when to use each'],
        about: [first, ...others.map((member) => ({ index: member }))].map((one) => ({ at: one })),
      };
    }
  },
  examples: {
    good: [
      {
        replies: [
          { title: 'Sent', text: SENT },
          { title: 'Late', text: LATE },
        ],
      },
      {
        replies: [
          { title: 'Sent (parcel)', text: SENT },
          { title: 'Sent (letter)', text: SENT.replace('parcel', 'letter') },
        ],
      },
      {
        replies: [
          { title: 'Parcel', text: SENT },
          { title: 'Letter', text: SENT.replaceAll('parcel', 'letter') },
        ],
      },
      { replies: [SENT, SENT.replace('three days', 'two days')] },
      { replies: [SENT.replace('our warehouse', 'Lyon'), SENT.replace('our warehouse', 'Turin')] },
      { replies: [LATE, LATE.replace('could not hand', 'could hand')] },
      {
        replies: [
          { locale: 'en-GB', text: SENT },
          { locale: 'en-US', text: SENT },
        ],
      },
      {
        replies: [
          { file: 'acme/sent.md', text: SENT },
          { file: 'zenith/sent.md', text: SENT },
        ],
      },
      {
        replies: [
          { form: 'chat', text: SENT },
          { form: 'full', text: SENT },
        ],
      },
      { replies: ['We will look into it.', 'We will look into it.'] },
    ],
    bad: [
      {
        replies: [
          ...[SENT, LATE, MOVED].map((text, index) => ({ file: 'all.md', title: `Case ${index}`, text })),
          ...[SENT, LATE, MOVED].map((text, index) => ({ file: `single/${index}.md`, text })),
        ],
        marks: ['Hi Kim'],
      },
      {
        replies: [
          { title: 'Sent', text: SENT },
          { title: 'On its way', text: SENT },
        ],
        marks: ['Hi Kim'],
      },
      { replies: [SENT, SENT.replace('Hi Kim', 'Dear Lou').replace('Sam', 'Kit')], marks: ['Dear Lou'] },
      {
        replies: [SENT.replace('Kim', '[Name]'), SENT.replace('Kim', '{{ticket.requester.first_name}}')],
        marks: ['Hi {{ticket.requester.first_name}}'],
      },
      {
        replies: [
          { title: 'Sent', text: SENT },
          LATE,
          { title: 'Sent (new)', text: SENT.replace('has left', 'just left') },
        ],
        marks: ['Hi Kim'],
      },
      {
        replies: [
          LATE,
          LATE.replace('Please accept our apologies', 'We apologize'),
          LATE.replace('handed over', 'given'),
        ],
        marks: ['Hi Kim'],
      },
    ],
  },
});

/** The maximum number of words that may appear in only one of two replies. */
function changesBetween(one: Kept, other: Kept, similarity: number): readonly Difference[] | undefined {
  const [before, after] = [one.words.split(' '), other.words.split(' ')];
  const most = Math.floor(((before.length + after.length) * (100 - similarity)) / 100);
  return differencesBetween(before, after, most);
}

function* textsOf(digests: Iterable<Digest<Kept>>): Generator<{ digest: Digest<Kept>; words: readonly string[] }> {
  for (const digest of digests) yield { digest, words: digest.data.words.split(' ') };
}

/** Whom each reply is for, as a number: those with different ones are variants, and none of them is looked at again. */
class Audiences {
  readonly #numbers = new Map<string, number>();
  readonly #byIndex: number[] = [];

  add({ index, reply, data: { locale, channel, pictures } }: Digest<Kept>): number {
    const key = JSON.stringify([locale, channel, reply.form, pictures ?? false]);
    const number = this.#numbers.get(key) ?? this.#numbers.size;
    this.#numbers.set(key, number);
    this.#byIndex[index] = number;
    return number;
  }

  at(index: number): number | undefined {
    return this.#byIndex[index];
  }
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
