import type { Rendering } from '../model/rendering.js';
import type { Option } from './options.js';

/** Returns true for a reply that everyone can read, such as in an issue, in a forum topic or under a review. */
export function isKeptForThreads({ isPublic }: Rendering): boolean {
  return isPublic;
}

/** The option that makes a rule require less of such replies if a preset turns the rule on. */
export const IN_THREADS = {
  type: 'flag',
  default: true,
  recommended: false,
  description:
    'Also require this in replies that anyone can read, such as those in `.github/` and those in libraries for issues, forum topics or reviews.',
} as const satisfies Option;

/** The option that makes a rule report less in automatic notices if a preset turns the rule on. */
export const IN_NOTICES = {
  type: 'flag',
  default: true,
  recommended: false,
  description:
    'In automatic notices, also report statements that are plain facts there: “This is an automated email”, “You have not signed the form yet”.',
} as const satisfies Option;
