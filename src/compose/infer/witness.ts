import { addresseeIn } from '../../language/address.js';
import { conditionalsIn, isInContext } from '../../language/contexts.js';
import type { Mark } from '../../language/evidence.js';
import { languageCode } from '../../language/index.js';
import { packOf } from '../../language/pack/load.js';
import type { LanguagePack } from '../../language/pack/pack.js';
import { type Hit, type MatchedWord, tokens } from '../../language/phrase/index.js';
import { signatureOf } from '../../language/signature.js';
import type { Rendering } from '../../model/rendering.js';
import type { Form, Intent, Reply, Topic } from '../../model/reply.js';

/** A rendering whose form and intent are to be found. */
export type Loose = Omit<Rendering, 'form' | 'intent' | 'topics'>;

/** Words of the text that point to an intent. */
export interface Pointer {
  readonly intent: Intent;
  readonly clear: boolean;
  /** Stands under an “if”: it tells of a case, not of this reply. */
  readonly conditional: boolean;
  readonly words: string;
  /** Index of its sentence. */
  readonly sentence: number;
}

/** What was found in a reply's title and in its text. */
export interface Seen {
  readonly titles: ReadonlyMap<Form | Intent, string>;
  readonly marks: ReadonlyMap<Mark, string>;
  readonly pointers: readonly Pointer[];
  readonly topics: ReadonlyMap<Topic, string>;
  readonly salutation: string | undefined;
  /** The farewell or the signature. */
  readonly farewell: string | undefined;
  readonly signedByPerson: boolean;
  /** The name by which it speaks to the reader, without greeting; a handle is no name, it stands in threads. */
  readonly addressee: string | undefined;
}

export const NOTHING: Seen = {
  titles: new Map(),
  marks: new Map(),
  pointers: [],
  topics: new Map(),
  salutation: undefined,
  farewell: undefined,
  signedByPerson: false,
  addressee: undefined,
};

type Group =
  | { readonly of: 'titles'; readonly name: Form | Intent }
  | { readonly of: 'marks'; readonly name: Mark }
  | { readonly of: 'intents'; readonly name: Intent; readonly clear: boolean }
  | { readonly of: 'topics'; readonly name: Topic }
  | { readonly of: 'salutation' | 'farewell' };

/** A title or a picture may stand before the salutation. */
const FIRST_LINES = 3;
/** Names, an office and a legal line may stand after the farewell. */
const LAST_LINES = 7;
/** “Still stuck?”, “Worn them once?” open an answer; nobody is meant to reply. */
const FEWEST_WORDS_OF_A_QUESTION = 4;
/** A folder tells whether what lies in it is chat, automatic or internal, but no more. */
const TOLD_BY_FOLDERS: ReadonlySet<string> = new Set(['chat', 'auto', 'internal']);

/** Looks for one language's evidence. */
export class Witness {
  readonly #pack: LanguagePack;
  /** By group of the pack; undefined for those that are no evidence. */
  readonly #groups: readonly (Group | undefined)[];
  readonly #wanted: Uint8Array;

  constructor(pack: LanguagePack) {
    this.#pack = pack;
    this.#groups = pack.groups.map(({ rule, name }) => (rule === '' ? groupNamed(name) : undefined));
    this.#wanted = Uint8Array.from(this.#groups, (group) => (group ? 1 : 0));
  }

  look(reply: Reply, rendering: Loose): Seen {
    const titles = new Map<Form | Intent, string>();
    const topics = new Map<Topic, string>();
    for (const { group, said, isFolder } of this.#inNames(reply)) {
      if (group.of === 'titles' && (!isFolder || TOLD_BY_FOLDERS.has(group.name))) titles.set(group.name, said);
      if (group.of === 'topics' && !isFolder) topics.set(group.name, said);
    }
    const marks = new Map<Mark, string>();
    const pointers: Pointer[] = [];
    let salutation: string | undefined;
    let farewell: string | undefined;
    const { opening, ending } = endsOf(rendering);
    const pointed = new Set<string>();
    const offers = new Set<number>();
    for (const { group, from, to, at } of this.#inText(rendering)) {
      const said = () => saidIn(rendering, from, to);
      if (group.of === 'salutation' && at < opening) salutation ??= said();
      else if (group.of === 'farewell' && at >= ending) farewell = said();
      else if (group.of === 'topics') topics.set(group.name, topics.get(group.name) ?? said());
      else if (group.of === 'marks') {
        if (group.name === 'offer') offers.add(at);
        if (group.name !== 'chatty' || at === 0) marks.set(group.name, marks.get(group.name) ?? said());
      } else if (group.of === 'intents') {
        const { name: intent, clear } = group;
        const key = `${intent} ${clear} ${at}`;
        if (pointed.has(key)) continue;
        pointed.add(key);
        const conditional =
          isInContext(rendering, { from, to, sentence: at }, ['conditional']) ||
          (intent === 'acknowledge' && this.#opensWithCondition(rendering, at));
        pointers.push({ intent, clear, conditional, words: said(), sentence: at });
      }
    }
    pointers.push(...questionsIn(rendering, pointers, offers));
    const signature = signatureOf(rendering);
    farewell ??= signature && rendering.text.slice(signature.line.start, signature.line.end);
    const signedByPerson = signature?.by === 'person';
    const name = addresseeIn(rendering);
    const addressee = name && !name.isHandle ? rendering.text.slice(name.start, name.end) : undefined;
    return { titles, marks, pointers, topics, salutation, farewell, signedByPerson, addressee };
  }

  /** “If it comes back, tell us, and we will look into it” takes nothing on. */
  #opensWithCondition(rendering: Loose, sentence: number): boolean {
    const { from, to } = rendering.sentences[sentence] ?? { from: 0, to: 0 };
    return conditionalsIn(rendering, from, to).some((opener) => opener.from === from);
  }

  *#inText(rendering: Loose) {
    const { words, sentences } = rendering;
    for (const [at, sentence] of sentences.entries())
      for (const { group, from, to } of this.#find(words, sentence.from, sentence.to)) {
        const first = words[from];
        if (first && !first.code && !first.quoted) yield { group, from, to, at };
      }
  }

  *#find(words: readonly MatchedWord[], from: number, to: number): Generator<Hit & { readonly group: Group }> {
    const { table } = this.#pack;
    for (const hit of table.find(words, from, to, this.#wanted)) {
      const group = this.#groups[table.arrays.groups[hit.phrase] ?? -1];
      if (group) yield { ...hit, group };
    }
  }

  *#inNames({ title, declared, file }: Reply) {
    const folder = file.path.split('/').slice(-3).join(' / ');
    for (const name of [title ?? '', ...(declared.tags ?? []), declared.channel ?? '', folder]) {
      const spaced = name.replace(/[_:/.#-]+/g, ' ');
      const words = [...tokens(spaced, this.#pack.language)];
      for (const { group, from, to } of this.#find(words, 0, words.length)) {
        const said = spaced.slice(words[from]?.start, words[to - 1]?.end);
        yield { group, said, isFolder: name === folder };
      }
    }
  }
}

/** Before which sentence a greeting opens the reply, and from which on a farewell ends it. */
function endsOf({ sentences, blocks }: Loose): { opening: number; ending: number } {
  const headings = sentences.findIndex(({ block }) => blocks[block]?.kind !== 'heading');
  return { opening: Math.max(headings, 0) + FIRST_LINES, ending: Math.max(1, sentences.length - LAST_LINES) };
}

/** Questions that want an answer. One in which something is asked for asks plainly. */
function* questionsIn(rendering: Loose, pointers: readonly Pointer[], offers: ReadonlySet<number>): Generator<Pointer> {
  const asking = new Set(pointers.flatMap(({ intent, sentence }) => (intent === 'ask' ? [sentence] : [])));
  for (const [sentence, { ends, from, to }] of rendering.sentences.entries())
    if (ends === '?' && to - from >= FEWEST_WORDS_OF_A_QUESTION && !offers.has(sentence)) {
      const words = saidIn(rendering, from, to);
      yield { intent: 'ask', clear: asking.has(sentence), conditional: false, words, sentence };
    }
}

function saidIn({ words, text }: Loose, from: number, to: number): string {
  return text.slice(words[from]?.start, words[to - 1]?.end).replace(/\s+/g, ' ');
}

/** What the name of a pack’s group stands for, such as `cue marks automatic`: see `language/evidence.ts`. */
function groupNamed(group: string): Group | undefined {
  if (group === 'salutation' || group === 'farewell') return { of: group };
  const [cue, of, name, weight] = group.split(' ');
  if (cue !== 'cue' || name === undefined) return undefined;
  if (of === 'intents') return { of, name: name as Intent, clear: weight === 'clear' };
  return of === 'titles' || of === 'marks' || of === 'topics' ? ({ of, name } as Group) : undefined;
}

const WITNESSES = new Map<string, Witness>();

/** The witness for a locale. */
export function witnessFor(locale: string): Witness {
  const code = languageCode(locale);
  const known = WITNESSES.get(code);
  if (known) return known;
  const made = new Witness(packOf(code));
  WITNESSES.set(code, made);
  return made;
}
