import type { RuleInfo } from './reporter.js';

/** Metadata for the findings that the linter reports itself rather than through a rule, by the id shown in reports. */
export const OWN_RULES: Readonly<Record<string, RuleInfo>> = {
  'not-checked': own('Every file can be read.', 'replylint cannot check a file that it cannot read.'),
  'file-syntax': own(
    'Every file can be parsed.',
    'replylint cannot check text that does not parse, and your help desk may not import it.',
  ),
  'template-syntax': own(
    'Every template tag is opened and closed.',
    'An unclosed tag is sent to the customer as plain text, or prevents the reply from being sent.',
  ),
  'unused-directive': own(
    'Every disable comment suppresses a finding.',
    'An unused disable comment silently hides the next finding.',
  ),
  'require-disable-reason': own(
    'Every disable comment gives a reason.',
    'Without a reason, no one knows when it can be removed. Off by default.',
  ),
};

function own(description: string, why: string): RuleInfo {
  return { type: 'suggestion', docs: { description, why, segment: 'hygiene' } };
}

/** Returns the page for a finding of the linter itself, as Markdown. Undefined if the id belongs to a rule. */
export function ownPageOf(id: string): string | undefined {
  const docs = Object.hasOwn(OWN_RULES, id) ? OWN_RULES[id]?.docs : undefined;
  if (!docs) return undefined;
  return `# ${id}\n\n**${docs.description}**\n\n${docs.why}\n\nreplylint reports this itself; it is not part of a preset.\n`;
}
