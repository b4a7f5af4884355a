import type { Catalogue } from '../../model/catalogue.js';
import { emailTemplates } from './email-templates.js';
import { pathsOf } from './paths.js';
import { quickText } from './quick-text.js';
import type { HelpdeskAdapter } from './shape.js';

/** The placeholders that Salesforce fills in. */
const catalogue: Catalogue = {
  name: 'Salesforce',
  opens: '{!',
  paths: pathsOf(
    'Contact.{Name,FirstName,LastName,Email,Phone,Title,Salutation}',
    'Lead.{Name,FirstName,LastName,Email,Company}',
    'Case.{CaseNumber,Subject,Description,Status,Priority,Id,Contact,OwnerFullName,OwnerEmail,CreatedDate,ClosedDate,Thread_Id,Link}',
    'User.{Name,FirstName,LastName,Email,Phone,Title}',
    'Sender.{Name,FirstName,LastName,Email}',
    'Recipient.{Name,FirstName,LastName,Email}',
    // Names that Visualforce templates use.
    '{recipient,relatedTo}.{Name,FirstName,LastName,Email}',
    'Account.{Name,Phone}',
    'Organization.{Name,Phone}',
  ),
  closed: /^$/,
  open: /__[cr]\b|[(,]/,
  customer: 'Contact.FirstName',
  // A record always has a last name, but not always a first name.
  fallbacks: [{ looks: /^\{!\s?([\w.]*first_?name)\s?\}$/i, write: '{!BLANKVALUE(@, "~")}' }],
  source: 'https://help.salesforce.com/s/articleView?id=sf.merge_fields_email_templates.htm',
};

/**
 * Salesforce's `.email` files are read by `salesforce.ts` in the parent folder, because each has its metadata in a file
 * next to it.
 */
export const salesforce: HelpdeskAdapter = {
  id: 'salesforce',
  label: 'Salesforce',
  reads: '`.email` templates with their `-meta.xml`, email templates and Quick Text (CSV, query results)',
  placeholders: { openers: ['{!', '{{'], catalogue, userIsAgent: true },
  extensions: ['email'],
  shapes: [quickText, emailTemplates],
};
