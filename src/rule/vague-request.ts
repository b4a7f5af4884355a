import type { Match, Reading } from './rule.js';

/** What a sentence says beside the vague words, found once for all of them. */
interface Surroundings {
  readonly asks: boolean;
  /** Word index of the first offer, and of the last thing that is named. */
  readonly firstOffer: number;
  readonly lastNamed: number;
  /** Word indexes at which a clause opens. */
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

/** The customer is to say it, and what they are to say does not follow: after a colon, in a list, in a clause. */
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

/** In words: “details of what you did”; further on, “what” belongs to another thought. */
const NEAR = 2;
/** In characters and words: what is looked at after the request in its sentence. */
const LONGEST_REST = 400;
