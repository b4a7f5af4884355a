import { idOf, listOf, textOf } from '../container/value.js';
import { replyFrom } from '../reply-from.js';
import type { HelpdeskAdapter, Shape } from './shape.js';

/** Templates of Discourse, and of its older plugin for canned replies. Source: discourse-canned-replies, serializer. */
const templates: Shape = {
  name: 'discourse templates',
  telling: { likely: ['usages'] },
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
};

export const discourse: HelpdeskAdapter = {
  id: 'discourse',
  label: 'Discourse',
  reads: 'templates and canned replies',
  placeholders: { openers: ['%{'] },
  shapes: [templates],
};
