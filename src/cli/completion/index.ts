import type { Command } from 'commander';
import type { Rule } from '../../rule/rule.js';
import type { Shell } from '../program.js';
import { forBash } from './bash.js';
import { forFish } from './fish.js';
import { type Completable, completables } from './words.js';
import { forZsh } from './zsh.js';

const SCRIPTS: Readonly<Record<Shell, (commands: readonly Completable[]) => string>> = {
  bash: forBash,
  zsh: forZsh,
  fish: forFish,
};

/**
 * Returns the script that a shell sources to complete the command line. The script is derived from the program, so it
 * includes every option.
 */
export function completionFor(shell: Shell, program: Command, rules: readonly Rule[]): string {
  return SCRIPTS[shell](completables(program, rules));
}
