import { type Name, nameAt } from '../language/address.js';
import type { Rendering } from '../model/rendering.js';
import type { Match, Reading } from './rule.js';

/** More words than this are no name. */
const MOST_WORDS_OF_A_NAME = 8;

/**
 * The written-out name to which a match leads, such as the salutation of “Dear Maria,”, “Dear Mr and Mrs Lam” or
 * “Hi @tom”.
 * @param nobody a group of the rule: words that stand in a name’s place or in its line and are nobody’s name, as in “Hi
 * all”
 * @param introduced a group of the rule: words right after a name that show that it is the writer’s, as in “Hi, Tom here”
 */
export function nameAfter(match: Match, reading: Reading, nobody: string, introduced: string): Name | undefined {
  const { rendering } = reading;
  const { to, end, sentence } = match;
  const name = rendering.words[to]?.sentence === sentence ? nameAt(rendering, to) : undefined;
  if (!name || !/^[\s,]*@?$/.test(rendering.text.slice(end, name.start))) return undefined;
  if (reading.matches(introduced).some(({ from }) => from === name.to)) return undefined;
  const line = lineFrom(rendering, to);
  return reading.matches(nobody).some(({ from }) => from >= to && from < line) ? undefined : name;
}

/** Index of the word before which a line, or what stands before a comma or a full stop, ends. */
function lineFrom({ text, words }: Rendering, from: number): number {
  const sentence = words[from]?.sentence;
  let to = from;
  while (words[to]?.sentence === sentence && to - from < MOST_WORDS_OF_A_NAME) {
    to += 1;
    if (/[,!.:\n]/.test(text.slice(words[to - 1]?.end, words[to]?.start))) break;
  }
  return to;
}

/** True for the text of a customer without a name: the template asks for the name, and this is where there is none. */
export function hasNoName({ conditions, reply: { body } }: Rendering): boolean {
  return conditions.some(
    ({ role, holds, subject, values }) =>
      !holds && (role === 'customer-name' || (values[0] === true && greetsWith(subject, body))),
  );
}

/** Where another arm greets with the value that is asked for, that value is a name: `{% if n %}Hi {{n}},{% endif %}`. */
function greetsWith(subject: string, body: string): boolean {
  if (!/^[\w.]{1,60}$/.test(subject)) return false;
  return [`{{${subject}}}`, `{{ ${subject} }}`].some((written) => {
    const at = body.indexOf(written);
    return (
      at > 0 &&
      /(?:^|[\n>}])\p{L}{2,12} $/u.test(body.slice(Math.max(0, at - 20), at)) &&
      body[at + written.length] === ','
    );
  });
}
