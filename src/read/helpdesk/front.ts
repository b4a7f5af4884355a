import type { Catalogue } from '../../model/catalogue.js';
import type { Declared } from '../../model/reply.js';
import { idOf, textOf, type Value } from '../container/value.js';
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
      declared: doneBy(template),
    });
  },
};

/** What hands a conversation on, or has rules do so. */
const ASSIGNING = /^(?:assign|tag|add_tag|move|link|snooze)/;

/**
 * The list of templates leaves out what Front does when one is used; exports of macros that keep the template beside
 * their actions name it, as Front's rules do.
 */
function doneBy(template: Value): Declared {
  const names = [...(template.member('actions')?.items() ?? [])].map((action) =>
    (textOf(action, 'type') ?? String(action.scalar ?? '')).toLowerCase(),
  );
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
