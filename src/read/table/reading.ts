import { cuesIn } from '../gate/cues.js';
import { isCustomersOwn } from '../gate/speaker.js';

/** How the texts of a column read, as shares of them. */
export interface Reading {
  /** Texts with the cues of a message to a customer. */
  readonly like: number;
  /** Texts that address someone. */
  readonly addressed: number;
  /** Texts written by a customer. */
  readonly theirs: number;
}

/** Reads texts; without any, all shares are 0. */
export function readingOf(texts: readonly string[]): Reading {
  const read = texts.map((text) => ({ ...cuesIn(text), isTheirs: isCustomersOwn(text) }));
  const share = (test: (one: (typeof read)[number]) => boolean) =>
    read.length === 0 ? 0 : read.filter(test).length / read.length;
  return {
    like: share(({ all, strong }) => all >= 3 && strong >= 1),
    addressed: share(({ all }) => all >= 1),
    theirs: share(({ isTheirs }) => isTheirs),
  };
}
