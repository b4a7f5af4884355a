import { homeOf } from '../home.js';
import { firstReported, keepFirst } from '../kept-replies.js';
import type { Digest, DigestReading, Digests, LibraryFacts, Place } from '../library-steps.js';
import { type FormOfAddress, spokenForms } from '../spoken-form.js';

/** The form in which a reply speaks, from one end to the other. Plain data. */
export interface FormOfReply {
  readonly form: FormOfAddress;
  /** The first words in that form. */
  readonly place: Place;
}

/** Replies that speak in the rarer form of their library. */
export interface StrayForm {
  /** The first of them that is reported. */
  readonly at: Digest<FormOfReply>;
  /** One that speaks as most do. */
  readonly typical: Digest<FormOfReply>;
  /** How many speak as most do, and of how many. */
  readonly usual: number;
  readonly total: number;
  /** The others in the rarer form: indexes of the first ones. */
  readonly others: readonly number[];
}

interface Counted {
  count: number;
  readonly replies: number[];
}

/** Of fewer replies, nobody can tell how they speak. */
const FEWEST = 5;
/** In percent. */
const MAJORITY = 75;

/** The form of the first rendering that speaks in one form throughout. Undefined if none does. */
export function spokenForm(readings: readonly DigestReading[]): FormOfReply | undefined {
  for (const reading of readings) {
    const spoken = spokenForms(reading);
    const [first] = spoken;
    if (first && spoken.every(({ form }) => form === first.form))
      return { form: first.form, place: reading.place({ start: first.start, end: first.end }) };
  }
  return undefined;
}

/** The replies that address the customer in another form than most replies of their file or folder, language and form. */
export function* strayForms(
  digests: Digests<FormOfReply>,
  isReported: LibraryFacts['isReported'],
): Generator<StrayForm> {
  for (const { familiar, formal } of countedForms(digests)) {
    const [rare, usual] = familiar.count < formal.count ? [familiar, formal] : [formal, familiar];
    const total = rare.count + usual.count;
    if (rare.count === 0 || total < FEWEST || usual.count * 100 < total * MAJORITY) continue;
    const index = firstReported(rare.replies, isReported);
    yield {
      at: digests.at(index),
      typical: digests.at(usual.replies[0] ?? 0),
      usual: usual.count,
      total,
      others: rare.replies.filter((one) => one !== index),
    };
  }
}

function countedForms(digests: Digests<FormOfReply>): Iterable<Record<FormOfAddress, Counted>> {
  const libraries = new Map<string, Record<FormOfAddress, Counted>>();
  for (const { index, reply, data } of digests) {
    // Chats are looser than letters, and a brand or a country in a folder of its own speaks in its own way.
    const home = homeOf(reply);
    const key = [home, reply.locale, reply.form].join('\n');
    const counted = libraries.get(key) ?? {
      familiar: { count: 0, replies: [] },
      formal: { count: 0, replies: [] },
    };
    libraries.set(key, counted);
    counted[data.form].count += 1;
    keepFirst(counted[data.form].replies, index);
  }
  return libraries.values();
}
