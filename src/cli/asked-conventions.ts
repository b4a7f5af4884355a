import type { Config } from '../config/index.js';
import type { Survey } from './survey.js';

/** Minimum number of whole messages from which conventions can be derived. */
const FEWEST_REPLIES = 5;
/** Minimum share of messages that leave something out before the user is asked whether it is a convention. */
const SHARE = 0.75;

/** The user’s answer: which parts the help desk adds to replies, or that the replies are chat messages. */
export interface Conventions extends Pick<Config, 'salutation' | 'signature'> {
  readonly form?: 'chat';
}

/**
 * Asks why most replies in a folder lack the parts of a whole message.
 * @param ask asks a yes-or-no question; an empty answer means no
 */
export async function askConventions(
  { whole }: Survey,
  ask: (question: string) => Promise<boolean>,
): Promise<Conventions> {
  const { replies, greet, sign } = whole;
  const lacks = (having: number) => replies >= FEWEST_REPLIES && replies - having >= replies * SHARE;
  const answers: { salutation?: 'appended'; signature?: 'appended' } = {};
  const of = (having: number) => `${replies - having} of ${replies} messages`;
  if (lacks(greet) && (await ask(`${of(greet)} have no greeting. Does the help desk add the greeting?`)))
    answers.salutation = 'appended';
  if (lacks(sign) && (await ask(`${of(sign)} have no signature. Does the help desk add the signature?`)))
    answers.signature = 'appended';
  const isBare = lacks(greet) && lacks(sign) && !answers.salutation && !answers.signature;
  return isBare && (await ask('Are these chat messages, which need neither a greeting nor a signature?'))
    ? { form: 'chat' }
    : answers;
}
