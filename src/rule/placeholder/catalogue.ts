import type { Rendering } from '../../model/rendering.js';

export type Helpdesk = NonNullable<Rendering['reply']['helpdesk']>;

/** What a help desk fills in. A path ends in a field; `{a,b}` stands for several. */
export interface Catalogue {
  /** As people call it. */
  readonly name: string;
  readonly opens: string;
  /** What can be known of the paths. */
  readonly paths: readonly string[];
  /** Objects whose fields are all listed; elsewhere a field that is not listed may be a custom one. */
  readonly closed: RegExp;
  /** Custom fields, and paths that are not listed one by one. */
  readonly open: RegExp;
  /** The customer’s first name. */
  readonly customer?: string;
  /** How a fallback is written; `@` is the path, `~` the fallback. Left out where there is none. */
  readonly fallback?: string;
  /** True where all that stands between the braces is looked up as one name. */
  readonly noFilters?: boolean;
  /** The documentation. */
  readonly source: string;
}

const PERSON =
  'name,first_name,last_name,email,language,phone,external_id,details,notes,signature,locale,role,id,time_zone,tags,organization.name';

export const CATALOGUES: Readonly<Record<Helpdesk, Catalogue>> = {
  zendesk: {
    name: 'Zendesk',
    opens: '{{',
    paths: expanded(
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
  },
  freshdesk: {
    name: 'Freshdesk',
    opens: '{{',
    paths: expanded(
      'ticket.requester.{name,firstname,lastname,email,phone,address,mobile,company_name}',
      'ticket.{id,subject,description,url,public_url,portal_url,status,priority,source,tags,due_by_time,from_email,agent.name,agent.email,group.name,company.name,satisfaction_survey,latest_public_comment,portal_name,product_description}',
      '{helpdesk_name}',
    ),
    closed: /^$/,
    open: /\bcf_|custom/,
    customer: 'ticket.requester.firstname',
    source: 'https://support.freshdesk.com/support/solutions/articles/50000003680',
  },
  intercom: {
    name: 'Intercom',
    opens: '{{',
    paths: expanded(
      '{first_name,last_name,name,email}',
      'user.{name,first_name,last_name,email,phone,user_id}',
      'company.{name,id}',
    ),
    closed: /^$/,
    open: /custom_|^conversation\.|^shipping|^author|^teammate/,
    customer: 'first_name',
    fallback: '{{ @ | fallback: "~" }}',
    source: 'https://developers.intercom.com',
  },
  gorgias: {
    name: 'Gorgias',
    opens: '{{',
    paths: expanded(
      'ticket.customer.{name,firstname,lastname,email,id,phone_number}',
      'current_user.{name,firstname,lastname,email,bio}',
      'ticket.{id,subject,channel,assignee_user.name,assignee_user.firstname,sender.email,sender.name,from_address}',
    ),
    closed: /^(?:ticket\.customer|current_user)\.\w+$/,
    open: /integrations|messages|survey|meta|data/,
    customer: 'ticket.customer.firstname',
    source: 'https://docs.gorgias.com/en-US/macro-variables-101',
  },
  front: {
    name: 'Front',
    opens: '{{',
    paths: expanded(
      'recipient.{name,first_name,last_name,handle,email,phone,twitter,link}',
      'account.name',
      'user.{name,first_name,last_name,email,id}',
      'conversation.{id,public_id,ticket_id}',
      'message.id',
      '{survey}',
    ),
    closed: /^user\.\w+$/,
    open: /^(?:account|custom|recipient\.custom)/,
    customer: 'recipient.first_name',
    source: 'https://help.front.com/en/articles/2306',
  },
  chatwoot: {
    name: 'Chatwoot',
    opens: '{{',
    paths: expanded(
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
  },
  kustomer: {
    name: 'Kustomer',
    opens: '{{',
    paths: expanded(
      'customer.{name,firstName,lastName,displayName,displayEmail}',
      'user.{name,firstName,displayName,emailSignature,avatarUrl}',
      'currentUser.{name,displayName,firstName}',
      'conversation.{id,name}',
      'message.subject',
    ),
    closed: /^$/,
    open: /custom(?!er)|^(?:dynamic|snippet|sn|draft|company|order)\b/,
    customer: 'customer.firstName',
    source: 'https://help.kustomer.com',
  },
  hubspot: {
    name: 'HubSpot',
    opens: '{{',
    paths: expanded(
      'contact.{firstname,lastname,email,phone,company}',
      'company.{name,domain}',
      'owner.{firstname,lastname,email}',
      'ticket.{subject,content}',
    ),
    closed: /^$/,
    open: /./,
    customer: 'contact.firstname',
    fallback: '{{ personalization_token("@", "~") }}',
    source: 'https://developers.hubspot.com/docs/cms/reference/hubl/functions',
  },
  helpscout: {
    name: 'Help Scout',
    opens: '{%',
    paths: expanded(
      'customer.{firstName,lastName,fullName,email,jobTitle,company,phone}',
      'user.{firstName,lastName,fullName,email,jobTitle,phone}',
      'mailbox.{name,email,fromName}',
      'conversation.number',
      'ticket.{id,number}',
      '{subject}',
    ),
    closed: /^(?:customer|user|mailbox)\.\w+$/,
    open: /custom(?!er)|^(?:company|survey|workflow)/,
    customer: 'customer.firstName',
    fallback: '{%@,fallback=~%}',
    source: 'https://docs.helpscout.com/article/1300-variables; FreeScout’s MailHelper',
  },
  zammad: {
    name: 'Zammad',
    opens: '#{',
    paths: expanded(
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
    source: 'https://admin-docs.zammad.org/en/latest/system/variables.html',
  },
  osticket: {
    name: 'osTicket',
    opens: '%{',
    paths: expanded(
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
  },
  discourse: {
    name: 'Discourse',
    opens: '%{',
    paths: expanded(
      '{my_username,my_name,original_poster_username,original_poster_name,reply_to_username,reply_to_name,last_poster_username,reply_to_or_last_poster_username,context_title,context_url,topic_title,topic_url}',
    ),
    closed: /^$/,
    open: /^$/,
    customer: 'reply_to_username',
    fallback: '%{@,fallback:~}',
    source: 'https://github.com/discourse/discourse-templates',
  },
  salesforce: {
    name: 'Salesforce',
    opens: '{!',
    paths: expanded(
      'Contact.{Name,FirstName,LastName,Email,Phone,Title,Salutation}',
      'Lead.{Name,FirstName,LastName,Email,Company}',
      'Case.{CaseNumber,Subject,Description,Status,Priority,Id,Contact,OwnerFullName,OwnerEmail,CreatedDate,ClosedDate,Thread_Id,Link}',
      'User.{Name,FirstName,LastName,Email,Phone,Title}',
      'Sender.{Name,FirstName,LastName,Email}',
      'Recipient.{Name,FirstName,LastName,Email}',
      // Visualforce templates call them so.
      '{recipient,relatedTo}.{Name,FirstName,LastName,Email}',
      'Account.{Name,Phone}',
      'Organization.{Name,Phone}',
    ),
    closed: /^$/,
    open: /__[cr]\b|[(,]/,
    customer: 'Contact.FirstName',
    fallback: '{!BLANKVALUE(@, "~")}',
    source: 'https://help.salesforce.com/s/articleView?id=sf.merge_fields_email_templates.htm',
  },
};

/** `a.{b,c}` is `a.b` and `a.c`. */
function expanded(...patterns: string[]): string[] {
  return patterns.flatMap((pattern) => {
    const [whole, before = '', list = ''] = /^(.*?)\{(.*)\}$/.exec(pattern) ?? [];
    return whole === undefined ? [pattern] : list.split(',').map((field) => `${before}${field}`);
  });
}

const CLOSERS: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '#{': '}', '%{': '}', '{!': '}' };

/** A path as the help desk reads it. */
export function writtenFor({ opens }: Catalogue, path: string): string {
  return `${opens}${path}${CLOSERS[opens] ?? ''}`;
}
