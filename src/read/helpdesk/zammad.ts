import { idOf, saysNo, textOf } from '../container/value.js';
import { localeFrom } from '../locale-in-name.js';
import { replyFrom } from '../reply-from.js';
import type { HelpdeskAdapter, Shape } from './shape.js';

/**
 * Zammad's text modules, as JSON or CSV. Its macros send no replies. Source: Zammad, `app/models/text_module.rb`, and
 * its documentation, “Text modules”.
 */
const textModules: Shape = {
  name: 'zammad text modules',
  telling: { likely: ['keywords'] },
  is: ({ value }) =>
    textOf(value, 'name') !== undefined &&
    ['content', 'keywords', 'active'].every((key) => value.member(key) !== undefined),
  *replies({ value: module }, { file }) {
    yield* replyFrom(module.member('content'), {
      entry: module,
      id: idOf(module),
      title: textOf(module, 'name'),
      markup: 'html',
      helpdesk: 'zammad',
      declared: localeFrom(undefined, file.path),
      active: !saysNo(module.member('active')),
    });
  },
};

export const zammad: HelpdeskAdapter = {
  id: 'zammad',
  label: 'Zammad',
  reads: 'text modules',
  placeholders: { openers: ['#{'], userIsAgent: true },
  shapes: [textModules],
};
