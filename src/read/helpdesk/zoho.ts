import { idOf, saysNo, textOf } from '../container/value.js';
import { markupOf, replyFrom } from '../reply-from.js';
import type { HelpdeskAdapter, Shape } from './shape.js';

/** Zoho Desk's templates and snippets. Source: desk.zoho.com, “Desk API: Templates”. */
const templates: Shape = {
  name: 'zoho desk templates',
  telling: { likely: ['departmentId', 'folderId'] },
  is: ({ value }) =>
    textOf(value, 'name') !== undefined &&
    textOf(value, 'content') !== undefined &&
    ['departmentId', 'folderId'].some((key) => value.member(key) !== undefined) &&
    (/\$\{[^{}]{1,80}\}/.test(textOf(value, 'content') ?? '') || textOf(value, 'subject') !== undefined),
  *replies({ value: template }) {
    yield* replyFrom(template.member('content'), {
      entry: template,
      id: idOf(template),
      title: textOf(template, 'name'),
      markup: markupOf(textOf(template, 'content') ?? ''),
      helpdesk: 'zoho',
      active: !saysNo(template.member('isActive')),
    });
  },
};

export const zoho: HelpdeskAdapter = {
  id: 'zoho',
  label: 'Zoho Desk',
  reads: 'templates and snippets',
  placeholders: { openers: ['${'], userIsAgent: true },
  shapes: [templates],
};
