import { createHash } from 'node:crypto';
import { localeNamed, localeOfText, type Part, type Parts, partsNamedIn } from '../../../compose/index.js';
import type { ResolvedConfig } from '../../../config/index.js';
import { languageCode } from '../../../language/index.js';
import { withoutTags } from '../../../model/html-text.js';
import type { Reply } from '../../../model/reply.js';
import { taken, takenReply } from '../loaded-reply.js';
import { LibraryPart, type Place } from './snippet.js';

/** The parts of a run, and who includes them. */
export class Library implements Parts {
  readonly #parts = new Map<string, LibraryPart[]>();
  readonly #byPlace = new Map<string, LibraryPart>();
  /** Name → the titles of the replies that include it among other words. */
  readonly #including = new Map<string, string[]>();
  /** Changes when a part does, or who includes it. */
  readonly digest: string;
  readonly configs: ReadonlySet<ResolvedConfig>;

  /** @param replies all that are parts or include parts, in the order of the run */
  constructor(replies: readonly (Place & { readonly found: Reply })[]) {
    const prepared = replies.map((place) => ({
      ...place,
      reply: taken(place.found, place.absolute, place.config).reply,
    }));
    for (const { reply } of prepared) this.#noteIncludes(reply);
    const parts = prepared.filter(({ reply }) => reply.active);
    const locales = localesOf(parts.map(({ reply }) => reply));
    for (const { reply, found, absolute, config } of parts)
      if (reply.part) this.#add(reply.part.name, { reply, absolute, config, locale: locales(reply) }, found);
    for (const [name, own] of this.#parts) if (!isOneItem(own)) this.#parts.delete(name);
    this.configs = new Set(parts.map(({ config }) => config));
    this.digest = this.#hash();
  }

  find(name: string, locale: string | undefined, exactly: boolean): LibraryPart | undefined {
    const variants = this.#parts.get(name) ?? [];
    const fallback =
      variants.find(({ reply }) => reply.part?.isDefault) ?? (variants.length === 1 ? variants[0] : undefined);
    if (locale === undefined) return fallback;
    const own = [
      variants.find((variant) => variant.locale === locale),
      ...variants.filter((variant) => variant.locale && languageCode(variant.locale) === languageCode(locale)),
    ].find((variant) => variant !== undefined);
    if (own || exactly) return own;
    // In another language it would say nothing to the rules; a lone text of no known language is in that of its reply.
    return variants.length === 1 && fallback?.locale === undefined ? fallback : undefined;
  }

  /** The replies that include this one among other words, in words; undefined where none does. */
  includedBy({ part }: Reply): string | undefined {
    const [first, ...others] = (part && this.#including.get(part.name)) ?? [];
    if (first === undefined) return undefined;
    if (others.length === 0) return `“${first}”`;
    return `“${first}” and ${others.length === 1 ? 'one other reply' : `${others.length} other replies`}`;
  }

  /** The language of a part, as far as all the parts together tell; undefined for any other reply. */
  localeOf(absolute: string, { pointer }: Reply): string | undefined {
    return this.#byPlace.get(placeName(absolute, pointer))?.locale;
  }

  /** From the configuration's root, the path of the file that a part stands in. */
  pathOf(name: string): string | undefined {
    const [first] = this.#parts.get(name) ?? [];
    return first?.config.pathOf(first.absolute);
  }

  ownOf({ reply }: Part): LibraryPart | undefined {
    return this.#parts.get(reply.part?.name ?? '')?.find((known) => known.reply === reply);
  }

  #noteIncludes(reply: Reply): void {
    if (reply.audience !== 'customer') return;
    const { names, sole } = partsNamedIn(reply);
    for (const name of names) {
      // What is all that a reply says is the reply.
      if (name === sole || name === reply.part?.name) continue;
      const titles = this.#including.get(name) ?? [];
      titles.push(reply.title ?? reply.id);
      this.#including.set(name, titles);
    }
  }

  #add(name: string, part: Part & Place, found: Reply): void {
    const { absolute, config } = part;
    const held = new LibraryPart(part, async () => (await takenReply(found, absolute, config, this)).compose());
    this.#parts.set(name, [...(this.#parts.get(name) ?? []), held]);
    this.#byPlace.set(placeName(absolute, found.pointer), held);
  }

  #hash(): string {
    const hash = createHash('sha256');
    for (const [name, variants] of this.#parts)
      for (const { reply, locale, config, absolute } of variants) {
        const { id, body, markup, declared, part } = reply;
        const said = [name, id, body, markup, declared, locale, part, config.pathOf(absolute)];
        hash.update(`${JSON.stringify(said)}\n`);
      }
    hash.update(JSON.stringify([...this.#including.keys()]));
    return hash.digest('base64url');
  }
}

function placeName(absolute: string, pointer: string): string {
  return `${absolute}\n${pointer}`;
}

/** False where two files, or two items of one, have different texts under one name: nobody can tell which is meant. */
function isOneItem(variants: readonly LibraryPart[]): boolean {
  const byLocale = new Map<string, string>();
  return variants.every(({ reply }) => {
    const language = reply.part?.localeId ?? reply.declared.locale ?? '';
    const known = byLocale.get(language) ?? reply.body;
    byLocale.set(language, reply.body);
    return known === reply.body;
  });
}

/** The language of each part: what is said of it, what all texts with the same name for theirs tell, what its own do. */
function localesOf(replies: readonly Reply[]): (reply: Reply) => string | undefined {
  const texts = new Map<string, string>();
  for (const { part, body, declared } of replies)
    if (part?.localeId !== undefined && declared.locale === undefined)
      texts.set(part.localeId, `${texts.get(part.localeId) ?? ''} ${wordsOf(body)}`);
  const told = new Map([...texts].map(([localeId, text]) => [localeId, localeOfText(text)]));
  return ({ part, body, declared }) => {
    if (declared.locale) return localeNamed(declared.locale) ?? declared.locale;
    return (part?.localeId !== undefined ? told.get(part.localeId) : undefined) ?? localeOfText(wordsOf(body));
  };
}

/** Without tags and placeholders, as far as that matters for telling a language. */
function wordsOf(body: string): string {
  return withoutTags(body.replace(/\{[{%][^{}]{0,300}[%}]\}/g, ' '));
}
