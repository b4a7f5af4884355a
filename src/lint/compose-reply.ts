import { type Composition, compose, partsNamedIn, readerOf, TooComplex, writtenOut } from '../compose/index.js';
import type { ResolvedConfig } from '../config/index.js';
import type { Reply } from '../model/reply.js';
import type { Span } from '../model/span.js';
import type { Library } from './parts/library.js';
import type { LibraryPart } from './parts/part.js';

/** A reply, and what it was composed to; undefined where its markup could not be read. */
export interface ComposedReply {
  readonly reply: Reply;
  readonly composition: Composition | undefined;
  readonly notChecked?: string;
  /** The parts that are written out in it. */
  readonly included: readonly IncludedPart[];
}

/** A part of a reply that stands elsewhere, and is linted there. */
export interface IncludedPart {
  /** The placeholder, in the file. */
  readonly place: Span;
  readonly part: LibraryPart;
}

/** A reply with what the configuration takes it for. */
export function taken(found: Reply, absolute: string, config: ResolvedConfig): { reply: Reply; locale: string } {
  const { helpdesk, ...declared } = config.takenFor(absolute, { reply: found });
  const settings = config.settingsFor(absolute, { reply: found });
  const reply: Reply = {
    ...found,
    helpdesk: helpdesk ?? settings.helpdesk ?? found.helpdesk,
    declared: { ...found.declared, ...declared },
  };
  return { reply, locale: settings.locale };
}

/**
 * Composes a reply as its customers read it.
 * @param library the parts of its run; without it, all that is included is unknown
 */
export async function composeReply(
  found: Reply,
  absolute: string,
  config: ResolvedConfig,
  library: Library | undefined,
): Promise<ComposedReply> {
  const { reply, locale } = taken(found, absolute, config);
  const written = library && writtenOut(reply, library);
  const body = written?.reply.body ?? reply.body;
  const among = { written, includedBy: library?.includedBy(reply) };
  const assumed = library?.localeOf(absolute, reply) ?? locale;
  const included = (written?.included ?? []).flatMap(({ part, span }): IncludedPart[] => {
    const own = library?.ownOf(part);
    return own ? [{ place: reply.map.spanOf(span), part: own }] : [];
  });
  try {
    const composition = compose(reply, await readerOf(reply.markup, body), assumed, among);
    const reasons = [...composition.reasons, ...(library ? includesOf(reply, library) : [])];
    return { reply, composition: { ...composition, reasons }, included };
  } catch (error) {
    if (error instanceof TooComplex) return { reply, composition: undefined, notChecked: error.message, included };
    // One text that we cannot read must not hide what is to be said of the others.
    const notChecked = `this is a fault in replylint: ${(error as Error).message}`;
    return { reply, composition: undefined, notChecked, included };
  }
}

function* includesOf(reply: Reply, library: Library): Generator<string> {
  for (const name of partsNamedIn(reply).names) {
    const path = library.pathOf(name);
    yield `includes ${name}: ${path === undefined ? 'not known from the files of this run, it may say anything' : `see ${path}`}`;
  }
}
