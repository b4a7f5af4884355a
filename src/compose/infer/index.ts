import type { Form, Intent, Reply, Topic } from '../../model/reply.js';
import { formOf } from './form.js';
import type { Loose } from './hit.js';
import { intentOf } from './intent.js';
import { NOTHING, witnessFor } from './witness.js';

export type { Loose } from './hit.js';

/** What a reply is taken for, and why. */
export interface Inferred {
  readonly taken: { readonly form: Form; readonly intent: Intent; readonly topics: readonly Topic[] };
  readonly reasons: readonly string[];
}

/**
 * Form, intent and topics: what is declared, else what the metadata, the title and the text tell.
 * @param includedBy which other replies include it, in words
 */
export function infer(reply: Reply, renderings: readonly Loose[], includedBy?: string): Inferred {
  const rendering = longest(renderings);
  const seen = rendering ? witnessFor(rendering.locale).look(reply, rendering) : NOTHING;
  const form = formOf(reply, rendering, { ...seen, includedBy });
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
