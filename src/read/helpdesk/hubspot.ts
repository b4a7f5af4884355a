import type { Catalogue } from '../../model/catalogue.js';
import { idOf, textOf } from '../container/value.js';
import { markupOf, replyFrom } from '../reply-from.js';
import { pathsOf } from './paths.js';
import type { HelpdeskAdapter, Shape } from './shape.js';

/** Matches placeholders with objects and fields that other help desks name differently. */
const PLACEHOLDER = /\{\{\s*(?:contact\.(?:firstname|lastname|hs_\w)|ticket\.hs_\w|deal\.\w|personalization_token)/;

/**
 * HubSpot's snippets and email templates, recognized by their placeholders. Source: developers.hubspot.com,
 * “Personalization”.
 */
const snippets: Shape = {
  name: 'hubspot snippets',
  telling: { words: ['personalization_token'], likely: ['archived', 'shortcut'] },
  is: ({ value }) => textOf(value, 'name') !== undefined && PLACEHOLDER.test(textOf(value, 'body') ?? ''),
  *replies({ value: snippet }) {
    yield* replyFrom(snippet.member('body'), {
      entry: snippet,
      id: idOf(snippet),
      title: textOf(snippet, 'name'),
      markup: markupOf(textOf(snippet, 'body') ?? ''),
      helpdesk: 'hubspot',
      active: snippet.member('archived')?.scalar !== true,
    });
  },
};

/** The placeholders that HubSpot fills in. */
const catalogue: Catalogue = {
  name: 'HubSpot',
  opens: '{{',
  paths: pathsOf(
    'contact.{firstname,lastname,email,phone,company}',
    'company.{name,domain}',
    'owner.{firstname,lastname,email}',
    'ticket.{subject,content}',
  ),
  closed: /^$/,
  open: /./,
  customer: 'contact.firstname',
  fallbacks: [
    {
      looks: /^\{\{\s?personalization_token\(\s?["']([^"']+)["']\s?\)\s?\}\}$/,
      write: '{{ personalization_token("@", "~") }}',
    },
  ],
  source: 'https://developers.hubspot.com/docs/cms/reference/hubl/functions',
};

export const hubspot: HelpdeskAdapter = {
  id: 'hubspot',
  label: 'HubSpot',
  reads: 'snippets and templates with HubSpot tokens',
  placeholders: { openers: ['{{'], tags: 'jinja', catalogue },
  shapes: [snippets],
};
