import type { OffsetMap } from './offset-map.js';
import type { Form, Intent, Placeholder, PlaceholderRole, Reply, State, Topic } from './reply.js';
import type { Span } from './span.js';

/** One word, number, address or placeholder of a rendering. A contraction gives two words with one and the same span. */
export interface Word extends Span {
  /** Folded for matching: lower case, plain apostrophes, no soft hyphens. */
  readonly folded: string;
  readonly kind: 'word' | 'number' | 'address' | 'placeholder';
  readonly placeholder?: Placeholder;
  /** Index of its sentence. */
  readonly sentence: number;
  /** True in a quotation or a block quote. */
  readonly quoted: boolean;
  /** True in code, and for a label of a user interface. */
  readonly code: boolean;
}

/** Words up to a full stop, a line's end that ends a thought, or the end of a block. */
export interface Sentence extends Span {
  /** Index of the first word, and of the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Index of its block. */
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
   * True for a text that no customer receives by itself: one that a variable holds, or one arm of a reply with more texts than
   * are looked at.
   */
  readonly isPart: boolean;
  /** The language as a BCP 47 tag; `und` if the language is not recognized. */
  readonly locale: string;
  readonly form: Form;
  /**
   * True for a whole message that nothing but its length shows to be one: it neither greets nor signs nor speaks to
   * anybody by name, and the replies beside it show no habit.
   */
  readonly isBare: boolean;
  readonly intent: Intent;
  readonly state: State;
  readonly topics: readonly Topic[];
}
