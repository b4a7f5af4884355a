import type { Catalogue } from '../../model/catalogue.js';
import { idOf, textOf } from '../container/value.js';
import { replyFrom } from '../reply-from.js';
import { pathsOf } from './paths.js';
import type { HelpdeskAdapter, Shape } from './shape.js';

/**
 * Canned responses from Freshdesk and Freshservice. `content` is the plain text of `content_html`; the list of a folder
 * may include neither. Source: developers.freshdesk.com, “Canned responses”.
 */
const cannedResponses: Shape = {
  name: 'freshdesk canned responses',
  telling: { keys: ['content_html'], likely: ['folder_id'] },
  is: ({ value }) =>
    textOf(value, 'title') !== undefined &&
    value.member('folder_id') !== undefined &&
    (value.member('content_html') !== undefined ||
      value.member('content') !== undefined ||
      value.member('attachments') !== undefined),
  lacks: ({ value }) => !textOf(value, 'content_html') && !textOf(value, 'content'),
  lacking: 'the list of a folder contains only titles; fetch the responses one by one',
  *replies({ value: response }) {
    const isHtml = Boolean(textOf(response, 'content_html'));
    yield* replyFrom(response.member(isHtml ? 'content_html' : 'content'), {
      entry: response,
      id: idOf(response),
      title: textOf(response, 'title'),
      markup: isHtml ? 'html' : 'text',
      twin: response.member('content'),
      helpdesk: 'freshdesk',
    });
  },
};

/** The placeholders that Freshdesk fills in. */
const catalogue: Catalogue = {
  name: 'Freshdesk',
  opens: '{{',
  paths: pathsOf(
    'ticket.requester.{name,firstname,lastname,email,phone,address,mobile,company_name}',
    'ticket.{id,subject,description,url,public_url,portal_url,status,priority,source,tags,due_by_time,from_email,agent.name,agent.email,group.name,company.name,satisfaction_survey,latest_public_comment,portal_name,product_description}',
    '{helpdesk_name}',
  ),
  closed: /^$/,
  open: /\bcf_|custom/,
  customer: 'ticket.requester.firstname',
  source: 'https://support.freshdesk.com/support/solutions/articles/50000003680',
};

export const freshdesk: HelpdeskAdapter = {
  id: 'freshdesk',
  label: 'Freshdesk, Freshservice',
  reads: 'canned responses',
  placeholders: { openers: ['{{'], catalogue },
  shapes: [cannedResponses],
};
