import { type Name, nameAt } from '../language/address.js';
import type { Rendering } from '../model/rendering.js';
import type { Match, Reading } from './rule.js';

/** A name has at most this many words. */
const MOST_WORDS_OF_A_NAME = 8;

/**
 * The written-out name after a match, such as the salutation in “Dear Maria,”, “Dear Mr and Mrs Lam” or “Hi @tom”.
 * @param nobody a group of the rule: words that appear in a name’s place or on its line but are not a name, as in “Hi
 * all”
 * @param introduced a group of the rule: words right after a name that show that it is the writer’s, as in “Hi, Tom
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

/** The index of the word before which a line, or the text before a comma or period, ends. */
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
 * True for the text for a customer without a name: the template tests for the name, and this is the branch without it.
 */
export function hasNoName({ conditions, reply: { body } }: Rendering): boolean {
  return conditions.some(
    ({ role, holds, subject, values }) =>
      !holds && (role === 'customer-name' || (values[0] === true && greetsWith(subject, body))),
  );
}

/** If another branch greets with the tested value, that value is a name: `{% if n %}Hi {{n}},{% endif %}`. */
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

/** A title or a picture may precede the salutation. */
const FIRST_LINES = 3;
/** The name of a field between tags that nobody knows: “Dear <MM>CONTACT_NAME</MM>”. A program puts the name there. */
const FIELD = /^\s*\p{Lu}{2,30}(?:_\p{Lu}{1,30}){1,4}(?!\p{L})/u;

/**
 * Whether a reply greets with a written-out name: “Dear Maria,”, “Thanks Tom,”. The rule has the groups `salutation`,
 * `thanking`, `nobody` and `introduced`, the last two as for `nameAfter`.
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
      // After the last sentence, “Thanks, Mia” is a signature.
      const opens = match.sentence <= lastSaid && match.from === sentences[match.sentence]?.from;
      const name = opens ? nameOf(match) : undefined;
      return name !== undefined && !text.slice(match.end, name.start).includes('\n');
    })
  );
}
