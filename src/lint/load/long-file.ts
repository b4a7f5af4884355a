import type { ResolvedConfig } from '../../config/index.js';
import type { SourceFile } from '../../model/source-file.js';
import { NotText } from '../../read/index.js';
import { type LongContent, LongText, readLong } from '../../read/long.js';
import { type ComposedFile, composePart, type Selection } from './loaded-file.js';

/** A file that is read in parts. */
export class LongFile {
  readonly text: LongText;
  readonly absolute: string;
  readonly selection: Selection;
  readonly #content: LongContent;
  readonly #config: ResolvedConfig;

  private constructor(
    text: LongText,
    absolute: string,
    config: ResolvedConfig,
    { content, selection }: { readonly content: LongContent; readonly selection: Selection },
  ) {
    this.text = text;
    this.absolute = absolute;
    this.selection = selection;
    this.#content = content;
    this.#config = config;
  }

  /**
   * Looks into a file; where nothing is read of it, that is all that there is to be said of it.
   * @throws NotText where the file has been changed meanwhile
   */
  static async open(
    text: LongText,
    absolute: string,
    config: ResolvedConfig,
    selection: Selection,
  ): Promise<LongFile | ComposedFile> {
    const { named, disk } = selection;
    const declaration = config.declarationFor(absolute);
    const way = { named, ...(declaration && { declaration }), ...(disk && { disk }) };
    const content = await readLong(text, text.path, way);
    if ('parts' in content) return new LongFile(text, absolute, config, { content, selection });
    return nothingRead(content.passage, absolute, selection, content.content);
  }

  /** The same file as it is now, after it has been written. @throws what `open` throws, and the file system */
  async reopened(): Promise<LongFile> {
    const text = LongText.open(this.text.path, this.absolute, 0, this.text.passage);
    const again = text && (await LongFile.open(text, this.absolute, this.#config, this.selection));
    if (!(again instanceof LongFile)) throw new NotText('the file was changed while it was read');
    return again;
  }

  /** What it was taken for, in words. */
  get adapter(): string {
    return this.#content.adapter;
  }

  /**
   * Its parts, each as a file of its own but for its places; each time from the top.
   * @throws NotText where the file has been changed meanwhile
   */
  async *parts(): AsyncGenerator<ComposedFile> {
    const { stats } = this.selection;
    const parts = this.#content.parts()[Symbol.iterator]();
    for (;;) {
      const reading = () => parts.next();
      const { done, value } = stats ? await stats.during('read', reading) : reading();
      if (done) return;
      yield await composePart(value, this.adapter, this.absolute, this.#config, this.selection);
    }
  }
}

/** A file of which nothing is read, and what is to be said of it. */
export function nothingRead(
  file: SourceFile,
  absolute: string,
  selection: Selection,
  content: ComposedFile['content'],
): ComposedFile {
  return { file, absolute, content, replies: [], selection, again: async () => undefined };
}
