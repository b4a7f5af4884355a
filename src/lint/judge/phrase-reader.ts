import { renderingOf } from '../../compose/index.js';
import type { ActiveRule, Settings } from '../../config/index.js';
import { type Language, languageCode } from '../../language/index.js';
import { packOf } from '../../language/pack/load.js';
import type { LanguagePack } from '../../language/pack/pack.js';
import type { PackGroup } from '../../language/pack/write.js';
import { HAS_GAP } from '../../language/phrase/arrays.js';
import { type Hit, PhraseTable } from '../../language/phrase/index.js';
import { detached } from '../../model/detached.js';
import { addToList } from '../../model/lists-by-key.js';
import type { Rendering, Sentence } from '../../model/rendering.js';
import { type FoundEntry, IN_FILES, type Rule } from '../../rule/rule.js';
import { ownPhrases } from './own-phrases.js';
import { type Found, type FoundIn, type Readings, RenderingReadings } from './readings.js';
import type { RuleInUse } from './rule-in-use.js';
import { stampOf } from './stamp.js';

/** Returns true if the rule has phrases for the language, or needs none. */
export function covers({ id, phrases }: Rule, locale: string): boolean {
  const code = languageCode(locale);
  if (phrases === IN_FILES) return packOf(code).covers(id);
  return Object.hasOwn(phrases, '*') || Object.hasOwn(phrases, code);
}

/** The results are cached by settings because replies share settings objects and occur in only a few languages. */
const COVERING = new WeakMap<Settings, Map<LanguagePack, Map<string, readonly ActiveRule[]>>>();

/** Returns the rules of some settings that have phrases for the language, or need none. */
export function covering(settings: Settings, locale: string): readonly ActiveRule[] {
  const code = languageCode(locale);
  const pack = packOf(code);
  let byPack = COVERING.get(settings);
  if (!byPack) {
    byPack = new Map();
    COVERING.set(settings, byPack);
  }
  let byCode = byPack.get(pack);
  if (!byCode) {
    byCode = new Map();
    byPack.set(pack, byCode);
  }
  let known = byCode.get(code);
  if (!known) {
    known = settings.rules.filter(({ rule }) => covers(rule, locale));
    byCode.set(code, known);
  }
  return known;
}

/**
 * Finds the phrases of all active rules for one language. Each rendering is searched once for all phrases of the
 * language's pack.
 */
export class PhraseReader {
  readonly #pack: LanguagePack;
  /** The active rule that each group of the pack belongs to. */
  readonly #useOf: (RuleInUse | undefined)[];
  readonly #entries = new Map<number, FoundEntry>();
  /** Phrases from the code of plug-ins and from the configuration. */
  readonly #own: readonly { readonly use: RuleInUse; readonly group: string; readonly entry: FoundEntry }[];
  readonly #ownTables: readonly { readonly table: PhraseTable; readonly first: number }[];
  /** Short texts that rules have read in place of a reply, because the replies of a library repeat them. */
  readonly #texts = new Map<string, { readonly text: RenderedText; readonly found: FoundIn['found'] }>();
  /** Hashes of texts that were read once. A text is stored only when it is read again, because most titles are unique. */
  readonly #once = new Int32Array(ONCE);

  constructor(uses: readonly RuleInUse[], locale: string) {
    const code = languageCode(locale);
    this.#pack = packOf(code);
    const byId = new Map(uses.filter(({ rule }) => isInPack(rule, this.#pack)).map((use) => [use.rule.id, use]));
    const off = new Map(uses.map((use) => [use, new Set(use.rule.groupsOff?.(use.values) ?? [])]));
    this.#useOf = this.#pack.groups.map(({ rule, name, strict }) => {
      const use = byId.get(rule);
      return use && !off.get(use)?.has(name) && (!strict || use.values.strict === true) ? use : undefined;
    });
    this.#pack.table.include(Uint8Array.from(this.#useOf, (use) => (use ? 1 : 0)));
    const own = uses.flatMap((use) => [...ownPhrases(use, code, this.#pack.language, byId.has(use.rule.id))]);
    const [plain, skipping] = [own.filter(({ skips }) => !skips), own.filter(({ skips }) => skips)];
    this.#own = [...plain, ...skipping];
    const tableOf = (listed: typeof own, skips: boolean) =>
      ownTable(
        listed.map(({ phrase }) => phrase),
        this.#pack.language,
        skips,
      );
    this.#ownTables = [
      ...(plain.length > 0 ? [{ table: tableOf(plain, false), first: 0 }] : []),
      ...(skipping.length > 0 ? [{ table: tableOf(skipping, true), first: plain.length }] : []),
    ];
  }

  /** Returns what each rule reads in a rendering: the text, and the matches of the rule's phrases. */
  read(rendering: Rendering, today: string): Readings {
    return this.#readings(rendering, this.#find(rendering), today);
  }

  /** Returns what each rule reads in another text, if nothing else about the rendering changes. */
  readInstead(text: string, rendering: Rendering, today: string): Readings {
    const isShort = text.length <= LONGEST_TEXT && PLAIN.test(text);
    if (!isShort) return this.read(renderingOf(text, rendering), today);
    const known = this.#texts.get(`${rendering.locale} ${text}`);
    if (known) return this.#readings(withText(rendering, known.text), known.found, today);
    if (!this.#isRepeated(text)) return this.read(renderingOf(text, rendering), today);
    const own = detached(text);
    const made = renderingOf(own, rendering);
    const found = this.#find(made);
    if (made.placeholders.length === 0) {
      if (this.#texts.size >= MOST_TEXTS) this.#texts.clear();
      this.#texts.set(`${rendering.locale} ${own}`, { text: renderedText(made), found });
    }
    return this.#readings(made, found, today);
  }

  /** Returns true if a text was read before. It may be wrong, which only costs time. */
  #isRepeated(text: string): boolean {
    let hash = text.length;
    for (let at = 0; at < text.length; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    const slot = hash & (ONCE - 1);
    if (this.#once[slot] === hash) return true;
    this.#once[slot] = hash;
    return false;
  }

  #readings(rendering: Rendering, found: FoundIn['found'], today: string): Readings {
    return new RenderingReadings({ rendering, today, found, pack: this.#pack, reader: this });
  }

  #find(rendering: Rendering): FoundIn['found'] {
    const found = new Map<RuleInUse, Found[]>();
    const { table, groups } = this.#pack;
    const inText = table.findAll(rendering.words, rendering.sentences);
    // These loops use an index because, until V8 has optimized a function, each step of an iterator creates an object.
    for (let sentence = 0; sentence < inText.length; sentence += 1) {
      const hits = inText[sentence] as readonly Hit[];
      for (let at = 0; at < hits.length; at += 1) {
        const hit = hits[at] as Hit;
        const group = table.arrays.groups[hit.phrase] ?? 0;
        const use = this.#useOf[group];
        if (use) addToList(found, use, this.#matchOf(hit, groups[group], sentence, rendering));
      }
      for (const own of this.#ownTables) this.#findOwn(own, sentence, rendering, found);
    }
    return found;
  }

  #findOwn(
    { table, first }: { readonly table: PhraseTable; readonly first: number },
    sentence: number,
    rendering: Rendering,
    found: Map<RuleInUse, Found[]>,
  ): void {
    const { from, to } = rendering.sentences[sentence] as Sentence;
    for (const hit of table.find(rendering.words, from, to)) {
      const { use, group, entry } = this.#own[first + hit.phrase] ?? {};
      if (use && group !== undefined && entry)
        addToList(found, use, { group, entry, hasGap: hasGap(table, hit), ...placeOf(hit, sentence, rendering) });
    }
  }

  #matchOf({ from, to, phrase }: Hit, of: PackGroup | undefined, sentence: number, { words }: Rendering): Found {
    const { flags } = this.#pack.table.arrays;
    const entry = this.#entryOf(phrase, of);
    const start = words[from]?.start ?? 0;
    const end = words[to - 1]?.end ?? 0;
    const isGapped = ((flags[phrase] ?? 0) & HAS_GAP) !== 0;
    return { group: of?.name ?? '', entry, hasGap: isGapped, from, to, start, end, sentence, of };
  }

  #entryOf(phrase: number, of: PackGroup | undefined): FoundEntry {
    let entry = this.#entries.get(phrase);
    if (!entry) {
      entry = { ...(of?.ignoredIn && { ignoredIn: of.ignoredIn }), ...this.#pack.noteOf(phrase) };
      this.#entries.set(phrase, entry);
    }
    return entry;
  }
}

/** Matches text without characters that begin a placeholder or tag, so that the reply’s help desk does not matter. */
const PLAIN = /^[^{[%#$<&_@*\\«]*$/;
const LONGEST_TEXT = 100;
const MOST_TEXTS = 1_000;
/** Number of hashes to keep, a power of 2. */
const ONCE = 1_024;

/** What is known about a text, without the reply that it was first read for, which would keep its file in memory. */
type RenderedText = Pick<
  Rendering,
  'text' | 'toBody' | 'map' | 'blocks' | 'sentences' | 'words' | 'links' | 'placeholders' | 'isPart'
> & { readonly source: Pick<Rendering['reply'], 'body' | 'map' | 'start' | 'markup'> };

function renderedText(rendering: Rendering): RenderedText {
  const { reply, text, toBody, map, blocks, sentences, words, links, placeholders, isPart } = rendering;
  const source = { body: reply.body, map: reply.map, start: reply.start, markup: reply.markup };
  return { text, toBody, map, blocks, sentences, words, links, placeholders, isPart, source };
}

function withText(rendering: Rendering, { source, ...text }: RenderedText): Rendering {
  return { ...rendering, ...text, reply: { ...rendering.reply, ...source } };
}

/**
 * Compiled tables are cached, because compiling one takes longer than reading a few replies, and most files have the
 * same phrases in their settings.
 */
const OWN_TABLES = new Map<string, PhraseTable>();
const MOST_TABLES = 8;

function ownTable(phrases: readonly string[], language: Language, skips: boolean): PhraseTable {
  const key = [language.code, skips, ...phrases].join('\n');
  const known = OWN_TABLES.get(key);
  if (known) return known;
  const made = PhraseTable.of(phrases, language, { skips });
  const [oldest] = OWN_TABLES.size < MOST_TABLES ? [] : OWN_TABLES.keys();
  if (oldest !== undefined) OWN_TABLES.delete(oldest);
  OWN_TABLES.set(key, made);
  return made;
}

/**
 * Returns true if the rule's phrases are in the pack. These are phrases from a file, and phrases in code that existed
 * when the pack was built.
 */
function isInPack({ id, phrases }: Rule, pack: LanguagePack): boolean {
  return phrases === IN_FILES ? pack.covers(id) : pack.stampOf(id) === stampOf(phrases);
}

function hasGap(table: PhraseTable, { phrase }: Hit): boolean {
  return ((table.arrays.flags[phrase] ?? 0) & HAS_GAP) !== 0;
}

function placeOf({ from, to }: Hit, sentence: number, { words }: Rendering) {
  return { from, to, start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0, sentence };
}
