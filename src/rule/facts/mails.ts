import type { Word } from '../../model/rendering.js';
import type { DigestReading } from '../library-steps.js';
import type { Fact } from './fact.js';
import { partsOf } from './parts.js';
import { qualifiersIn } from './qualifiers.js';
import { aboutOf, type WordSenses } from './scope.js';

/** Number of letters at the start of an email address that are looked for in the text. */
const STEM = 4;

/**
 * Yields the email addresses in a reply. Also yields the address to write to about the subject of a sentence, unless it
 * is for a special topic, and the address of customer service.
 */
export function* mailsIn(reading: DigestReading, senses: WordSenses): Generator<Fact> {
  const { words, sentences, reply } = reading.rendering;
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
    const others = words.filter((one) => one.kind === 'address' && one.sentence === sentence && one.folded !== value);
    const stem = value.slice(0, STEM);
    // In a reply about privacy, “privacy@…” is the address for that topic only.
    const isSpecial =
      words.some(
        ({ kind, folded }, index) => kind === 'word' && folded.startsWith(stem) && !senses.contact.has(index),
      ) || reply.title?.toLowerCase().includes(stem);
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
