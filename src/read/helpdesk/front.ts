import { idOf, textOf } from '../container/value.js';
import { replyFrom } from '../reply-from.js';
import type { HelpdeskAdapter, Shape } from './shape.js';

/** Front's message templates. Source: Front's core API description, “MessageTemplateResponse”. */
const templates: Shape = {
  name: 'front message templates',
  telling: { likely: ['_results'], words: ['rsp_\\w+'] },
  is: ({ value }) => /^rsp_/.test(textOf(value, 'id') ?? '') && value.member('body') !== undefined,
  lacks: ({ value }) => textOf(value, 'body') === undefined,
  *replies({ value: template }) {
    yield* replyFrom(template.member('body'), {
      entry: template,
      id: idOf(template),
      title: textOf(template, 'name'),
      markup: 'html',
      helpdesk: 'front',
    });
  },
};

export const front: HelpdeskAdapter = {
  id: 'front',
  label: 'Front',
  reads: 'message templates',
  placeholders: { openers: ['{{'], userIsAgent: true },
  shapes: [templates],
};
