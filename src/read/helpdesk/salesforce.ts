import { emailTemplates } from './email-templates.js';
import { quickText } from './quick-text.js';
import type { HelpdeskAdapter } from './shape.js';

/** Its `.email` files are read by `salesforce.ts` of the folder above: they are texts with a file beside them. */
export const salesforce: HelpdeskAdapter = {
  id: 'salesforce',
  label: 'Salesforce',
  reads: '`.email` templates with their `-meta.xml`, e-mail templates and Quick Text (CSV, query results)',
  placeholders: { openers: ['{!', '{{'], userIsAgent: true },
  extensions: ['email'],
  shapes: [quickText, emailTemplates],
};
