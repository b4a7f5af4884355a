import { type Config, type RuleEntry, rulesOfPreset } from '../config/index.js';
import type { Rule } from '../rule/rule.js';
import type { Conventions } from './asked-conventions.js';
import type { Survey } from './survey.js';

/** Where the schema is once the package is installed. */
const SCHEMA = './node_modules/replylint/schema.json';
/** What replylint assumes without a setting in the configuration. */
const DEFAULT_LANGUAGE = 'en';

/** A first configuration for a folder: as short as its contents and the user’s answers allow. */
export function proposalFor(
  survey: Survey,
  { salutation, signature, form }: Conventions,
  rules: readonly Rule[],
): Config {
  const { helpdesks, chatFolders, isChat } = survey;
  const [helpdesk, ...otherHelpdesks] = helpdesks.keys();
  const language = mainLanguage(survey);
  return {
    $schema: SCHEMA,
    extends: [isChat || form ? 'replylint:chat' : 'replylint:recommended'],
    ...(helpdesk && otherHelpdesks.length === 0 && { helpdesk }),
    ...(language !== undefined && language !== DEFAULT_LANGUAGE && { locale: language }),
    ...(salutation && { salutation }),
    ...(signature && { signature }),
    ...(form && { overrides: [{ files: ['**'], form }] }),
    ...(!form &&
      chatFolders.length > 0 && {
        overrides: [{ files: chatFolders.map(contentsOf), form: 'chat', rules: easedForChat(rules) }],
      }),
  };
}

/** The language of more than half of the replies whose language was recognized. */
function mainLanguage({ languages }: Survey): string | undefined {
  const known = [...languages].filter(([language]) => language !== 'und');
  const all = known.reduce((sum, [, count]) => sum + count, 0);
  return known.find(([, count]) => count > all / 2)?.[0];
}

/** What the recommended rules ask for and a chat message does not need. */
function easedForChat(rules: readonly Rule[]): Readonly<Record<string, RuleEntry>> {
  const recommended = rulesOfPreset('recommended', rules);
  const eased = Object.entries(rulesOfPreset('chat', rules)).filter(
    ([id, entry]) => recommended[id] !== undefined && JSON.stringify(recommended[id]) !== JSON.stringify(entry),
  );
  return Object.fromEntries(eased);
}

/** A pattern for everything in a folder, whatever characters its name contains. */
function contentsOf(folder: string): string {
  return `${folder.replace(/[\\*?[\](){}!+@|]/g, '\\$&')}/**`;
}
