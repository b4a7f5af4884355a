import { type Composition, compose, readerOf, TooComplex } from '../compose/index.js';
import type { ResolvedConfig } from '../config/index.js';
import type { Reply } from '../model/reply.js';
import { SourceFile } from '../model/source-file.js';
import { type FileContent, type OnDisk, read } from '../read/index.js';
import type { Part } from '../read/long.js';
import type { FileStats } from './stats.js';

/** A reply with what the configuration takes it for. */
export interface TakenReply {
  readonly reply: Reply;
  /** Composes it, each time anew: its words take many times the memory of its text, so nobody keeps them for long. */
  readonly compose: () => Composed;
}

/** What a reply is composed to; undefined where its markup could not be read. */
export interface Composed {
  readonly composition: Composition | undefined;
  readonly notChecked?: string;
}

/** A file with its replies, ready to be composed. */
export interface ComposedFile {
  readonly file: SourceFile;
  readonly absolute: string;
  readonly content: FileContent;
  readonly replies: readonly TakenReply[];
  readonly selection: Selection;
  /** The same, were this its text: read and looked at in the same way; undefined where that cannot be. */
  readonly again: (text: string) => Promise<ComposedFile | undefined>;
}

/** What of a file's replies is looked at. */
export interface Selection {
  readonly named: boolean;
  readonly includeInactive: boolean;
  /** Undefined for a text that is not on disk. */
  readonly disk?: OnDisk;
  /** Where times are noted. */
  readonly stats?: FileStats | undefined;
}

/** Reads a file and makes its replies ready to be composed, with what the configuration takes them for. */
export async function composeFile(
  file: SourceFile,
  absolute: string,
  config: ResolvedConfig,
  selection: Selection,
): Promise<ComposedFile> {
  const { named, disk, stats } = selection;
  const declaration = config.declarationFor(absolute);
  const way = { named, ...(declaration && { declaration }), ...(disk && { disk }) };
  const reading = () => read(file, config.pathOf(absolute), way);
  const content = await (stats ? stats.during('read', reading) : reading());
  const replies = await takenReplies(content, absolute, config, selection);
  const { path, bom, encoding } = file;
  const again = (text: string) =>
    // What is made of it by fixes is part of the time that fixing takes.
    composeFile(new SourceFile(path, text, { bom, encoding }), absolute, config, { ...selection, stats: undefined });
  return { file, absolute, content, replies, selection, again };
}

/** The same for a part of a file that is read in parts, each a file of its own but for its places. */
export async function composePart(
  part: Part,
  adapter: string,
  absolute: string,
  config: ResolvedConfig,
  selection: Selection,
): Promise<ComposedFile> {
  const { passage: file, replies: found, problems } = part;
  const content = { replies: found, problems, adapter };
  const replies = await takenReplies(content, absolute, config, selection);
  const again = async (text: string) => {
    const other = part.again(text);
    return other && composePart(other, adapter, absolute, config, { ...selection, stats: undefined });
  };
  return { file, absolute, content, replies, selection, again };
}

async function takenReplies(
  content: FileContent,
  absolute: string,
  config: ResolvedConfig,
  { includeInactive, stats }: Selection,
): Promise<TakenReply[]> {
  const replies: TakenReply[] = [];
  for (const found of content.replies) {
    if (!found.active && !includeInactive) continue;
    const { helpdesk, ...taken } = config.takenFor(absolute, { reply: found });
    const settings = config.settingsFor(absolute, { reply: found });
    const reply: Reply = {
      ...found,
      helpdesk: helpdesk ?? settings.helpdesk ?? found.helpdesk,
      declared: { ...found.declared, ...taken },
    };
    const reader = await readerOf(reply.markup, reply.body);
    const composing = () => composed(reply, reader, settings.locale);
    replies.push({ reply, compose: stats ? () => stats.duringSync('compose', composing) : composing });
  }
  return replies;
}

function composed(reply: Reply, reader: Parameters<typeof compose>[1], locale: string): Composed {
  try {
    return { composition: compose(reply, reader, locale) };
  } catch (error) {
    if (error instanceof TooComplex) return { composition: undefined, notChecked: error.message };
    // One text that we cannot read must not hide what is to be said of the others.
    return { composition: undefined, notChecked: `this is a fault in replylint: ${(error as Error).message}` };
  }
}
