import { languageCode } from '../../language/index.js';
import type { Form } from '../../model/reply.js';
import { homeOf } from '../home.js';
import type { Digest } from '../library-steps.js';
import type { ComparableReply } from './kept.js';

/** Forms whose replies are not compared with those of other forms. */
const APART: ReadonlySet<Form> = new Set(['auto', 'internal']);

/** The number of values in an audience. */
export const AUDIENCE = 3;

/** Whom a reply is for, through which channel, and the path of its neighbors, as numbers in this order. */
export type Audience = ArrayLike<number>;

/**
 * Assigns a number to the audience of each reply. Replies for different audiences are variants, so they are not
 * compared, and neither are replies for different channels in the same file or folder.
 */
export class Audiences {
  readonly #numbers = new Map<string, number>();

  of({ reply, data: { channel = '', pictures = false } }: Digest<ComparableReply>): Audience {
    const { form, locale } = reply;
    return [
      this.#numberOf(`${languageCode(locale)} ${APART.has(form) ? form : ''} ${pictures}`),
      this.#numberOf(`${form} ${channel}`),
      this.#numberOf(homeOf(reply)),
    ];
  }

  #numberOf(key: string): number {
    const number = this.#numbers.get(key) ?? this.#numbers.size;
    this.#numbers.set(key, number);
    return number;
  }
}

/** Returns true if two replies can be for the same customer. */
export function areForSame(one: Audience, other: Audience): boolean {
  return one[0] === other[0] && (one[1] === other[1] || one[2] !== other[2]);
}
