import type { Rendering } from '../model/rendering.js';

/** Where code hosts keep what projects answer with in issues and pull requests. */
const FOLDER_OF_HOST = /(?:^|\/)\.(?:github|gitlab|gitea|forgejo)\//;

/** True for a reply that is kept for public threads, such as issues and pull requests, by its folder. */
export function isKeptForThreads({ reply: { file } }: Rendering): boolean {
  return FOLDER_OF_HOST.test(file.path);
}
