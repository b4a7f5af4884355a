import type { AdapterOfRecords } from '../content.js';
import { chatwootCanned, chatwootMacros } from './chatwoot.js';
import { discourse } from './discourse.js';
import { espanso } from './espanso.js';
import { freshdesk } from './freshdesk.js';
import { front } from './front.js';
import { githubReplies } from './github-replies.js';
import { gorgias } from './gorgias.js';
import { helpscout } from './helpscout.js';
import { intercom } from './intercom.js';
import { osticket } from './osticket.js';
import { quickText } from './quick-text.js';
import { zammad } from './zammad.js';
import { zendeskChat } from './zendesk-chat.js';
import { zendeskContent } from './zendesk-content.js';
import { zendeskMacros } from './zendesk-macros.js';
import { zendeskTriggers } from './zendesk-triggers.js';

/** In the order of detection: the shape that says most comes first. */
export const HELPDESK_SHAPES: readonly AdapterOfRecords[] = [
  zendeskMacros,
  zendeskTriggers,
  zendeskContent,
  zendeskChat,
  gorgias,
  chatwootMacros,
  intercom,
  front,
  quickText,
  freshdesk,
  discourse,
  zammad,
  osticket,
  helpscout,
  chatwootCanned,
  githubReplies,
  espanso,
];

/** Words that stand only in a help desk's export, and words that do as keys of JSON and YAML and columns of CSV. */
const KEYS =
  /\b(?:comment_value(?:_html)?|comment_mode_is_public|notification_user|setResponseText)\b|(?:^|["'\s,;{-])(?:content_html|short_code|body_text|chatText|isenabled|actions_json|IsInsertable)(?=["'\s]{0,3}(?:[:,;\t\r\n]|$))/m;
const LESS_TELLING =
  /(?:^|["'\s,;{-])(?:placeholder|variants|scope|chatPreview|preview|folder_id|_results|action_name|keywords|usages|replies|matches|Message|available_on)["']?\s{0,3}[:,;\t\r\n]/m;

/** True where a text has keys that say a help desk wrote it: a broken file with them was meant for us. */
export function keysOfHelpdesks(text: string): boolean {
  return KEYS.test(text);
}

/** True where a text has keys that a help desk's export could have; what stands under them decides. */
export function mayBeOfHelpdesk(text: string): boolean {
  return LESS_TELLING.test(text);
}
