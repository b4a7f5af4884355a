import { textOf } from '../container/value.js';
import { adapterOf, replyFrom } from './shape.js';

/** Saved replies that a repository shares, `.github/replies.yml`. Source: the extension Refined Saved Replies. */
export const githubReplies = adapterOf({
  name: 'github saved replies',
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
});
