import type { SourceFile } from '../model/source-file.js';
import { catalog } from './catalog/replies.js';
import { openTree } from './container/open.js';
import { type Adapter, type Content, extensionOf, type ReadProblem } from './content.js';
import { Gathered } from './gathered.js';
import { generic } from './generic.js';
import { Ids } from './ids.js';
import { library } from './library.js';
import { mail } from './mail.js';
import { mibew } from './mibew.js';
import { mibewList } from './mibew-list.js';
import { adapterFor, type FileContent, leftAlone, OF_RECORDS, open, unrecognised, type Way } from './opening.js';
import { salesforce } from './salesforce.js';
import { severalFrontMatters } from './several-front-matters.js';
import { textFile } from './text-file.js';

export { promisesReplies } from './about-pages.js';
export type { ReadProblem } from './content.js';
export type { FileDeclaration } from './declared.js';
export { decode, NotText, tooLong } from './decode.js';
export { encode, NotEncodable } from './encode.js';
export { type Filter, type Found, find, isWalked, type LeftOut, type Missing, type Unopened } from './find.js';
export { globTest } from './glob.js';
export { CATALOGUES, HELPDESKS, placeholdersOf } from './helpdesk/index.js';
export type { HelpdeskAdapter } from './helpdesk/shape.js';
export { IgnoreFiles } from './ignore-files.js';
export { PathError, parsePath } from './json-path.js';
export { GlobError, linearWildcard } from './linear-glob.js';
export { localeInName } from './locale-in-name.js';
export { officeKindOf } from './office.js';
export { type FileContent, formatFor, LONG, type Way } from './opening.js';
export { refusalOf } from './regular-file.js';
export { repositoryOf } from './repository.js';
export { isModuleName } from './script/module-name.js';
export { slugOf } from './slug.js';
export { standingOf } from './standing.js';
export { type OnDisk, Surroundings } from './surroundings.js';

const OF_TEXT: readonly Adapter[] = [severalFrontMatters, library, textFile];

/** All adapters in order. The first one that recognizes a file reads it. */
const ADAPTERS: readonly Adapter[] = [mibewList, ...OF_RECORDS, salesforce, mibew, catalog, mail, ...OF_TEXT];

/**
 * Reads the replies of a file.
 * @param pathFromRoot the path of the file relative to the configuration's root, used for ids
 */
export async function read(file: SourceFile, pathFromRoot: string, way: Way): Promise<FileContent> {
  const opened = await open(file, way, (format) => openTree(file.text, format, extensionOf(file.path)));
  if ('adapter' in opened) return opened;
  const used = adapterFor(opened, way.declaration, await adaptersFor(opened));
  if (!used && opened.tree?.format === 'script') return leftAlone('code', 'code without reply-like text');
  if (!used) return opened.tree ? unrecognised(opened, opened.tree) : saidOf(opened);
  const gathered = new Gathered(file);
  for await (const item of used.replies(opened)) if (!gathered.add(item)) break;
  const { replies: found, problems } = gathered;
  problems.push(...hiddenIn(opened));
  const ids = new Ids(pathFromRoot, found.length > 1);
  const said = way.declaration?.helpdesk;
  const replies = found.map((reply) => ids.named(said === undefined ? reply : { ...reply, helpdesk: said }, file));
  return { replies, problems, adapter: used.name };
}

/** Maximum number of repeated keys to name. */
const MOST_KEYS = 5;

/** Yields notices about values that another value with the same key hides. */
function* hiddenIn({ tree, file }: Content): Generator<ReadProblem> {
  const keys = [...(tree?.roots ?? [])].flatMap((root) => [...root.repeatedKeys]);
  for (const { key, span, last } of keys.slice(0, MOST_KEYS)) {
    const message = `not read: the key "${key}" is used again in line ${file.placeOf(last).line}, and only the last value counts; rename one of them`;
    yield { span, message, fatal: false, notice: true };
  }
  const more = keys.slice(MOST_KEYS);
  const [first] = more;
  if (first)
    yield {
      span: first.span,
      message: `not read: ${more.length} more values whose keys are used again`,
      fatal: false,
      notice: true,
    };
}

/** Returns the adapters to try for a file. Those that are rarely needed are loaded on demand. */
async function adaptersFor({ tree, declaredMarkup }: Content): Promise<readonly Adapter[]> {
  if (declaredMarkup !== undefined) return OF_TEXT;
  if (tree?.format === 'script') return [(await import('./script/replies.js')).scriptReplies];
  if (tree?.format === 'xml') return [(await import('./xml/records.js')).xmlRecords, generic];
  return ADAPTERS;
}

/** Says why no adapter accepts a file that does not contain structured data. */
function saidOf(content: Content): FileContent {
  if (content.file.text.trim() === '') return leftAlone('empty', 'an empty file');
  const why = ADAPTERS.map((known) => known.leftAlone?.(content)).find((said) => said !== undefined);
  return leftAlone(why?.kind ?? 'unknown', why?.reason ?? 'an unknown file type');
}

export { readsAsOneReply } from './text-file.js';
export { markupOf } from './text-kind.js';
