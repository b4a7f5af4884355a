import { renderingOf } from '../../compose/index.js';
import type { ActiveRule, Settings } from '../../config/index.js';
import { isInContext } from '../../language/contexts.js';
import { type Language, languageCode } from '../../language/index.js';
import { packOf } from '../../language/pack/load.js';
import type { LanguagePack } from '../../language/pack/pack.js';
import type { PackGroup } from '../../language/pack/write.js';
import { HAS_GAP } from '../../language/phrase/arrays.js';
import { type Hit, PhraseTable } from '../../language/phrase/index.js';
import { addToList } from '../../model/lists-by-key.js';
import type { Rendering, Sentence } from '../../model/rendering.js';
import { type FoundEntry, IN_FILES, type Match, type Reading, type Rule } from '../../rule/rule.js';
import { mayStand } from './conditions.js';
import { ownPhrases } from './own-phrases.js';
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

/** A match, with the group in the pack that defines its conditions. */
type Found = Match & { readonly of?: PackGroup | undefined };

/** A rendering in the form that each active rule reads. */
export interface Readings {
  /** Returns true if one of the rule's phrases occurs, even if its conditions are not met. */
  hasMatch(use: RuleInUse): boolean;
  of(use: RuleInUse): Reading;
}

/**
 * Finds the phrases of all active rules for one language. Each rendering is searched once for all phrases of the
 * language's pack.
 */
export class PhraseReader {
  readonly #pack: LanguagePack;
  /** The active rule that each group of the pack belongs to. */
  readonly #useOf: (RuleInUse | undefined)[];
  readonly #wanted: Uint8Array;
  readonly #entries = new Map<number, FoundEntry>();
  /** Phrases from the code of plug-ins and from the configuration. */
  readonly #own: readonly { readonly use: RuleInUse; readonly group: string; readonly entry: FoundEntry }[];
  readonly #ownTables: readonly { readonly table: PhraseTable; readonly first: number }[];
  /** Short texts that rules have read in place of a reply, because the replies of a library repeat them. */
  readonly #texts = new Map<string, Rendering>();

  constructor(uses: readonly RuleInUse[], locale: string) {
    const code = languageCode(locale);
    this.#pack = packOf(code);
    const byId = new Map(uses.filter(({ rule }) => isInPack(rule, this.#pack)).map((use) => [use.rule.id, use]));
    const off = new Map(uses.map((use) => [use, new Set(use.rule.groupsOff?.(use.values) ?? [])]));
    this.#useOf = this.#pack.groups.map(({ rule, name, strict }) => {
      const use = byId.get(rule);
      return use && !off.get(use)?.has(name) && (!strict || use.values.strict === true) ? use : undefined;
    });
    this.#wanted = Uint8Array.from(this.#useOf, (use) => (use ? 1 : 0));
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
    const found = new Map<RuleInUse, Found[]>();
    // These loops use an index because, until V8 has optimized a function, each step of an iterator creates an object.
    for (let sentence = 0; sentence < rendering.sentences.length; sentence += 1) {
      const { from, to } = rendering.sentences[sentence] as Sentence;
      const hits = this.#pack.table.find(rendering.words, from, to, this.#wanted);
      for (let at = 0; at < hits.length; at += 1) {
        const hit = hits[at] as Hit;
        const group = this.#pack.table.arrays.groups[hit.phrase] ?? 0;
        const use = this.#useOf[group];
        if (use) addToList(found, use, this.#matchOf(hit, group, sentence, rendering));
      }
      for (const { table, first } of this.#ownTables)
        for (const hit of table.find(rendering.words, from, to)) {
          const { use, group, entry } = this.#own[first + hit.phrase] ?? {};
          if (use && group !== undefined && entry)
            addToList(found, use, { group, entry, hasGap: hasGap(table, hit), ...placeOf(hit, sentence, rendering) });
        }
    }
    return new RenderingReadings({ rendering, today, found, pack: this.#pack, reader: this });
  }

  /** Returns a rendering of another text, with the other properties of a rendering. */
  renderingOf(text: string, rendering: Rendering): Rendering {
    const isShort = text.length <= LONGEST_TEXT && PLAIN.test(text);
    if (!isShort) return renderingOf(text, rendering);
    const key = `${rendering.locale} ${text}`;
    const known = this.#texts.get(key);
    if (known) return withTextOf(known, rendering);
    const made = renderingOf(text, rendering);
    if (made.placeholders.length > 0) return made;
    if (this.#texts.size >= MOST_TEXTS) this.#texts.clear();
    this.#texts.set(key, made);
    return made;
  }

  #matchOf(hit: Hit, group: number, sentence: number, rendering: Rendering): Found {
    const { from, to, phrase } = hit;
    const of = this.#pack.groups[group];
    const { start, end } = placeOf(hit, sentence, rendering);
    const entry = this.#entryOf(phrase, of);
    return { group: of?.name ?? '', entry, hasGap: hasGap(this.#pack.table, hit), from, to, start, end, sentence, of };
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

/** Returns a rendering with the text and the words of another one. */
function withTextOf(other: Rendering, rendering: Rendering): Rendering {
  const { text, toBody, map, blocks, sentences, words, links, placeholders, isPart } = other;
  const { body, start, markup } = other.reply;
  const reply = { ...rendering.reply, body, map: other.reply.map, start, markup };
  return { ...rendering, reply, text, toBody, map, blocks, sentences, words, links, placeholders, isPart };
}

/** The matches in a rendering, by rule, and what found them. */
interface FoundIn {
  readonly rendering: Rendering;
  readonly today: string;
  readonly found: ReadonlyMap<RuleInUse, Found[]>;
  readonly pack: LanguagePack;
  readonly reader: PhraseReader;
}

/** Creates what each rule reads. Everything but the matches is the same for all rules. */
class RenderingReadings implements Readings {
  readonly #in: FoundIn;
  readonly #known = new Map<RuleInUse, Reading>();
  readonly #shared: Pick<Reading, 'inContext' | 'says' | 'first'>;

  constructor(foundIn: FoundIn) {
    const { rendering, pack } = foundIn;
    const { words } = rendering;
    this.#in = foundIn;
    this.#shared = {
      inContext: (match, contexts) => isInContext(rendering, match, contexts),
      says: (name, { from, to }) => pack.ask(name, words, from, to) !== undefined,
      first: (name, { from, to }) => pack.ask(name, words, from, to),
    };
  }

  hasMatch(use: RuleInUse): boolean {
    return this.#in.found.has(use);
  }

  of(use: RuleInUse): Reading {
    let reading = this.#known.get(use);
    if (!reading) {
      const { rendering, today, found, reader } = this.#in;
      const { inContext, says, first } = this.#shared;
      const own = found.get(use);
      const matches = own ? standing(own, this.#in) : noMatches;
      const of = (text: string) => reader.read(reader.renderingOf(text, rendering), today).of(use);
      reading = { rendering, today, matches, inContext, says, first, of };
      this.#known.set(use, reading);
    }
    return reading;
  }
}

function inOrder(one: Found, other: Found): number {
  return one.from - other.from || other.to - one.to;
}

const NO_MATCHES: readonly Match[] = [];

function noMatches(): readonly Match[] {
  return NO_MATCHES;
}

/**
 * Returns a function that finds the valid matches of a group, or of all groups. Matches are tested when their group is
 * first requested.
 */
function standing(found: Found[], { rendering, pack }: FoundIn): Reading['matches'] {
  const isSorted = found.every((match, at) => at === 0 || inOrder(found[at - 1] as Found, match) <= 0);
  const all = isSorted ? found : found.sort(inOrder);
  const around = { all, rendering, pack };
  const known = new Map<string | undefined, readonly Match[]>();
  return (group) => {
    let matches = known.get(group);
    if (!matches) {
      matches = all.filter(
        (match) => (group === undefined || match.group === group) && (!match.of || mayStand(match, match.of, around)),
      );
      known.set(group, matches);
    }
    return matches;
  };
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
