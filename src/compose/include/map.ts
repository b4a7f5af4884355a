import type { OffsetMap } from '../../model/offset-map.js';
import type { Span } from '../../model/span.js';

/** A span of an expanded body that replaces a placeholder in the original body. */
export interface Stretch {
  /** The span in the expanded body. */
  readonly out: Span;
  /** The span of the placeholder in the original body. */
  readonly below: Span;
}

/**
 * Maps a body with expanded includes to the original body. Included text maps to its placeholder as a whole, and cannot
 * be changed here because it is defined elsewhere.
 */
export class IncludeMap implements OffsetMap {
  readonly #stretches: readonly Stretch[];

  /** @param stretches the replaced spans, in order */
  constructor(stretches: readonly Stretch[]) {
    this.#stretches = stretches;
  }

  spanOf({ start, end }: Span): Span {
    const from = this.#below(start, 'start');
    return { start: from, end: end <= start ? from : this.#below(end, 'end') };
  }

  isUnbroken({ start, end }: Span): boolean {
    return !this.#stretches.some(({ out }) => out.start < end && start < out.end);
  }

  written(text: string): string {
    return text;
  }

  #below(offset: number, edge: 'start' | 'end'): number {
    let shift = 0;
    for (const { out, below } of this.#stretches) {
      if (edge === 'start' ? offset < out.start : offset <= out.start) break;
      const isInside = edge === 'start' ? offset < out.end : offset <= out.end;
      if (isInside) return edge === 'start' ? below.start : below.end;
      shift = below.end - out.end;
    }
    return offset + shift;
  }
}
