import { addresseeIn } from '../../language/address.js';
import type { Mark } from '../../language/evidence.js';
import { languageCode } from '../../language/index.js';
import { packOf } from '../../language/pack/load.js';
import type { LanguagePack } from '../../language/pack/pack.js';
import { type Hit as PhraseHit, tokens } from '../../language/phrase/index.js';
import { signatureOf } from '../../language/signature.js';
import { detached } from '../../model/detached.js';
import type { Form, Intent, Reply, Topic } from '../../model/reply.js';
import { type Group, type Hit, type Loose, wordsIn } from './hit.js';
import { type Pointer, pointersIn } from './pointers.js';
import { type Left, leftIn } from './traces.js';

/** The evidence found in a reply's title and text. */
export interface Seen {
  readonly titles: ReadonlyMap<Form | Intent, string>;
  readonly marks: ReadonlyMap<Mark, string>;
  readonly pointers: readonly Pointer[];
  /** The things that its sentences leave open. */
  readonly left: readonly Left[];
  readonly topics: ReadonlyMap<Topic, string>;
  readonly salutation: string | undefined;
  /** The words of the farewell or the signature. */
  readonly farewell: string | undefined;
  readonly signedByPerson: boolean;
  /**
   * The name that the text uses to address the reader, without a greeting. A handle does not count, because threads are
   * full of handles.
   */
  readonly addressee: string | undefined;
}

export const NOTHING: Seen = {
  titles: new Map(),
  marks: new Map(),
  pointers: [],
  left: [],
  topics: new Map(),
  salutation: undefined,
  farewell: undefined,
  signedByPerson: false,
  addressee: undefined,
};

/** Number of lines to search for a salutation, because a title or a picture may come before it. */
const FIRST_LINES = 3;
/** Number of lines to search for a farewell, because names, an office and a legal notice may come after it. */
const LAST_LINES = 7;
/** Forms that the name of a folder can show. Folder names are not evidence for other forms. */
const TOLD_BY_FOLDERS: ReadonlySet<string> = new Set(['chat', 'auto', 'internal']);

/** Maximum number of tags and channels whose evidence is remembered. */
const MOST_NAMES = 1000;

/** Evidence found in a name, with the words that show it. */
interface Named {
  readonly group: Group;
  readonly said: string;
}

/** Looks for evidence in texts of one language. */
export class Witness {
  readonly #pack: LanguagePack;
  /** The kind of evidence for each phrase group of the language pack. Undefined for groups that are not evidence. */
  readonly #groups: readonly (Group | undefined)[];
  readonly #wanted: Uint8Array;
  readonly #names = new Map<string, readonly Named[]>();
  #path: { readonly path: string; readonly folder: string; readonly found: readonly Named[] } | undefined;

  constructor(pack: LanguagePack) {
    this.#pack = pack;
    this.#groups = pack.groups.map(({ rule, name }) => (rule === '' ? groupNamed(name) : undefined));
    this.#wanted = Uint8Array.from(this.#groups, (group) => (group ? 1 : 0));
    pack.table.include(this.#wanted);
  }

  isOf(pack: LanguagePack): boolean {
    return this.#pack === pack;
  }

  /** True if the language pack has phrases for greetings. */
  get knowsGreetings(): boolean {
    return this.#groups.some((group) => group?.of === 'salutation');
  }

  /** Returns true for a text that mentions the ticket it answers. */
  isOfTicket({ words }: Loose): boolean {
    return this.#pack.ask('@own-ticket', words, 0, words.length) !== undefined;
  }

  /** Returns true for a text that mentions a public place, such as an issue tracker or a forum. */
  isInPublic({ words }: Loose): boolean {
    return this.#pack.ask('@in-public', words, 0, words.length) !== undefined;
  }

  look(reply: Reply, rendering: Loose): Seen {
    const { titles, topics } = this.#named(reply);
    const marks = new Map<Mark, string>();
    const hits = this.#inText(rendering);
    for (const hit of hits) {
      const { group, sentence } = hit;
      if (group.of === 'topics' && !topics.has(group.name)) topics.set(group.name, wordsIn(rendering, hit));
      if (group.of !== 'marks' || marks.has(group.name)) continue;
      if (group.name !== 'chatty' || sentence === 0) marks.set(group.name, wordsIn(rendering, hit));
    }
    const pointers = pointersIn(rendering, hits);
    const name = addresseeIn(rendering);
    const addressee = name && !name.isHandle ? rendering.text.slice(name.start, name.end) : undefined;
    const left = leftIn(rendering, hits);
    const { salutation, farewell, signedByPerson } = envelopeIn(rendering, hits);
    return { titles, topics, marks, pointers, left, salutation, farewell, signedByPerson, addressee };
  }

  /** Finds the evidence in the title, tags, channel and folder of a reply. */
  #named({ title, declared, file }: Reply) {
    const titles = new Map<Form | Intent, string>();
    const topics = new Map<Topic, string>();
    const { folder, found } = this.#inPath(file.path);
    const take = (named: readonly Named[], isFolder: boolean) => {
      for (const { group, said } of named) {
        if (group.of === 'titles' && (!isFolder || TOLD_BY_FOLDERS.has(group.name))) titles.set(group.name, said);
        if (group.of === 'topics' && !isFolder) topics.set(group.name, said);
      }
    };
    const takeCommon = (name: string) => {
      if (name !== '') take(this.#inCommonName(name), name === folder);
    };
    if (title) take(this.#inName(title), title === folder);
    if (declared.tags) for (const tag of declared.tags) takeCommon(tag);
    if (declared.channel) takeCommon(declared.channel);
    take(found, true);
    return { titles, topics };
  }

  /** Finds the evidence in the last folders of a path. All replies of a file share the result. */
  #inPath(path: string) {
    if (this.#path?.path === path) return this.#path;
    const folder = lastFolders(path);
    this.#path = { path, folder, found: this.#inName(folder) };
    return this.#path;
  }

  #inText({ words, sentences }: Loose): Hit[] {
    const hits: Hit[] = [];
    const found = this.#pack.table.findAll(words, sentences);
    for (let sentence = 0; sentence < found.length; sentence += 1) {
      const inSentence = found[sentence] as readonly PhraseHit[];
      for (let nth = 0; nth < inSentence.length; nth += 1) {
        const { phrase, from, to } = inSentence[nth] as PhraseHit;
        const group = this.#groupOf(phrase);
        if (!group) continue;
        const first = words[from];
        if (first && !first.code && !first.quoted) hits.push({ group, from, to, sentence });
      }
    }
    return hits;
  }

  #groupOf(phrase: number): Group | undefined {
    return this.#groups[this.#pack.table.arrays.groups[phrase] ?? -1];
  }

  /** Finds the evidence in a tag or a channel. The result is remembered because other replies have the same names. */
  #inCommonName(name: string): readonly Named[] {
    let known = this.#names.get(name);
    if (!known) {
      const own = detached(name);
      known = this.#inName(own);
      if (this.#names.size >= MOST_NAMES) this.#names.clear();
      this.#names.set(own, known);
    }
    return known;
  }

  #inName(name: string): readonly Named[] {
    const spaced = inWords(name);
    const words = tokens(spaced, this.#pack.language);
    const hits = this.#pack.table.findOnce(words, this.#wanted);
    const named: Named[] = [];
    for (let nth = 0; nth < hits.length; nth += 1) {
      const { phrase, from, to } = hits[nth] as PhraseHit;
      const group = this.#groupOf(phrase);
      if (group) named.push({ group, said: spaced.slice(words[from]?.start, words[to - 1]?.end) });
    }
    return named;
  }
}

/** Returns the last two folders of a path and the name of the file. */
function lastFolders(path: string): string {
  const name = path.lastIndexOf('/');
  const folder = name > 0 ? path.lastIndexOf('/', name - 1) : -1;
  const above = folder > 0 ? path.lastIndexOf('/', folder - 1) : -1;
  const last = name < 0 ? path : `${path.slice(folder + 1, name)} / ${path.slice(name + 1)}`;
  return folder < 0 ? last : `${path.slice(above + 1, folder)} / ${last}`;
}

/** Replaces the characters that join words in a name with blanks. */
function inWords(name: string): string {
  let spaced = '';
  let from = 0;
  for (let at = 0; at < name.length; at += 1) {
    if (!joinsWords(name.charCodeAt(at))) continue;
    spaced += `${name.slice(from, at)} `;
    while (joinsWords(name.charCodeAt(at + 1))) at += 1;
    from = at + 1;
  }
  return from === 0 ? name : spaced + name.slice(from);
}

/** Returns true for `#`, `-`, `.`, `/`, `:` and `_`. */
function joinsWords(unit: number): boolean {
  return unit === 35 || (unit >= 45 && unit <= 47) || unit === 58 || unit === 95;
}

/** Finds the first salutation at the start, the last farewell at the end, and the signature. */
function envelopeIn(rendering: Loose, hits: readonly Hit[]): Pick<Seen, 'salutation' | 'farewell' | 'signedByPerson'> {
  const { opening, ending } = endsOf(rendering);
  let salutation: Hit | undefined;
  let farewell: Hit | undefined;
  for (let nth = 0; nth < hits.length; nth += 1) {
    const hit = hits[nth] as Hit;
    if (hit.group.of === 'salutation' && hit.sentence < opening) salutation ??= hit;
    if (hit.group.of === 'farewell' && hit.sentence >= ending) farewell = hit;
  }
  const signature = signatureOf(rendering);
  return {
    salutation: salutation && wordsIn(rendering, salutation),
    farewell: farewell
      ? wordsIn(rendering, farewell)
      : signature && rendering.text.slice(signature.line.start, signature.line.end),
    signedByPerson: signature?.by === 'person',
  };
}

/** Returns the last sentence in which a greeting can open the reply, and the first in which a farewell can end it. */
function endsOf({ sentences, blocks }: Loose): { opening: number; ending: number } {
  const headings = sentences.findIndex(({ block }) => blocks[block]?.kind !== 'heading');
  return { opening: Math.max(headings, 0) + FIRST_LINES, ending: Math.max(1, sentences.length - LAST_LINES) };
}

/**
 * Interprets the name of a phrase group in a language pack, such as `cue marks automatic`. See `language/evidence.ts`.
 */
function groupNamed(group: string): Group | undefined {
  if (group === 'salutation' || group === 'farewell') return { of: group };
  const [cue, of, name, weight] = group.split(' ');
  if (cue !== 'cue' || name === undefined) return undefined;
  if (of === 'intents') return { of, name: name as Intent, clear: weight === 'clear' };
  return of === 'titles' || of === 'marks' || of === 'topics' || of === 'state' ? ({ of, name } as Group) : undefined;
}

const WITNESSES = new Map<string, Witness>();

/** Returns the witness for a locale. */
export function witnessFor(locale: string): Witness {
  const code = languageCode(locale);
  const pack = packOf(code);
  const known = WITNESSES.get(code);
  if (known?.isOf(pack)) return known;
  const made = new Witness(pack);
  WITNESSES.set(code, made);
  return made;
}
