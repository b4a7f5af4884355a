import { readFileSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import type { ConfigFinder, FoundConfig } from '../config/index.js';
import { type Config, ResolvedConfig } from '../config/index.js';
import type { LintResult } from '../model/finding.js';
import { SourceFile } from '../model/source-file.js';
import { decode, find, NotText, Surroundings } from '../read/index.js';
import { languageCode } from '../rule/language/index.js';
import type { Rule } from '../rule/rule.js';
import { type ComposedFile, composeFile, resultOf } from './file.js';
import { covers } from './reading.js';

/** How a run is wanted. */
export interface RunOptions {
  readonly cwd: string;
  readonly rules: readonly Rule[];
  readonly configs: ConfigFinder;
  /** From the command line; it comes after every configuration. */
  readonly override?: Config;
  readonly ignorePatterns?: readonly string[];
  readonly includeInactive: boolean;
}

/** What is met on the way through the files. */
export type Step =
  | {
      readonly kind: 'file';
      readonly composed: ComposedFile;
      readonly config: ResolvedConfig;
      readonly argument: string;
      /** True where the path was given, not met in a folder. */
      readonly named: boolean;
    }
  /** A file that could not be read at all. */
  | { readonly kind: 'unread'; readonly result: LintResult; readonly argument: string }
  | { readonly kind: 'missing'; readonly argument: string; readonly reason: string }
  | { readonly kind: 'ignored'; readonly path: string; readonly argument: string };

/** The files of a run, read and composed, in order. */
export async function* walk(args: readonly string[], options: RunOptions): AsyncGenerator<Step> {
  const configs = new Configs(options);
  const surroundings = new Surroundings();
  const found = find(args, options.cwd, (absolute) => configs.isIgnoredSync(absolute));
  for (const item of found) {
    if ('reason' in item) {
      yield { kind: 'missing', ...item };
      continue;
    }
    const config = await configs.for(dirname(item.absolute));
    if (config.isIgnored(item.absolute) || configs.isIgnoredSync(item.absolute)) {
      if (item.named) yield { kind: 'ignored', path: item.absolute, argument: item.argument };
      continue;
    }
    const { includeInactive } = options;
    const disk = { surroundings, absolute: item.absolute, given: isGiven(item, options.cwd) };
    const file = readSource(item.absolute, config.pathOf(item.absolute));
    if (!(file instanceof SourceFile) && !item.named && file.guess) {
      // Nobody named it: it is missed only where it would have been read.
      const { content } = await composeFile(file.guess, item.absolute, config, {
        named: false,
        includeInactive,
        disk,
      });
      const reason = file.result.messages[0]?.message ?? '';
      if (!content.adapter) {
        const alone = { replies: [], problems: [], adapter: undefined, leftAlone: reason };
        const composed = { file: file.guess, absolute: item.absolute, content: alone, replies: [] };
        yield { kind: 'file', composed, config, argument: item.argument, named: false };
        continue;
      }
    }
    if (file instanceof SourceFile) {
      const composed = await composeFile(file, item.absolute, config, {
        named: item.named,
        includeInactive,
        disk,
      });
      yield { kind: 'file', composed, config, argument: item.argument, named: item.named };
    } else yield { kind: 'unread', result: file.result, argument: item.argument };
  }
}

/** True where the argument is the folder that the file stands in, or a pattern that the file matches. */
function isGiven({ argument, absolute }: { argument: string; absolute: string }, cwd: string): boolean {
  const folder = resolve(cwd, argument);
  const isPattern = !absolute.startsWith(folder.endsWith(sep) ? folder : folder + sep);
  return argument !== '.' && (isPattern || folder === dirname(absolute));
}

/** One text that is not on disk, as if it stood at a path. */
export async function composeText(
  text: string,
  absolute: string,
  options: RunOptions,
): Promise<Extract<Step, { kind: 'file' }>> {
  const config = await new Configs(options).for(dirname(absolute));
  const file = new SourceFile(config.pathOf(absolute), text.replace(/^\ufeff/, ''));
  const { includeInactive } = options;
  const composed = await composeFile(file, absolute, config, { named: true, includeInactive });
  return { kind: 'file', composed, config, argument: absolute, named: true };
}

/** A file that could not be read, and what its text may be, to tell whether it matters. */
interface Unread {
  readonly result: LintResult;
  readonly guess: SourceFile | undefined;
}

/** The file, or a result that says why it could not be read. */
function readSource(absolute: string, path: string): SourceFile | Unread {
  try {
    return decode(path, readFileSync(absolute));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = error instanceof NotText ? message : `cannot be read (${code ?? message})`;
    const place = { line: 1, column: 1, endLine: 1, endColumn: 1 };
    const result = resultOf(absolute, [
      { ruleId: null, severity: 2, fatal: true, message: `Not checked: ${reason}`, ...place },
    ]);
    return { result, guess: error instanceof NotText && error.guess ? new SourceFile(path, error.guess) : undefined };
  }
}

/** Resolved configurations, one a configuration file. */
class Configs {
  readonly #options: RunOptions;
  readonly #resolved = new Map<FoundConfig, ResolvedConfig>();
  readonly #isIgnored: (path: string) => boolean;

  constructor(options: RunOptions) {
    this.#options = options;
    const { ignorePatterns = [], cwd } = options;
    const own = new ResolvedConfig(
      {
        parts: [{ config: { ignores: ignorePatterns }, where: '--ignore-pattern' }],
        pluginRules: [],
        file: undefined,
        root: cwd,
      },
      [],
    );
    this.#isIgnored = ignorePatterns.length > 0 ? (path) => own.isIgnored(path) : () => false;
  }

  async for(folder: string): Promise<ResolvedConfig> {
    const { configs, rules, override } = this.#options;
    const found = await configs.for(folder);
    let resolved = this.#resolved.get(found);
    if (!resolved) {
      const last = override ? [{ settings: override, where: '--rule', path: [] }] : [];
      resolved = new ResolvedConfig(found, rules, last);
      this.#resolved.set(found, resolved);
    }
    return resolved;
  }

  /** By `--ignore-pattern`; a configuration's own patterns are asked when its files come up. */
  isIgnoredSync(absolute: string): boolean {
    return this.#isIgnored(absolute);
  }
}

/** Counts the replies whose language some rules have no phrases for. */
export class Coverage {
  readonly #replies = new Map<string, number>();

  /** Takes note of a file's replies. */
  note({ replies, absolute }: ComposedFile, config: ResolvedConfig): void {
    for (const { reply, composition } of replies) {
      const [rendering] = composition?.renderings ?? [];
      if (!rendering || reply.audience !== 'customer') continue;
      const { form, intent, locale } = rendering;
      const { rules } = config.settingsFor(absolute, { reply, form, intent, locale });
      if (rules.every(({ rule }) => covers(rule, locale))) continue;
      const language = languageCode(locale);
      this.#replies.set(language, (this.#replies.get(language) ?? 0) + 1);
    }
  }

  /** One line; undefined where every language is covered. */
  inWords(): string | undefined {
    if (this.#replies.size === 0) return undefined;
    const listed = [...this.#replies].sort().map(([language, count]) => {
      const name = language === 'und' ? 'a language not recognised' : language;
      return `${count} ${count === 1 ? 'reply' : 'replies'} in ${name}`;
    });
    return `Not checked for want of phrases in their language: ${listed.join(', ')}`;
  }
}
