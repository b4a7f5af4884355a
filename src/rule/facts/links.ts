import type { Word } from '../../model/rendering.js';
import type { Span } from '../../model/span.js';
import type { DigestReading } from '../library-steps.js';
import type { Fact } from './fact.js';
import { ownersIn } from './owners.js';
import type { WordSenses } from './scope.js';
import { singular } from './singular.js';

/** Minimum length of a word that is looked for in a path. */
const STEM = 4;

/** The address of a web page, with its parts. */
interface PageLink {
  readonly scheme: string | undefined;
  /** Lowercase. Undefined if the address does not begin with it. */
  readonly www: string | undefined;
  readonly host: string;
  readonly path: string;
  readonly span: Span;
}

/** Matches the address of a web page with its parts. */
const PAGE = /^(?:(https?):\/\/)?(www\.)?([\w-]+(?:\.[\w-]+)+)(\/[^\s?#{}%]*)?(?:[?#]|$)/i;

function pageLinksIn({ rendering: { links, words, text } }: DigestReading): readonly PageLink[] {
  const found: PageLink[] = [];
  for (const { url, start, end } of links) add(url, { start, end });
  for (let at = 0; at < words.length; at += 1) {
    const { kind, code, folded, start, end } = words[at] as Word;
    // Not the folded word, because upper and lower case differ in a path.
    if (kind === 'address' && !code && !folded.includes('@')) add(text.slice(start, end), { start, end });
  }
  return found;

  function add(url: string, span: Span): void {
    const [, scheme, www, host, path = ''] = PAGE.exec(url) ?? [];
    if (host === undefined) return;
    found.push({
      ...{ scheme: scheme?.toLowerCase(), www: www?.toLowerCase(), host: host.toLowerCase() },
      ...{ path: path.replace(/\/$/, ''), span },
    });
  }
}

/** Yields the spellings of the links in a reply, and the pages that it names with words of their paths. */
export function* linksIn(reading: DigestReading, senses: WordSenses): Generator<Fact> {
  for (const link of pageLinksIn(reading)) {
    const { scheme, www, host, path, span } = link;
    const page = `${host}${path}`;
    const about = namedPage(reading, senses, link);
    if (scheme === undefined && path === '') continue;
    const written = { place: reading.place(span), ...(www !== undefined && { prefix: www }) };
    yield { kind: 'links', about: page, value: `${scheme ?? ''}://${page}`, ...written };
    if (about.length > 0) yield { kind: 'pages', about: [host, ...about].join(' '), value: page, ...written };
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
