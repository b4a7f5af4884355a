import type { CommandWorld } from './world.js';

/** True to print in color: decided by the flags, then NO_COLOR, then FORCE_COLOR, then the terminal. */
export function usesColor(options: { readonly color?: boolean }, { env, stdout }: CommandWorld): boolean {
  if (options.color !== undefined) return options.color;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return stdout.isTTY && env.TERM !== 'dumb';
}

/** Terminals that are known to show OSC 8 hyperlinks, by `TERM_PROGRAM`, and by the start of `TERM`. */
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
/** VTE before 0.50.1 prints them incorrectly. */
const VTE = 5001;

/**
 * True if standard output is a terminal that is known to show OSC 8 hyperlinks. `FORCE_HYPERLINK` decides for an unknown
 * terminal; without a terminal, there are never links.
 */
export function showsHyperlinks({ env, stdout }: Pick<CommandWorld, 'env' | 'stdout'>): boolean {
  if (!stdout.isTTY || env.TERM === 'dumb') return false;
  if (env.FORCE_HYPERLINK !== undefined) return env.FORCE_HYPERLINK !== '0' && env.FORCE_HYPERLINK !== 'false';
  // A multiplexer passes on the variables of a terminal, but not links.
  if (env.CI || env.TMUX || env.STY || /^(?:screen|tmux)/.test(env.TERM ?? '')) return false;
  return (
    PROGRAMS.has(env.TERM_PROGRAM ?? '') ||
    TERMS.test(env.TERM ?? '') ||
    Number(env.VTE_VERSION ?? 0) >= VTE ||
    Boolean(env.WT_SESSION ?? env.KONSOLE_VERSION ?? env.DOMTERM)
  );
}
