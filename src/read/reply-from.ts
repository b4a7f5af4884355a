import { bitsOf, foldTelltale, telltales } from '../language/telltale/index.js';

export { markupOf } from './markup-of-text.js';

import type { Declared, Helpdesk, Markup, PartOf, Reply } from '../model/reply.js';
import type { Broken, Value } from './container/value.js';
import type { Found } from './content.js';

/** What the surroundings of a text say about its reply. */
export interface About {
  readonly entry: Value;
  readonly id?: string | undefined;
  readonly slug?: string | undefined;
  readonly title?: string | undefined;
  readonly markup: Markup;
  readonly helpdesk?: Helpdesk | undefined;
  readonly declared?: Declared | undefined;
  readonly active?: boolean | undefined;
  readonly audience?: Reply['audience'] | undefined;
  readonly part?: PartOf | undefined;
  /** The plain-text version of the same message. */
  readonly twin?: Value | undefined;
}

/**
 * Yields the reply for a text. Yields nothing for a blank text, a notice for a test entry, and a problem if the
 * positions of the text are unknown.
 */
export function* replyFrom(value: Value | undefined, about: About): Generator<Found> {
  if (value?.kind !== 'text') return;
  const text = value.text();
  if (!text) {
    const message = 'Not checked: cannot map this text to its place in the file; write the text as a block (|) instead';
    yield { problem: { span: value.span, message, fatal: true, passage: value.passage } };
    return;
  }
  if (text.body.trim() === '') return;
  if (isTrial(text.body)) {
    const message = 'Skipped: looks like a test entry';
    yield { problem: { span: value.span, message, fatal: false, notice: true, passage: value.passage } };
    return;
  }
  const { entry, id, slug, title, markup, helpdesk, declared, active, audience, part } = about;
  const twin = about.twin?.pointer === value.pointer ? undefined : about.twin?.text();
  yield {
    reply: {
      id,
      ...(slug !== undefined && { slug }),
      title,
      pointer: value.pointer,
      start: entry.span.start,
      ...text,
      markup,
      helpdesk,
      ...(declared && { declared }),
      ...(active !== undefined && { active }),
      ...(audience && { audience }),
      ...(part && { part }),
      ...(twin && twin.body.trim() !== '' && { twin: { pointer: about.twin?.pointer ?? '', ...twin } }),
      passage: value.passage,
    },
  };
}

/** Matches random typing and dummy words that are common in test entries. */
const TYPED = /^(?:asdf\w{0,9}|qwer\w{0,9}|sdfg?\w{0,9}|foo\w{0,3}|bar|baz|xxx+|yyy+|zzz+|aaa+|abc)$/i;
const TRIAL = bitsOf('trial');
/** The telltale of words around the word “test”, as in `This is just a test`. */
const AROUND = bitsOf('around-trial');
const MOST_WORDS_OF_A_TRIAL = 8;
/** Maximum length of a test entry in UTF-16 units, including markup. */
const LONGEST_TRIAL = 120;

/** Returns true for a test entry, such as `test`, `asdf asdf`, `This is a test` or `Lorem ipsum …`. */
function isTrial(body: string): boolean {
  if (/^(?:\s|<[^<>]{0,100}>){0,9}lorem ipsum\b/i.test(body)) return true;
  if (body.length > LONGEST_TRIAL) return false;
  const words = body
    .replace(/<[^<>]*>|&nbsp;/g, ' ')
    .split(/[\s.,!?:;_-]+/)
    .filter((word) => word !== '');
  return (
    words.length <= MOST_WORDS_OF_A_TRIAL &&
    words.some(isTyped) &&
    words.every((word) => isTyped(word) || /^\d+$/.test(word) || telltales().isWhole(foldTelltale(word), AROUND))
  );
}

function isTyped(word: string): boolean {
  return TYPED.test(word) || telltales().isWhole(foldTelltale(word.replace(/(?<!\d)\d+$/, '')), TRIAL);
}

/** Returns the problem for a part that cannot be read. */
export function problemOf({ span, reason, passage }: Broken) {
  return { span, message: `Not checked: ${reason}`, fatal: true, passage };
}
