import type { Catalogue } from '../../model/catalogue.js';
import type { Declared } from '../../model/reply.js';
import { idOf, textOf, type Value } from '../container/value.js';
import { replyFrom } from '../reply-from.js';
import { actionNamesOf } from './action-names.js';
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
      declared: doneBy(template),
    });
  },
};

/** Matches actions that hand a conversation on, directly or by triggering a rule. */
const ASSIGNING = /^(?:assign|tag|add_tag|move|link|snooze)/;

/**
 * Returns what happens when a template is used. The list of templates does not include this. Exports of macros include
 * the actions next to the template, under the same names as in Front’s rules.
 */
function doneBy(template: Value): Declared {
  const names = actionNamesOf(template).map((name) => name.toLowerCase());
  if (names.length === 0) return {};
  const closing = names.find((name) => /^(?:archive|snooze|reopen|open)\b/.test(name));
  const status = closing && STATUSES[closing.split(/\W/)[0] ?? ''];
  return { ...(status !== undefined && { status }), assigns: names.some((name) => ASSIGNING.test(name)) };
}

const STATUSES: Readonly<Record<string, string>> = {
  archive: 'closed',
  snooze: 'pending',
  reopen: 'open',
  open: 'open',
};

/** The placeholders that Front fills in. */
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
