import type { Placeholder, PlaceholderRole, PlaceholderWays } from '../../model/reply.js';
import type { TemplateToken } from './lexer.js';

type PlaceholderToken = Extract<TemplateToken, { kind: 'placeholder' }>;

/** Syntaxes of help desks in which `user.` is the agent, whatever help desk a text is taken for. */
const USER_IS_AGENT: ReadonlySet<string> = new Set(['helpscout', 'zammad', 'salesforce', 'zoho']);

/** A field that only a person has; whose it is, AGENT tells first. */
const PERSON =
  /(?:^|[\s._-])(?:first|last|full|given|sur|nick|fore|family|display|pref(?:erred)?)[\s_-]?name$|(?:first|last|full|given|sur|nick|display)name$|(?:^|[\s._-])nick$|(?:^|\.)handle$/;

const INCLUDE = /^(?:dc|snippet|snippets|partial)[._]/;
const AGENT =
  /current_?(?:user|agent)\b|assignee|\bagent|\.agent\b|ticket\.owner|ticket\.staff|^staff|sender\.|operator|signature|\bmy_(?:user)?name|your[ _]?name|\brep(?:resentative)?[ _]?name|ticket\.(?:assigned|staff)|owner(?:full)?name|^user\.(?:job_?title|signature)|\bmy name|team ?member|support ?(?:agent|rep)|(?:agent|staff|advisor|adviser|csr)[ _]?name|^(?:me|team)$|caseowner|case\.owner/;
const CUSTOMER =
  /requester\.(?:(?:first|last|full)?_?name|name\.)|(?:customer|client|guest|contact|recipient|member|buyer|seller|visitor|lead|patient|student|resident|tenant|donor|user|player|applicant|reporter|passenger|traveller|traveler|reader|subscriber|owner|winner|host|candidate|parent|cardholder|policyholder|shopper)s?['’]?s?[ ._-]*(?:(?:first|last|full|display|given|sur|pref(?:erred)?|short|user)?[ _]?name\b|first$|last$|realname)|ticket\.name\b|ticket\.recipient|recipient\.name|reply_to_(?:or_last_poster_)?(?:user)?name|(?:original|last)_poster_(?:user)?name|cases\.contact ?name|^nick$|^(?:(?:first|last|full|sur|given)[ _-]?)?name$|^(?:first|last|full|given)[ _-]?name\b|^(?:their|the|a|insert|customer|recipient)?[ _]?(?:first|last|full)?[ _]?name$|^(?:user_?name|username|display_?name|reporter|customer|client|recipient|user|author|op|guest|contact|member|requester|author\.login|visitor|fname|firstname|lname|salutation name)$|\.(?:user|author|sender)\.login$|otrs_customer_(?:realname|userfirstname|userlastname|userfullname)|^insert .{0,30}\bname$|name of (?:the )?(?:customer|guest|client|user|recipient)|(?:mr|ms|mrs)\.? ?(?:last)?name/;
const TICKET =
  /ticket|conversation|case\b|casenumber|case[._]|request[ _]?(?:id|number)|order|tracking|invoice|booking|reservation|reference|\bref\b|shipment|parcel|rma|issue/;
const ORGANISATION =
  /organi[sz]ation|company|^(?:shop|store|club|city|hotel|school|firm|branch|practice|clinic)$|account\.name|helpdesk_name|brand|mailbox|ticket\.account|config\.fqdn|store[ _]?name|shop[ _]?name|team[ _]?name|dept|department|group\.name|site_?name|business[ _]?name|product[ _]?name|app[ _]?name/;

/** What a placeholder stands for, from its path and how the help desk that it is written for writes them. */
export function placeholderFrom(token: PlaceholderToken, ways: PlaceholderWays | undefined): Placeholder {
  const { path, fallback } = withoutFilters(token);
  const lower = path.replace(/\\([_*.])/g, '$1').toLowerCase();
  const kind =
    token.syntax.name === 'single-braces' && /^[a-z]+(?:[_.][a-z]+)*$/.test(path) ? 'machine' : token.syntax.kind;
  return {
    text: token.text,
    span: token.span,
    role: roleOf(lower, token, ways),
    kind,
    ...(fallback !== undefined && { fallback }),
  };
}

function roleOf(path: string, token: PlaceholderToken, ways: PlaceholderWays | undefined): PlaceholderRole {
  if (token.syntax.name === 'comment-todo') return /@|name|user/.test(path) ? 'customer-name' : 'other';
  return roleOfPath(path, USER_IS_AGENT.has(token.syntax.name) ? { openers: [], ...ways, userIsAgent: true } : ways);
}

/**
 * What a path such as `ticket.requester.first_name` stands for, as far as its words tell.
 * @param ways of the help desk; without it, `user.` is the customer
 */
export function roleOfPath(path: string, ways: PlaceholderWays | undefined): PlaceholderRole {
  const userIsAgent = ways?.userIsAgent === true;
  const declared = ways?.roles && Object.hasOwn(ways.roles, path) ? ways.roles[path] : undefined;
  if (declared) return declared;
  if (INCLUDE.test(path)) return 'include';
  if (/^user\.(?:(?:first|last|full|display)?_?name|handle)/.test(path))
    return userIsAgent ? 'agent-name' : 'customer-name';
  if (/^user\./.test(path) && userIsAgent) return 'agent-name';
  if (/email|phone|address|\burl|link\b/.test(path)) return TICKET.test(path) ? 'ticket' : 'other';
  if (AGENT.test(path) && !/^ticket\.assignee\.(?:id|email)/.test(path)) return 'agent-name';
  if (CUSTOMER.test(path) || PERSON.test(path)) return 'customer-name';
  if (ORGANISATION.test(path)) return 'organisation';
  if (TICKET.test(path)) return 'ticket';
  return 'other';
}

/** The path without filters, and what is written as its fallback, in any of the help desks' ways. */
function withoutFilters({ path, syntax, text }: PlaceholderToken): { path: string; fallback?: string } {
  if (syntax.name === 'attribute') {
    const key = /\bkey=(?:"([^"]*)"|'([^']*)')/.exec(path);
    const fallback = /\bdefault=(?:"([^"]*)"|'([^']*)')/.exec(path);
    const found = fallback?.[1] ?? fallback?.[2];
    return { path: key?.[1] ?? key?.[2] ?? path, ...(found !== undefined && { fallback: found }) };
  }
  if (syntax.name === 'salesforce') {
    const written =
      /^(?:BLANKVALUE|NULLVALUE)\(\s*([^,]+),\s*"([^"]*)"\s*\)$/.exec(path) ?? /^([\w.]+),\s*(.+)$/.exec(path);
    if (written) return { path: (written[1] ?? '').trim(), fallback: written[2] ?? '' };
    return { path };
  }
  const decoded = text.includes('&') ? path.replace(/&quot;|&#34;/g, '"').replace(/&#39;|&apos;/g, "'") : path;
  const piped = /^([^|]*?)\s*\|\s*(?:fallback|default)\s*:\s*["'“”‘’]?([^"'“”‘’|]*)["'“”‘’]?/.exec(decoded);
  if (piped) return { path: piped[1] ?? '', fallback: (piped[2] ?? '').trim() };
  const either = /^(.*?)\s*\|\|\s*["'“”‘’]?([^"'“”‘’]*)["'“”‘’]?\s*$/.exec(decoded);
  if (either) return { path: either[1] ?? '', fallback: either[2] ?? '' };
  const listed = /^([^,]*),\s*fallback\s*[=:]\s*(.*)$/.exec(decoded);
  if (listed) return { path: listed[1] ?? '', fallback: listed[2] ?? '' };
  const personalized = /^personalization_token\(\s*["']([^"']+)["']\s*(?:,\s*["']([^"']*)["'])?/.exec(decoded);
  if (personalized)
    return { path: personalized[1] ?? '', ...(personalized[2] !== undefined && { fallback: personalized[2] }) };
  return { path: decoded.split('|')[0]?.trim() ?? '' };
}
