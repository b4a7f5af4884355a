import type { Config } from '../config/index.js';
import type { Helpdesk } from '../model/reply.js';
import type { Conventions } from './asked-conventions.js';
import type { Survey } from './survey.js';

/** The path of the configuration schema once the package is installed. */
const SCHEMA = './node_modules/replylint/schema.json';
/** The language that replylint assumes if the configuration does not set one. */
const DEFAULT_LANGUAGE = 'en';

/**
 * Proposes a first configuration for a folder. It is as short as the contents of the folder and the user’s answers
 * allow.
 */
export function proposalFor(survey: Survey, { salutation, signature, form }: Conventions): Config {
  const { chatFolders, isChat } = survey;
  const helpdesk = mainHelpdesk(survey);
  const language = mainLanguage(survey);
  return {
    $schema: SCHEMA,
    extends: [isChat || form ? 'replylint:chat' : 'replylint:recommended'],
    ...(helpdesk && { helpdesk }),
    ...(language !== undefined && language !== DEFAULT_LANGUAGE && { locale: language }),
    ...(salutation && { salutation }),
    ...(signature && { signature }),
    ...(form && { overrides: [{ files: ['**'], form }] }),
    ...(!form &&
      chatFolders.length > 0 && {
        overrides: [{ files: chatFolders.map(contentsOf), extends: 'replylint:chat', form: 'chat' }],
      }),
  };
}

/** Minimum share of replies that must be in a help desk’s format for `init` to set it for the whole folder. */
const NEARLY_ALL = 0.9;

/** Returns the only help desk found, if nearly all replies are in its format. */
function mainHelpdesk({ helpdesks, replies }: Survey): Helpdesk | undefined {
  const [only, ...others] = helpdesks;
  if (only === undefined || others.length > 0) return undefined;
  const [helpdesk, count] = only;
  return count >= replies * NEARLY_ALL ? helpdesk : undefined;
}

/** Returns the language of the majority of replies whose language was recognized. */
function mainLanguage({ languages }: Survey): string | undefined {
  const known = [...languages].filter(([language]) => language !== 'und');
  const all = known.reduce((sum, [, count]) => sum + count, 0);
  return known.find(([, count]) => count > all / 2)?.[0];
}

/** Returns a pattern that matches everything in a folder, no matter which characters its name contains. */
function contentsOf(folder: string): string {
  return `${folder.replace(/[\\*?[\](){}!+@|]/g, '\\$&')}/**`;
}
