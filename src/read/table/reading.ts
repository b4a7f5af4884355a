import { cuesIn } from '../gate/cues.js';
import { isCustomersOwn } from '../gate/speaker.js';

/** What the texts of a column read like. All numbers are shares of these texts. */
export interface Reading {
  /** The share of texts with the cues of a message to a customer. */
  readonly like: number;
  /** The share of texts that address someone. */
  readonly addressed: number;
  /** The share of texts written by a customer. */
  readonly theirs: number;
}

/** Examines texts. If there are none, all shares are 0. */
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
