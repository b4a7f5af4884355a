import type { Catalogue } from '../../model/catalogue.js';
import { jsonIn } from '../container/json.js';
import { idOf, textOf, type Value } from '../container/value.js';
import { replyFrom } from '../reply-from.js';
import { pathsOf } from './paths.js';
import type { HelpdeskAdapter, Shape } from './shape.js';

/**
 * Gorgias macros: the text from the action `setResponseText`. `body_html` and `body_text` are the same text. Source:
 * developers.gorgias.com, “The macro object”.
 */
const macros: Shape = {
  name: 'gorgias macros',
  telling: { words: ['setResponseText'] },
  is: ({ value }) => answersOf(value).length > 0,
  *replies({ value: macro }) {
    for (const [index, answer] of answersOf(macro).entries()) {
      const isHtml = Boolean(textOf(answer, 'body_html'));
      const language = textOf(macro, 'language');
      const status = statusSetBy(macro);
      const id = idOf(macro);
      yield* replyFrom(answer.member(isHtml ? 'body_html' : 'body_text'), {
        entry: macro,
        id: id !== undefined && index > 0 ? `${id}~${index + 1}` : id,
        title: textOf(macro, 'name'),
        markup: isHtml ? 'html' : 'text',
        twin: answer.member('body_text'),
        helpdesk: 'gorgias',
        declared: { ...(language && { locale: language }), ...(status !== undefined && { status }) },
      });
    }
  },
};

function answersOf(macro: Value): Value[] {
  return actionsOf(macro).flatMap((action) => {
    const written = action.member('arguments');
    return textOf(action, 'name') === 'setResponseText' && written ? [written] : [];
  });
}

/** `setStatus` closes and opens; a ticket that is snoozed waits. */
function statusSetBy(macro: Value): string | undefined {
  for (const action of actionsOf(macro)) {
    const name = textOf(action, 'name');
    if (name === 'setStatus') return textOf(action.member('arguments') ?? action, 'status');
    if (name === 'snoozeTicket') return 'pending';
  }
  return undefined;
}

function actionsOf(macro: Value): Value[] {
  const actions = macro.member('actions');
  const listed = actions?.kind === 'text' ? jsonIn(actions) : actions;
  return [...(listed?.items() ?? [])];
}

/** What its texts can show. */
const catalogue: Catalogue = {
  name: 'Gorgias',
  opens: '{{',
  paths: pathsOf(
    'ticket.customer.{name,firstname,lastname,email,id,phone_number}',
    'current_user.{name,firstname,lastname,email,bio}',
    'ticket.{id,subject,channel,assignee_user.name,assignee_user.firstname,sender.email,sender.name,from_address}',
  ),
  closed: /^(?:ticket\.customer|current_user)\.\w+$/,
  open: /integrations|messages|survey|meta|data/,
  customer: 'ticket.customer.firstname',
  source: 'https://docs.gorgias.com/en-US/macro-variables-101',
};

export const gorgias: HelpdeskAdapter = {
  id: 'gorgias',
  label: 'Gorgias',
  reads: 'macros',
  placeholders: { openers: ['{{'], catalogue },
  shapes: [macros],
};
