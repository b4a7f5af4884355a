import type { Rendering } from '../model/rendering.js';
import type { Option } from './options.js';

/** True for a reply that everybody can read, such as in an issue, in a forum topic or under a review. */
export function isKeptForThreads({ isPublic }: Rendering): boolean {
  return isPublic;
}

/** The option of a rule to require less of such replies where a preset turns it on. */
export const IN_THREADS = {
  type: 'flag',
  default: true,
  recommended: false,
  description:
    'Also require this of replies that everybody can read, such as those in `.github/`, and those of libraries for issues, forum topics or reviews.',
} as const satisfies Option;

/** The option of a rule to report less in notices that programs send where a preset turns it on. */
export const IN_NOTICES = {
  type: 'flag',
  default: true,
  recommended: false,
  description:
    'Also report, in automatic notices, what is a plain fact there: “This is an automated email”, “You have not signed the form yet”.',
} as const satisfies Option;
