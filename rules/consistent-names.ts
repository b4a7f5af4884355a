import {
  type Digest,
  defineLibraryRule,
  type LibraryFacts,
  meanSame,
  type Place,
  type WrittenPlaceholder,
  writtenPlaceholder,
} from 'replylint/rule';
import { examples } from './consistent-names/examples.js';

interface Used extends WrittenPlaceholder {
  readonly place: Place;
}

interface Kept {
  readonly placeholders: readonly Used[];
  readonly helpdesk?: string;
}

/** A way of writing, with the replies that have it. */
interface Way {
  used: Used;
  count: number;
  isReported: boolean;
  /** Indexes of the first ones, and of the first one that is reported. */
  readonly replies: number[];
}

/** So many replies are named with each way. */
const MOST_NAMED = 20;

export default defineLibraryRule({
  id: 'consistent-names',
  segment: 'library',
  principle: 'Write each placeholder in one way.',
  why: 'Of two names for one value, the help desk knows one. The other one reaches the customer with its brackets.',
  source: 'The help desks’ documentation',
  presets: { recommended: 'warn' },
  options: {
    ignore: { type: 'list', default: [], description: 'Placeholders that are not compared, as written.' },
  },
  digest(readings, { ignore }): Kept | undefined {
    const found = new Map<string, Used>();
    for (const { rendering, place } of readings)
      for (const word of rendering.words) {
        const written = writtenPlaceholder(word, rendering);
        if (!written || ignore.includes(word.placeholder?.text ?? '')) continue;
        if (!found.has(written.way) || written.greets) found.set(written.way, { ...written, place: place(word) });
      }
    const helpdesk = readings[0]?.rendering.reply.helpdesk;
    return found.size > 0 ? { placeholders: [...found.values()], ...(helpdesk && { helpdesk }) } : undefined;
  },
  *judge(digests, _, { isReported }) {
    for (const ways of librariesOf(digests, isReported).values()) {
      const byUse = [...ways.values()].sort((one, other) => other.count - one.count);
      for (const [rank, { used, count, replies }] of byUse.entries()) {
        const usual = byUse.slice(0, rank).find((more) => meanSame(more.used, used));
        const [first = 0] = replies;
        if (!usual) continue;
        const at = replies.find((index) => isReported({ index })) ?? first;
        const placeOf = (index: number, { way }: Used) =>
          digests.at(index).data.placeholders.find((one) => one.way === way)?.place;
        yield {
          at: { index: at },
          place: placeOf(at, used),
          message: `“${used.place.words}” stands for the same as “${usual.used.place.words}” (${count} and ${usual.count} replies)`,
          suggestions: [`Write ${usual.used.place.words} everywhere`],
          about: [
            ...usual.replies.slice(0, 1).map((index) => ({ at: { index }, place: placeOf(index, usual.used) })),
            ...replies.filter((one) => one !== at).map((index) => ({ at: { index }, place: placeOf(index, used) })),
          ],
        };
      }
    }
  },
  examples,
});

/** The ways of writing in each help desk and language. */
function librariesOf(
  digests: Iterable<Digest<Kept>>,
  isReported: LibraryFacts['isReported'],
): ReadonlyMap<string, ReadonlyMap<string, Way>> {
  const libraries = new Map<string, Map<string, Way>>();
  for (const { index, reply, data } of digests) {
    const library = `${data.helpdesk ?? ''} ${reply.locale.split('-')[0]}`;
    const ways = libraries.get(library) ?? new Map<string, Way>();
    libraries.set(library, ways);
    for (const used of data.placeholders) {
      const way = ways.get(used.way) ?? { used, count: 0, isReported: false, replies: [] };
      way.count += 1;
      if (used.greets && !way.used.greets) way.used = used;
      const isFirstReported = !way.isReported && isReported({ index });
      way.isReported ||= isFirstReported;
      if (way.replies.length < MOST_NAMED || isFirstReported) way.replies.push(index);
      ways.set(used.way, way);
    }
  }
  return libraries;
}
