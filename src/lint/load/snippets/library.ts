import { createHash } from 'node:crypto';
import { localeNamed, localeOfText, type Snippet, settledLocale, snippetNamesIn } from '../../../compose/index.js';
import type { ResolvedConfig } from '../../../config/index.js';
import { languageCode } from '../../../language/index.js';
import { withoutTags } from '../../../model/html-text.js';
import { addToList } from '../../../model/lists-by-key.js';
import type { Reply } from '../../../model/reply.js';
import { configuredReply, loadReply } from '../loaded-reply.js';
import { type LocatedReply, LocatedSnippet, type SnippetIndex } from './snippet.js';

/** The snippets of a run, and the replies that include them. */
export class SnippetLibrary implements SnippetIndex {
  /** The variants of each snippet in its languages, by name. */
  readonly #byName = new Map<string, LocatedSnippet[]>();
  readonly #byPlace = new Map<string, LocatedSnippet>();
  /** The titles of the replies that include each snippet along with other text, by name. */
  readonly #including = new Map<string, string[]>();
  /** A digest that changes whenever a snippet or a reply that includes it changes. */
  readonly digest: string;
  readonly names: readonly string[];
  readonly configs: ReadonlySet<ResolvedConfig>;

  /** @param found all replies that are snippets or include snippets, in the order of the run */
  constructor(found: readonly LocatedReply[]) {
    const located = found.map((item) => ({
      ...item,
      found: item.reply,
      reply: configuredReply(item.reply, item.absolute, item.config).reply,
    }));
    for (const { reply } of located) this.#addIncludes(reply);
    const active = located.filter(({ reply }) => reply.active);
    const locales = localesOf(active.map(({ reply }) => reply));
    for (const { reply, found, absolute, config } of active)
      if (reply.part) this.#add(reply.part.name, { reply, absolute, config, locale: locales(reply) }, found);
    this.names = [...this.#byName.keys()].sort();
    for (const [name, variants] of this.#byName) if (!areOneItem(variants)) this.#byName.delete(name);
    this.configs = new Set(active.map(({ config }) => config));
    this.digest = this.#hash();
  }

  find(name: string, locale: string | undefined, exactly: boolean): LocatedSnippet | undefined {
    const variants = this.#byName.get(name) ?? [];
    const fallback =
      variants.find(({ reply }) => reply.part?.isDefault) ?? (variants.length === 1 ? variants[0] : undefined);
    if (locale === undefined) return fallback;
    const own = [
      variants.find((variant) => variant.locale === locale),
      ...variants.filter((variant) => variant.locale && languageCode(variant.locale) === languageCode(locale)),
    ].find((variant) => variant !== undefined);
    if (own || exactly) return own;
    // Rules cannot check text in another language, so no such variant is used. If a snippet has a single text in an
    // unknown language, the language of the reply is assumed.
    return variants.length === 1 && fallback?.locale === undefined ? fallback : undefined;
  }

  includedBy({ part }: Reply): string | undefined {
    const [first, ...others] = (part && this.#including.get(part.name)) ?? [];
    if (first === undefined) return undefined;
    if (others.length === 0) return `“${first}”`;
    return `“${first}” and ${others.length === 1 ? 'one other reply' : `${others.length} other replies`}`;
  }

  localeOf(absolute: string, { pointer }: Reply): string | undefined {
    return this.#byPlace.get(placeKey(absolute, pointer))?.locale;
  }

  pathOf(name: string): string | undefined {
    const [first] = this.#byName.get(name) ?? [];
    return first?.config.pathOf(first.absolute);
  }

  locate({ reply }: Snippet): LocatedSnippet | undefined {
    return this.#byName.get(reply.part?.name ?? '')?.find((known) => known.reply === reply);
  }

  #addIncludes(reply: Reply): void {
    if (reply.audience !== 'customer') return;
    const { names, sole } = snippetNamesIn(reply);
    for (const name of names) {
      // A reply that consists only of a snippet is that snippet.
      if (name === sole || name === reply.part?.name) continue;
      const titles = this.#including.get(name) ?? [];
      titles.push(reply.title ?? reply.id);
      this.#including.set(name, titles);
    }
  }

  #add(name: string, snippet: Snippet & LocatedReply, found: Reply): void {
    const { absolute, config } = snippet;
    const located = new LocatedSnippet(snippet, async () => {
      const { compose } = await loadReply(found, absolute, config, { snippets: this });
      return compose().composition?.renderings ?? [];
    });
    addToList(this.#byName, name, located);
    this.#byPlace.set(placeKey(absolute, found.pointer), located);
  }

  #hash(): string {
    const hash = createHash('sha256');
    for (const [name, variants] of this.#byName)
      for (const { reply, locale, config, absolute } of variants) {
        const { id, body, markup, declared, part } = reply;
        const content = [name, id, body, markup, declared, locale, part, config.pathOf(absolute)];
        hash.update(`${JSON.stringify(content)}\n`);
      }
    hash.update(JSON.stringify([this.names, ...this.#including.keys()]));
    return hash.digest('base64url');
  }
}

function placeKey(absolute: string, pointer: string): string {
  return `${absolute}\n${pointer}`;
}

/**
 * Returns false if two files, or two entries of one file, have different texts under the same name, so that it is
 * unclear which one is meant.
 */
function areOneItem(variants: readonly LocatedSnippet[]): boolean {
  const byLocale = new Map<string, string>();
  return variants.every(({ reply }) => {
    const language = reply.part?.localeId ?? reply.declared.locale ?? reply.declared.localeInPath ?? '';
    const known = byLocale.get(language) ?? reply.body;
    byLocale.set(language, reply.body);
    return known === reply.body;
  });
}

/**
 * Returns the language of each snippet: the declared one, the one that all texts with its locale id suggest, or the one
 * that its own text suggests.
 */
function localesOf(replies: readonly Reply[]): (reply: Reply) => string | undefined {
  const texts = new Map<string, string>();
  for (const { part, body, declared } of replies)
    if (part?.localeId !== undefined && declared.locale === undefined)
      texts.set(part.localeId, `${texts.get(part.localeId) ?? ''} ${withoutMarkup(body)}`);
  const inferred = new Map([...texts].map(([localeId, text]) => [localeId, localeOfText(text)]));
  return ({ part, body, declared }) => {
    if (declared.locale) return localeNamed(declared.locale) ?? declared.locale;
    const text = withoutMarkup(body);
    return (
      (part?.localeId !== undefined ? inferred.get(part.localeId) : undefined) ??
      settledLocale(text, declared.localeInPath)
    );
  };
}

/** Returns a body without tags and placeholders, so that its language can be inferred. */
function withoutMarkup(body: string): string {
  return withoutTags(body.replace(/\{[{%][^{}]{0,300}[%}]\}/g, ' '));
}
