import { idOf, textOf } from '../container/value.js';
import { adapterOf, replyFrom } from './shape.js';

/** Front's message templates. Source: Front's core API description, “MessageTemplateResponse”. */
export const front = adapterOf({
  name: 'front message templates',
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
});
