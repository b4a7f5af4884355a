import type { Span } from '../../model/span.js';
import type { DigestReading } from '../library-steps.js';
import type { Fact } from './fact.js';
import { ownersIn } from './owners.js';
import { partsOf } from './parts.js';
import { qualifiersIn } from './qualifiers.js';
import { aboutOf, type WordSenses } from './scope.js';
import { singular } from './singular.js';

/**
 * Number of letters at the start of an email address that are looked for in the text, and minimum length of a word that
 * is looked for in a path.
 */
const STEM = 4;

/**
 * Yields the email addresses in a reply. Also yields the address to write to about the subject of a sentence, unless it
 * is for a special topic.
 */
export function* mailsIn(reading: DigestReading, senses: WordSenses): Generator<Fact> {
  const { words, sentences, reply } = reading.rendering;
  for (const [at, word] of words.entries()) {
    if (word.kind !== 'address' || word.quoted || word.code) continue;
    const { folded: value, sentence } = word;
    if (!/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(value)) continue;
    const place = reading.place(word);
    yield { kind: 'addresses', about: '', value, place };
    const within = sentences[sentence];
    const others = words.filter((one) => one.kind === 'address' && one.sentence === sentence && one.folded !== value);
    const stem = value.slice(0, STEM);
    // In a reply about privacy, “privacy@…” is the address for that topic only.
    const isSpecial =
      words.some(
        ({ kind, folded }, index) => kind === 'word' && folded.startsWith(stem) && !senses.contact.has(index),
      ) || reply.title?.toLowerCase().includes(stem);
    if (!within || others.some(({ folded }) => folded.includes('@')) || isSpecial) continue;
    const domain = value.split('@')[1];
    const isLeftOut = (index: number) => index === at || senses.contact.has(index);
    if (others.length === 0) {
      const told = aboutOf(reading, within, senses, isLeftOut).words;
      const conditions = senses.conditionsOf(sentence);
      yield { kind: 'mailboxes', about: [domain, ...told, '|', ...conditions].join(' '), value, place };
    }
    const parts = partsOf(reading, senses, within).filter(
      ({ from, to, isConditional }) => isConditional || (from <= at && at < to),
    );
    const topic = { from: at, to: at + 1 };
    const qualifiers = qualifiersIn(reading, senses, { sentence: within, parts, topic, isLeftOut });
    const desks = senses.desksOf(sentence);
    yield { kind: 'mailboxes', about: ['=', domain, ...qualifiers, '|', ...desks].join(' '), value, place };
  }
}

/** The address of a web page, with its parts. */
interface PageLink {
  readonly scheme: string | undefined;
  readonly host: string;
  readonly path: string;
  readonly span: Span;
}

function pageLinksIn({ rendering: { links, words, text } }: DigestReading): readonly PageLink[] {
  const found = [
    ...links.map(({ url, start, end }) => ({ url, span: { start, end } })),
    ...words
      .filter(({ kind, code, folded }) => kind === 'address' && !code && !folded.includes('@'))
      // Not the folded word, because upper and lower case differ in a path.
      .map(({ start, end }) => ({ url: text.slice(start, end), span: { start, end } })),
  ];
  return found.flatMap(({ url, span }) => {
    const [, scheme, host, path] =
      /^(?:(https?):\/\/)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)(\/[^\s?#{}%]*)?(?:[?#]|$)/i.exec(url) ?? [];
    if (host === undefined) return [];
    return [{ scheme: scheme?.toLowerCase(), host: host.toLowerCase(), path: path?.replace(/\/$/, '') ?? '', span }];
  });
}

/** Yields the spellings of the links in a reply, and the pages that it names with words of their paths. */
export function* linksIn(reading: DigestReading, senses: WordSenses): Generator<Fact> {
  for (const link of pageLinksIn(reading)) {
    const { scheme, host, path, span } = link;
    const page = `${host}${path}`;
    const about = namedPage(reading, senses, link);
    if (scheme === undefined && about.length === 0) continue;
    const place = reading.place(span);
    if (scheme !== undefined) yield { kind: 'links', about: page, value: `${scheme}://${page}`, place };
    if (about.length > 0) yield { kind: 'pages', about: [host, ...about].join(' '), value: page, place };
  }
}

/** Maximum number of words before an address, or in a link, that can name the page, as in “our returns page at”. */
const NAME_OF_PAGE = 4;

/**
 * Returns the words that name a page: the words of the link, or those before a bare address. If the path contains none
 * of them, returns an empty list.
 */
function namedPage(
  reading: DigestReading,
  { neutral, contact }: WordSenses,
  { path, span }: PageLink,
): readonly string[] {
  if (path === '') return [];
  const { words } = reading.rendering;
  const first = words.findIndex(({ start }) => start >= span.start);
  const sentence = words[first]?.sentence;
  const isBare = words[first]?.kind === 'address';
  const [from, to] = isBare ? [Math.max(0, first - NAME_OF_PAGE), first] : [first, first + NAME_OF_PAGE];
  const told = new Set<string>();
  for (let at = from; at < to; at += 1) {
    const word = words[at];
    if (!word || word.sentence !== sentence || (!isBare && word.start >= span.end)) continue;
    if (word.kind !== 'word' || neutral.has(at) || contact.has(at)) {
      if (word.kind !== 'word') return [];
      continue;
    }
    told.add(singular(word.folded));
  }
  const isInPath = (word: string) => word.length >= STEM && path.toLowerCase().includes(word);
  if (![...told].some(isInPath)) return [];
  return [...told, ...ownersIn(reading, path, neutral, contact).filter((owner) => !told.has(singular(owner)))].sort();
}
