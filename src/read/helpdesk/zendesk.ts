import type { Catalogue } from '../../model/catalogue.js';
import { pathsOf } from './paths.js';
import type { HelpdeskAdapter } from './shape.js';
import { zendeskContent, zendeskVariants } from './zendesk-content.js';
import { zendeskMacros } from './zendesk-macros.js';
import { zendeskTriggers } from './zendesk-triggers.js';

/** Fields that a person has in any role. */
const PERSON =
  'name,first_name,last_name,email,language,phone,external_id,details,notes,signature,locale,role,id,time_zone,tags,organization.name';

/** The placeholders that Zendesk fills in. */
const catalogue: Catalogue = {
  name: 'Zendesk',
  opens: '{{',
  paths: pathsOf(
    `ticket.requester.{${PERSON}}`,
    `ticket.assignee.{${PERSON}}`,
    `ticket.submitter.{${PERSON}}`,
    `current_user.{${PERSON}}`,
    'agent.{name,first_name,last_name,signature,email}',
    'ticket.{id,title,description,url,link,status,priority,type,due_date,due_date_with_timestamp,created_at,updated_at,created_at_with_timestamp,updated_at_with_timestamp,external_id,via,account,tags,cc_names,ccs,follower_names,email_cc_names,in_business_hours,encoded_id,group.name,brand.name,brand.subdomain,organization.name,organization.external_id,organization.details,organization.notes,latest_comment,latest_comment_formatted,latest_comment_html,latest_comment_rich,latest_public_comment,latest_public_comment_formatted,latest_public_comment_html,latest_public_comment_rich,comments,comments_formatted,public_comments,public_comments_formatted,verbatim_description}',
    'satisfaction.{rating_section,rating_url,current_rating,current_comment,positive_rating_url,negative_rating_url}',
  ),
  closed: /^(?:ticket\.(?:requester|assignee|submitter)|current_user)\.\w+$/,
  open: /custom_fields|^dc\.|ticket_field|ticket_form|latest_comment|comments|^(?:ticket\.)?(?:organization|brand|group|account|satisfaction|lookup)\./,
  customer: 'ticket.requester.first_name',
  source: 'https://support.zendesk.com/hc/en-us/articles/4408886858138',
};

export const zendesk: HelpdeskAdapter = {
  id: 'zendesk',
  label: 'Zendesk',
  reads: 'macros, dynamic content, and the emails sent by triggers and automations',
  placeholders: { openers: ['{{'], catalogue },
  shapes: [zendeskMacros, zendeskTriggers, zendeskContent, zendeskVariants],
};
