import { addToList } from '../../model/lists-by-key.js';
import type { Word } from '../../model/rendering.js';
import type { DigestReading } from '../library-steps.js';
import type { Fact } from './fact.js';
import { partsOf } from './parts.js';
import { qualifiersIn } from './qualifiers.js';
import { aboutOf, type WordSenses } from './scope.js';

/** Number of letters at the start of an email address that are looked for in the text. */
const STEM = 4;
/** Maximum number of addresses in a sentence. A longer list does not say what each address is for. */
const MOST_ADDRESSES = 20;

/**
 * Yields the email addresses in a reply. Also yields the address to write to about the subject of a sentence, unless it
 * is for a special topic, and the address of customer service.
 */
export function* mailsIn(reading: DigestReading, senses: WordSenses): Generator<Fact> {
  const { words, sentences, reply } = reading.rendering;
  const addresses = new Map<number, Word[]>();
  for (const word of words) if (word.kind === 'address') addToList(addresses, word.sentence, word);
  let stems: ReadonlySet<string> | undefined;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as Word;
    if (word.kind !== 'address' || word.quoted || word.code) continue;
    const { folded: value, sentence } = word;
    if (!/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(value)) continue;
    const place = reading.place(word);
    yield { kind: 'addresses', about: '', value, place };
    const within = sentences[sentence];
    const domain = value.split('@')[1];
    const isForAll = senses.cares.has(at);
    const isCare = senses.cares.get(at) === '';
    if (within && isCare && !senses.areNamedIn(sentence))
      yield { kind: 'mailboxes', about: `~ ${domain}`, value, place };
    const all = addresses.get(sentence) ?? [];
    if (all.length > MOST_ADDRESSES) continue;
    const others = all.filter(({ folded }) => folded !== value);
    const stem = value.slice(0, STEM);
    stems ??= stemsOf(reading, senses);
    // In a reply about privacy, “privacy@…” is the address for that topic only.
    const isSpecial = stems.has(stem) || reply.title?.toLowerCase().includes(stem);
    if (!within || others.some(({ folded }) => folded.includes('@')) || isSpecial) continue;
    const isLeftOut = (index: number) => index === at || senses.contact.has(index);
    if (others.length === 0) {
      const told = aboutOf(reading, within, senses, isLeftOut).words;
      const conditions = senses.conditionsOf(sentence);
      // “Mail jobs@…” says what the address is for, although no other word does.
      if (told.length > 0 || isForAll)
        yield { kind: 'mailboxes', about: [domain, ...told, '|', ...conditions].join(' '), value, place };
    }
    const parts = partsOf(reading, senses, within).filter(
      ({ from, to, isConditional }) => isConditional || (from <= at && at < to),
    );
    const topic = { from: at, to: at + 1 };
    const qualifiers = qualifiersIn(reading, senses, { sentence: within, parts, topic, isLeftOut });
    const desks = senses.desksOf(sentence);
    if (qualifiers.length > 0 || isForAll)
      yield { kind: 'mailboxes', about: ['=', domain, ...qualifiers, '|', ...desks].join(' '), value, place };
  }
}

/** Returns the first letters of each word, without words such as “email”. */
function stemsOf({ rendering: { words } }: DigestReading, senses: WordSenses): ReadonlySet<string> {
  const told = words.filter(({ kind }, index) => kind === 'word' && !senses.contact.has(index));
  return new Set(told.map(({ folded }) => folded.slice(0, STEM)));
}
