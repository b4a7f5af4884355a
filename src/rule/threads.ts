import type { Rendering } from '../model/rendering.js';
import type { Option } from './options.js';

/** Where code hosts keep the replies that projects send in issues and pull requests. */
const FOLDER_OF_HOST = /(?:^|\/)\.(?:github|gitlab|gitea|forgejo)\//;

/** True for a reply that is kept for public threads, such as issues and pull requests, by its folder. */
export function isKeptForThreads({ reply: { file } }: Rendering): boolean {
  return FOLDER_OF_HOST.test(file.path);
}

/** The option of a rule to require less of such replies where a preset turns it on. */
export const IN_THREADS = {
  type: 'flag',
  default: true,
  recommended: false,
  description: 'Also require this of replies for public threads, such as those in `.github/`.',
} as const satisfies Option;
