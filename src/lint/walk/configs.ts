import { type Config, type ConfigFinder, type FoundConfig, ResolvedConfig } from '../../config/index.js';
import type { Rule } from '../../rule/rule.js';

/** What decides which settings hold for a file. */
export interface ConfigsOptions {
  readonly cwd: string;
  readonly rules: readonly Rule[];
  readonly configs: ConfigFinder;
  /** From the command line; it comes after every configuration. */
  readonly override?: Config;
  readonly ignorePatterns?: readonly string[];
  /** False where neither ignore files nor the configuration's `ignores` leave anything out. */
  readonly ignore: boolean;
  /** False where the ignore files of the tree have no say. */
  readonly ignoreFiles: boolean;
}

/** Resolved configurations, one a configuration file. */
export class Configs {
  readonly #options: ConfigsOptions;
  readonly #resolved = new Map<FoundConfig, ResolvedConfig>();
  readonly #isIgnored: (path: string) => boolean;

  constructor(options: ConfigsOptions) {
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

  /** What leaves a file out, in words; undefined where nothing does. */
  ignoring(absolute: string, config: ResolvedConfig): string | undefined {
    if (this.#isIgnored(absolute)) return '--ignore-pattern';
    return this.#options.ignore && config.isIgnored(absolute) ? 'the configuration' : undefined;
  }
}
