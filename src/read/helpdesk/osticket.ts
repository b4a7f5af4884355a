import { saysNo, textOf } from '../container/value.js';
import { localeFrom } from '../locale-in-name.js';
import { replyFrom } from '../reply-from.js';
import type { HelpdeskAdapter, Shape } from './shape.js';

/**
 * osTicket's canned responses, `premade.yaml`; one folder a language. Notes are for staff.
 * Source: osTicket, `include/i18n/en_US/templates/premade.yaml`.
 */
const cannedResponses: Shape = {
  name: 'osticket canned responses',
  telling: { keys: ['isenabled'] },
  is: ({ value }) =>
    textOf(value, 'title') !== undefined &&
    textOf(value, 'response') !== undefined &&
    value.member('isenabled') !== undefined,
  *replies({ value: canned }, { file }) {
    yield* replyFrom(canned.member('response'), {
      entry: canned,
      title: textOf(canned, 'title'),
      markup: 'html',
      helpdesk: 'osticket',
      declared: localeFrom(textOf(canned, 'lang')?.replace('_', '-'), file.path),
      active: !saysNo(canned.member('isenabled')),
    });
  },
};

const PLACEHOLDER = /%\{(?:recipient|ticket|message|response|company|signature|user|staff|assignee)\b/;

/**
 * The mails that osTicket sends by itself, one a file; what `*.alert.yaml` holds goes to its agents.
 * Source: osTicket, `include/i18n/en_US/templates/email`.
 */
const mails: Shape = {
  name: 'osticket e-mail template',
  telling: {},
  is: ({ value, under }) =>
    under === undefined &&
    ['notes', 'subject', 'body'].every((key) => textOf(value, key) !== undefined) &&
    PLACEHOLDER.test(textOf(value, 'body') ?? ''),
  *replies({ value: mail }, { file }) {
    yield* replyFrom(mail.member('body'), {
      entry: mail,
      title: textOf(mail, 'subject')?.trim(),
      markup: 'html',
      helpdesk: 'osticket',
      declared: { form: 'auto', ...localeFrom(undefined, file.path) },
      audience: /\balert\b/.test(file.path) ? 'staff' : 'customer',
    });
  },
};

export const osticket: HelpdeskAdapter = {
  id: 'osticket',
  label: 'osTicket',
  reads: 'canned responses (`premade.yaml`, CSV), e-mail templates',
  placeholders: { openers: ['%{'] },
  shapes: [cannedResponses, mails],
};
