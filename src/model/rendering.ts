import type { OffsetMap } from './offset-map.js';
import type { Form, Intent, Placeholder, PlaceholderRole, Reply, State, Topic } from './reply.js';
import type { Span } from './span.js';

/** A word, number, address or placeholder in a rendering. A contraction is split into two words with the same span. */
export interface Word extends Span {
  /** The word normalized for matching: in lowercase, with straight apostrophes and without soft hyphens. */
  readonly folded: string;
  readonly kind: 'word' | 'number' | 'address' | 'placeholder';
  readonly placeholder?: Placeholder;
  /** The index of the sentence that contains the word. */
  readonly sentence: number;
  /** True if the word is in a quotation or a block quote. */
  readonly quoted: boolean;
  /** True if the word is in code or in a label of a user interface. */
  readonly code: boolean;
}

/** A sequence of words that ends at a period, at an intended line break, or at the end of a block. */
export interface Sentence extends Span {
  /** The index of the first word, and the index after the last word. */
  readonly from: number;
  readonly to: number;
  /** The index of the block that contains the sentence. */
  readonly block: number;
  readonly ends: '.' | '?' | '!' | '';
}

export type BlockKind = 'paragraph' | 'heading' | 'item' | 'quote' | 'code';

export interface Block extends Span {
  readonly kind: BlockKind;
}

/** A link that the customer can click. */
export interface Link extends Span {
  readonly url: string;
}

/** A known fact about the subject of a conditional: “ticket.language” is one of “de”, “at”, or `vip` is not true. */
export interface Condition {
  readonly subject: string;
  /** The role of the subject. A condition on the customer's name tests whether the name exists. */
  readonly role: PlaceholderRole;
  /** The values that the subject is compared with. `true` stands for a condition that is not a comparison. */
  readonly values: readonly (string | true)[];
  /** True if the subject has one of the values. False if it has none of them. */
  readonly holds: boolean;
}

/** One text that a customer can receive, with a choice made at every conditional. Rules read renderings. */
export interface Rendering {
  readonly reply: Reply;
  /**
   * The text as the customer reads it, except that placeholders are not filled in. Lines end with `\n`, and blocks are
   * separated by a blank line.
   */
  readonly text: string;
  /** Maps offsets in the text to offsets in the reply's body. */
  readonly toBody: OffsetMap;
  /** Maps offsets in the text to offsets in the file. */
  readonly map: OffsetMap;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly words: readonly Word[];
  readonly links: readonly Link[];
  readonly placeholders: readonly Placeholder[];
  readonly conditions: readonly Condition[];
  /**
   * True for a text that no customer receives on its own: the value of a variable, or one branch of a conditional in a
   * reply with too many texts to check.
   */
  readonly isPart: boolean;
  /** The language of the text as a BCP 47 tag. `und` if the language was not recognized. */
  readonly locale: string;
  readonly form: Form;
  /**
   * True if only the length of the text suggests that it is a whole message. It has no greeting, signature or name, and
   * the neighboring replies show no convention.
   */
  readonly isBare: boolean;
  /** True if everyone can read the reply, as in an issue tracker, in a forum or under a review. */
  readonly isPublic: boolean;
  readonly intent: Intent;
  readonly state: State;
  readonly topics: readonly Topic[];
}
