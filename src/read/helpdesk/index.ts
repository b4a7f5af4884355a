import type { Catalogue } from '../../model/catalogue.js';
import type { Helpdesk, PlaceholderWays } from '../../model/reply.js';
import { chatwoot } from './chatwoot.js';
import { discourse } from './discourse.js';
import { espanso } from './espanso.js';
import { exportsOf } from './exports.js';
import { freshdesk } from './freshdesk.js';
import { front } from './front.js';
import { github } from './github-replies.js';
import { gorgias } from './gorgias.js';
import { helpscout } from './helpscout.js';
import { hubspot } from './hubspot.js';
import { intercom } from './intercom.js';
import { jira } from './jira.js';
import { kustomer } from './kustomer.js';
import { liveagent } from './liveagent.js';
import { mibew } from './mibew.js';
import { odoo } from './odoo.js';
import { osticket } from './osticket.js';
import { rt } from './rt.js';
import { salesforce } from './salesforce.js';
import { servicenow } from './servicenow.js';
import type { HelpdeskAdapter, Shape } from './shape.js';
import { zammad } from './zammad.js';
import { zendesk } from './zendesk.js';
import { zendeskChat } from './zendesk-chat.js';
import { zoho } from './zoho.js';

/** All help desks in the order of detection, with the most specific formats first. */
export const HELPDESKS: readonly HelpdeskAdapter[] = [
  zendesk,
  zendeskChat,
  gorgias,
  chatwoot,
  intercom,
  front,
  kustomer,
  salesforce,
  liveagent,
  freshdesk,
  discourse,
  zammad,
  osticket,
  helpscout,
  zoho,
  hubspot,
  github,
  espanso,
  mibew,
  odoo,
  servicenow,
  jira,
  rt,
];

/** The names of help desks that are valid in a configuration. */
export const HELPDESK_IDS: readonly string[] = HELPDESKS.map(({ id }) => id);

const WAYS: ReadonlyMap<string, PlaceholderWays> = new Map(HELPDESKS.map(({ id, placeholders }) => [id, placeholders]));

/** Returns the placeholder syntax of a help desk. Undefined if the help desk is unknown. */
export function placeholdersOf(helpdesk: Helpdesk | undefined): PlaceholderWays | undefined {
  return helpdesk === undefined ? undefined : WAYS.get(helpdesk);
}

/** The documented placeholders of the help desks. */
export const CATALOGUES: readonly Catalogue[] = HELPDESKS.flatMap(({ placeholders }) => placeholders.catalogue ?? []);

const SHAPES: readonly Shape[] = HELPDESKS.flatMap(({ shapes }) => shapes);

/** Reads the exports of all help desks. */
export const helpdeskExports = exportsOf(SHAPES);

const WORDS = `\\b(?:${telling('words')})\\b`;
const KEYS = `(?:^|["'\\s,;{-])(?:${telling('keys')})(?=["'\\s]{0,3}(?:[:,;|\\t\\r\\n]|$))`;
const CERTAIN = new RegExp(`${WORDS}|${KEYS}`, 'm');
const LIKELY = new RegExp(`(?:^|["'\\s,;{-])(?:${telling('likely')})["']?\\s{0,3}[:,;|\\t\\r\\n]`, 'm');

function telling(kind: 'words' | 'keys' | 'likely'): string {
  return SHAPES.flatMap(({ telling: words }) => words[kind] ?? []).join('|');
}

/** Returns true if a text has keys that only help desks write. If such a file is broken, replylint should report it. */
export function keysOfHelpdesks(text: string): boolean {
  return CERTAIN.test(text);
}

/** Returns true if a text has keys that a help desk's export could have. The values of these keys then decide. */
export function mayBeOfHelpdesk(text: string): boolean {
  return LIKELY.test(text);
}
