import type { HelpdeskAdapter } from './shape.js';

/** Its XML data files are read by `xml/records.ts` of the folder above. */
export const odoo: HelpdeskAdapter = {
  id: 'odoo',
  label: 'Odoo',
  reads: 'mail templates, SMS templates and canned responses (XML data files)',
  placeholders: {
    openers: ['{{', '${', '<t '],
    userIsAgent: true,
    roles: { 'object.name': 'ticket', 'object.partner_id.name': 'customer-name' },
  },
  shapes: [],
};
