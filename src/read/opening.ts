import type { SkippedFile } from '../model/finding.js';
import type { Reply } from '../model/reply.js';
import type { SourceFile } from '../model/source-file.js';
import { formatOf } from './container/open.js';
import type { Format, Tree } from './container/tree.js';
import { Broken } from './container/value.js';
import { type Adapter, type AdapterOfRecords, Content, extensionOf, type ReadProblem } from './content.js';
import { declaredFormat, declaredMarkup, type FileDeclaration, repliesAt } from './declared.js';
import { readsLikeReplies } from './gate/cues.js';
import { isOrdinaryName } from './gate/ordinary.js';
import { generic, whyNot } from './generic.js';
import { isPackOfWords } from './helpdesk/espanso.js';
import { helpdeskExports, keysOfHelpdesks, mayBeOfHelpdesk } from './helpdesk/index.js';
import { problemOf } from './reply-from.js';
import { Neighbours, type OnDisk } from './surroundings.js';

/** What was read from a file. */
export interface FileContent {
  readonly replies: readonly Reply[];
  readonly problems: readonly ReadProblem[];
  /** The recognized format, in words. Undefined if no adapter recognized the file. */
  readonly adapter: string | undefined;
  /** The reason why no adapter recognized the file. */
  readonly leftAlone?: SkippedFile;
}

/** How a file was found. */
export interface Way {
  /** True if the command line or the configuration named the path. */
  readonly named: boolean;
  /** The configured places of the replies in the file. */
  readonly declaration?: FileDeclaration;
  /** The path on disk. Without it, neighboring files are not considered. */
  readonly disk?: OnDisk;
}

/** Size in bytes above which a file with one record per line is read in passages. */
export const LONG = 4 * 1024 * 1024;

/** The adapters for structured data, in order. The first one that recognizes a file reads it. */
export const OF_RECORDS: readonly AdapterOfRecords[] = [helpdeskExports, generic];

/**
 * Returns the format of a file according to the configuration or its name. Undefined if the file is not structured
 * data.
 */
export function formatFor(path: string, declaration: FileDeclaration | undefined): Format | undefined {
  if (declaredMarkup(declaration) !== undefined) return undefined;
  return declaredFormat(declaration) ?? formatOf(extensionOf(path));
}

/**
 * Opens a file and parses it if it contains structured data. Returns the content, or says why the file is skipped or
 * cannot be parsed.
 * @param file the file, or its first passage if it is read in passages
 * @param parse parses the text in a format
 */
export async function open(
  file: SourceFile,
  { named, declaration, disk }: Way,
  parse: (format: Format) => Promise<Tree>,
): Promise<Content | FileContent> {
  const neighbours = disk && new Neighbours(disk);
  const format = formatFor(file.path, declaration);
  const isNamed = named || declaration !== undefined;
  if (!format) return new Content(file, isNamed, { neighbours, markup: declaredMarkup(declaration) });
  if (!declaration && isOrdinaryName(file.path))
    return leftAlone('code', 'the file name suggests a program’s configuration file');
  const isMeant = await isMeantForUs(file, format);
  const why = isNamed || isMeant ? undefined : await whyNotParsed(file, format);
  if (why) return { ...NOTHING, leftAlone: why };
  if (!declaration && !named && format === 'yaml' && isPackOfWords(file.text))
    return leftAlone('data', 'espanso matches, but none is long enough to be a message');
  const tree = await parse(format);
  if (!tree.error) return new Content(file, isNamed, { tree, neighbours });
  const { offset, message, passage } = tree.error;
  if (!declaration && !named && !isMeant) return leftAlone(format === 'script' ? 'code' : 'data', message);
  const span = { start: offset, end: offset };
  const inWords = `${message.charAt(0).toUpperCase()}${message.slice(1)}`;
  return { replies: [], problems: [{ span, message: inWords, fatal: true, passage }], adapter: undefined };
}

/** Returns true for a file that a program exported for replies, even if it cannot be parsed. */
async function isMeantForUs({ text }: SourceFile, format: Format): Promise<boolean> {
  if (format === 'xml') return (await import('./xml/kinds.js')).mayBeXmlRecords(text);
  return format !== 'script' && keysOfHelpdesks(text);
}

/** Says why a file that was not named does not need to be parsed. */
async function whyNotParsed(file: SourceFile, format: Format): Promise<SkippedFile | undefined> {
  if (format === 'script') {
    const reason = (await import('./script/gate.js')).whyNoReplies(file.path, file.text);
    return reason === undefined ? undefined : { kind: 'code', reason };
  }
  if (file.path.endsWith('-meta.xml')) return { kind: 'data', reason: 'Salesforce metadata for another file' };
  if (format === 'xml' && !(PATH_OF_REPLIES.test(file.path) && readsLikeReplies(file.text)))
    return { kind: 'data', reason: 'no help-desk fields and no reply-like text' };
  return mayHoldReplies(file) ? undefined : { kind: 'data', reason: 'no help-desk fields and no reply-like text' };
}

/** Returns the reader of a file: the configured one, or the first adapter that recognizes it. */
export function adapterFor<A extends Adapter>(
  content: Content,
  declaration: FileDeclaration | undefined,
  adapters: readonly A[],
): A | AdapterOfRecords | undefined {
  if (declaration?.body !== undefined) return repliesAt(declaration);
  const known = adapters.find((adapter) => adapter.recognises(content));
  return known && { ...known, name: nameFor(known, content) };
}

function nameFor(adapter: Adapter & Pick<AdapterOfRecords, 'nameFor'>, content: Content): string {
  return adapter.nameFor?.(content) ?? adapter.name;
}

/** Says why no adapter recognizes structured data, or what its fault is. */
export function unrecognised(content: Content, tree: Tree): FileContent {
  const broken = content.named || keysOfHelpdesks(content.text) ? firstBroken(tree) : undefined;
  if (!broken && isEmpty(tree)) return leftAlone('empty', 'an empty list');
  if (!broken) return leftAlone('data', whyNot(content));
  return { replies: [], problems: [problemOf(broken)], adapter: undefined };
}

/**
 * Returns true for an empty export: an empty list at the top, or an object that contains only empty lists and facts.
 */
function isEmpty({ roots = [] }: Tree): boolean {
  const [root, ...others] = roots;
  if (!root || others.length > 0) return false;
  if (root.kind === 'array') return isNothingIn(root.items());
  const values = [...root.members()].map(([, value]) => value);
  const lists = values.filter(({ kind }) => kind === 'array');
  return (
    lists.length > 0 &&
    lists.every((list) => isNothingIn(list.items())) &&
    values.every(({ kind }) => kind !== 'object')
  );
}

function isNothingIn(items: Iterable<unknown>): boolean {
  for (const _ of items) return false;
  return true;
}

/** Returns the first row or line that cannot be read. */
function firstBroken({ roots = [] }: Tree): Broken | undefined {
  for (const root of roots) for (const item of root.items()) if (item instanceof Broken) return item;
  return undefined;
}

/** Returns the content for a file that was not recognized. */
export function leftAlone(kind: SkippedFile['kind'], reason: string): FileContent {
  return { ...NOTHING, leftAlone: { kind, reason } };
}

const NOTHING: FileContent = { replies: [], problems: [], adapter: undefined };

/** Matches paths that mention replies. Such files are examined no matter what words they contain. */
const PATH_OF_REPLIES = /canned|macro|repl(?:y|ies)|premade|snippet|answers?\b|templates?\b|e-?mails?\b/i;
/** Matches columns or keys that mention replies. Such files are examined, too. */
const NAMES_OF_REPLIES = /(?:^|[,;|\t"'{\s])(?:answer|reply|response)["']?\s{0,3}[:,;|\t\r\n]/im;

function mayHoldReplies({ path, text }: SourceFile): boolean {
  return PATH_OF_REPLIES.test(path) || mayBeOfHelpdesk(text) || readsLikeReplies(text) || NAMES_OF_REPLIES.test(text);
}
