import type { DigestedReply } from './library-steps.js';

/**
 * Names a reply in the message about another one: by its title, and by its place if both have the same title.
 * @param beside the reply at which the message is reported
 */
export function replyInWords(reply: DigestedReply, beside: DigestedReply): string {
  const name = nameInWords(reply);
  if (reply.title === undefined || reply.title !== beside.title) return name;
  if (reply.file !== beside.file) return `${name} in ${reply.file}`;
  return reply.line === undefined ? name : `${name} in line ${reply.line}`;
}

/** Names a reply by its title, or by its id if it has none. */
export function nameInWords({ title, id }: DigestedReply): string {
  return `“${title ?? id}”`;
}
