import { dirname, resolve } from 'node:path';
import { SourceFile } from '../../model/source-file.js';
import { Surroundings } from '../../read/index.js';
import { Configs } from '../walk/configs.js';
import { type FileToLoad, folderFinder, type PathStep, type WalkOptions, walk } from '../walk/walk.js';
import { FolderLibraries } from './folder-libraries.js';
import { type LoadOptions, type LoadState, loadAlone, loadFile } from './load-file.js';
import { loadSource } from './loaded-file.js';
import { readBytes, sizeOf } from './read-source.js';
import { gatherSnippets, snippetRepliesIn } from './snippets/gather.js';
import { SnippetLibrary } from './snippets/library.js';
import { SnippetsOfRun } from './snippets/snippets-of-run.js';
import type { LoadStep } from './step.js';

/** Options for finding and loading the files of a run. */
export type ScanOptions = WalkOptions & LoadOptions;

/** Yields the files that paths lead to, already loaded, in order. */
export async function* loadFiles(
  paths: readonly string[],
  options: ScanOptions,
  state = loadState(paths, options),
): AsyncGenerator<LoadStep> {
  yield* loaded(filesToLoad(paths, options), options, state);
}

/** Yields the same steps in the same order, with their files loaded. */
export async function* loaded(
  steps: AsyncIterable<FileToLoad | PathStep>,
  options: ScanOptions,
  state: LoadState,
): AsyncGenerator<LoadStep> {
  for await (const step of steps) yield 'item' in step ? await loadFile(step, options, state) : step;
}

/**
 * Yields those files of the given folders that a run has not linted, as far as the libraries of the folders need them.
 * @param linted absolute paths of the linted files
 */
export async function* loadBeside(
  folders: Iterable<string>,
  linted: ReadonlySet<string>,
  options: ScanOptions,
  state: LoadState,
): AsyncGenerator<LoadStep> {
  for (const folder of folders)
    for await (const toLoad of state.folders.membersOf(folder))
      if (!linted.has(toLoad.item.absolute)) yield await loadFile(toLoad, options, state);
}

/** Yields the files that paths lead to, not yet loaded, in order. */
export function filesToLoad(paths: readonly string[], options: ScanOptions): AsyncGenerator<FileToLoad | PathStep> {
  const steps = walk(paths, options);
  return options.stats ? options.stats.waiting('find', steps) : steps;
}

/** Creates the state that the files of a run share. Any file can contain snippets, whether or not it has changed. */
export function loadState(paths: readonly string[], options: ScanOptions): LoadState {
  const surroundings = new Surroundings(options.fs, options.cwd, ...paths.map((path) => resolve(options.cwd, path)));
  async function* all() {
    for await (const step of walk(paths, options, 'all')) if ('item' in step) yield step;
  }
  const snippets = new SnippetsOfRun(() => gatherSnippets(all(), options, surroundings));
  const folders = new FolderLibraries({
    filesIn: folderFinder(options),
    load: (toLoad) => loadAlone(toLoad, options, { surroundings, snippets }),
    sizeOf: (absolute) => sizeOf(absolute, options.fs),
  });
  return { surroundings, snippets, folders };
}

/**
 * Loads a text as if it were the content of a file.
 * @param text the text; bytes are decoded like those of a file
 */
export async function loadText(text: string | Buffer, absolute: string, options: ScanOptions): Promise<LoadStep> {
  const config = await new Configs(options).for(dirname(absolute));
  const path = config.pathOf(absolute);
  const argument = 'standard input';
  const { file } = typeof text === 'string' ? { file: givenText(path, text) } : readBytes(absolute, path, () => text);
  if (!(file instanceof SourceFile)) return { kind: 'unread', result: file.result, argument };
  const { includeInactive, inlineConfig } = options;
  const stats = options.stats?.of(absolute);
  const gather = async () => new SnippetLibrary(await snippetRepliesIn(file, { absolute, config }, { named: true }));
  const context = { named: true, includeInactive, inlineConfig, stats, snippets: new SnippetsOfRun(gather) };
  return {
    kind: 'file',
    loaded: await loadSource(file, absolute, config, context),
    config,
    argument,
    named: true,
  };
}

function givenText(path: string, text: string): SourceFile {
  const bom = text.startsWith('\ufeff');
  return new SourceFile(path, bom ? text.slice(1) : text, { bom });
}
