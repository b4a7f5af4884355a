import type { Catalogue } from '../../model/catalogue.js';
import { idOf, saysNo, textOf } from '../container/value.js';
import { localeFrom } from '../locale-in-name.js';
import { replyFrom } from '../reply-from.js';
import { pathsOf } from './paths.js';
import type { HelpdeskAdapter, Shape } from './shape.js';

/**
 * Zammad's text modules, as JSON or CSV. Zammad's macros are not read because they send no replies. Source: Zammad,
 * `app/models/text_module.rb`, and its documentation, “Text modules”.
 */
const textModules: Shape = {
  name: 'zammad text modules',
  telling: { likely: ['keywords'] },
  is: ({ value }) =>
    textOf(value, 'name') !== undefined &&
    ['content', 'keywords', 'active'].every((key) => value.member(key) !== undefined),
  *replies({ value: module }, { file }) {
    yield* replyFrom(module.member('content'), {
      entry: module,
      id: idOf(module),
      title: textOf(module, 'name'),
      markup: 'html',
      helpdesk: 'zammad',
      declared: localeFrom(undefined, file.path),
      active: !saysNo(module.member('active')),
    });
  },
};

/** The placeholders that Zammad fills in. */
const catalogue: Catalogue = {
  name: 'Zammad',
  opens: '#{',
  paths: pathsOf(
    'ticket.customer.{firstname,lastname,fullname,email,phone,mobile,login,department,organization.name,street,city,zip,country,web,note}',
    'ticket.owner.{firstname,lastname,fullname,email,phone,mobile,login,department}',
    'user.{firstname,lastname,fullname,email,phone,mobile,login,department}',
    'ticket.{id,number,title,state.name,priority.name,group.name,organization.name,created_at,updated_at,escalation_at,pending_time,article.from,article.to,article.subject,article.body}',
    'config.{fqdn,organization,product_name,http_type,ticket_hook}',
    'article.{from,to,subject,body}',
  ),
  closed: /^$/,
  open: /\.value$|^(?:t|dt)\(/,
  customer: 'ticket.customer.firstname',
  notInLinks: true,
  source: 'https://admin-docs.zammad.org/en/latest/system/variables.html',
};

export const zammad: HelpdeskAdapter = {
  id: 'zammad',
  label: 'Zammad',
  reads: 'text modules',
  placeholders: { openers: ['#{'], catalogue, userIsAgent: true },
  shapes: [textModules],
};
