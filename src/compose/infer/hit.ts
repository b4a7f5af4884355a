import type { Mark, Trace } from '../../language/evidence.js';
import type { Rendering } from '../../model/rendering.js';
import type { Form, Intent, Topic } from '../../model/reply.js';

/** A rendering whose form, intent and state have not been inferred yet. */
export type Loose = Omit<Rendering, 'form' | 'isBare' | 'isPublic' | 'intent' | 'state' | 'topics'>;

/** What a phrase can be evidence for. */
export type Group =
  | { readonly of: 'titles'; readonly name: Form | Intent }
  | { readonly of: 'marks'; readonly name: Mark }
  | { readonly of: 'intents'; readonly name: Intent; readonly clear: boolean }
  | { readonly of: 'state'; readonly name: Trace }
  | { readonly of: 'topics'; readonly name: Topic }
  | { readonly of: 'salutation' | 'farewell' };

/** Words of a rendering that match a phrase and are evidence. */
export interface Hit {
  readonly group: Group;
  readonly from: number;
  readonly to: number;
  /** The index of the sentence that contains the words. */
  readonly sentence: number;
}

/** Returns the words between two indexes as one line of text. */
export function wordsIn({ words, text }: Loose, { from, to }: { readonly from: number; readonly to: number }): string {
  const said = text.slice(words[from]?.start, words[to - 1]?.end);
  return /\s\s|[^\S ]/.test(said) ? said.replace(/\s+/g, ' ') : said;
}
