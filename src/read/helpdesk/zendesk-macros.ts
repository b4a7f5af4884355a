import type { Declared } from '../../model/reply.js';
import { idOf, saysNo, textOf, type Value } from '../container/value.js';
import type { Content, Found } from '../content.js';
import { replyFrom } from '../reply-from.js';
import { omittedFrom, tagsAreLabels } from './house.js';
import type { Entry, Shape } from './shape.js';
import { type Action, actionsOf, isComment, said } from './zendesk-rule.js';

/**
 * Zendesk macros in the formats of the API and its clients: `{"macros":[…]}`, `{"macro":{…}}`, a bare array, a bare
 * object, the same as YAML, and CSV with the actions as JSON in a cell. Source: developer.zendesk.com, “Macros” and
 * “Actions reference”.
 */
export const zendeskMacros: Shape = {
  name: 'zendesk macros',
  telling: { words: ['comment_value', 'comment_value_html', 'comment_mode_is_public'], keys: ['actions_json'] },
  is({ value }) {
    if (value.kind !== 'object' || value.member('conditions')) return false;
    const actions = actionsOf(value);
    return actions.length > 0 && (textOf(value, 'title') !== undefined || actions.some(isComment));
  },
  replies: repliesOf,
};

function* repliesOf({ value: macro }: Entry, content: Content): Generator<Found> {
  const actions = actionsOf(macro);
  const comments = actions.filter(isComment);
  const html = comments.filter(({ field, value }) => field === 'comment_value_html' && isWritten(value));
  // If both fields are present, they contain the same text.
  const [plain, ...others] = comments.filter(({ field }) => field === 'comment_value');
  const twin = html.length === 1 && others.length === 0 ? textOfComment(plain?.value) : undefined;
  const declared = declaredBy(actions, content);
  // A comment is public unless the macro says otherwise.
  const isInternal = said(actions, 'comment_mode_is_public')?.toLowerCase() === 'false';
  for (const { field, value } of html.length > 0 ? html : comments) {
    const [channel] = value?.kind === 'array' ? [...value.items()] : [];
    yield* replyFrom(textOfComment(value), {
      entry: macro,
      id: idOf(macro),
      title: textOf(macro, 'title'),
      markup: field === 'comment_value_html' ? 'html' : 'markdown',
      helpdesk: 'zendesk',
      twin,
      declared: { ...declared, ...channelBy(channel?.scalar) },
      active: !saysNo(macro.member('active')),
      audience: isInternal ? 'staff' : 'customer',
    });
  }
}

/** Returns the value, or the part of it after the channel. */
function textOfComment(value: Value | undefined): Value | undefined {
  return value?.kind === 'array' ? [...value.items()][1] : value;
}

function isWritten(value: Value | undefined): boolean {
  return String(textOfComment(value)?.scalar ?? '').trim() !== '';
}

/**
 * Fields whose actions hand a ticket on or involve someone else. Tags are included because triggers and automations
 * react to them.
 */
const TAGGING = ['set_tags', 'current_tags'];
const ASSIGNING = new Set([
  ...['group_id', 'assignee_id', ...TAGGING, 'follower', 'cc', 'priority', 'ticket_type_id'],
  ...['side_conversation', 'side_conversation_ticket', 'side_conversation_slack', 'share_ticket'],
]);

function declaredBy(actions: readonly Action[], content: Content): Declared {
  const status = said(actions, 'status');
  const tags = TAGGING.flatMap((field) => said(actions, field)?.split(/[\s,]+/) ?? []);
  const priority = said(actions, 'priority')?.toLowerCase();
  const group = said(actions, 'group_id');
  // A tag may raise the priority by a trigger.
  const mayRaise = actions.some(({ field }) => ASSIGNING.has(field));
  return {
    ...(status !== undefined && { status }),
    ...(priority !== undefined && { priority }),
    assigns: actions.some(({ field }) => ASSIGNING.has(field) && !(TAGGING.includes(field) && tagsAreLabels(content))),
    ...(group !== undefined && /^\d+$/.test(group) && { group }),
    ...omittedFrom(content, ['refund', 'cancel', ...(mayRaise ? (['prioritize'] as const) : [])]),
    ...(tags.length > 0 && { tags: tags.filter((tag) => tag !== '') }),
  };
}

function channelBy(channel: unknown): Declared {
  const only = typeof channel === 'string' ? channel.replace(/^channel:/, '') : undefined;
  return only !== undefined && only !== 'all' && only !== 'web' ? { channel: only } : {};
}
