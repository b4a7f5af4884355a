import type { Rendering, Sentence } from '../../model/rendering.js';
import type { Form, Intent, Reply, Topic } from '../../model/reply.js';
import { isInContext } from '../../rule/contexts.js';
import { type Language, languageCode, languageOf } from '../../rule/language/index.js';
import { PhraseAutomaton, parsePhrase, tokens } from '../../rule/phrase/index.js';
import { signatureOf } from '../../rule/signature.js';
import { en } from './en.js';
import type { Evidence, Mark } from './evidence.js';

/** A rendering whose form and intent are to be found. */
export type Loose = Omit<Rendering, 'form' | 'intent' | 'topics'>;

const EVIDENCE: Readonly<Record<string, Evidence>> = { en };

/** Words of the text that point to an intent. */
export interface Pointer {
  readonly intent: Intent;
  readonly clear: boolean;
  /** Stands under an “if”: it tells of a case, not of this reply. */
  readonly conditional: boolean;
  readonly words: string;
  readonly sentence: Sentence;
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
}

export const NOTHING: Seen = {
  titles: new Map(),
  marks: new Map(),
  pointers: [],
  topics: new Map(),
  salutation: undefined,
  farewell: undefined,
  signedByPerson: false,
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
/** A folder tells whether what lies in it is chat, automatic or internal, but no more. */
const TOLD_BY_FOLDERS: ReadonlySet<string> = new Set(['chat', 'auto', 'internal']);

/** Looks for one language's evidence. */
export class Witness {
  readonly #language: Language;
  readonly #groups: readonly Group[];
  readonly #automaton: PhraseAutomaton;

  constructor(language: Language, evidence: Evidence | undefined) {
    const entries = [...entriesOf(language, evidence)];
    this.#language = language;
    this.#groups = entries.map(([group]) => group);
    this.#automaton = new PhraseAutomaton(
      entries.map(([, phrase]) => parsePhrase(phrase, language)),
      language,
    );
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
    const { sentences, blocks } = rendering;
    const opening = new Set([
      ...sentences.slice(0, FIRST_LINES),
      ...sentences.filter(({ block }) => blocks[block]?.kind !== 'heading').slice(0, FIRST_LINES),
    ]);
    const ending = new Set(sentences.slice(Math.max(1, sentences.length - LAST_LINES)));
    for (const { group, said, sentence, conditional } of this.#inText(rendering)) {
      if (group.of === 'salutation' && opening.has(sentence)) salutation ??= said;
      else if (group.of === 'farewell' && ending.has(sentence)) farewell = said;
      else if (group.of === 'topics') topics.set(group.name, said);
      else if (group.of === 'marks' && (group.name !== 'chatty' || sentence === sentences[0]))
        marks.set(group.name, marks.get(group.name) ?? said);
      else if (group.of === 'intents')
        pointers.push({ intent: group.name, clear: group.clear, words: said, sentence, conditional: conditional() });
    }
    const signature = signatureOf(rendering);
    farewell ??= signature && rendering.text.slice(signature.line.start, signature.line.end);
    const signedByPerson = signature?.by === 'person';
    return { titles, marks, pointers, topics, salutation, farewell, signedByPerson };
  }

  *#inText(rendering: Loose) {
    const { words, sentences, text } = rendering;
    for (const [index, sentence] of sentences.entries())
      for (const { phrase, from, to } of this.#automaton.find(words, sentence.from, sentence.to)) {
        const group = this.#groups[phrase];
        const first = words[from];
        const last = words[to - 1];
        if (!group || !first || !last || first.code || first.quoted) continue;
        const said = text.slice(first.start, last.end).replace(/\s+/g, ' ');
        const conditional = () => isInContext(rendering, { from, to, sentence: index }, ['conditional']);
        yield { group, said, sentence, conditional };
      }
  }

  *#inNames({ title, declared, file }: Reply) {
    const folder = file.path.split('/').slice(-3).join(' / ');
    for (const name of [title ?? '', ...(declared.tags ?? []), declared.channel ?? '', folder]) {
      const spaced = name.replace(/[_:/.#-]+/g, ' ');
      const words = [...tokens(spaced, this.#language)];
      for (const { phrase, from, to } of this.#automaton.find(words, 0, words.length)) {
        const group = this.#groups[phrase];
        const said = spaced.slice(words[from]?.start, words[to - 1]?.end);
        if (group) yield { group, said, isFolder: name === folder };
      }
    }
  }
}

function* entriesOf(language: Language, evidence: Evidence | undefined): Generator<readonly [Group, string]> {
  for (const of of ['titles', 'marks', 'topics'] as const)
    for (const [name, phrases] of Object.entries(evidence?.[of] ?? {}))
      for (const phrase of phrases) yield [{ of, name } as Group, phrase];
  for (const [name, { clear, slight }] of Object.entries(evidence?.intents ?? {})) {
    for (const phrase of clear) yield [{ of: 'intents', name: name as Intent, clear: true }, phrase];
    for (const phrase of slight) yield [{ of: 'intents', name: name as Intent, clear: false }, phrase];
  }
  for (const phrase of language.salutations) yield [{ of: 'salutation' }, phrase];
  for (const phrase of language.farewells) yield [{ of: 'farewell' }, phrase];
}

const WITNESSES = new Map<string, Witness>();

/** The witness for a locale. */
export function witnessFor(locale: string): Witness {
  const code = languageCode(locale);
  const known = WITNESSES.get(code);
  if (known) return known;
  const made = new Witness(languageOf(locale), EVIDENCE[code]);
  WITNESSES.set(code, made);
  return made;
}
