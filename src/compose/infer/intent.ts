import type { Intent, Reply } from '../../model/reply.js';
import { heaviestOf, type LateBecause } from './because.js';
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

interface Weighed {
  readonly for: Intent;
  readonly weight: number;
  readonly reason: string;
}

/** Determines the main intent of a reply, with the reason. */
export function intentOf({ declared }: Reply, rendering: Loose | undefined, seen: Seen): LateBecause<Intent> {
  if (declared.intent) return { value: declared.intent, reason: () => 'declared' };
  const evidence = evidenceFrom(rendering, seen);
  const byStatus = declared.status ? STATUS_INTENT[declared.status] : undefined;
  if (byStatus) evidence.push({ for: byStatus, weight: 2, reason: `sets the status to ${declared.status}` });
  const best = evidence.length > 0 ? heaviest(evidence) : undefined;
  if (best) return { value: best, reason: () => reasonFor(best, evidence) };
  const speaks = rendering !== undefined && rendering.words.length > 12;
  return { value: speaks ? 'answer' : 'other', reason: () => 'no evidence of anything else' };
}

/** Returns the evidence for intents in the title and in the text, in order of precedence. */
function evidenceFrom(rendering: Loose | undefined, { titles, pointers }: Seen): Weighed[] {
  const evidence: Weighed[] = [];
  if (titles.size === 0 && pointers.length === 0) return evidence;
  for (const intent of BY_PRECEDENCE) {
    const title = titles.get(intent);
    if (title !== undefined) evidence.push({ for: intent, weight: 1.5, reason: `title “${title}”` });
    if (rendering && pointers.some((pointer) => pointer.intent === intent))
      for (const pointer of heaviestBySentence(pointers, intent))
        evidence.push({ for: intent, weight: weightOf(pointer, rendering), reason: `“${pointer.words}”` });
  }
  return evidence;
}

/** Returns the intent with the most evidence. Undefined if the evidence is weak, so that the reply is an answer. */
function heaviest(evidence: readonly Weighed[]): Intent | undefined {
  let best: Intent | undefined;
  let most = 0;
  for (const intent of BY_PRECEDENCE) {
    let weight = 0;
    for (const one of evidence) if (one.for === intent) weight += one.weight;
    if (weight < WEIGHT_OF_AN_ANSWER || weight <= most) continue;
    best = intent;
    most = weight;
  }
  return best;
}

function reasonFor(intent: Intent, evidence: readonly Weighed[]): string {
  return heaviestOf(evidence.filter((one) => one.for === intent && one.weight >= 1)) || 'several weak signals';
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
