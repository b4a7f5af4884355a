import { idOf, textOf } from '../container/value.js';
import { markupOf, replyFrom } from '../reply-from.js';
import type { HelpdeskAdapter, Shape } from './shape.js';

/** LiveAgent's canned messages and predefined answers. Source: support.liveagent.com, “API v3: Canned messages”. */
const cannedMessages: Shape = {
  name: 'liveagent canned messages',
  telling: { keys: ['departmentid'] },
  is: ({ value }) =>
    textOf(value, 'title') !== undefined &&
    textOf(value, 'content') !== undefined &&
    value.member('departmentid') !== undefined,
  *replies({ value: message }) {
    yield* replyFrom(message.member('content'), {
      entry: message,
      id: idOf(message),
      title: textOf(message, 'title'),
      markup: markupOf(textOf(message, 'content') ?? ''),
      helpdesk: 'liveagent',
    });
  },
};

export const liveagent: HelpdeskAdapter = {
  id: 'liveagent',
  label: 'LiveAgent',
  reads: 'canned messages',
  placeholders: { openers: ['{$'], userIsAgent: true },
  shapes: [cannedMessages],
};
