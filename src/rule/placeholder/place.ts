import type { Catalogue } from '../../model/catalogue.js';
import type { Rendering, Word } from '../../model/rendering.js';
import type { Placeholder } from '../../model/reply.js';
import { writtenFor } from './catalogue.js';
import type { Problem } from './known.js';

/** Returns the problem with the position of a placeholder. Only for files from a known help desk. */
export function problemInPlace(
  { text, role, kind }: Placeholder,
  { start }: Word,
  { reply, text: said }: Rendering,
): Problem | undefined {
  const desk = reply.placeholders?.catalogue;
  if (!desk) return undefined;
  const before = said.slice(Math.max(0, start - 200), start);
  if (desk.notInLinks && text.startsWith(desk.opens) && /https?:\/\/[^\s<>"]*$/.test(before))
    return {
      message: `is in a bare URL, where ${desk.name} does not fill in values`,
      suggestions: ['Use link text, with the URL as its target'],
    };
  if (isSingle(text, kind) && !/\{\s*$/.test(before)) return misread(text, before, desk, role);
  // The agent fills in a name by hand that the help desk could fill in.
  if (/^\[[^[\]]+\]$/.test(text) && role === 'customer-name' && desk.customer !== undefined && kind === 'manual')
    return {
      message: `is left to the agent, but ${desk.name} can fill in names`,
      suggestions: [`Write ${writtenFor(desk, desk.customer)}`],
    };
  return undefined;
}

function isSingle(text: string, kind: Placeholder['kind']): boolean {
  return kind === 'machine' && /^\{[a-z][\w.]*\}$/i.test(text);
}

/**
 * Returns the problem with a placeholder that is misread, such as `{ticket.id}` in a help desk that uses `{{…}}`, or `%
 * {ticket.id}` with an extra blank.
 */
function misread(text: string, before: string, desk: Catalogue, role: Placeholder['role']): Problem | undefined {
  const path = text.slice(1, -1);
  if (role === 'other' && !desk.paths.includes(path)) return undefined;
  const mark = desk.opens.length === 2 && desk.opens !== '{{' ? desk.opens[0] : undefined;
  if (mark !== undefined && mark !== '{' && before.endsWith(`${mark} `))
    return {
      message: `follows a space, so ${desk.name} does not recognize it`,
      suggestions: [`Write ${mark}${text}`],
    };
  return {
    message: `does not use the ${desk.name} placeholder syntax`,
    suggestions: [
      `Write ${writtenFor(desk, desk.paths.includes(path) ? path : (role === 'customer-name' && desk.customer) || path)}`,
    ],
  };
}
