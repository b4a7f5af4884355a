import type { HelpdeskAdapter } from './shape.js';

/** `xml/records.ts` in the parent folder reads its XML data files. */
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
