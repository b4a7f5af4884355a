import type { Catalogue } from './catalogue.js';
import type { OffsetMap } from './offset-map.js';
import type { SourceFile } from './source-file.js';
import type { Replacement, Span } from './span.js';

/** What a reply is meant to be: see `replylint list`. */
export const FORMS = ['full', 'chat', 'fragment', 'auto', 'internal'] as const;
export type Form = (typeof FORMS)[number];

/** What a reply mainly does. */
export const INTENTS = ['acknowledge', 'ask', 'answer', 'resolve', 'refuse', 'apologize', 'close', 'other'] as const;
export type Intent = (typeof INTENTS)[number];

/** Whether a reply leaves something to wait for, with the customer or with us, or ends what it is about. */
export const STATES = ['open', 'concluded'] as const;
export type State = (typeof STATES)[number];

/** What a reply is about, where that changes what is fitting. */
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

/** The service arc, and the four things beside it. */
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
] as const;
export type Segment = (typeof SEGMENTS)[number];

/** A help desk’s name, as its adapter gives it: `zendesk`. */
export type Helpdesk = string;

/** How a help desk’s texts write what is filled in later. */
export interface PlaceholderWays {
  /** What its placeholders begin with, such as `{{`; none where it has no way of its own. */
  readonly openers: readonly string[];
  /** True where `user.` is the agent; elsewhere it is who uses the product: the customer. */
  readonly userIsAgent?: boolean;
  /** What those begin with that the agent fills in before sending, such as `[[` of a form. */
  readonly manual?: readonly string[];
  /** What paths stand for, in lower case, where their words say something else. */
  readonly roles?: Readonly<Record<string, PlaceholderRole>>;
  /** The language of its tags, where `{% … %}` is not Liquid. */
  readonly tags?: 'jinja';
  /** What it fills in; undefined where its documentation does not say. */
  readonly catalogue?: Catalogue;
}

export type Markup = 'markdown' | 'html' | 'text';

/** What is known about a reply from its container, its front matter or the configuration, before its text is read. */
export interface Declared {
  readonly form?: Form;
  readonly intent?: Intent;
  readonly topics?: readonly Topic[];
  readonly locale?: string;
  /** What the file’s name or folder says of the language: as `it` is a word, too, it counts less than a long text. */
  readonly localeInPath?: string;
  readonly channel?: string;
  readonly tags?: readonly string[];
  /** The ticket status that sending this reply sets, where the help desk says so. */
  readonly status?: string;
  /** True if front matter says what is declared here, whether the reply is in use, or whom it is for. */
  readonly inFrontMatter?: true;
  /** What stands under `replylint:` in the reply’s front matter: its own settings, as they are written. */
  readonly settings?: OwnSettings;
}

/** Settings that a file holds for its own replies. */
export interface OwnSettings {
  readonly value: unknown;
  /** Where a key stands, in the file; an empty path is that of the settings. */
  readonly placeOf: (path: readonly (string | number)[]) => Span;
}

/** A text that other replies include by its name, in one of its languages. */
export interface PartOf {
  /** As it is written between the braces: `dc.closing`. */
  readonly name: string;
  /** True for the text that is taken in place of those that are missing. */
  readonly isDefault: boolean;
  /** The help desk's own name for the text's language, where the file does not say which language that is. */
  readonly localeId?: string;
}

/** What must stand in the file for a body to read as wanted; or why it cannot be written, in words. */
export type Rewritten = Replacement | { readonly refused: string };

/** One message that a customer can receive, as it stands in its file. */
export interface Reply {
  readonly id: string;
  readonly title: string | undefined;
  /** JSON Pointer into the container's value; empty where the file is the reply. */
  readonly pointer: string;
  readonly file: SourceFile;
  /** Where the reply begins in its file. */
  readonly start: number;
  /** The text with the container undone, markup and placeholders still in it. */
  readonly body: string;
  /** Body → file. */
  readonly map: OffsetMap;
  /**
   * Only of a body that is encoded as a whole, so that a change to one place of it is a change to all that follows: what
   * must stand in the file for these changes to be made. In place of what the map says of writing.
   */
  readonly rewritten?: (changes: readonly Replacement[]) => Rewritten;
  readonly markup: Markup;
  readonly helpdesk: Helpdesk | undefined;
  /** How that help desk writes placeholders; undefined where it is not known. */
  readonly placeholders?: PlaceholderWays | undefined;
  /** What every help desk fills in that is known: one list for all replies. */
  readonly catalogues: readonly Catalogue[];
  /** The names of all texts of the run that replies include, such as `dc.closing`; undefined where they are not known. */
  readonly included?: readonly string[];
  readonly declared: Declared;
  readonly active: boolean;
  readonly audience: 'customer' | 'staff' | 'third-party';
  /** Only of texts that are made to be included by others. */
  readonly part?: PartOf;
  /** The same message once more, as plain text, where the file holds both. It has the id of this one. */
  readonly twin?: Reply;
}

export type PlaceholderRole = 'customer-name' | 'agent-name' | 'ticket' | 'organisation' | 'include' | 'other';

/** A value filled in later: by the help desk (`machine`) or by the agent (`manual`). */
export interface Placeholder {
  /** As written, braces and all. */
  readonly text: string;
  readonly role: PlaceholderRole;
  readonly kind: 'machine' | 'manual';
  /** What stands there when the value is empty; `''` where a fallback is written but empty. */
  readonly fallback?: string;
  /** In the reply's body. */
  readonly span: Span;
}
