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

/** In order of detection: the most specific shape first. */
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

/** The valid names in the configuration. */
export const HELPDESK_IDS: readonly string[] = HELPDESKS.map(({ id }) => id);

const WAYS: ReadonlyMap<string, PlaceholderWays> = new Map(HELPDESKS.map(({ id, placeholders }) => [id, placeholders]));

/** The placeholder syntax of a help desk; undefined if unknown. */
export function placeholdersOf(helpdesk: Helpdesk | undefined): PlaceholderWays | undefined {
  return helpdesk === undefined ? undefined : WAYS.get(helpdesk);
}

/** The documented placeholders of the help desks. */
export const CATALOGUES: readonly Catalogue[] = HELPDESKS.flatMap(({ placeholders }) => placeholders.catalogue ?? []);

const SHAPES: readonly Shape[] = HELPDESKS.flatMap(({ shapes }) => shapes);

/** Reads the exports of all of them. */
export const helpdeskExports = exportsOf(SHAPES);

const WORDS = `\\b(?:${telling('words')})\\b`;
const KEYS = `(?:^|["'\\s,;{-])(?:${telling('keys')})(?=["'\\s]{0,3}(?:[:,;|\\t\\r\\n]|$))`;
const CERTAIN = new RegExp(`${WORDS}|${KEYS}`, 'm');
const LIKELY = new RegExp(`(?:^|["'\\s,;{-])(?:${telling('likely')})["']?\\s{0,3}[:,;|\\t\\r\\n]`, 'm');

function telling(kind: 'words' | 'keys' | 'likely'): string {
  return SHAPES.flatMap(({ telling: words }) => words[kind] ?? []).join('|');
}

/** True if a text has keys that only a help desk writes: replylint should report such a file if it is broken. */
export function keysOfHelpdesks(text: string): boolean {
  return CERTAIN.test(text);
}

/** True if a text has keys that a help desk's export could have; their values decide. */
export function mayBeOfHelpdesk(text: string): boolean {
  return LIKELY.test(text);
}
