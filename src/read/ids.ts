import type { Reply } from '../model/reply.js';
import type { SourceFile } from '../model/source-file.js';
import type { FoundReply } from './content.js';
import { CATALOGUES, placeholdersOf } from './helpdesk/index.js';
import { slugOf } from './slug.js';
import { Tally } from './tally.js';

/**
 * Assigns ids to the replies of one file, in order. Ids do not change when lines move. Repeated ids get a suffix: `~2`,
 * `~3`.
 */
export class Ids {
  readonly #path: string;
  readonly #several: boolean;
  #seen: Tally | undefined;

  /**
   * @param path the path of the file, relative to the configuration's root
   * @param several true if the file contains more than one reply
   */
  constructor(path: string, several: boolean) {
    this.#path = path;
    this.#several = several;
  }

  /** Returns a reply with its id. */
  named(found: FoundReply, file: SourceFile): Reply {
    const { slug, passage, twin } = found;
    // Leaving out properties takes long, and few replies have any of these.
    const reply: Plain =
      slug === undefined && passage === undefined && twin === undefined ? (found as Plain) : plain(found);
    const made = reply.id ?? (this.#several ? `${this.#path}#${slug ?? slugOf(reply.title ?? '')}` : this.#path);
    const count = this.#several ? this.#count(made) : 1;
    const named: Reply = {
      ...reply,
      id: count > 1 ? `${made}~${count}` : made,
      file: passage ?? file,
      helpdesk: reply.helpdesk,
      placeholders: placeholdersOf(reply.helpdesk),
      catalogues: CATALOGUES,
      declared: reply.declared ?? {},
      active: reply.active ?? true,
      audience: reply.audience ?? 'customer',
    };
    return twin ? { ...named, twin: { ...named, ...twin, markup: 'text' } } : named;
  }

  #count(made: string): number {
    this.#seen ??= new Tally();
    return this.#seen.add(made);
  }
}

type Plain = Omit<FoundReply, 'slug' | 'passage' | 'twin'>;

function plain({ slug: _, passage: __, twin: ___, ...reply }: FoundReply): Plain {
  return reply;
}
