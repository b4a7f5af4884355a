import type { Rendering } from '../../model/rendering.js';
import type { Form, Intent, Reply, Topic } from '../../model/reply.js';
import { type Language, languageCode, languageOf } from '../../rule/language/index.js';
import { PhraseAutomaton, parsePhrase, tokens } from '../../rule/phrase/index.js';
import { en } from './en.js';
import type { Evidence } from './evidence.js';

type Loose = Omit<Rendering, 'form' | 'intent' | 'topics'>;

/** What a reply is taken for, and why. */
export interface Inferred {
  readonly taken: { readonly form: Form; readonly intent: Intent; readonly topics: readonly Topic[] };
  readonly reasons: readonly string[];
}

const EVIDENCE: Readonly<Record<string, Evidence>> = { en };

/** Form, intent and topics: what is declared, else what the metadata, the title and the text tell. */
export function infer(reply: Reply, renderings: readonly Loose[]): Inferred {
  const rendering = longest(renderings);
  const seen = rendering ? witnessOf(rendering).look(reply, rendering) : NOTHING;
  const form = formOf(reply, rendering, seen);
  const intent = intentOf(reply, rendering, seen);
  const topics = reply.declared.topics ?? [...seen.topics.keys()];
  return {
    taken: { form: form.value, intent: intent.value, topics },
    reasons: [
      `form ${form.value}: ${form.reason}`,
      `intent ${intent.value}: ${intent.reason}`,
      ...(topics.length > 0 ? [`topics ${topics.join(', ')}`] : []),
    ],
  };
}

function longest(renderings: readonly Loose[]): Loose | undefined {
  return renderings.reduce<Loose | undefined>(
    (best, rendering) => (best && best.words.length >= rendering.words.length ? best : rendering),
    undefined,
  );
}

interface Because<T> {
  readonly value: T;
  readonly reason: string;
}

/** Below this many words a text without greeting or farewell is a part of a reply; above the other, a whole one. */
const MOST_WORDS_OF_A_PART = 40;
const FEWEST_WORDS_OF_A_WHOLE = 80;
const MOST_WORDS_OF_A_CHAT_LINE = 35;

const CHAT_CHANNELS = /chat|whatsapp|messenger|sms|telegram|line|twitter|instagram|facebook|social/i;

function formOf({ declared, audience }: Reply, rendering: Loose | undefined, seen: Seen): Because<Form> {
  if (declared.form) return { value: declared.form, reason: 'declared' };
  if (audience !== 'customer') return { value: 'internal', reason: `the help desk shows it to ${audience}` };
  if (seen.title.has('internal')) return { value: 'internal', reason: `title “${seen.title.get('internal')}”` };
  if (declared.channel && CHAT_CHANNELS.test(declared.channel))
    return { value: 'chat', reason: `channel ${declared.channel}` };
  const auto = seen.text.get('auto');
  if (auto) return { value: 'auto', reason: `says “${auto.words}”` };
  if (seen.title.has('auto') && !seen.firstPerson)
    return { value: 'auto', reason: `title “${seen.title.get('auto')}”` };
  if (seen.title.has('chat')) return { value: 'chat', reason: `title “${seen.title.get('chat')}”` };
  if (!rendering) return { value: 'fragment', reason: 'no text' };
  const words = rendering.words.length;
  if (seen.salutation && (words > 12 || seen.farewell))
    return { value: 'full', reason: `greets with “${seen.salutation}”` };
  if (seen.farewell && words > MOST_WORDS_OF_A_PART / 4)
    return { value: 'full', reason: `ends with “${seen.farewell}”` };
  if (seen.title.has('fragment')) return { value: 'fragment', reason: `title “${seen.title.get('fragment')}”` };
  if (words <= MOST_WORDS_OF_A_CHAT_LINE && rendering.blocks.length === 1 && seen.conversational)
    return { value: 'chat', reason: `${words} words in one line, without greeting or farewell` };
  if (words <= MOST_WORDS_OF_A_PART || rendering.sentences.length <= 2)
    return { value: 'fragment', reason: `${words} words without greeting or farewell` };
  if (words >= FEWEST_WORDS_OF_A_WHOLE) return { value: 'full', reason: `${words} words` };
  if (seen.thanks || seen.text.size >= 2) return { value: 'full', reason: `${words} words that speak to the customer` };
  return { value: 'fragment', reason: `${words} words without greeting, farewell or thanks` };
}

/** Statuses that a macro sets, and what they say of it. */
const STATUS_INTENT: Readonly<Record<string, Intent>> = { pending: 'ask', hold: 'acknowledge' };

/** Which intent is named where two have the same weight. */
const BY_PRECEDENCE: readonly Intent[] = ['refuse', 'resolve', 'ask', 'apologize', 'close', 'acknowledge', 'answer'];

function intentOf({ declared }: Reply, rendering: Loose | undefined, seen: Seen): Because<Intent> {
  if (declared.intent) return { value: declared.intent, reason: 'declared' };
  const weights = new Map<Intent, number>();
  const add = (intent: Intent, weight: number) => weights.set(intent, (weights.get(intent) ?? 0) + weight);
  for (const intent of BY_PRECEDENCE) {
    if (seen.title.has(intent)) add(intent, 3);
    const found = seen.text.get(intent);
    if (found) add(intent, found.weight);
  }
  const byStatus = declared.status ? STATUS_INTENT[declared.status] : undefined;
  if (byStatus) add(byStatus, 2);
  const best = BY_PRECEDENCE.reduce((winner, intent) =>
    (weights.get(intent) ?? 0) > (weights.get(winner) ?? 0) ? intent : winner,
  );
  if ((weights.get(best) ?? 0) < 1)
    return { value: rendering && rendering.words.length > 25 ? 'answer' : 'other', reason: 'nothing tells' };
  const words = seen.text.get(best)?.words ?? seen.title.get(best) ?? declared.status;
  return { value: best, reason: `“${words}”` };
}

/** What was found in title and text. */
interface Seen {
  readonly title: ReadonlyMap<string, string>;
  readonly text: ReadonlyMap<'auto' | Intent, { readonly words: string; readonly weight: number }>;
  readonly topics: ReadonlyMap<Topic, string>;
  readonly salutation: string | undefined;
  readonly farewell: string | undefined;
  readonly thanks: boolean;
  readonly firstPerson: boolean;
  readonly conversational: boolean;
}

const NOTHING: Seen = {
  title: new Map(),
  text: new Map(),
  topics: new Map(),
  salutation: undefined,
  farewell: undefined,
  thanks: false,
  firstPerson: false,
  conversational: false,
};

type Group =
  | { readonly in: 'title'; readonly name: Form | Intent }
  | { readonly in: 'text'; readonly name: 'auto' | Intent }
  | { readonly in: 'topics'; readonly name: Topic }
  | { readonly in: 'salutation' | 'farewell'; readonly name: '' };

/** The farewell and the names stand in the last lines. */
const LAST_LINES = 4;
const FIRST_LINES = 3;

/** Looks for one language's evidence. */
class Witness {
  readonly #language: Language;
  readonly #groups: readonly Group[];
  readonly #automaton: PhraseAutomaton;

  constructor(language: Language, evidence: Evidence | undefined) {
    const entries: (readonly [Group, string])[] = [];
    for (const where of ['title', 'text', 'topics'] as const)
      for (const [name, phrases] of Object.entries(evidence?.[where] ?? {}))
        for (const phrase of phrases) entries.push([{ in: where, name } as Group, phrase]);
    for (const phrase of language.salutations) entries.push([{ in: 'salutation', name: '' }, phrase]);
    for (const phrase of language.farewells) entries.push([{ in: 'farewell', name: '' }, phrase]);
    this.#language = language;
    this.#groups = entries.map(([group]) => group);
    this.#automaton = new PhraseAutomaton(
      entries.map(([, phrase]) => parsePhrase(phrase, language)),
      language,
    );
  }

  look(reply: Reply, rendering: Loose): Seen {
    const { words, sentences, text, blocks } = rendering;
    const title = this.#inTitle(reply);
    const inText = new Map<'auto' | Intent, { words: string; weight: number }>();
    const topics = new Map<Topic, string>();
    let salutation: string | undefined;
    let farewell: string | undefined;
    const opening = sentences.filter(({ block }) => blocks[block]?.kind !== 'heading').slice(0, FIRST_LINES);
    for (const [index, sentence] of sentences.entries()) {
      const counted = new Set<string>();
      for (const hit of this.#automaton.find(words, sentence.from, sentence.to)) {
        const group = this.#groups[hit.phrase];
        const first = words[hit.from];
        const last = words[hit.to - 1];
        if (!group || !first || !last || first.code || first.quoted) continue;
        const said = text.slice(first.start, last.end).replace(/\s+/g, ' ');
        if (group.in === 'salutation' && opening.includes(sentence)) salutation ??= said;
        else if (group.in === 'farewell' && index >= sentences.length - LAST_LINES && index > 0) farewell = said;
        else if (group.in === 'topics') topics.set(group.name, said);
        else if (group.in === 'text' && !counted.has(group.name)) {
          counted.add(group.name);
          const known = inText.get(group.name);
          const weight = index < FIRST_LINES + 1 ? 2 : 1;
          inText.set(group.name, { words: known?.words ?? said, weight: (known?.weight ?? 0) + weight });
        }
      }
    }
    for (const [name, said] of title) if (name.startsWith('topic:')) topics.set(name.slice(6) as Topic, said);
    farewell ??= signatureIn(rendering);
    return {
      title,
      text: inText,
      topics,
      salutation,
      farewell,
      thanks: words.some(({ folded }) => folded === 'thank' || folded === 'thanks'),
      firstPerson: words.some(({ folded }) => folded === 'i'),
      conversational:
        words.some(({ folded }) => folded === 'i' || folded === 'you' || folded === 'your') || /\?/.test(text),
    };
  }

  #inTitle({ title, declared, file }: Reply): Map<string, string> {
    const found = new Map<string, string>();
    const folder = file.path.split('/').slice(-3).join(' / ');
    for (const part of [title ?? '', ...(declared.tags ?? []), declared.channel ?? '', folder]) {
      const spaced = part.replace(/[_:/.#-]+/g, ' ');
      const words = [...tokens(spaced, this.#language)];
      for (const { phrase, from, to } of this.#automaton.find(words, 0, words.length)) {
        const group = this.#groups[phrase];
        const said = spaced.slice(words[from]?.start, words[to - 1]?.end);
        if (
          group?.in === 'title' &&
          (part !== folder || group.name === 'chat' || group.name === 'auto' || group.name === 'internal')
        )
          found.set(group.name, said);
        if (group?.in === 'topics' && part !== folder) found.set(`topic:${group.name}`, said);
      }
    }
    return found;
  }
}

/** A reply may end in nothing but a name: “— Mia, Acme Support”, `{{agent.name}}`. */
function signatureIn({ words, sentences, text }: Loose): string | undefined {
  const last = sentences.at(-1);
  if (!last || sentences.length < 2) return undefined;
  const first = words[last.from];
  const said = text.slice(last.start, last.end);
  if (words.slice(last.from, last.to).some(({ placeholder }) => placeholder?.role === 'agent-name')) return said;
  const dashed = /^\s*(?:[—–-]{1,2}|\^)\s*\S/.test(text.slice(Math.max(0, last.start - 4), last.end)) && last.start > 4;
  const few = last.to - last.from <= 6;
  const named =
    few &&
    last.ends === '' &&
    words
      .slice(last.from, last.to)
      .every(
        ({ start, kind }) =>
          kind !== 'word' ||
          /[\p{Lu}&]/u.test(text[start] ?? '') ||
          /^(?:the|of|from|at|and|in|for|team|support)$/.test(text.slice(start, start + 7).split(/\W/)[0] ?? ''),
      );
  const ownLine = /\n\s*[—–-]*\s*$/.test(text.slice(0, first?.start ?? 0));
  return ownLine && (named || (dashed && few)) ? said : undefined;
}

const WITNESSES = new Map<string, Witness>();

function witnessOf({ locale }: Loose): Witness {
  const code = languageCode(locale);
  const known = WITNESSES.get(code);
  if (known) return known;
  const made = new Witness(languageOf(locale), EVIDENCE[code]);
  WITNESSES.set(code, made);
  return made;
}
