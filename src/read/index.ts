import type { Reply } from '../model/reply.js';
import type { SourceFile } from '../model/source-file.js';
import { type Adapter, Content, type FoundReply, type ReadProblem } from './content.js';
import { library } from './library.js';
import { mail } from './mail.js';
import { mibew } from './mibew.js';
import { mibewList } from './mibew-list.js';
import { salesforce } from './salesforce.js';
import { severalFrontMatters } from './several-front-matters.js';
import { slugOf } from './slug.js';
import { Neighbours, type OnDisk } from './surroundings.js';
import { textFile } from './text-file.js';
import { zendesk } from './zendesk.js';

export type { ReadProblem } from './content.js';
export { decode, NotText } from './decode.js';
export { encode, NotEncodable } from './encode.js';
export { type Found, find, type Missing } from './find.js';
export { localeInName } from './locale-in-name.js';
export { slugOf } from './slug.js';
export { type OnDisk, Surroundings } from './surroundings.js';

/** In order: the first that recognises a file reads it. */
const ADAPTERS: readonly Adapter[] = [
  zendesk,
  salesforce,
  mibew,
  mibewList,
  mail,
  severalFrontMatters,
  library,
  textFile,
];

/** What a file holds. */
export interface FileContent {
  readonly replies: readonly Reply[];
  readonly problems: readonly ReadProblem[];
  /** What the file was taken for, in words; undefined where nothing recognised it. */
  readonly adapter: string | undefined;
  /** Why nothing recognised it, in words. */
  readonly leftAlone?: string;
}

/** Words that stand only in a help desk's export: a broken file with them was meant for us. */
const HELPDESK_KEYS =
  /"(?:comment_value(?:_html)?|comment_mode_is_public|setResponseText|content_html|short_code|body_text|chatText)"/;

/**
 * The replies of a file.
 * @param pathFromRoot the file's path from the configuration's root, for ids
 * @param named whether the path was given by name, on the command line or in the configuration
 * @param disk where the file stands; without it, nothing beside the file is looked at
 */
export async function read(
  file: SourceFile,
  pathFromRoot: string,
  named: boolean,
  disk?: OnDisk,
): Promise<FileContent> {
  const content = new Content(file, named, disk && new Neighbours(disk));
  const adapter = ADAPTERS.find((known) => known.recognises(content));
  if (!adapter) return unrecognised(content);
  const found: FoundReply[] = [];
  const problems: ReadProblem[] = [];
  for await (const item of adapter.replies(content)) {
    if ('reply' in item) found.push(item.reply);
    else problems.push(item.problem);
  }
  return { replies: withIds(found, file, pathFromRoot), problems, adapter: adapter.name };
}

function unrecognised(content: Content): FileContent {
  if (content.extension !== 'json') {
    const said = ADAPTERS.map((known) => known.leftAlone?.(content)).find((reason) => reason !== undefined);
    return { replies: [], problems: [], adapter: undefined, leftAlone: said ?? 'no known kind' };
  }
  const { error } = content.json;
  if (!error) return { replies: [], problems: [], adapter: undefined, leftAlone: 'no help desk’s shape' };
  if (!content.named && !HELPDESK_KEYS.test(content.text))
    return { replies: [], problems: [], adapter: undefined, leftAlone: `not JSON: ${error.message}` };
  const span = { start: error.offset, end: error.offset };
  return { replies: [], problems: [{ span, message: `Not JSON: ${error.message}`, fatal: true }], adapter: undefined };
}

/** Ids that do not change when lines move; `~2`, `~3` where one repeats. */
function withIds(found: readonly FoundReply[], file: SourceFile, path: string): Reply[] {
  const seen = new Map<string, number>();
  return found.map(({ slug, ...reply }) => {
    const made = reply.id ?? (found.length > 1 ? `${path}#${slug ?? slugOf(reply.title ?? '')}` : path);
    const count = (seen.get(made) ?? 0) + 1;
    seen.set(made, count);
    return {
      ...reply,
      id: count > 1 ? `${made}~${count}` : made,
      file,
      helpdesk: reply.helpdesk,
      declared: reply.declared ?? {},
      active: reply.active ?? true,
      audience: reply.audience ?? 'customer',
    };
  });
}
