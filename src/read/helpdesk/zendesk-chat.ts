import { idOf, listOf, textOf } from '../container/value.js';
import { adapterOf, replyFrom } from './shape.js';

/** Zendesk Chat's shortcuts. Source: developer.zendesk.com, “Chat API: Shortcuts”. */
export const zendeskChat = adapterOf({
  name: 'zendesk chat shortcuts',
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
});
