import type { HelpdeskAdapter } from './shape.js';

/** Odoo's XML data files are read by `xml/records.ts` in the parent folder. */
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
