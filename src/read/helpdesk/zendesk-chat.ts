import { idOf, listOf, textOf } from '../container/value.js';
import { replyFrom } from '../reply-from.js';
import type { HelpdeskAdapter, Shape } from './shape.js';

/** Zendesk Chat's shortcuts. Source: developer.zendesk.com, “Chat API: Shortcuts”. */
const shortcuts: Shape = {
  name: 'zendesk chat shortcuts',
  telling: { likely: ['scope'] },
  is: ({ value }) =>
    textOf(value, 'name') !== undefined &&
    textOf(value, 'message') !== undefined &&
    /^(?:all|agent|department)s?$/.test(textOf(value, 'scope') ?? ''),
  *replies({ value: shortcut }) {
    const tags = listOf(shortcut.member('tags'));
    yield* replyFrom(shortcut.member('message'), {
      entry: shortcut,
      id: idOf(shortcut),
      title: textOf(shortcut, 'name'),
      markup: 'text',
      helpdesk: 'zendesk-chat',
      declared: { channel: 'chat', ...(tags.length > 0 && { tags }) },
    });
  },
};

export const zendeskChat: HelpdeskAdapter = {
  id: 'zendesk-chat',
  label: 'Zendesk Chat',
  reads: 'shortcuts',
  placeholders: { openers: ['{{'], userIsAgent: true },
  shapes: [shortcuts],
};
