import type { Answered } from './facts.js';

/** Maximum number of conditions listed in a row, because longer lists help no one. */
const MOST_LISTED = 8;

/** Describes conditions in words, such as `when vip and ticket.language is "de"`. */
export function inWords(conditions: readonly Answered[]): string {
  const listed = conditions.slice(0, MOST_LISTED).map(oneInWords);
  const more = conditions.length - listed.length;
  return [...listed, ...(more > 0 ? [`${more} more conditions`] : [])].join(' and ');
}

function oneInWords({ subject, values, holds }: Answered): string {
  const loop = /^(\S+) in (\S+)/.exec(subject);
  if (loop && values[0] === true) return holds ? `there is a ${loop[1]} in ${loop[2]}` : `${loop[2]} is empty`;
  if (values[0] === true) return holds ? subject : `not ${subject}`;
  const listed = values.slice(0, MOST_LISTED).map((value) => `"${value}"`);
  const more = values.length > listed.length ? [`one of ${values.length - listed.length} other values`] : [];
  return `${subject} ${holds ? 'is' : 'is not'} ${[...listed, ...more].join(' or ')}`;
}
