import type { Intent, Reply } from '../../model/reply.js';
import { type Because, heaviestOf } from './because.js';
import type { Loose } from './hit.js';
import type { Pointer } from './pointers.js';
import type { Seen } from './witness.js';

/** The intents that follow from the ticket statuses that a macro sets. */
const STATUS_INTENT: Readonly<Record<string, Intent>> = { pending: 'ask', hold: 'acknowledge' };

/** The intents in order of precedence, which decides between intents of the same weight. */
const BY_PRECEDENCE: readonly Intent[] = ['refuse', 'resolve', 'ask', 'acknowledge', 'apologize', 'close', 'answer'];

/** Minimum weight of evidence for another intent. A reply with weaker evidence is an answer. */
const WEIGHT_OF_AN_ANSWER = 2;
/** Number of sentences that count as early. A reply usually states its purpose early. */
const EARLY = 4;

/** Determines the main intent of a reply, with the reason. */
export function intentOf({ declared }: Reply, rendering: Loose | undefined, seen: Seen): Because<Intent> {
  if (declared.intent) return { value: declared.intent, reason: 'declared' };
  const weights = new Map<Intent, number>();
  const reasons = new Map<Intent, { weight: number; reason: string }[]>();
  const add = (intent: Intent, weight: number, reason: string) => {
    weights.set(intent, (weights.get(intent) ?? 0) + weight);
    if (weight >= 1) reasons.set(intent, [...(reasons.get(intent) ?? []), { weight, reason }]);
  };
  for (const intent of BY_PRECEDENCE) {
    const title = seen.titles.get(intent);
    if (title !== undefined) add(intent, 1.5, `title “${title}”`);
    if (rendering && seen.pointers.length > 0)
      for (const pointer of heaviestBySentence(seen.pointers, intent))
        add(intent, weightOf(pointer, rendering), `“${pointer.words}”`);
  }
  const byStatus = declared.status ? STATUS_INTENT[declared.status] : undefined;
  if (byStatus) add(byStatus, 2, `sets the status to ${declared.status}`);
  const weighed = BY_PRECEDENCE.filter((intent) => (weights.get(intent) ?? 0) >= WEIGHT_OF_AN_ANSWER);
  const best = weighed.reduce<Intent | undefined>(
    (winner, intent) => (winner && (weights.get(winner) ?? 0) >= (weights.get(intent) ?? 0) ? winner : intent),
    undefined,
  );
  if (best) return { value: best, reason: heaviestOf(reasons.get(best) ?? []) || 'several weak signals' };
  const speaks = rendering !== undefined && rendering.words.length > 12;
  return { value: speaks ? 'answer' : 'other', reason: 'no evidence of anything else' };
}

/** Returns the strongest evidence per sentence, so that each sentence counts only once per intent. */
function heaviestBySentence(pointers: readonly Pointer[], intent: Intent): Iterable<Pointer> {
  const bySentence = new Map<unknown, Pointer>();
  for (const pointer of pointers) {
    if (pointer.intent !== intent) continue;
    const known = bySentence.get(pointer.sentence);
    if (!known || (pointer.clear && !known.clear)) bySentence.set(pointer.sentence, pointer);
  }
  return bySentence.values();
}

function weightOf({ clear, conditional, sentence, intent }: Pointer, rendering: Loose): number {
  if (conditional) return clear ? 0.5 : 0;
  const early = sentence < EARLY ? 0.5 : 0;
  const listFollows = intent === 'ask' && leadsToList(sentence, rendering) ? 1.5 : 0;
  return (clear ? 2 : 1) + early + listFollows;
}

/** Returns true if a sentence leads to a list, such as “Please send us:”. */
export function leadsToList(sentence: number, { sentences, blocks, text }: Loose): boolean {
  const { block, end } = sentences[sentence] ?? { block: 0, end: 0 };
  return blocks[block + 1]?.kind === 'item' || /^\s{0,3}[:：]/.test(text.slice(end, end + 4));
}
