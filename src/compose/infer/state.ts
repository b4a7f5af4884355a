import type { Intent, Reply, State } from '../../model/reply.js';
import { heaviestOf, type LateBecause } from './because.js';
import type { Loose } from './hit.js';
import { leadsToList } from './intent.js';
import type { Left } from './traces.js';
import type { Seen } from './witness.js';

/** Intents after which the customer or the team still has to act. */
const OPEN_INTENTS: ReadonlySet<Intent> = new Set(['ask', 'acknowledge']);
/** Intents that conclude a conversation. */
const CLOSING_INTENTS: ReadonlySet<Intent> = new Set(['resolve', 'refuse', 'close']);
/** The states that follow from the ticket statuses that a macro sets. */
const STATUS_STATE: Readonly<Record<string, State>> = {
  pending: 'open',
  hold: 'open',
  solved: 'concluded',
  closed: 'concluded',
};
/** Minimum number of items in a list of instructions. */
const FEWEST_STEPS = 2;
/** Maximum length in words of a text that only offers help. A longer text says more than that. */
const MOST_WORDS_OF_A_START = 60;

const WEIGHTS: Readonly<Record<Left['trace'], number>> = { asked: 2, start: 2.5, pending: 2, settled: 1.5 };
const WEIGHT_OF_A_POINTER = [1.5, 1] as const;
const WEIGHT_IN_A_CASE = 0.5;
const WEIGHT_OF_A_STEP = 0.5;
const WEIGHT_OF_STEPS = 1;
const WEIGHT_BEFORE_A_LIST = 3;
const WEIGHT_OF_A_STATUS = 2;
const WEIGHT_OF_A_TITLE = 1;
/**
 * The weight in favor of `concluded`: a text concludes unless there is stronger evidence that it leaves something open.
 */
const WEIGHT_OF_A_TEXT = 1;

interface Weighed {
  readonly for: State;
  readonly weight: number;
  readonly reason: string;
}

/** Determines whether a reply leaves something open, with the reason. */
export function stateOf({ declared }: Reply, rendering: Loose | undefined, seen: Seen): LateBecause<State> {
  const { intent, status } = declared;
  if (intent)
    return { value: OPEN_INTENTS.has(intent) ? 'open' : 'concluded', reason: () => `declared intent ${intent}` };
  const evidence: Weighed[] = [];
  addFromNames(evidence, status, seen);
  if (rendering) addFromText(evidence, rendering, seen);
  addFromPointers(evidence, seen);
  const isOpen = weightFor('open', evidence) > weightFor('concluded', evidence) + WEIGHT_OF_A_TEXT;
  const value: State = isOpen ? 'open' : 'concluded';
  return { value, reason: () => reasonFor(value, evidence) };
}

function weightFor(state: State, evidence: readonly Weighed[]): number {
  let sum = 0;
  for (const one of evidence) if (one.for === state) sum += one.weight;
  return sum;
}

function reasonFor(value: State, evidence: readonly Weighed[]): string {
  const reason = heaviestOf(evidence.filter((one) => one.for === value)) || 'nothing is requested or pending';
  const against = heaviestOf(evidence.filter((one) => one.for !== value));
  return against === '' ? reason : `${reason}; but ${against}`;
}

function addFromNames(evidence: Weighed[], status: string | undefined, { titles }: Seen): void {
  const set = status === undefined ? undefined : STATUS_STATE[status];
  if (set) evidence.push({ for: set, weight: WEIGHT_OF_A_STATUS, reason: `sets the status to ${status}` });
  if (titles.size === 0) return;
  for (const intent of OPEN_INTENTS) {
    const title = titles.get(intent);
    if (title !== undefined) evidence.push({ for: 'open', weight: WEIGHT_OF_A_TITLE, reason: `title “${title}”` });
  }
}

/** Adds evidence for the state from the evidence for the intent. It counts unless there is clearer evidence. */
function addFromPointers(evidence: Weighed[], { left, pointers }: Seen): void {
  if (pointers.length === 0) return;
  const plain = new Set(left.map(({ sentence }) => sentence));
  const told = new Set<number>();
  for (const { intent, clear, conditional, sentence, words } of pointers) {
    if (plain.has(sentence) || told.has(sentence) || conditional || !clear) continue;
    told.add(sentence);
    const isOpen = OPEN_INTENTS.has(intent);
    if (!isOpen && !CLOSING_INTENTS.has(intent)) continue;
    const weight = WEIGHT_OF_A_POINTER[isOpen ? 0 : 1];
    evidence.push({ for: isOpen ? 'open' : 'concluded', weight, reason: `“${words}”` });
  }
}

function addFromText(evidence: Weighed[], rendering: Loose, { left }: Seen): void {
  const asks = left.some(({ trace, sentence }) => trace === 'asked' && leadsToList(sentence, rendering));
  if (!asks && countOfItems(rendering) >= FEWEST_STEPS)
    evidence.push({ for: 'concluded', weight: WEIGHT_OF_STEPS, reason: 'lists steps or facts' });
  for (const one of left) {
    if (one.trace === 'start' && rendering.words.length > MOST_WORDS_OF_A_START) continue;
    const value = one.trace === 'settled' ? 'concluded' : 'open';
    evidence.push({ for: value, weight: weightOf(one, rendering), reason: `“${one.words}”` });
  }
}

function weightOf({ trace, inCase, sentence }: Left, rendering: Loose): number {
  const block = rendering.sentences[sentence]?.block ?? 0;
  if (trace === 'asked' && leadsToList(sentence, rendering)) return WEIGHT_BEFORE_A_LIST;
  if (trace === 'asked' && rendering.blocks[block]?.kind === 'item') return WEIGHT_OF_A_STEP;
  return inCase ? WEIGHT_IN_A_CASE : WEIGHTS[trace];
}

function countOfItems({ blocks }: Loose): number {
  return blocks.filter(({ kind }) => kind === 'item').length;
}
