import { insertedName } from '../model/inserted.js';
import { type Anchors, anchorsIn, mayHaveAnchor } from './anchors.js';
import type { DigestReading, Digests, Place } from './library-steps.js';
import { slipOfInclude } from './placeholder/written.js';

/** A reference in a reply, either by name or by path. */
export interface Reference {
  /**
   * What the reference points to. `include`: a text of the same export; `insert`: a text of the run in a folder of
   * dynamic content; `anchor`: a place in the same text; `file`: a file on disk.
   */
  readonly kind: 'include' | 'insert' | 'anchor' | 'file';
  /** The name, or the path as written but without query and fragment. */
  readonly target: string;
  /** The anchor in the file, without `#`. */
  readonly anchor?: string;
  readonly place: Place;
  /** True if the target certainly does not exist. This is not known of files and inserts until the library is judged. */
  readonly isDead: boolean;
}

/** Matches links and images in Markdown and HTML. Every quantifier is bounded. */
const MARKUP =
  /\]\(\s{0,9}<?([^\s()<>]{1,500})>?(?:\s{1,9}["'(][^\n]{0,200})?\)|\b(?:href|src)\s{0,9}=\s{0,9}["']([^"'\s<>]{1,500})["']/gi;
/** Extensions of files that are kept next to texts. Other extensions may be domain endings. */
const FILE = /^[^:?#{}[\]]{1,300}\.(?:png|jpe?g|gif|svg|webp|pdf|md|markdown|html?|txt|docx?|xlsx?|csv|zip|mp4)$/i;
/** Matches the anchor at the end of a path to a text with headings or named places. */
const ANCHOR = /\.(?:md|markdown|html?)#([\p{L}\p{N}][^\s{}]{0,300})$/iu;
/** Matches text files in which a path can lead to another file. */
const TEXT_FILE = /\.(?:md|markdown|mdown|html?|txt)$/i;

/**
 * Returns the references of a reply that can be checked: dynamic content, anchors and files. References with unknown
 * targets are left out.
 */
export function referencesIn(reading: DigestReading): Reference[] {
  return [...includesIn(reading), ...linksIn(reading)];
}

/** Matches a placeholder for dynamic content. */
const DYNAMIC = /^\{\{\s{0,9}(dc\.[\w-]{1,200})\s{0,9}\}\}$/;

function* includesIn({ rendering, place }: DigestReading): Generator<Reference> {
  const { included = [] } = rendering.reply;
  for (const { placeholder, start, end } of rendering.words) {
    const name = placeholder && DYNAMIC.exec(placeholder.text)?.[1];
    if (name === undefined) continue;
    const folded = name.toLowerCase();
    if (included.length === 0)
      yield { kind: 'insert', target: folded.slice('dc.'.length), place: place({ start, end }), isDead: false };
    else if (!included.some((known) => known.toLowerCase() === folded)) {
      // The rule for placeholders already reports typos and suggests the intended name.
      const isDead = slipOfInclude(name, included) === undefined;
      yield { kind: 'include', target: name, place: place({ start, end }), isDead };
    }
  }
}

function* linksIn({ rendering, placeInBody }: DigestReading): Generator<Reference> {
  const { reply } = rendering;
  if (!TEXT_FILE.test(reply.file.path) || !/\]\(|href|src/i.test(reply.body)) return;
  const code = codeIn(reply.body);
  let anchors: Anchors | undefined;
  const own = () => {
    anchors ??= anchorsIn(reply.file.text);
    return anchors;
  };
  for (const match of reply.body.matchAll(MARKUP)) {
    const written = match[1] ?? match[2] ?? '';
    const start = match.index + match[0].indexOf(written);
    if (code.some((span) => span.start <= start && start < span.end)) continue;
    const place = () => placeInBody({ start, end: start + written.length });
    if (/^#[\p{L}\p{N}][^\s{}%]*$/u.test(written)) {
      const target = decoded(written.slice(1));
      yield { kind: 'anchor', target, place: place(), isDead: !mayHaveAnchor(own(), target) };
      continue;
    }
    const path = decoded(written.replace(/[?#].*$/s, ''));
    if (!FILE.test(path) || /^\/|%/.test(path) || isAddress(path)) continue;
    const fragment = ANCHOR.exec(written)?.[1];
    const anchor = fragment === undefined ? {} : { anchor: decoded(fragment) };
    yield { kind: 'file', target: path, ...anchor, place: place(), isDead: false };
  }
}

/** Returns true for an address without a scheme, such as `example.com/guide.pdf`. */
function isAddress(path: string): boolean {
  const [first = '', ...rest] = path.split('/');
  return rest.length > 0 && /^[\w-]+(?:\.[\w-]+)+$/.test(first);
}

function codeIn(body: string): readonly { readonly start: number; readonly end: number }[] {
  return [...body.matchAll(/```[\s\S]*?(?:```|$)|`[^`\n]{1,500}`|<!--[\s\S]*?(?:-->|$)/g)].map(
    ({ index, 0: text }) => ({
      start: index,
      end: index + text.length,
    }),
  );
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Minimum number of texts in a folder of dynamic content, so that others are missing from it. */
const FEWEST_INSERTED = 3;

/** Returns true for a text that a help desk inserts into replies. */
export function isInserted({ rendering: { reply } }: DigestReading): boolean {
  return insertedName(reply.file.path) !== undefined;
}

/**
 * Returns the names of the texts that a help desk inserts into replies.
 * @returns undefined if the run contains too few to say that others do not exist
 */
export function insertedNames(digests: Digests<unknown>): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const { reply } of digests) {
    const name = insertedName(reply.file);
    if (name !== undefined) names.add(name);
  }
  return names.size < FEWEST_INSERTED ? undefined : names;
}
