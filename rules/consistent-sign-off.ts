import { type Digest, defineLibraryRule, type Place, signatureOf } from 'replylint/rule';
import { examples } from './consistent-sign-off/examples.js';

interface Signed {
  /** In lower case, with all persons alike. */
  readonly as: string;
  readonly place: Place;
}

/** The replies that sign in one way: how many, and the indexes of the first ones. */
interface Way {
  readonly as: string;
  count: number;
  readonly replies: number[];
  /** Folders or files of these replies. */
  readonly homes: Map<string, number>;
}

const PERSON = '(person)';
/** Of fewer replies, nobody can tell how they sign. */
const FEWEST = 5;
const MOST_KEPT = 20;
/** A brand of its own has at least so many replies of its own. */
const FEWEST_OF_BRAND = 3;

export default defineLibraryRule({
  id: 'consistent-sign-off',
  segment: 'library',
  principle: 'Sign all replies in the same way.',
  why: 'Customers who are helped by “Acme Support” today and by “The Acme Team” tomorrow wonder who has their case.',
  source: 'Excellence In Customer Service: Concluding',
  presets: { recommended: 'warn' },
  appliesTo: { forms: ['full'] },
  options: {
    majority: {
      type: 'count',
      default: 75,
      minimum: 51,
      description: 'Report the others if so many of the replies sign in the same way, in percent.',
    },
    persons: { type: 'flag', default: false, description: 'Also report teams among persons, and persons among teams.' },
  },
  digest(readings): Signed | undefined {
    for (const { rendering, place } of readings) {
      const signature = signatureOf(rendering);
      if (!signature) continue;
      const { start, end } = signature.line;
      const written = rendering.text
        .slice(start, end)
        .replace(/[\s*_~—–-]+/g, ' ')
        .trim()
        .toLowerCase();
      return { as: signature.by === 'person' ? PERSON : written, place: place({ start, end }) };
    }
    return undefined;
  },
  *judge(digests, { majority, persons }, { isReported }) {
    for (const ways of waysOf(digests, persons).values()) {
      const total = ways.reduce((sum, { count }) => sum + count, 0);
      const [usual, ...others] = ways.toSorted((one, other) => other.count - one.count);
      if (!usual || total < FEWEST || usual.count * 100 < total * majority) continue;
      for (const way of others.filter((other) => !isBrand(other, ways))) {
        const [first = 0] = way.replies;
        const at = digests.at(way.replies.find((index) => isReported({ index })) ?? first);
        const typical = digests.at(usual.replies[0] ?? 0);
        yield {
          at,
          place: at.data.place,
          message: `“${at.data.place.words}” signs ${way.count === 1 ? 'this reply' : `${way.count} replies`}, but “${typical.data.place.words}” signs ${usual.count} of ${total}`,
          suggestions: ['Sign as the other replies do'],
          about: [typical, ...way.replies.filter((index) => index !== at.index).map((index) => ({ index }))].map(
            (one) => ({ at: one }),
          ),
        };
      }
    }
  },
  examples,
});

/** The ways of signing, by language. */
function waysOf(digests: Iterable<Digest<Signed>>, persons: boolean): ReadonlyMap<string, Way[]> {
  const found = new Map<string, Way[]>();
  for (const { index, reply, data } of digests) {
    if (data.as === PERSON && !persons) continue;
    const language = reply.locale.split('-')[0] ?? '';
    const ways = found.get(language) ?? [];
    found.set(language, ways);
    const known = ways.find(({ as }) => as === data.as);
    const way = known ?? { as: data.as, count: 0, replies: [], homes: new Map<string, number>() };
    if (!known) ways.push(way);
    const home = reply.pointer === '' ? reply.file.replace(/[^/]*$/, '') : reply.file;
    way.homes.set(home, (way.homes.get(home) ?? 0) + 1);
    way.count += 1;
    if (way.replies.length < MOST_KEPT) way.replies.push(index);
  }
  return found;
}

/** True if all replies of some folders or files sign so, and no others: it is another brand that signs. */
function isBrand(way: Way, ways: readonly Way[]): boolean {
  return [...way.homes].every(
    ([home, count]) => count >= FEWEST_OF_BRAND && !ways.some((other) => other !== way && other.homes.has(home)),
  );
}
