import type { World } from './world.js';

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
/** VTE prints them wrong before 0.50.1. */
const VTE = 5001;

/**
 * True where standard output is a terminal that shows OSC 8 hyperlinks; where it is not known to, false.
 * `FORCE_HYPERLINK` decides for a terminal that is not known here, but never makes links where there is none.
 */
export function showsHyperlinks({ env, stdout }: Pick<World, 'env' | 'stdout'>): boolean {
  if (!stdout.isTTY || env.TERM === 'dumb') return false;
  if (env.FORCE_HYPERLINK !== undefined) return env.FORCE_HYPERLINK !== '0' && env.FORCE_HYPERLINK !== 'false';
  // A multiplexer hands down the variables of a terminal that it does not hand links to.
  if (env.CI || env.TMUX || env.STY || /^(?:screen|tmux)/.test(env.TERM ?? '')) return false;
  return (
    PROGRAMS.has(env.TERM_PROGRAM ?? '') ||
    TERMS.test(env.TERM ?? '') ||
    Number(env.VTE_VERSION ?? 0) >= VTE ||
    Boolean(env.WT_SESSION ?? env.KONSOLE_VERSION ?? env.DOMTERM)
  );
}
