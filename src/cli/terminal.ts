import type { CommandWorld } from './world.js';

/**
 * Returns true if output should be in color. The command-line options decide first, then NO_COLOR, then FORCE_COLOR,
 * then whether the output is a terminal.
 */
export function usesColor(options: { readonly color?: boolean }, { env, stdout }: CommandWorld): boolean {
  if (options.color !== undefined) return options.color;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return stdout.isTTY && env.TERM !== 'dumb';
}

/** Terminals that are known to support OSC 8 hyperlinks, by the value of `TERM_PROGRAM` or the start of `TERM`. */
const PROGRAMS = new Set([
  'iTerm.app',
  'WezTerm',
  'vscode',
  'ghostty',
  'zed',
  'Hyper',
  'WarpTerminal',
  'mintty',
  'rio',
]);
const TERMS = /^(?:xterm-kitty|xterm-ghostty|alacritty|foot|wezterm|contour|rio)/;
/** The first version of VTE that prints hyperlinks correctly (0.50.1). */
const VTE = 5001;

/**
 * Returns true if standard output is a terminal that is known to support OSC 8 hyperlinks. `FORCE_HYPERLINK` overrides
 * the result for terminals; there are never links if the output is not a terminal.
 */
export function showsHyperlinks({ env, stdout }: Pick<CommandWorld, 'env' | 'stdout'>): boolean {
  if (!stdout.isTTY || env.TERM === 'dumb') return false;
  if (env.FORCE_HYPERLINK !== undefined) return env.FORCE_HYPERLINK !== '0' && env.FORCE_HYPERLINK !== 'false';
  // A terminal multiplexer passes on the environment variables of its terminal, but not hyperlinks.
  if (env.CI || env.TMUX || env.STY || /^(?:screen|tmux)/.test(env.TERM ?? '')) return false;
  return (
    PROGRAMS.has(env.TERM_PROGRAM ?? '') ||
    TERMS.test(env.TERM ?? '') ||
    Number(env.VTE_VERSION ?? 0) >= VTE ||
    Boolean(env.WT_SESSION ?? env.KONSOLE_VERSION ?? env.DOMTERM)
  );
}
