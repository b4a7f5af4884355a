import type { OffsetMap } from './offset-map.js';
import type { Form, Intent, Placeholder, PlaceholderRole, Reply, State, Topic } from './reply.js';
import type { Span } from './span.js';

/** A word, number, address or placeholder in a rendering. A contraction gives two words with the same span. */
export interface Word extends Span {
  /** Normalized for matching: lowercase, plain apostrophes, no soft hyphens. */
  readonly folded: string;
  readonly kind: 'word' | 'number' | 'address' | 'placeholder';
  readonly placeholder?: Placeholder;
  /** The index of its sentence. */
  readonly sentence: number;
  /** True in a quotation or a block quote. */
  readonly quoted: boolean;
  /** True in code, and for a label in a user interface. */
  readonly code: boolean;
}

/** Words up to a period, an intended line end, or the end of a block. */
export interface Sentence extends Span {
  /** The index of the first word, and the index after the last. */
  readonly from: number;
  readonly to: number;
  /** The index of its block. */
  readonly block: number;
  readonly ends: '.' | '?' | '!' | '';
}

export type BlockKind = 'paragraph' | 'heading' | 'item' | 'quote' | 'code';

export interface Block extends Span {
  readonly kind: BlockKind;
}

/** A link that the customer can follow. */
export interface Link extends Span {
  readonly url: string;
}

/** A known fact about the subject of a conditional: “ticket.language” is one of “de”, “at”; `vip` is not true. */
export interface Condition {
  readonly subject: string;
  /** The role of the subject. A condition on the customer's name tests whether the name exists. */
  readonly role: PlaceholderRole;
  /** The values it is compared with; `true` for a condition that is not a comparison. */
  readonly values: readonly (string | true)[];
  /** True: it has one of the values. False: it has none of them. */
  readonly holds: boolean;
}

/** One text that a customer can receive, with one choice made at every conditional. Rules read renderings. */
export interface Rendering {
  readonly reply: Reply;
  /** The text as the customer reads it, with placeholders as written. Lines end with `\n`, blocks with two. */
  readonly text: string;
  /** Text → the reply's body. */
  readonly toBody: OffsetMap;
  /** Text → file. */
  readonly map: OffsetMap;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly words: readonly Word[];
  readonly links: readonly Link[];
  readonly placeholders: readonly Placeholder[];
  readonly conditions: readonly Condition[];
  /**
   * True for a text that no customer receives on its own: the value of a variable, or one arm of a reply with more
   * texts than are checked.
   */
  readonly isPart: boolean;
  /** The language as a BCP 47 tag; `und` if the language is not recognized. */
  readonly locale: string;
  readonly form: Form;
  /**
   * True if only its length suggests that it is a whole message: it has no greeting, signature or name, and the
   * neighboring replies show no habit.
   */
  readonly isBare: boolean;
  /** True for a reply that everybody can read: in an issue tracker, in a forum, under a review. */
  readonly isPublic: boolean;
  readonly intent: Intent;
  readonly state: State;
  readonly topics: readonly Topic[];
}
