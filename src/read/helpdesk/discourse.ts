import { idOf, listOf, textOf } from '../container/value.js';
import { adapterOf, replyFrom } from './shape.js';

/** Templates of Discourse, and of its older plugin for canned replies. Source: discourse-canned-replies, serializer. */
export const discourse = adapterOf({
  name: 'discourse templates',
  is: ({ value }) =>
    textOf(value, 'title') !== undefined &&
    textOf(value, 'content') !== undefined &&
    value.member('tags')?.kind === 'array' &&
    value.member('usages') !== undefined,
  *replies({ value: template }) {
    yield* replyFrom(template.member('content'), {
      entry: template,
      id: idOf(template),
      title: textOf(template, 'title'),
      markup: 'markdown',
      helpdesk: 'discourse',
      declared: { tags: listOf(template.member('tags')) },
    });
  },
});
