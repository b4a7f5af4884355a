import type { ResolvedConfig } from '../../config/index.js';
import { NotText } from '../../read/index.js';
import { type LongContent, type LongText, readLong } from '../../read/long.js';
import { during } from '../result/stats.js';
import { DECIDING, FileLibrary, type Library } from './library.js';
import { type LoadContext, type LoadedFile, loadPassage, unreadFile, wayOf } from './loaded-file.js';
import type { LoadedReply } from './loaded-reply.js';

/**
 * Number of UTF-16 units after which a passage shows what the replies have in common, even if there are few replies.
 */
const ENOUGH = 16 * 1024 * 1024;

/** A file that is loaded one passage at a time and never held in memory as a whole. */
export class LongFile {
  readonly text: LongText;
  readonly absolute: string;
  readonly context: LoadContext;
  readonly #content: LongContent;
  readonly #config: ResolvedConfig;

  private constructor(
    text: LongText,
    absolute: string,
    config: ResolvedConfig,
    { content, context }: { readonly content: LongContent; readonly context: LoadContext },
  ) {
    this.text = text;
    this.absolute = absolute;
    this.context = context;
    this.#content = content;
    this.#config = config;
  }

  /**
   * Opens a file and recognizes its content. A file without replies is loaded as such.
   * @returns undefined if the file must be read at once
   * @throws NotText if the file has changed in the meantime
   */
  static async open(
    text: LongText,
    absolute: string,
    config: ResolvedConfig,
    context: LoadContext,
  ): Promise<LongFile | LoadedFile | undefined> {
    const content = await readLong(text, text.path, wayOf(context, absolute, config));
    if (!content) return undefined;
    if ('parts' in content) return new LongFile(text, absolute, config, { content, context });
    return unreadFile(content.passage, absolute, context, content.content);
  }

  /**
   * Opens the file again after it was written.
   * @throws the errors of `open`, and errors from the file system
   */
  async reopen(): Promise<LongFile> {
    const text = this.text.reopen();
    const reopened = text && (await LongFile.open(text, this.absolute, this.#config, this.context));
    if (!(reopened instanceof LongFile)) throw new NotText('the file changed while being read');
    return reopened;
  }

  /** The recognized format of the file, in words. */
  get adapter(): string {
    return this.#content.adapter;
  }

  /**
   * Yields the passages, starting at the top with each call. Apart from its positions, each is treated like a separate
   * file.
   * @throws NotText if the file has changed in the meantime
   */
  async *passages(): AsyncGenerator<LoadedFile> {
    const first: LoadedFile[] = [];
    const deciding: LoadedReply[] = [];
    const library = new FileLibrary(deciding);
    let held = 0;
    let isDecided = false;
    for await (const passage of this.#passages(library)) {
      if (isDecided) yield passage;
      else {
        first.push(passage);
        for (const reply of passage.replies) deciding.push(reply);
        held += passage.file.text.length;
        isDecided = deciding.length >= DECIDING || held > ENOUGH;
        if (!isDecided) continue;
        // The profile is computed now, so that the replies of the first passage do not have to be kept.
        void library.profile;
        deciding.length = 0;
        yield* first.splice(0);
      }
    }
    yield* first;
  }

  async *#passages(library: Library): AsyncGenerator<LoadedFile> {
    const { adapter, absolute, context } = this;
    const passages = this.#content.parts()[Symbol.iterator]();
    for (;;) {
      const { done, value } = await during(context.stats, 'read', () => passages.next());
      if (done) return;
      yield await loadPassage(value, { adapter, absolute, context, config: this.#config }, library);
    }
  }
}
