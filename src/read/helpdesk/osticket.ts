import type { Catalogue } from '../../model/catalogue.js';
import { saysNo, textOf } from '../container/value.js';
import { localeFrom } from '../locale-in-name.js';
import { replyFrom } from '../reply-from.js';
import { pathsOf } from './paths.js';
import type { HelpdeskAdapter, Shape } from './shape.js';

/**
 * osTicket's canned responses in `premade.yaml`, with one folder per language. Notes are for staff. Source: osTicket,
 * `include/i18n/en_US/templates/premade.yaml`.
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
 * The emails that osTicket sends automatically, one per file. Those in `*.alert.yaml` go to agents. Source: osTicket,
 * `include/i18n/en_US/templates/email`.
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

/** The placeholders that osTicket fills in. */
const catalogue: Catalogue = {
  name: 'osTicket',
  opens: '%{',
  paths: pathsOf(
    'ticket.name.{first,last,full,short,shortformal,lastfirst,initials,original,legal,middle}',
    'recipient.name.{first,last,full,short,shortformal,lastfirst}',
    'ticket.staff.name.{first,last,full,short}',
    'staff.name.{first,last,full,short}',
    'ticket.{name,email,number,id,subject,status,priority,phone,create_date,due_date,close_date,staff,staff.name,staff.email,staff.signature,team,team.name,dept,dept.name,dept.signature,topic,topic.name,assigned,auth_token,client_link,staff_link,source,last_update,user.name,user.name.first}',
    'company.{name}',
    '{assignee,signature,url,response,message,comments,note,recipient,link,poster}',
    'recipient.{name,email,ticket_link}',
    'staff.{name,email,signature}',
    'assigner.{name,name.short,name.first}',
    'assignee.{name,name.first,name.short}',
    'poster.{name,name.first,name.short}',
    'note.{title,message}',
  ),
  closed: /^$/,
  open: /^(?:user|ticket\.user|company|event|lock|thread)\b/,
  customer: 'ticket.name.first',
  source: 'https://github.com/osTicket/osTicket/blob/develop/include/ajax.content.php',
};

export const osticket: HelpdeskAdapter = {
  id: 'osticket',
  label: 'osTicket',
  reads: 'canned responses (`premade.yaml`, CSV), email templates',
  placeholders: { openers: ['%{'], catalogue },
  shapes: [cannedResponses, mails],
};
