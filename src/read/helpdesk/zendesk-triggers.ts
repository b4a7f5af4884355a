import { idOf, saysNo, textOf } from '../container/value.js';
import { markupOf, replyFrom } from '../reply-from.js';
import type { Shape } from './shape.js';
import { actionsOf } from './zendesk-rule.js';

/**
 * Emails sent by Zendesk's triggers and automations: `notification_user` with recipient, subject and body. Messages to
 * webhooks and targets are not emails. Source: developer.zendesk.com, “Ticket triggers” and “Actions reference”.
 */
export const zendeskTriggers: Shape = {
  name: 'zendesk triggers',
  telling: { words: ['notification_user', 'notification_requester'] },
  is: ({ value }) => value.member('conditions') !== undefined && actionsOf(value).length > 0,
  *replies({ value: trigger }) {
    let nth = 0;
    for (const { field, value } of actionsOf(trigger)) {
      const to = RECIPIENTS[field];
      if (!to || value?.kind !== 'array') continue;
      const parts = [...value.items()];
      const body = parts.at(-1);
      if (parts.length < 2 || body?.kind !== 'text') continue;
      nth += 1;
      const id = idOf(trigger);
      yield* replyFrom(body, {
        entry: trigger,
        id: id !== undefined && nth > 1 ? `${id}~${nth}` : id,
        title: textOf(trigger, 'title'),
        markup: markupOf(String(body.scalar)),
        helpdesk: 'zendesk',
        declared: { form: 'auto' },
        active: !saysNo(trigger.member('active')),
        audience:
          to === 'requester' || isCustomer(parts.length > 2 ? parts[0]?.scalar : undefined) ? 'customer' : 'staff',
      });
    }
  },
};

/** Who receives the email of an action: the requester, or the person named in the first part of its value. */
const RECIPIENTS: Readonly<Record<string, 'requester' | 'said'>> = {
  notification_user: 'said',
  notification_requester: 'requester',
};

function isCustomer(recipient: unknown): boolean {
  return typeof recipient === 'string' && /^(?:requester|end_user)/.test(recipient);
}
