import type { Form, Intent, Topic } from '../../model/reply.js';

/** Phrases that tell what a reply is, in one language. */
export interface Evidence {
  /** In the title, the tags or the folder. */
  readonly title: Readonly<Partial<Record<Form | Intent, readonly string[]>>>;
  readonly text: Readonly<Partial<Record<'auto' | Intent, readonly string[]>>>;
  /** In the title or the text. */
  readonly topics: Readonly<Partial<Record<Topic, readonly string[]>>>;
}
