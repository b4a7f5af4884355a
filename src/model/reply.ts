import type { Catalogue } from './catalogue.js';
import type { OffsetMap } from './offset-map.js';
import type { SourceFile } from './source-file.js';
import type { Replacement, Span } from './span.js';

/** The form of a reply, as shown by `replylint list`. */
export const FORMS = ['full', 'chat', 'fragment', 'auto', 'internal'] as const;
export type Form = (typeof FORMS)[number];

/** The main purpose of a reply. */
export const INTENTS = ['acknowledge', 'ask', 'answer', 'resolve', 'refuse', 'apologize', 'close', 'other'] as const;
export type Intent = (typeof INTENTS)[number];

/** The state after a reply: pending with the customer, pending with the team, or concluded. */
export const STATES = ['open', 'concluded'] as const;
export type State = (typeof STATES)[number];

/** The topics of a reply that affect which tone is appropriate. */
export const TOPICS = [
  'complaint',
  'outage',
  'delay',
  'security',
  'legal',
  'offboarding',
  'bereavement',
  'feedback',
] as const;
export type Topic = (typeof TOPICS)[number];

/** The segments of the service arc, four general ones, and one for the library as a whole. */
export const SEGMENTS = [
  'greeting',
  'determining',
  'responding',
  'concluding',
  'future',
  'respect',
  'personal',
  'clarity',
  'hygiene',
  'library',
] as const;
export type Segment = (typeof SEGMENTS)[number];

/** The id of a help desk, as its adapter defines it, such as `zendesk`. */
export type Helpdesk = string;

/** The placeholder syntax of a help desk. */
export interface PlaceholderWays {
  /** The opening of its placeholders, such as `{{`. Empty if it has no syntax of its own. */
  readonly openers: readonly string[];
  /** True if `user.` is the agent. Otherwise, it is the user of the product: the customer. */
  readonly userIsAgent?: boolean;
  /** The opening of placeholders that the agent fills in before sending, such as `[[`. */
  readonly manual?: readonly string[];
  /** The meaning of lowercase paths whose names are misleading. */
  readonly roles?: Readonly<Record<string, PlaceholderRole>>;
  /** The language of its tags, if `{% … %}` is not Liquid. */
  readonly tags?: 'jinja';
  /** The placeholders that it fills in. Undefined if its documentation does not list them. */
  readonly catalogue?: Catalogue;
}

export type Markup = 'markdown' | 'html' | 'text';

/** The declared properties of a reply, from its container, its front matter or the configuration. */
export interface Declared {
  readonly form?: Form;
  readonly intent?: Intent;
  readonly topics?: readonly Topic[];
  readonly locale?: string;
  /** The language in the name of the file or folder. Weaker than a long text, because `it` is also a word. */
  readonly localeInPath?: string;
  readonly channel?: string;
  readonly tags?: readonly string[];
  /**
   * The status that sending this reply gives the ticket, if the export includes it: `open`, `pending`, `hold`, `solved`
   * or `closed`, as Zendesk names them, whatever the help desk calls it. Others are kept as written.
   */
  readonly status?: string;
  /** The priority that sending this reply gives the ticket: `low`, `normal`, `high` or `urgent`. Others as written. */
  readonly priority?: string;
  /** True if sending it hands the ticket to a team or a person; false if the export lists what is done, and this is not. */
  readonly assigns?: boolean;
  /** True if sending it refunds an order; false if other replies of the export do, and this one does not. */
  readonly refunds?: boolean;
  /** True if the front matter declares any of these properties, or whether the reply is active or internal. */
  readonly inFrontMatter?: true;
  /** The settings under `replylint:` in the front matter of the reply, as written. */
  readonly settings?: OwnSettings;
}

/** Settings in a file for its own replies. */
export interface OwnSettings {
  readonly value: unknown;
  /** Returns the place of a key in the file. An empty path stands for the settings as a whole. */
  readonly placeOf: (path: readonly (string | number)[]) => Span;
}

/** A text that other replies include by name, in one language. */
export interface PartOf {
  /** The name between the braces, such as `dc.closing`. */
  readonly name: string;
  /** True for the text used if a language is missing. */
  readonly isDefault: boolean;
  /** True for a variant that the help desk marks as older than the text that it was translated from. */
  readonly isOutdated?: boolean;
  /** The help desk's own name for the language, if the file does not identify the language. */
  readonly localeId?: string;
}

/** The file content that produces the wanted body; or the reason, in words, why it cannot be written. */
export type Rewritten = Replacement | { readonly refused: string };

/** One message that a customer can receive, as written in its file. */
export interface Reply {
  readonly id: string;
  readonly title: string | undefined;
  /** A JSON Pointer into the value of the container. Empty if the file is the reply. */
  readonly pointer: string;
  readonly file: SourceFile;
  /** The start of the reply in its file. */
  readonly start: number;
  /** The text without the container's escapes, but with markup and placeholders. */
  readonly body: string;
  /** Body → file. */
  readonly map: OffsetMap;
  /**
   * Only for a body that is encoded as a whole, where any change affects everything after it: the file content that
   * makes these changes. Replaces the map's way of writing.
   */
  readonly rewritten?: (changes: readonly Replacement[]) => Rewritten;
  readonly markup: Markup;
  readonly helpdesk: Helpdesk | undefined;
  /** The placeholder syntax of that help desk. Undefined if the help desk is not known. */
  readonly placeholders?: PlaceholderWays | undefined;
  /** The catalogs of all known help desks; one list, shared by all replies. */
  readonly catalogues: readonly Catalogue[];
  /** The names of all texts in this run that replies can include, such as `dc.closing`. Undefined if not known. */
  readonly included?: readonly string[];
  readonly declared: Declared;
  readonly active: boolean;
  readonly audience: 'customer' | 'staff' | 'third-party';
  /** Only for texts that other replies include. */
  readonly part?: PartOf;
  /** The plain-text version of the message, if the file has both. It has the same id. */
  readonly twin?: Reply;
}

export type PlaceholderRole = 'customer-name' | 'agent-name' | 'ticket' | 'organisation' | 'include' | 'other';

/** A value filled in later: by the help desk (`machine`) or by the agent (`manual`). */
export interface Placeholder {
  /** The placeholder as written, including its braces. */
  readonly text: string;
  readonly role: PlaceholderRole;
  readonly kind: 'machine' | 'manual';
  /** The fallback for an empty value; `''` if the fallback itself is empty. */
  readonly fallback?: string;
  /** True for a placeholder without brackets that appears in several replies of the library. */
  readonly recurs?: boolean;
  /** The span in the body of the reply. */
  readonly span: Span;
}
