import type { RuleInfo } from './reporter.js';

/** What the linter finds by itself, without a rule, by the id that stands in reports. */
export const OWN_RULES: Readonly<Record<string, RuleInfo>> = {
  'not-checked': own('Every file can be read.', 'A file that cannot be read is not checked, and may hold anything.'),
  'file-syntax': own('Every file can be parsed.', 'What does not parse is not checked, and may not be imported.'),
  'template-syntax': own(
    'Every template tag is opened and closed.',
    'A tag that is left open reaches the customer as it stands, or the reply is not sent at all.',
  ),
  'unused-directive': own(
    'Every comment that switches a rule off switches something off.',
    'One that does nothing will hide the next finding without a word.',
  ),
  'require-disable-reason': own(
    'Every comment that switches a rule off gives its reason.',
    'Without one, nobody dares to take it out again. It is off unless the configuration asks for it.',
  ),
};

function own(description: string, why: string): RuleInfo {
  return { type: 'suggestion', docs: { description, why, segment: 'hygiene', recommended: 'error' } };
}

/** The page of one of these findings, as Markdown; undefined for any other id. */
export function ownPageOf(id: string): string | undefined {
  const docs = Object.hasOwn(OWN_RULES, id) ? OWN_RULES[id]?.docs : undefined;
  if (!docs) return undefined;
  return `# ${id}\n\n**${docs.description}**\n\n${docs.why}\n\nThe linter reports this itself: it belongs to no preset.\n`;
}
