import type { Markup } from '../../model/reply.js';
import { textOf, type Value } from '../container/value.js';
import { wordsIn } from '../gate/cues.js';
import { replyFrom } from '../reply-from.js';
import type { HelpdeskAdapter, Shape } from './shape.js';

/**
 * Espanso's matches. Because most shared ones fix typos or insert emoji, a match must be long enough to be a message.
 * Source: Espanso's documentation, “Matches”.
 */
const matches: Shape = {
  name: 'espanso matches',
  telling: { likely: ['matches'] },
  is: ({ value, under }) =>
    under === 'matches' &&
    ['trigger', 'triggers', 'regex'].some((key) => value.member(key) !== undefined) &&
    ['replace', 'form', 'markdown', 'html', 'image_path'].some((key) => value.member(key) !== undefined),
  *replies({ value: match }) {
    for (const [key, markup] of Object.entries(TEXTS)) {
      const text = textOf(match, key);
      if (text === undefined || !isMessage(text)) continue;
      const trigger = triggerOf(match);
      yield* replyFrom(match.member(key), {
        entry: match,
        slug: trigger,
        title: textOf(match, 'label') ?? trigger,
        markup,
        helpdesk: 'espanso',
      });
    }
  },
};

const TEXTS: Readonly<Record<string, Markup>> = { html: 'html', markdown: 'markdown', replace: 'text', form: 'text' };

function triggerOf(match: Value): string | undefined {
  const [first] = match.member('triggers')?.items() ?? [];
  const scalar = match.member('trigger')?.scalar ?? first?.scalar ?? match.member('regex')?.scalar;
  return typeof scalar === 'string' ? scalar : undefined;
}

/** Returns true for a text of at least twenty words, or of two sentences with at least eight words. */
function isMessage(text: string): boolean {
  const words = wordsIn(text);
  return words >= 20 || (words >= 8 && (text.match(/[.!?](?=\s|$)/g)?.length ?? 0) >= 2);
}

/** Returns true for a package of typos or emoji. It can have a hundred thousand matches and is not worth parsing. */
export function isPackOfWords(text: string): boolean {
  return /^matches:/m.test(text) && !text.split('\n').some(hasRoomForMessage);
}

/** Returns true for a line that may be part of a message, which is written as a block or as lines of several words. */
function hasRoomForMessage(line: string): boolean {
  const written = line.trim();
  return !written.startsWith('#') && (/[|>][+-]?\d?$/.test(written) || written.split(/\s+/).length > 8);
}

export const espanso: HelpdeskAdapter = {
  id: 'espanso',
  label: 'Espanso',
  reads: 'matches that contain messages',
  placeholders: { openers: [], manual: ['[['] },
  shapes: [matches],
};
