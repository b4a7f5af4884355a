import type { Catalogue } from './catalogue.js';
import type { OffsetMap } from './offset-map.js';
import type { SourceFile } from './source-file.js';
import type { Replacement, Span } from './span.js';

/** The form of a reply, as shown by `replylint list`. */
export const FORMS = ['full', 'chat', 'fragment', 'auto', 'internal'] as const;
export type Form = (typeof FORMS)[number];

/** The possible main purposes of a reply. */
export const INTENTS = ['acknowledge', 'ask', 'answer', 'resolve', 'refuse', 'apologize', 'close', 'other'] as const;
export type Intent = (typeof INTENTS)[number];

/** The possible states after a reply. `open` means that the team or the customer still has to act. */
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

/**
 * The parts of a reply that rules belong to: the segments of the service arc, four general ones, and one for the
 * library as a whole.
 */
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

/** How a help desk writes placeholders. */
export interface PlaceholderWays {
  /** The opening brackets of its placeholders, such as `{{`. Empty if it has no placeholder syntax of its own. */
  readonly openers: readonly string[];
  /** True if `user.` refers to the agent. Otherwise, it refers to the user of the product, who is the customer. */
  readonly userIsAgent?: boolean;
  /** The opening brackets of placeholders that the agent fills in before sending, such as `[[`. */
  readonly manual?: readonly string[];
  /** The actual meaning of paths with misleading names. The paths are in lowercase. */
  readonly roles?: Readonly<Record<string, PlaceholderRole>>;
  /** The template language of its tags. Undefined if `{% … %}` is Liquid. */
  readonly tags?: 'jinja';
  /** The placeholders that the help desk fills in. Undefined if its documentation does not list them. */
  readonly catalogue?: Catalogue;
}

export type Markup = 'markdown' | 'html' | 'text';

/** The properties of a reply that are declared in its container, in its front matter or in the configuration. */
export interface Declared {
  readonly form?: Form;
  readonly intent?: Intent;
  readonly topics?: readonly Topic[];
  readonly locale?: string;
  /**
   * The language named in the path of the file. It counts less than a long text, because a name like `it` is also an
   * English word.
   */
  readonly localeInPath?: string;
  readonly channel?: string;
  /** Who the reply is for, as named in the front matter, if it is neither customers in general nor the team. */
  readonly readers?: string;
  readonly tags?: readonly string[];
  /**
   * The ticket status that sending the reply sets, if the export includes it. The statuses `open`, `pending`, `hold`,
   * `solved` and `closed` follow Zendesk's naming, no matter what the help desk calls them. Other statuses are kept as
   * written.
   */
  readonly status?: string;
  /**
   * The priority that the ticket gets when this reply is sent: `low`, `normal`, `high` or `urgent`. Other values are
   * kept as written.
   */
  readonly priority?: string;
  /**
   * True if sending the reply hands the ticket to a team or a person. False if the export lists the actions of the
   * reply, and none of them does that.
   */
  readonly assigns?: boolean;
  /** The team that gets the ticket when this reply is sent: its id, or its name. */
  readonly group?: string;
  /** What sending the reply does not do, although other replies in the export do it by an action. */
  readonly omits?: readonly OmittedAction[];
  /** True if the front matter declares any of these properties, or says whether the reply is active or internal. */
  readonly inFrontMatter?: true;
  /** The settings under `replylint:` in the front matter of the reply, unchanged. */
  readonly settings?: OwnSettings;
}

/** An action of a macro that its text may mention. */
export type OmittedAction = 'refund' | 'cancel' | 'prioritize';

/** Settings that a file contains for its own replies. */
export interface OwnSettings {
  readonly value: unknown;
  /** Returns the place of a key in the file. An empty path refers to the settings as a whole. */
  readonly placeOf: (path: readonly (string | number)[]) => Span;
}

/** A text in one language that other replies include by name. */
export interface PartOf {
  /** The name between the braces, such as `dc.closing`. */
  readonly name: string;
  /** True for the variant that is used if the text is missing in a language. */
  readonly isDefault: boolean;
  /** True for a variant that the help desk marks as older than the text it was translated from. */
  readonly isOutdated?: boolean;
  /** The help desk's identifier for the language, if the file does not say which language it is. */
  readonly localeId?: string;
}

/** The change to the file that produces the intended body, or the reason, in words, why the body cannot be written. */
export type Rewritten = Replacement | { readonly refused: string };

/** One message that a customer can receive, as written in its file. */
export interface Reply {
  readonly id: string;
  readonly title: string | undefined;
  /** A JSON Pointer into the value of the container. Empty if the whole file is the reply. */
  readonly pointer: string;
  readonly file: SourceFile;
  /** The offset at which the reply starts in its file. */
  readonly start: number;
  /** The text of the reply, including markup and placeholders, but without the container's escapes. */
  readonly body: string;
  /** Maps offsets in the body to offsets in the file. */
  readonly map: OffsetMap;
  /**
   * Returns the content of the file after some changes to the body. Present only for a body that is encoded as a whole,
   * so that a change affects everything after it. It is used instead of the map's way of writing.
   */
  readonly rewritten?: (changes: readonly Replacement[]) => Rewritten;
  readonly markup: Markup;
  readonly helpdesk: Helpdesk | undefined;
  /** The placeholder syntax of the reply's help desk. Undefined if the help desk is not known. */
  readonly placeholders?: PlaceholderWays | undefined;
  /** The catalogs of all known help desks. All replies share one list. */
  readonly catalogues: readonly Catalogue[];
  /**
   * The names of all texts in this run that replies can include, such as `dc.closing`. Undefined if the names are not
   * known.
   */
  readonly included?: readonly string[];
  readonly declared: Declared;
  readonly active: boolean;
  readonly audience: 'customer' | 'staff' | 'third-party';
  /** The name and language of the text. Present only for texts that other replies include. */
  readonly part?: PartOf;
  /** The plain-text version of the message, if the file contains both versions. Both have the same id. */
  readonly twin?: Reply;
}

export type PlaceholderRole = 'customer-name' | 'agent-name' | 'ticket' | 'organisation' | 'include' | 'other';

/** A placeholder for a value that is filled in later, by the help desk (`machine`) or by the agent (`manual`). */
export interface Placeholder {
  /** The placeholder as written, including its braces. */
  readonly text: string;
  readonly role: PlaceholderRole;
  readonly kind: 'machine' | 'manual';
  /** The text to use if the value is empty. `''` if the fallback itself is empty. */
  readonly fallback?: string;
  /** True for a placeholder without brackets that occurs in several replies of the library. */
  readonly recurs?: boolean;
  /** The span of the placeholder in the body of the reply. */
  readonly span: Span;
}
