import { dirname, relative, sep } from 'node:path';
import { languageCode } from '../language/index.js';
import { createSession, type LoadedFile, type SessionOptions } from '../lint/index.js';
import type { Form, Helpdesk } from '../model/reply.js';

/** What a folder contains, as far as a first configuration depends on it. All counts are numbers of replies. */
export interface Survey {
  readonly replies: number;
  /** The number of those replies that are sent to customers. */
  readonly forCustomers: number;
  /** The files that contain replies, relative to the folder, with `/` as the separator. */
  readonly files: readonly string[];
  readonly helpdesks: ReadonlyMap<Helpdesk, number>;
  /**
   * The number of replies per language, such as `en` or `de`; `und` stands for replies whose language was not
   * recognized.
   */
  readonly languages: ReadonlyMap<string, number>;
  readonly forms: ReadonlyMap<Form, number>;
  /**
   * Counts of whole messages in a language with known greetings: how many there are, how many greet, and how many are
   * signed.
   */
  readonly whole: { readonly replies: number; readonly greet: number; readonly sign: number };
  /**
   * Folders in which nearly all replies are chat messages, relative to the surveyed folder. A folder inside another
   * such folder is not listed.
   */
  readonly chatFolders: readonly string[];
  /** True if nearly all replies in the surveyed folder are chat messages. */
  readonly isChat: boolean;
}

/** Minimum share of chat messages that makes a folder a chat folder. */
const NEARLY_ALL = 0.8;

/** Surveys a folder without regard to its configuration. */
export async function surveyOf(scan: Omit<SessionOptions, 'config'>): Promise<Survey> {
  const counts = new SurveyCounts(scan.cwd);
  const session = createSession({ ...scan, config: { lookup: false }, includeInactive: true });
  for await (const step of session.load(['.'])) {
    if (step.kind === 'file') counts.add(step.loaded);
    if (step.kind === 'long') for await (const passage of step.long.passages()) counts.add(passage);
  }
  return counts.survey();
}

class SurveyCounts {
  readonly #folder: string;
  readonly #files = new Set<string>();
  readonly #helpdesks = new Map<Helpdesk, number>();
  readonly #languages = new Map<string, number>();
  readonly #forms = new Map<Form, number>();
  readonly #byFolder = new Map<string, { chat: number; all: number }>();
  readonly #whole = { replies: 0, greet: 0, sign: 0 };
  #replies = 0;
  #forCustomers = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  add({ absolute, replies }: LoadedFile): void {
    const path = relative(this.#folder, absolute).split(sep).join('/');
    for (const { reply, compose, envelope } of replies) {
      const shown = envelope();
      this.#replies += 1;
      this.#files.add(path);
      if (reply.helpdesk) count(this.#helpdesks, reply.helpdesk);
      const [rendering] = compose().composition?.renderings ?? [];
      if (!rendering || reply.audience !== 'customer') continue;
      this.#forCustomers += 1;
      count(this.#languages, languageCode(rendering.locale));
      count(this.#forms, rendering.form);
      this.#countInFolders(path, rendering.form);
      if (rendering.form !== 'full' || !shown?.counts) continue;
      this.#whole.replies += 1;
      if (shown.greets) this.#whole.greet += 1;
      if (shown.signs) this.#whole.sign += 1;
    }
  }

  survey(): Survey {
    const chat = [...this.#byFolder]
      .filter(([, counts]) => counts.chat >= counts.all * NEARLY_ALL)
      .map(([name]) => name);
    const isChat = chat.includes('.');
    const outermost = chat.filter((name) => !chat.some((other) => name.startsWith(`${other}/`)));
    return {
      replies: this.#replies,
      forCustomers: this.#forCustomers,
      files: [...this.#files],
      helpdesks: byCount(this.#helpdesks),
      languages: byCount(this.#languages),
      forms: byCount(this.#forms),
      whole: this.#whole,
      chatFolders: isChat ? [] : outermost.sort(),
      isChat,
    };
  }

  #countInFolders(path: string, form: Form): void {
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      const counts = this.#byFolder.get(folder) ?? { chat: 0, all: 0 };
      this.#byFolder.set(folder, { chat: counts.chat + (form === 'chat' ? 1 : 0), all: counts.all + 1 });
      if (folder === '.') return;
    }
  }
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function byCount<K extends string>(counts: ReadonlyMap<K, number>): Map<K, number> {
  return new Map([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}
