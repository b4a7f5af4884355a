import { dirname, relative, sep } from 'node:path';
import { ConfigFinder } from '../config/index.js';
import { languageCode } from '../language/index.js';
import { type ComposedFile, type RunOptions, walk } from '../lint/index.js';
import type { Form, Helpdesk } from '../model/reply.js';
import type { Rule } from '../rule/rule.js';

/** What a folder holds, as far as a first configuration needs to know. Counts are of replies. */
export interface Survey {
  readonly replies: number;
  /** Of those, what customers receive. */
  readonly forCustomers: number;
  /** Files with replies, from the folder, with `/`. */
  readonly files: readonly string[];
  readonly helpdesks: ReadonlyMap<Helpdesk, number>;
  /** By language: `en`, `de`; `und` where it was not recognised. */
  readonly languages: ReadonlyMap<string, number>;
  readonly forms: ReadonlyMap<Form, number>;
  /** Folders, from this one, in which nearly all replies are chat messages; without those inside another. */
  readonly chatFolders: readonly string[];
  /** True where that holds for all that was found. */
  readonly isChat: boolean;
}

/** So many of the replies in a folder make it one of chat messages. */
const NEARLY_ALL = 0.8;

/** Looks through a folder, whatever configuration is there. */
export async function surveyOf(folder: string, rules: readonly Rule[]): Promise<Survey> {
  const files = new Set<string>();
  const helpdesks = new Map<Helpdesk, number>();
  const languages = new Map<string, number>();
  const forms = new Map<Form, number>();
  const byFolder = new Map<string, { chat: number; all: number }>();
  let replies = 0;
  let forCustomers = 0;
  const configs = new ConfigFinder(folder, { lookup: false });
  for await (const composed of composedIn({
    cwd: folder,
    rules,
    configs,
    ignore: true,
    ignoreFiles: true,
    includeInactive: true,
    inline: true,
  })) {
    const path = relative(folder, composed.absolute).split(sep).join('/');
    for (const { reply, compose } of composed.replies) {
      replies += 1;
      files.add(path);
      if (reply.helpdesk) count(helpdesks, reply.helpdesk);
      const [rendering] = compose().composition?.renderings ?? [];
      if (!rendering || reply.audience !== 'customer') continue;
      forCustomers += 1;
      count(languages, languageCode(rendering.locale));
      count(forms, rendering.form);
      for (let at = dirname(path); ; at = dirname(at)) {
        const seen = byFolder.get(at) ?? { chat: 0, all: 0 };
        byFolder.set(at, { chat: seen.chat + (rendering.form === 'chat' ? 1 : 0), all: seen.all + 1 });
        if (at === '.') break;
      }
    }
  }
  const ofChat = [...byFolder].filter(([, { chat, all }]) => chat >= all * NEARLY_ALL).map(([name]) => name);
  const isChat = ofChat.includes('.');
  const chatFolders = isChat ? [] : ofChat.filter((name) => !ofChat.some((other) => name.startsWith(`${other}/`)));
  return {
    replies,
    forCustomers,
    files: [...files],
    helpdesks: byCount(helpdesks),
    languages: byCount(languages),
    forms: byCount(forms),
    chatFolders: chatFolders.sort(),
    isChat,
  };
}

/** The files of a run; of one that is read in parts, each part. */
async function* composedIn(run: RunOptions): AsyncGenerator<ComposedFile> {
  for await (const step of walk(['.'], run)) {
    if (step.kind === 'file') yield step.composed;
    if (step.kind === 'long') yield* step.long.parts();
  }
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function byCount<K extends string>(counts: ReadonlyMap<K, number>): Map<K, number> {
  return new Map([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}
