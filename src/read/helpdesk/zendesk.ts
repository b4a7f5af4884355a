import type { HelpdeskAdapter } from './shape.js';
import { zendeskContent, zendeskVariants } from './zendesk-content.js';
import { zendeskMacros } from './zendesk-macros.js';
import { zendeskTriggers } from './zendesk-triggers.js';

export const zendesk: HelpdeskAdapter = {
  id: 'zendesk',
  label: 'Zendesk',
  reads: 'macros, dynamic content, the mails of triggers and automations',
  placeholders: { openers: ['{{'] },
  shapes: [zendeskMacros, zendeskTriggers, zendeskContent, zendeskVariants],
};
