import type { Catalogue } from '../../model/catalogue.js';
import type { Declared } from '../../model/reply.js';
import { idOf, textOf, type Value } from '../container/value.js';
import { replyFrom } from '../reply-from.js';
import { pathsOf } from './paths.js';
import type { HelpdeskAdapter, Shape } from './shape.js';

/** Chatwoot's canned responses, as JSON or CSV. Source: Chatwoot's API description, “CannedResponse”. */
const canned: Shape = {
  name: 'chatwoot canned responses',
  telling: { keys: ['short_code'] },
  is: ({ value }) =>
    textOf(value, 'short_code') !== undefined &&
    textOf(value, 'content') !== undefined &&
    // Other programs use short codes, too, for example for links and places.
    ['url', 'original_url', 'geometry', 'wikidata'].every((key) => value.member(key) === undefined),
  *replies({ value: response }) {
    yield* replyFrom(response.member('content'), {
      entry: response,
      id: idOf(response),
      title: textOf(response, 'short_code'),
      markup: 'markdown',
      helpdesk: 'chatwoot',
    });
  },
};

/**
 * Chatwoot's macros, with the messages from `send_message` and the private notes. Source: Chatwoot,
 * `app/models/macro.rb`.
 */
const macros: Shape = {
  name: 'chatwoot macros',
  telling: { likely: ['action_name'] },
  is: ({ value }) => textsOf(value).length > 0,
  *replies({ value: macro }) {
    const id = idOf(macro);
    const status = statusSetBy(macro);
    for (const [index, { text, isPrivate }] of textsOf(macro).entries())
      yield* replyFrom(text, {
        entry: macro,
        id: id !== undefined && index > 0 ? `${id}~${index + 1}` : id,
        title: textOf(macro, 'name'),
        markup: 'markdown',
        helpdesk: 'chatwoot',
        declared: { ...(status !== undefined && { status }), ...otherwiseDoneBy(macro) },
        audience: isPrivate ? 'staff' : 'customer',
      });
  },
};

function textsOf(macro: Value): { readonly text: Value; readonly isPrivate: boolean }[] {
  return [...(macro.member('actions')?.items() ?? [])].flatMap((action) => {
    const name = textOf(action, 'action_name');
    if (name !== 'send_message' && name !== 'add_private_note') return [];
    const [text] = action.member('action_params')?.items() ?? [];
    return text ? [{ text, isPrivate: name === 'add_private_note' }] : [];
  });
}

/** The ticket status that each of Chatwoot's actions and statuses leads to. */
const STATUSES: Readonly<Record<string, string>> = {
  resolve_conversation: 'solved',
  resolved: 'solved',
  open_conversation: 'open',
  pending_conversation: 'pending',
  snooze_conversation: 'pending',
  snoozed: 'pending',
};

function statusSetBy(macro: Value): string | undefined {
  for (const action of macro.member('actions')?.items() ?? []) {
    const name = textOf(action, 'action_name') ?? '';
    const [to] = action.member('action_params')?.items() ?? [];
    const written = name === 'change_status' && typeof to?.scalar === 'string' ? to.scalar : name;
    if (name === 'change_status' || STATUSES[name] !== undefined) return STATUSES[written] ?? written;
  }
  return undefined;
}

/**
 * Actions that assign a team or an agent, add a label that automations react to, or send the conversation elsewhere. A
 * change of priority counts too, and is handled below.
 */
const ASSIGNING = new Set(['assign_team', 'assign_agent', 'add_label', 'send_email_transcript', 'send_webhook_event']);

function otherwiseDoneBy(macro: Value): Pick<Declared, 'assigns' | 'group' | 'priority'> {
  const actions = [...(macro.member('actions')?.items() ?? [])];
  const changed = actions.find((action) => textOf(action, 'action_name') === 'change_priority');
  const [priority] = changed?.member('action_params')?.items() ?? [];
  const assigning = actions.find((action) => textOf(action, 'action_name') === 'assign_team');
  const [team] = assigning?.member('action_params')?.items() ?? [];
  return {
    ...(team?.scalar !== undefined && team.scalar !== null && { group: String(team.scalar) }),
    assigns: actions.some((action) => ASSIGNING.has(textOf(action, 'action_name') ?? '')) || changed !== undefined,
    ...(typeof priority?.scalar === 'string' && { priority: priority.scalar }),
  };
}

/** The placeholders that Chatwoot fills in. */
const catalogue: Catalogue = {
  name: 'Chatwoot',
  opens: '{{',
  paths: pathsOf(
    'contact.{name,first_name,last_name,email,phone,id}',
    'agent.{name,first_name,last_name,email}',
    'conversation.{id,display_id}',
    'inbox.{id,name}',
    'account.{id,name}',
  ),
  closed: /./,
  open: /^(?:contact|conversation)\.custom_attributes?\.\w+$/,
  customer: 'contact.first_name',
  noFilters: true,
  source: 'https://github.com/chatwoot/utils/blob/main/src/canned.ts',
};

export const chatwoot: HelpdeskAdapter = {
  id: 'chatwoot',
  label: 'Chatwoot',
  reads: 'canned responses and messages sent by macros',
  placeholders: { openers: ['{{'], catalogue },
  shapes: [macros, canned],
};
