import type { Catalogue } from '../../model/catalogue.js';
import { idOf, textOf } from '../container/value.js';
import { replyFrom } from '../reply-from.js';
import { pathsOf } from './paths.js';
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

/** The placeholders that its texts can use. */
const catalogue: Catalogue = {
  name: 'Front',
  opens: '{{',
  paths: pathsOf(
    'recipient.{name,first_name,last_name,handle,email,phone,twitter,link}',
    'account.name',
    'user.{name,first_name,last_name,email,id}',
    'conversation.{id,public_id,ticket_id}',
    'message.id',
    '{survey}',
  ),
  closed: /^user\.\w+$/,
  open: /^(?:account|custom|recipient\.custom)/,
  customer: 'recipient.first_name',
  source: 'https://help.front.com/en/articles/2306',
};

export const front: HelpdeskAdapter = {
  id: 'front',
  label: 'Front',
  reads: 'message templates',
  placeholders: { openers: ['{{'], catalogue, userIsAgent: true },
  shapes: [templates],
};
