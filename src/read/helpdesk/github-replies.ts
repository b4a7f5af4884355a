import { textOf } from '../container/value.js';
import { replyFrom } from '../reply-from.js';
import type { HelpdeskAdapter, Shape } from './shape.js';

/**
 * Saved replies that are shared in a repository as `.github/replies.yml`. Source: the extension Refined Saved Replies.
 */
const savedReplies: Shape = {
  name: 'github saved replies',
  telling: { likely: ['replies'] },
  is: ({ value, under }) =>
    under === 'replies' &&
    textOf(value, 'name') !== undefined &&
    textOf(value, 'body') !== undefined &&
    [...value.members()].length === 2,
  *replies({ value: saved }) {
    yield* replyFrom(saved.member('body'), {
      entry: saved,
      title: textOf(saved, 'name'),
      markup: 'markdown',
      helpdesk: 'github',
    });
  },
};

export const github: HelpdeskAdapter = {
  id: 'github',
  label: 'GitHub',
  reads: 'saved replies (`.github/replies.yml`)',
  placeholders: { openers: [] },
  shapes: [savedReplies],
};
