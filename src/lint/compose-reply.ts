import { type Composition, compose, partsNamedIn, readerOf, TooComplex, writtenOut } from '../compose/index.js';
import type { ResolvedConfig } from '../config/index.js';
import type { Reply } from '../model/reply.js';
import type { Span } from '../model/span.js';
import { placeholdersOf } from '../read/index.js';
import type { Library } from './parts/library.js';
import type { LibraryPart } from './parts/part.js';

/** A reply with what the configuration takes it for. */
export interface TakenReply {
  readonly reply: Reply;
  /** The parts that are written out in it. */
  readonly included: readonly IncludedPart[];
  /** Composes it, each time anew: its words take many times the memory of its text, so nobody keeps them for long. */
  readonly compose: () => Composed;
}

/** What a reply is composed to; undefined where its markup could not be read. */
export interface Composed {
  readonly composition: Composition | undefined;
  readonly notChecked?: string;
}

/** A part of a reply that stands elsewhere, and is linted there. */
export interface IncludedPart {
  /** The placeholder, in the file. */
  readonly place: Span;
  readonly part: LibraryPart;
}

/** A reply as the configuration has it, and the language that is assumed for it. */
export function taken(found: Reply, absolute: string, config: ResolvedConfig): { reply: Reply; locale: string } {
  const { helpdesk, ...declared } = config.takenFor(absolute, { reply: found });
  const settings = config.settingsFor(absolute, { reply: found });
  const writtenFor = helpdesk ?? settings.helpdesk ?? found.helpdesk;
  const reply: Reply = {
    ...found,
    helpdesk: writtenFor,
    placeholders: placeholdersOf(writtenFor),
    declared: { ...found.declared, ...declared },
  };
  return { reply, locale: settings.locale };
}

/**
 * Makes a reply ready to be composed as its customers read it.
 * @param library the parts of its run; without it, all that is included is unknown
 */
export async function takenReply(
  found: Reply,
  absolute: string,
  config: ResolvedConfig,
  library: Library | undefined,
): Promise<TakenReply> {
  const { reply, locale } = taken(found, absolute, config);
  const written = library && writtenOut(reply, library);
  const among = { written, includedBy: library?.includedBy(reply) };
  const assumed = library?.localeOf(absolute, reply) ?? locale;
  const included = (written?.included ?? []).flatMap(({ part, span }): IncludedPart[] => {
    const own = library?.ownOf(part);
    return own ? [{ place: reply.map.spanOf(span), part: own }] : [];
  });
  const reader = await readerOf(reply.markup, written?.reply.body ?? reply.body);
  const composed = (): Composed => {
    try {
      const composition = compose(reply, reader, assumed, among);
      const reasons = [...composition.reasons, ...(library ? includesOf(reply, library) : [])];
      return { composition: { ...composition, reasons } };
    } catch (error) {
      if (error instanceof TooComplex) return { composition: undefined, notChecked: error.message };
      // One text that we cannot read must not hide what is to be said of the others.
      return { composition: undefined, notChecked: `this is a fault in replylint: ${(error as Error).message}` };
    }
  };
  return { reply, included, compose: composed };
}

function* includesOf(reply: Reply, library: Library): Generator<string> {
  for (const name of partsNamedIn(reply).names) {
    const path = library.pathOf(name);
    yield `includes ${name}: ${path === undefined ? 'not known from the files of this run, it may say anything' : `see ${path}`}`;
  }
}
