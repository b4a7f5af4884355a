import {
  type Composition,
  concluded,
  type Draft,
  draftOf,
  type Envelope,
  readerOf,
  snippetNamesIn,
  TooComplex,
  writtenOut,
} from '../../compose/index.js';
import type { ResolvedConfig, Settings } from '../../config/index.js';
import { languageCode } from '../../language/index.js';
import type { Declared, Reply } from '../../model/reply.js';
import type { Span } from '../../model/span.js';
import { placeholdersOf } from '../../read/index.js';
import type { Library } from './library.js';
import type { LocatedSnippet, SnippetIndex } from './snippets/snippet.js';

/** A reply with the properties that the configuration declares, ready to be composed. */
export interface LoadedReply {
  readonly reply: Reply;
  /** The plain-text copy of the reply. */
  readonly twin?: LoadedReply;
  /** The snippets that are included in the reply. */
  readonly included: readonly IncludedSnippet[];
  /** Returns what the profile of the library needs. Undefined for a reply that cannot be composed. */
  readonly envelope: () => Envelope | undefined;
  /** Returns true if the profile of the reply’s library can change how the reply is judged. */
  readonly dependsOnLibrary: () => boolean;
  /**
   * Composes the reply again with each call. The result is not kept because its words take many times as much memory as
   * its text.
   */
  readonly compose: () => ComposeOutcome;
}

/** The result of composing a reply: its renderings, or the reason why there are none. */
export interface ComposeOutcome {
  readonly composition: Composition | undefined;
  readonly notChecked?: string;
}

/** A snippet that is included in a reply. It has its own file and is linted there. */
export interface IncludedSnippet {
  /** The span of the placeholder in the reply's file. */
  readonly span: Span;
  readonly snippet: LocatedSnippet;
}

/** Returns a reply with the properties that the configuration declares, and the language to assume for it. */
export function configuredReply(
  found: Reply,
  absolute: string,
  config: ResolvedConfig,
): { readonly reply: Reply; readonly locale: string } {
  const { helpdesk, ...declared } = config.takenFor(absolute, { reply: found });
  const settings = config.settingsFor(absolute, { reply: found });
  const writtenFor = helpdesk ?? settings.helpdesk ?? found.helpdesk;
  const reply: Reply = {
    ...found,
    helpdesk: writtenFor,
    placeholders: placeholdersOf(writtenFor),
    declared: { ...withoutOther(found.declared, settings.languages), ...declared },
  };
  return { reply, locale: settings.locale };
}

/** Ignores a language in the path if the configuration excludes it, because a name like `it` is also a word. */
function withoutOther({ localeInPath, ...declared }: Declared, languages: Settings['languages']): Declared {
  if (localeInPath === undefined || languages?.includes(languageCode(localeInPath)) === false) return declared;
  return { ...declared, localeInPath };
}

/** What is known about the surroundings of a reply. */
export interface LoadedAmong {
  /** The snippets of the run. Without them, every include is unknown. */
  readonly snippets: SnippetIndex | undefined;
  /** The library that the reply belongs to. Undefined for a reply on its own. */
  readonly library?: Library | undefined;
}

/** Loads a reply that was read from a file. */
export async function loadReply(
  found: Reply,
  absolute: string,
  config: ResolvedConfig,
  { snippets, library }: LoadedAmong,
): Promise<LoadedReply> {
  const { reply: own, locale } = configuredReply(found, absolute, config);
  const reply = snippets ? { ...own, included: snippets.names } : own;
  const written = snippets && writtenOut(reply, snippets);
  const localeOfId = reply.part?.localeId === undefined ? undefined : snippets?.localeOf(absolute, reply);
  const among = { written, includedBy: snippets?.includedBy(reply), localeOfId };
  const assumed = snippets?.localeOf(absolute, reply) ?? locale;
  const included = (written?.included ?? []).flatMap(({ snippet, span }): IncludedSnippet[] => {
    const located = snippets?.locate(snippet);
    return located ? [{ span: reply.map.spanOf(span), snippet: located }] : [];
  });
  const reader = await readerOf(reply.markup, written?.reply.body ?? reply.body);
  const drafting = new Drafting(() => draftOf(reply, reader, assumed, among), library?.isOfFolder ?? false);
  const twin = found.twin && (await loadReply(found.twin, absolute, config, { snippets, library }));
  return {
    reply,
    included,
    envelope: () => drafting.envelope(),
    dependsOnLibrary: () => drafting.dependsOnLibrary() || (twin?.dependsOnLibrary() ?? false),
    compose: () => {
      const profile = library?.profile;
      const draft = drafting.take();
      if (typeof draft === 'string') return { composition: undefined, notChecked: draft };
      const composition = concluded(draft, profile);
      if (!snippets) return { composition };
      const reasons = () => [...composition.reasons(), ...includeReasons(reply, snippets)];
      return { composition: { ...composition, reasons } };
    },
    ...(twin && { twin }),
  };
}

/**
 * Drafts a reply once and uses the draft both for the profile of its library and for judging, because in most runs one
 * directly follows the other.
 */
class Drafting {
  readonly #make: () => Draft;
  readonly #keepsEnvelope: boolean;
  #held: Draft | string | undefined;
  #envelope: Envelope | undefined;

  /** @param keepsEnvelope true if the envelope is needed again after the reply was composed */
  constructor(make: () => Draft, keepsEnvelope: boolean) {
    this.#make = make;
    this.#keepsEnvelope = keepsEnvelope;
  }

  envelope(): Envelope | undefined {
    if (!this.#envelope) {
      this.#held ??= this.#draft();
      this.#envelope = typeof this.#held === 'string' ? undefined : this.#held.envelope();
    }
    return this.#envelope;
  }

  dependsOnLibrary(): boolean {
    this.#held ??= this.#draft();
    return typeof this.#held !== 'string' && this.#held.dependsOnLibrary();
  }

  /**
   * Returns the draft, or the reason in words why there is none. The draft is not kept because its words take many
   * times as much memory as its text.
   */
  take(): Draft | string {
    const draft = this.#held ?? this.#draft();
    this.#held = undefined;
    if (typeof draft !== 'string' && this.#keepsEnvelope) this.#envelope ??= draft.envelope();
    return draft;
  }

  #draft(): Draft | string {
    try {
      return this.#make();
    } catch (error) {
      if (error instanceof TooComplex) return error.message;
      // An error in one reply must not hide the findings in the others.
      return `internal error: ${(error as Error).message}`;
    }
  }
}

function* includeReasons(reply: Reply, snippets: SnippetIndex): Generator<string> {
  for (const name of snippetNamesIn(reply).names) {
    const path = snippets.pathOf(name);
    yield `includes ${name}: ${path === undefined ? 'not among the files in this run; its text is unknown' : `see ${path}`}`;
  }
}
