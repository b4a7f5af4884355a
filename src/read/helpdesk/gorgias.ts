import type { Catalogue } from '../../model/catalogue.js';
import type { Declared } from '../../model/reply.js';
import { jsonIn } from '../container/json.js';
import { idOf, textOf, type Value } from '../container/value.js';
import { type Content, remembered } from '../content.js';
import { replyFrom } from '../reply-from.js';
import { omittedFrom, tagsAreLabels } from './house.js';
import { pathsOf } from './paths.js';
import type { HelpdeskAdapter, Shape } from './shape.js';

/**
 * Gorgias macros. The text is in the action `setResponseText`, whose `body_html` and `body_text` have the same content.
 * Source: developers.gorgias.com, “The macro object”.
 */
const macros: Shape = {
  name: 'gorgias macros',
  telling: { words: ['setResponseText'] },
  is: ({ value }) => answersOf(value).length > 0,
  *replies({ value: macro }, content) {
    for (const [index, answer] of answersOf(macro).entries()) {
      const { written } = answer;
      const isHtml = Boolean(textOf(written, 'body_html'));
      const language = textOf(macro, 'language');
      const status = statusSetBy(macro);
      const id = idOf(macro);
      yield* replyFrom(written.member(isHtml ? 'body_html' : 'body_text'), {
        entry: macro,
        id: id !== undefined && index > 0 ? `${id}~${index + 1}` : id,
        title: textOf(macro, 'name'),
        markup: isHtml ? 'html' : 'text',
        twin: written.member('body_text'),
        helpdesk: 'gorgias',
        declared: {
          ...(language && { locale: language }),
          ...(status !== undefined && { status }),
          ...otherwiseDoneBy(macro, content),
        },
        audience: answer.isNote ? 'staff' : 'customer',
      });
    }
  },
};

/** Names of fields with the text, if teams keep macros in their own files, and whether the text is HTML. */
const BODIES: readonly (readonly [key: string, markup: 'html' | 'text'])[] = [
  ['body_html', 'html'],
  ['body_text', 'text'],
  ['body', 'text'],
  ['text', 'text'],
];
/** Matches the names of actions that no other help desk has. */
const OWN_ACTION = /\b(?:setStatus|addTags|setTags|setTeamAssignee|setAssignee|snoozeTicket)\b/;
const hasOwnActions = remembered((content: Content) => OWN_ACTION.test(content.text));

/** Macros that a team keeps in its own files, with the text beside the actions. */
const kept: Shape = {
  name: 'gorgias macros with the text beside the actions',
  telling: {},
  is: ({ value }, content) => hasOwnActions(content) && bodyOf(value) !== undefined && isMacro(value),
  *replies(entry, content) {
    const { value: macro } = entry;
    const [key, markup] = bodyOf(macro) ?? ['body', 'text'];
    const [language, channel, status] = [textOf(macro, 'language'), textOf(macro, 'channel'), statusSetBy(macro)];
    yield* replyFrom(macro.member(key), {
      entry: macro,
      id: idOf(macro),
      title: textOf(macro, 'name') ?? textOf(macro, 'title'),
      markup,
      twin: markup === 'html' ? macro.member('body_text') : undefined,
      helpdesk: 'gorgias',
      declared: {
        ...(language && { locale: language }),
        ...(channel && { channel }),
        ...(status !== undefined && { status }),
        ...otherwiseDoneBy(macro, content),
      },
      audience: 'customer',
    });
    yield* macros.replies(entry, content);
  },
};

function bodyOf(macro: Value): (typeof BODIES)[number] | undefined {
  return BODIES.find(([key]) => macro.member(key)?.kind === 'text');
}

/** Names of fields that only the messages of a ticket have, which can have actions, too. */
const OF_MESSAGES = ['sender', 'from_agent', 'ticket_id'];

/** Returns true unless an entry is a message that was sent in a ticket. */
function isMacro(entry: Value): boolean {
  const actions = entry.member('actions');
  return (!actions || actions.kind === 'array') && !OF_MESSAGES.some((key) => entry.member(key));
}

/** Returns the texts that a macro adds to the ticket, including internal notes. */
function answersOf(macro: Value): { readonly written: Value; readonly isNote: boolean }[] {
  return actionsOf(macro).flatMap((action) => {
    const written = action.member('arguments');
    const name = textOf(action, 'name');
    if (!written || (name !== 'setResponseText' && name !== 'addInternalNote')) return [];
    return [{ written, isNote: name === 'addInternalNote' }];
  });
}

/**
 * Actions that assign a team or an agent, set tags that rules react to, or send the ticket elsewhere. A change of
 * priority counts too, and is handled below.
 */
const TAGGING = ['addTags', 'setTags'];
const ASSIGNING = new Set(['setTeamAssignee', 'setAssignee', ...TAGGING, 'http', 'forwardByEmail']);
/** Matches shop actions such as `shopifyFullRefundLastOrder`. */
const REFUNDING = /refund/i;

const CANCELLING = /cancel/i;

function otherwiseDoneBy(macro: Value, content: Content): Declared {
  const actions = actionsOf(macro);
  const names = actions.map((action) => textOf(action, 'name') ?? '');
  const changed = actions[names.indexOf('setPriority')];
  const priority = changed && textOf(changed.member('arguments') ?? changed, 'priority');
  const team = actions[names.indexOf('setTeamAssignee')]?.member('arguments')?.member('assignee_team');
  const group = team?.member('id')?.scalar ?? team?.member('name')?.scalar;
  const assigns =
    changed !== undefined ||
    names.some((name) => ASSIGNING.has(name) && !(TAGGING.includes(name) && tagsAreLabels(content)));
  return {
    assigns,
    ...(group !== undefined && group !== null && { group: String(group) }),
    ...omittedFrom(content, [
      ...(names.some((name) => REFUNDING.test(name)) ? (['refund'] as const) : []),
      ...(names.some((name) => CANCELLING.test(name)) ? (['cancel'] as const) : []),
      ...(assigns ? (['prioritize'] as const) : []),
    ]),
    ...(priority !== undefined && { priority }),
  };
}

/** Returns the status that a macro sets. `setStatus` closes and opens tickets, and a snoozed ticket is waiting. */
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

/** The placeholders that Gorgias fills in. */
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
  shapes: [macros, kept],
};
