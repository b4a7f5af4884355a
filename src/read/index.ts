import type { Reply } from '../model/reply.js';
import type { SourceFile } from '../model/source-file.js';
import { formatOf, openTree, type Tree } from './container/tree.js';
import { Broken } from './container/value.js';
import { type Adapter, Content, type FoundReply, type ReadProblem } from './content.js';
import { type FileDeclaration, repliesAt } from './declared.js';
import { readsLikeReplies } from './gate/cues.js';
import { isOrdinaryName } from './gate/ordinary.js';
import { generic, whyNot } from './generic.js';
import { isPackOfWords } from './helpdesk/espanso.js';
import { HELPDESK_SHAPES, keysOfHelpdesks, mayBeOfHelpdesk } from './helpdesk/index.js';
import { problemOf } from './helpdesk/shape.js';
import { library } from './library.js';
import { mail } from './mail.js';
import { mibew } from './mibew.js';
import { mibewList } from './mibew-list.js';
import { salesforce } from './salesforce.js';
import { severalFrontMatters } from './several-front-matters.js';
import { slugOf } from './slug.js';
import { Neighbours, type OnDisk } from './surroundings.js';
import { textFile } from './text-file.js';

export type { ReadProblem } from './content.js';
export type { FileDeclaration } from './declared.js';
export { decode, NotText } from './decode.js';
export { encode, NotEncodable } from './encode.js';
export { type Filter, type Found, find, findGone, type LeftOut, type Missing } from './find.js';
export { IgnoreFiles } from './ignore-files.js';
export { PathError, parsePath } from './json-path.js';
export { localeInName } from './locale-in-name.js';
export { slugOf } from './slug.js';
export { standingOf } from './standing.js';
export { type OnDisk, Surroundings } from './surroundings.js';

/** In order: the first that recognises a file reads it. */
const ADAPTERS: readonly Adapter[] = [
  mibewList,
  ...HELPDESK_SHAPES,
  generic,
  salesforce,
  mibew,
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

/** How a file was come by. */
export interface Way {
  /** Whether the path was given by name, on the command line or in the configuration. */
  readonly named: boolean;
  /** What the configuration says of where the replies stand in it. */
  readonly declaration?: FileDeclaration;
  /** Where the file stands; without it, nothing beside the file is looked at. */
  readonly disk?: OnDisk;
}

/**
 * The replies of a file.
 * @param pathFromRoot the file's path from the configuration's root, for ids
 */
export async function read(
  file: SourceFile,
  pathFromRoot: string,
  { named, declaration, disk }: Way,
): Promise<FileContent> {
  const opened = await open(file, named, declaration, disk && new Neighbours(disk));
  if ('adapter' in opened) return opened;
  const adapter = declaration?.body === undefined ? undefined : repliesAt(declaration);
  const used = adapter ?? ADAPTERS.find((known) => known.recognises(opened));
  if (!used) return unrecognised(opened);
  const found: FoundReply[] = [];
  const problems: ReadProblem[] = [];
  for await (const item of used.replies(opened)) {
    if ('reply' in item) found.push(item.reply);
    else problems.push(item.problem);
  }
  return { replies: withIds(found, file, pathFromRoot), problems, adapter: used.name };
}

function unrecognised(content: Content): FileContent {
  const { tree, file, named } = content;
  if (!tree) {
    const said = ADAPTERS.map((known) => known.leftAlone?.(content)).find((reason) => reason !== undefined);
    return leftAlone(said ?? 'no known kind');
  }
  const broken = named || keysOfHelpdesks(file.text) ? firstBroken(tree) : undefined;
  if (!broken) return leftAlone(whyNot(content));
  return { replies: [], problems: [problemOf(broken)], adapter: undefined };
}

/** The first row or line that cannot be read. */
function firstBroken({ roots = [] }: Tree): Broken | undefined {
  for (const root of roots) for (const item of root.items()) if (item instanceof Broken) return item;
  return undefined;
}

function leftAlone(why: string): FileContent {
  return { replies: [], problems: [], adapter: undefined, leftAlone: why };
}

/** The content, parsed where it is structured data; or why it is not looked at, or cannot be. */
async function open(
  file: SourceFile,
  named: boolean,
  declaration: FileDeclaration | undefined,
  neighbours: Neighbours | undefined,
): Promise<Content | FileContent> {
  const format = declaration?.format ?? formatOf(new Content(file, named).extension);
  const isNamed = named || declaration !== undefined;
  if (!format) return new Content(file, isNamed, { neighbours });
  if (!declaration && isOrdinaryName(file.path)) return leftAlone('a file of another trade, by its name');
  const isMeant = keysOfHelpdesks(file.text);
  if (!declaration && !named && !isMeant && !mayHoldReplies(file))
    return leftAlone('no help desk’s keys, and no words that replies have');
  if (!declaration && !named && format === 'yaml' && isPackOfWords(file.text))
    return leftAlone('espanso matches, none as long as a message');
  const tree: Tree = await openTree(file.text, format);
  if (!tree.error) return new Content(file, isNamed, { tree, neighbours });
  const { offset, message } = tree.error;
  if (!declaration && !named && !isMeant) return leftAlone(message);
  const span = { start: offset, end: offset };
  const problem = { span, message: `${message.charAt(0).toUpperCase()}${message.slice(1)}`, fatal: true };
  return { replies: [], problems: [problem], adapter: undefined };
}

/** A path that speaks of replies is looked into whatever its words are. */
function mayHoldReplies({ path, text }: SourceFile): boolean {
  return /canned|macro|repl(?:y|ies)|premade|snippet/i.test(path) || mayBeOfHelpdesk(text) || readsLikeReplies(text);
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
