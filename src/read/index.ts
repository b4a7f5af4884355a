import type { SourceFile } from '../model/source-file.js';
import { openTree } from './container/open.js';
import type { Adapter, Content, FoundReply, ReadProblem } from './content.js';
import { Ids } from './ids.js';
import { library } from './library.js';
import { mail } from './mail.js';
import { mibew } from './mibew.js';
import { mibewList } from './mibew-list.js';
import { adapterFor, type FileContent, leftAlone, OF_RECORDS, open, unrecognised, type Way } from './opening.js';
import { salesforce } from './salesforce.js';
import { severalFrontMatters } from './several-front-matters.js';
import { textFile } from './text-file.js';

export type { LeftAlone, ReadProblem } from './content.js';
export type { FileDeclaration } from './declared.js';
export { decode, NotText, TOO_LONG } from './decode.js';
export { encode, NotEncodable } from './encode.js';
export { type Filter, type Found, find, type LeftOut, type Missing } from './find.js';
export { HELPDESKS, placeholdersOf } from './helpdesk/index.js';
export type { HelpdeskAdapter } from './helpdesk/shape.js';
export { IgnoreFiles } from './ignore-files.js';
export { PathError, parsePath } from './json-path.js';
export { localeInName } from './locale-in-name.js';
export { type FileContent, formatFor, LONG, type Way } from './opening.js';
export { refusalOf } from './regular-file.js';
export { repositoryOf } from './repository.js';
export { slugOf } from './slug.js';
export { standingOf } from './standing.js';
export { type OnDisk, Surroundings } from './surroundings.js';

/** In order: the first that recognises a file reads it. */
const ADAPTERS: readonly Adapter[] = [
  mibewList,
  ...OF_RECORDS,
  salesforce,
  mibew,
  mail,
  severalFrontMatters,
  library,
  textFile,
];

/**
 * The replies of a file.
 * @param pathFromRoot the file's path from the configuration's root, for ids
 */
export async function read(file: SourceFile, pathFromRoot: string, way: Way): Promise<FileContent> {
  const opened = await open(file, way, (format) => openTree(file.text, format));
  if ('adapter' in opened) return opened;
  const used = adapterFor(opened, way.declaration, ADAPTERS);
  if (!used) return opened.tree ? unrecognised(opened, opened.tree) : saidOf(opened);
  const found: FoundReply[] = [];
  const problems: ReadProblem[] = [];
  for await (const item of used.replies(opened)) {
    if ('reply' in item) found.push(item.reply);
    else problems.push(item.problem);
  }
  const ids = new Ids(pathFromRoot, found.length > 1);
  return { replies: found.map((reply) => ids.named(reply, file)), problems, adapter: used.name };
}

/** Why no adapter takes a file that is no structured data. */
function saidOf(content: Content): FileContent {
  const why = ADAPTERS.map((known) => known.leftAlone?.(content)).find((said) => said !== undefined);
  return leftAlone(why?.kind ?? 'unknown', why?.reason ?? 'a kind of file that is not known');
}
