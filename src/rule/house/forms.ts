import { languageCode, languageOf } from '../../language/index.js';
import { packOf } from '../../language/pack/load.js';
import { tokens } from '../../language/phrase/index.js';
import type { Reply } from '../../model/reply.js';
import { homeOf } from '../home.js';
import { firstReported, keepFirst } from '../kept-replies.js';
import type { Digest, DigestReading, Digests, LibraryFacts, Place } from '../library-steps.js';
import { type FormOfAddress, spokenForms } from '../spoken-form.js';

/** The form of address that a reply uses consistently. Plain data. */
export interface FormOfReply {
  readonly form: FormOfAddress;
  /** The place of the first words in that form. */
  readonly place: Place;
  /** Who the reply is for, if that is not customers in general: they have their own form of address. */
  readonly readers?: string;
}

/** Replies that use the rarer form of address in their library. */
export interface StrayForm {
  /** The first of these replies whose findings are reported. */
  readonly at: Digest<FormOfReply>;
  /** A reply that uses the same form as most others. */
  readonly typical: Digest<FormOfReply>;
  /** The number of replies that use the more common form, and the number of all replies. */
  readonly usual: number;
  readonly total: number;
  /** The indexes of the first other replies in the rarer form. */
  readonly others: readonly number[];
}

interface Counted {
  count: number;
  readonly replies: number[];
}

/** Minimum number of replies from which a usual form can be derived. */
const FEWEST = 5;
/** Minimum share of replies in the usual form, in percent. */
const MAJORITY = 75;

/** Returns the form of the first rendering that uses one form consistently. Undefined if none does. */
export function spokenForm(readings: readonly DigestReading[]): FormOfReply | undefined {
  for (const reading of readings) {
    const spoken = spokenForms(reading);
    const [first] = spoken;
    if (!first || !spoken.every(({ form }) => form === first.form)) continue;
    const { reply, locale } = reading.rendering;
    const readers = reply.declared.readers ?? childrenIn(reply, locale);
    const place = reading.place({ start: first.start, end: first.end });
    return { form: first.form, place, ...(readers !== undefined && { readers }) };
  }
  return undefined;
}

/** Returns the audience of a reply whose title or path says that it is for children. */
function childrenIn({ title = '', file }: Reply, locale: string): string | undefined {
  const name = `${file.path.replace(/[._/-]+/g, ' ')} ${title}`;
  const words = tokens(name, languageOf(locale));
  const found = packOf(languageCode(locale)).ask('@children', words, 0, words.length);
  return found && CHILDREN;
}

const CHILDREN = 'child';

/**
 * Yields the replies that address the customer in another form than most replies of the same file or folder, language,
 * form and audience.
 */
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
    // Chats are less formal than letters, and a folder for a brand or a country has its own form of address.
    const home = homeOf(reply);
    const key = [home, reply.locale, reply.form, data.readers].join('\n');
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
