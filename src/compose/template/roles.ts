import { detached } from '../../model/detached.js';
import type { Placeholder, PlaceholderRole, PlaceholderWays, Reply } from '../../model/reply.js';
import { valueIn } from './fallback.js';
import { isAnybodysName, isWrittenByWriter } from './signer.js';
import { syntaxNamed } from './syntax.js';
import type { PlaceholderToken } from './token.js';

/** Help-desk syntaxes in which `user.` is always the agent, no matter which help desk the text is written for. */
const USER_IS_AGENT: ReadonlySet<string> = new Set(['helpscout', 'zammad', 'salesforce', 'zoho', 'smarty']);

/** Matches a field that only a person has. AGENT is tested first and decides whether that person is the agent. */
const PERSON =
  /(?:^|[\s._-])(?:first|last|full|given|sur|nick|fore|family|display|pref(?:erred)?)[\s_-]?name$|(?:first|last|full|given|sur|nick|display)name$|(?:^|[\s._-])nick$|(?:^|\.)handle$/;

const INCLUDE = /^(?:dc|sn|snippet|snippets|partial)[._]/;
const AGENT =
  /current_?(?:user|agent)(?:\b|_)|(?:otrs|kix)_(?:agent|owner|responsible|current)|^owner[._]|assignee|\bagent|\.agent\b|ticket\.owner|ticket\.staff|^staff|sender\.|operator|signature|\bmy_(?:user)?name|your[ _]?name|\brep(?:resentative)?[ _]?name|ticket\.(?:assigned|staff)|owner(?:full)?name|^user\.(?:job_?title|signature)|\bmy name|team ?member|support ?(?:agent|rep)|(?:agent|staff|advisor|adviser|csr)[ _]?name|^(?:me|team)$|caseowner|case\.owner|\bworker\.|session\.user|currentuser/;
const CUSTOMER =
  /requester\.(?:(?:first|last|full)?_?name|name\.)|(?:customer|client|guest|contact|recipient|member|buyer|seller|visitor|lead|patient|student|resident|tenant|donor|user|player|applicant|reporter|passenger|traveller|traveler|reader|subscriber|owner|winner|host|candidate|parent|cardholder|policyholder|shopper)s?['’]?s?[ ._-]*(?:(?:first|last|full|display|given|sur|pref(?:erred)?|short|user)?[ _]?name\b|first$|last$|realname)|ticket\.name\b|ticket\.recipient|recipient\.name|reply_to_(?:or_last_poster_)?(?:user)?name|(?:original|last)_poster_(?:user)?name|cases\.contact ?name|task\.from\b|partner(?:_id)?\.name|^nick$|^(?:(?:first|last|full|sur|given)[ _-]?)?name$|^(?:first|last|full|given)[ _-]?name\b|^(?:their|the|a|insert|customer|recipient)?[ _]?(?:first|last|full)?[ _]?name$|^(?:user_?name|username|display_?name|reporter|customer|client|recipient|user|author|op|guest|contact|member|requester|author\.login|visitor|fname|firstname|lname|salutation name)$|\.(?:user|author|sender)\.login$|otrs_customer_(?:realname|userfirstname|userlastname|userfullname)|^insert .{0,30}\bname$|name of (?:the )?(?:customer|guest|client|user|recipient)|(?:mr|ms|mrs)\.? ?(?:last)?name/;
const TICKET =
  /ticket|conversation|case\b|casenumber|case[._]|request[ _]?(?:id|number)|order|tracking|invoice|booking|reservation|reference|\bref\b|shipment|parcel|\brma\b|issue|\b(?:chat|room|session)[ ._]?(?:id|number)\b|^doc\.name$/;
const ORGANISATION =
  /organi[sz]ation|company|^(?:shop|store|club|city|hotel|school|firm|branch|practice|clinic)$|account\.name|helpdesk_name|brand|mailbox|ticket\.account|config\.fqdn|store[ _]?name|shop[ _]?name|team[ _]?name|dept|department|group\.name|site_?name|business[ _]?name|product[ _]?name|app[ _]?name/;

/** Determines the role of a placeholder from its path and its help desk. */
export function placeholderFrom(token: PlaceholderToken, { body, placeholders: ways }: Reply): Placeholder {
  const { mayBeWriter, role, kind, fallback } = meaningOf(token, ways);
  const { text, span } = token;
  const own = mayBeWriter && isWrittenByWriter(body, span.start) ? 'agent-name' : role;
  return fallback === undefined ? { text, span, role: own, kind } : { text, span, role: own, kind, fallback };
}

/** What a placeholder means, no matter where it is. */
interface Meaning {
  /** True for a name that could belong to anyone, so that the text before the placeholder decides. */
  readonly mayBeWriter: boolean;
  readonly role: PlaceholderRole;
  readonly kind: 'machine' | 'manual';
  readonly fallback: string | undefined;
}

/**
 * Meanings by syntax of the help desk, and by placeholder as written. Most placeholders occur in many replies of a run.
 */
const MEANINGS = new WeakMap<PlaceholderWays, Map<string, Meaning>>();
const NO_WAYS: PlaceholderWays = { openers: [] };
const MOST_KEPT = 2000;
const LONGEST_KEPT = 100;

function meaningOf(token: PlaceholderToken, ways: PlaceholderWays | undefined): Meaning {
  const { text, path, syntax } = token;
  if (text.length > LONGEST_KEPT) return newMeaningOf(token, ways);
  let known = MEANINGS.get(ways ?? NO_WAYS);
  if (!known) {
    known = new Map();
    MEANINGS.set(ways ?? NO_WAYS, known);
  }
  const key = syntax === DOUBLE_BRACES ? text : `${syntax.name}\n${path}\n${text}`;
  const before = known.get(key);
  if (before) return before;
  // The texts are copied because parts of a body would keep all of it in memory.
  const meaning = newMeaningOf({ ...token, text: detached(text), path: detached(path) }, ways);
  if (known.size >= MOST_KEPT) known.clear();
  known.set(detached(key), meaning);
  return meaning;
}

/** The syntax whose placeholders cannot be mistaken for one of another syntax. Their path follows from their text. */
const DOUBLE_BRACES = syntaxNamed('double-braces');

function newMeaningOf(token: PlaceholderToken, ways: PlaceholderWays | undefined): Meaning {
  const { path, fallback } = valueAsWritten(token, ways);
  const lower = path.replace(/\\([_*.])/g, '$1').toLowerCase();
  const mayBeWriter = isAnybodysName(lower);
  return { mayBeWriter, role: roleOf(lower, token, ways), kind: kindOf(token, path, ways), fallback };
}

function kindOf({ text, syntax }: PlaceholderToken, path: string, ways: PlaceholderWays | undefined) {
  if (ways?.manual?.some((opener) => text.startsWith(opener))) return 'manual';
  const isName = syntax.name === 'single-braces' && /^[a-z]+(?:[_.][a-z]+|[A-Z][a-z]*)*$/.test(path);
  return isName ? 'machine' : syntax.kind;
}

function roleOf(path: string, token: PlaceholderToken, ways: PlaceholderWays | undefined): PlaceholderRole {
  if (token.syntax.name === 'comment-todo') return /@|name|user/.test(path) ? 'customer-name' : 'other';
  return roleOfPath(path, USER_IS_AGENT.has(token.syntax.name) ? { openers: [], ...ways, userIsAgent: true } : ways);
}

/**
 * Determines the role of a path such as `ticket.requester.first_name`, as far as its words show it.
 * @param ways the syntax of the help desk; without it, `user.` is taken to be the user of the product, who is the
 * customer
 */
export function roleOfPath(path: string, ways: PlaceholderWays | undefined): PlaceholderRole {
  const declared = ways?.roles && Object.hasOwn(ways.roles, path) ? ways.roles[path] : undefined;
  const common = Object.hasOwn(COMMON_ROLES, path) ? COMMON_ROLES[path] : undefined;
  return declared ?? common ?? roleByWords(path, ways);
}

const SUBJECTS = new WeakMap<PlaceholderWays, Map<string, PlaceholderRole>>();

/** Determines the role of the subject of a condition. The same few subjects occur in many replies of a run. */
export function roleOfSubject(subject: string, ways: PlaceholderWays | undefined): PlaceholderRole {
  let known = SUBJECTS.get(ways ?? NO_WAYS);
  if (!known) {
    known = new Map();
    SUBJECTS.set(ways ?? NO_WAYS, known);
  }
  const before = known.get(subject);
  if (before !== undefined) return before;
  // The subject is copied because a part of a body would keep all of it in memory.
  const own = detached(subject);
  const role = roleOfPath(own.toLowerCase(), ways);
  if (known.size >= MOST_KEPT) known.clear();
  if (own.length <= LONGEST_KEPT) known.set(own, role);
  return role;
}

/** The roles of the most common paths. The patterns of `roleByWords` would take a short run long to compile. */
export const COMMON_ROLES: Readonly<Record<string, PlaceholderRole>> = {
  'ticket.requester.first_name': 'customer-name',
  'ticket.requester.name': 'customer-name',
  'ticket.customer.firstname': 'customer-name',
  'contact.first_name': 'customer-name',
  'customer.first_name': 'customer-name',
  'customer.name': 'customer-name',
  first_name: 'customer-name',
  'current_user.name': 'agent-name',
  'current_user.first_name': 'agent-name',
  'current_user.signature': 'agent-name',
  'agent.name': 'agent-name',
  'ticket.id': 'ticket',
  'ticket.tags': 'ticket',
  'ticket.organization.name': 'organisation',
};

/** Determines the role of a path by its words alone. */
export function roleByWords(path: string, ways: PlaceholderWays | undefined): PlaceholderRole {
  const userIsAgent = ways?.userIsAgent === true;
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

function valueAsWritten(
  { path, syntax }: PlaceholderToken,
  ways: PlaceholderWays | undefined,
): { path: string; fallback?: string } {
  if (ways?.catalogue?.noFilters && syntax.name === 'double-braces') return { path: path.split(/[|\s]/)[0] ?? path };
  if (syntax.kind === 'manual') return { path };
  if (syntax.name === 'odoo') return valueIn(path.slice(1, -1));
  const listed = syntax.name === 'salesforce' ? /^([\w.]+),\s*(\S.*)$/.exec(path) : null;
  return listed ? { path: listed[1] ?? '', fallback: listed[2] ?? '' } : valueIn(path);
}
