import type { Match, Reading } from './rule.js';

/** What a sentence contains in addition to the vague words. It is computed once for all of them. */
interface Surroundings {
  readonly asks: boolean;
  /** The word index of the first offer, and of the last thing that is named. */
  readonly firstOffer: number;
  readonly lastNamed: number;
  /** The word indexes at which clauses begin. */
  readonly clauses: ReadonlySet<number>;
}

const NOTHING: Surroundings = {
  asks: false,
  firstOffer: Number.POSITIVE_INFINITY,
  lastNamed: -1,
  clauses: new Set(),
};

const KNOWN = new WeakMap<Reading, ReadonlyMap<number, Surroundings>>();

function surroundingsOf(reading: Reading): ReadonlyMap<number, Surroundings> {
  const known = KNOWN.get(reading) ?? surroundingsIn(reading);
  KNOWN.set(reading, known);
  return known;
}

function surroundingsIn(reading: Reading): ReadonlyMap<number, Surroundings> {
  const found = new Map<number, Surroundings & { clauses: Set<number> }>();
  for (const { group, from, sentence } of reading.matches()) {
    const known = found.get(sentence) ?? { ...NOTHING, clauses: new Set<number>() };
    if (group === 'clause') known.clauses.add(from);
    found.set(sentence, {
      asks: known.asks || group === 'asks',
      firstOffer: group === 'offers' ? Math.min(known.firstOffer, from) : known.firstOffer,
      lastNamed: group === 'named' ? Math.max(known.lastNamed, from) : known.lastNamed,
      clauses: known.clauses,
    });
  }
  return found;
}

/** Returns true if the customer is asked for something that is not specified: no colon, list or clause follows. */
export function isVagueRequest(reading: Reading, { sentence, from, to, end }: Match): boolean {
  const around = surroundingsOf(reading).get(sentence) ?? NOTHING;
  const { sentences, blocks, text, words } = reading.rendering;
  const own = sentences[sentence];
  if (!own || !around.asks || around.firstOffer <= from || around.lastNamed >= to) return false;
  for (let at = to; at <= to + NEAR; at += 1) if (around.clauses.has(at)) return false;
  const rest = text.slice(end, Math.min(own.end + 2, end + LONGEST_REST));
  if (/[:：]|\(|\s[–—-]\s/.test(rest)) return false;
  if (
    words.slice(to, Math.min(own.to, to + LONGEST_REST)).some(({ kind, placeholder }) => kind !== 'word' || placeholder)
  )
    return false;
  const next = sentences[sentence + 1];
  return next === undefined || blocks[next.block]?.kind !== 'item';
}

/**
 * Maximum distance in words between a request and its clause, as in “details of what you did”. A “what” further away
 * belongs to another thought.
 */
const NEAR = 2;
/** Number of characters and words to examine after the request within its sentence. */
const LONGEST_REST = 400;
