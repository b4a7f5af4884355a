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

/** A reply with its declared properties from the configuration, ready to be composed. */
export interface LoadedReply {
  readonly reply: Reply;
  /** Its plain copy. */
  readonly twin?: LoadedReply;
  /** The snippets that are expanded in it. */
  readonly included: readonly IncludedSnippet[];
  /** What the profile of its library requires. Undefined for a reply that cannot be composed. */
  readonly envelope: () => Envelope | undefined;
  /** True if the profile of its library can change how it is judged. */
  readonly dependsOnLibrary: () => boolean;
  /** Composes the reply again each time: its words take many times the memory of its text and should not be kept. */
  readonly compose: () => ComposeOutcome;
}

/** The result of composing a reply: its renderings, or why there are none. */
export interface ComposeOutcome {
  readonly composition: Composition | undefined;
  readonly notChecked?: string;
}

/** A snippet in a reply. It has a file of its own, and is linted there. */
export interface IncludedSnippet {
  /** The placeholder, in the file of the reply. */
  readonly span: Span;
  readonly snippet: LocatedSnippet;
}

/** A reply with its declared properties from the configuration, and the language to assume for it. */
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

/** A path does not name a language that the configuration excludes: `it` is also a word. */
function withoutOther({ localeInPath, ...declared }: Declared, languages: Settings['languages']): Declared {
  if (localeInPath === undefined || languages?.includes(languageCode(localeInPath)) === false) return declared;
  return { ...declared, localeInPath };
}

/** The surroundings of a reply. */
export interface LoadedAmong {
  /** The snippets of the run; without them, every include is unknown. */
  readonly snippets: SnippetIndex | undefined;
  /** Undefined for a reply on its own. */
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
      const reasons = [...composition.reasons, ...(snippets ? includeReasons(reply, snippets) : [])];
      return { composition: { ...composition, reasons } };
    },
    ...(twin && { twin }),
  };
}

/** A reply is drafted once for the profile of its library and for judging it, which directly follows in most runs. */
class Drafting {
  readonly #make: () => Draft;
  readonly #keepsEnvelope: boolean;
  #held: Draft | string | undefined;
  #envelope: Envelope | undefined;

  /** @param keepsEnvelope true if its envelope is also needed after it was composed */
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

  /** The draft, or why there is none, in words. It is not kept: its words take many times the memory of its text. */
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
      // A reply that replylint cannot compose must not hide the findings in the others.
      return `internal error: ${(error as Error).message}`;
    }
  }
}

function* includeReasons(reply: Reply, snippets: SnippetIndex): Generator<string> {
  for (const name of snippetNamesIn(reply).names) {
    const path = snippets.pathOf(name);
    yield `includes ${name}: ${path === undefined ? 'not among the files of this run; its text is unknown' : `see ${path}`}`;
  }
}
