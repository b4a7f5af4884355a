import type { LibraryProfile } from '../../model/library.js';
import type { Reply } from '../../model/reply.js';

/** Matches folders in which code hosts keep the replies that projects post in issues and pull requests. */
const FOLDER_OF_HOST = /(?:^|\/)(\.(?:github|gitlab|gitea|forgejo))\//;
/** Minimum number and share of replies that mention a public place in a library whose replies are all public. */
const FEWEST_REPLIES = 2;
const SHARE_OF_REPLIES = 0.1;

/** Says in words why anyone can read a reply. Undefined for a message to one customer. */
export function publicPlaceOf({ file }: Reply, library: LibraryProfile | undefined): string | undefined {
  const folder = FOLDER_OF_HOST.exec(file.path)?.[1];
  if (folder !== undefined) return `in ${folder}/`;
  const { inPublic = 0, replies = 0 } = library ?? {};
  if (inPublic < FEWEST_REPLIES || inPublic < replies * SHARE_OF_REPLIES) return undefined;
  return `${inPublic} of the ${replies} nearby replies mention an issue tracker, a forum or reviews`;
}
