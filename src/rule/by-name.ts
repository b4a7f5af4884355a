import { type Name, nameAt } from '../language/address.js';
import type { Rendering } from '../model/rendering.js';
import type { Match, Reading } from './rule.js';

/** Maximum number of words in a name. */
const MOST_WORDS_OF_A_NAME = 8;

/**
 * Returns the written-out name after a match, such as the salutation in “Dear Maria,”, “Hi @tom” or “Dear Mr and Mrs
 * Lam”.
 * @param nobody a group of the rule with words that can be in the place of a name or next to one but are not a name, as
 * in “Hi all”
 * @param introduced a group of the rule with words that follow a name and show that it is the writer’s, as in “Hi, Tom
 * here”
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

/** Returns the index after the last word of a line, or after the last word before a comma or period. */
function lineFrom({ text, words }: Rendering, from: number): number {
  const sentence = words[from]?.sentence;
  let to = from;
  while (words[to]?.sentence === sentence && to - from < MOST_WORDS_OF_A_NAME) {
    to += 1;
    if (/[,!.:\n]/.test(text.slice(words[to - 1]?.end, words[to]?.start))) break;
  }
  return to;
}

/**
 * Returns true for the text for customers without a name: the template tests for the name, and this text is the branch
 * without it.
 */
export function hasNoName({ conditions, reply: { body } }: Rendering): boolean {
  return conditions.some(
    ({ role, holds, subject, values }) =>
      !holds && (role === 'customer-name' || (values[0] === true && greetsWith(subject, body))),
  );
}

/**
 * Returns true if another branch greets with the tested value, which shows that the value is a name: `{% if n %}Hi
 * {{n}},{% endif %}`.
 */
function greetsWith(subject: string, body: string): boolean {
  if (!/^[\w.]{1,60}$/.test(subject)) return false;
  return [`{{${subject}}}`, `{{ ${subject} }}`].some((written) => {
    const at = body.indexOf(written);
    return (
      at > 0 &&
      body[at + written.length] === ',' &&
      /(?:^|[\n>}])\p{L}{2,12} $/u.test(body.slice(Math.max(0, at - 20), at))
    );
  });
}

/** Number of lines to search for the salutation, because a title or a picture may come before it. */
const FIRST_LINES = 3;
/** Matches the name of a field between unknown tags, where a program inserts the name: “Dear <MM>CONTACT_NAME</MM>”. */
const FIELD = /^\s*\p{Lu}{2,30}(?:_\p{Lu}{1,30}){1,4}(?!\p{L})/u;

/**
 * Returns true if a reply greets with a written-out name: “Dear Maria,”, “Thanks Tom,”. The rule must have the groups
 * `salutation`, `thanking`, `nobody` and `introduced`; the last two are used as in `nameAfter`.
 */
export function greetsByName(reading: Reading): boolean {
  const { text, sentences } = reading.rendering;
  const lastSaid = sentences.findLastIndex(({ ends }) => ends !== '');
  const nameOf = (match: Match) => nameAfter(match, reading, 'nobody', 'introduced');
  return (
    reading
      .matches('salutation')
      .some(
        (match) => match.sentence < FIRST_LINES && (FIELD.test(text.slice(match.end, match.end + 80)) || nameOf(match)),
      ) ||
    reading.matches('thanking').some((match) => {
      // “Thanks, Mia” after the last sentence is a signature.
      const opens = match.sentence <= lastSaid && match.from === sentences[match.sentence]?.from;
      const name = opens ? nameOf(match) : undefined;
      return name !== undefined && !text.slice(match.end, name.start).includes('\n');
    })
  );
}
