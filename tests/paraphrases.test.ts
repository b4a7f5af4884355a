import { describe, expect, test } from 'vitest';
import rule from '../rules/no-near-duplicates.js';
import { tryRule } from '../src/lint/index.js';
import type { LibraryReply } from '../src/rule/rule.js';

/** Enough replies to tell which words are common. */
const OTHERS: readonly LibraryReply[] = [
  ['Sofa', 'the sofa comes with two people who carry it upstairs and take the cardboard away with them'],
  ['Kettle', 'please rinse the kettle with vinegar once a month, so that no chalk settles on its bottom'],
  ['Rug', 'the rug sheds a little wool in its first weeks, and a soft brush keeps it in shape after that'],
  ['Lamp', 'switch the lamp on and off until it blinks, then open the app and choose it from the list'],
  ['Chair', 'each chair is stacked in a crate of its own, and the screws are taped under the seat of it'],
  ['Curtain', 'measure the rail, not the window, and add a hand on either side before you order a curtain'],
  ['Oven', 'the oven smells of new enamel when it is first heated; open a window and let it run empty'],
  ['Vase', 'our glass blowers make every vase by hand, so bubbles and small waves are part of its charm'],
  ['Mirror', 'hang the mirror on both hooks and check with a spirit level before you let go of the frame'],
  ['Bench', 'oil the bench in spring and autumn, along the grain, and wipe off what the wood leaves over'],
  ['Clock', 'the clock sets itself by radio every night, as long as it does stand near an outside wall'],
  ['Pan', 'season the pan with salt and oil, and keep it out of the dishwasher for the rest of its life'],
  ['Quilt', 'wash the quilt in a large drum at thirty degrees and dry it slowly with two tennis balls'],
  ['Shelf', 'our planks are cut to the millimeter, so that your shelf fits between the walls you have'],
  ['Knife', 'sharpen the knife on a wet stone and strop it on leather; a steel spoils such a thin edge'],
  ['Basket', 'the basket is woven from willow of the region, and a damp cloth is all that it ever wants'],
  ['Fan', 'turn the fan to winter mode and it will push warm air down from the ceiling without draft'],
  ['Grill', 'light the grill in the open, wait for white ash, and leave the lid off until it has cooled'],
  ['Scale', 'put the scale on a hard floor, press the key under it and wait for four zeros to show up'],
].map(([title = '', text = '']) => ({ title, text: letter(`${text}.`), form: 'full' }));

const KETTLE =
  'I am sorry that the handle of your kettle came off. Please send us a photo of the handle and of the number under the base, and we will post you a new one within 3 days.';
const IN_OTHER_WORDS =
  "I'm sorry the handle of your kettle has come off. If you send us a picture of the handle and the number under its base, a new one will be posted to you within 3 days.";

function letter(text: string): string {
  return `Hi Kim,\n\n${text}\n\nBest,\nSam\n`;
}

async function messages(one: LibraryReply, other: LibraryReply, among = OTHERS): Promise<readonly string[]> {
  const replies = [...among, one, other].map((reply) => ({ form: 'full' as const, ...reply }));
  return (await tryRule(rule, { replies })).map(({ message }) => message);
}

describe('replies that say the same in other words', () => {
  const one = { title: 'Broken handle', text: letter(KETTLE) };

  test('are found', async () => {
    expect(await messages(one, { title: 'Repairs', text: letter(IN_OTHER_WORDS) })).toEqual([
      'Says the same as “Broken handle” in other words',
    ]);
  });

  test.each<[string, LibraryReply]>([
    ['another number', { title: 'Repairs', text: letter(IN_OTHER_WORDS.replace('3 days', '5 days')) }],
    ['another name', { title: 'Repairs', text: letter(IN_OTHER_WORDS.replace('your kettle', 'your Brio kettle')) }],
    ['another placeholder', { title: 'Repairs', text: letter(IN_OTHER_WORDS.replace('3 days', '{{dc.days}}')) }],
    ['another answer', { title: 'Repairs', text: letter(IN_OTHER_WORDS.replace('will be', 'cannot be')) }],
    ['a title of the same series', { title: 'Broken kettle', text: letter(IN_OTHER_WORDS) }],
    ['a title that says what is different', { title: 'Picture', text: letter(IN_OTHER_WORDS) }],
    ['another channel', { title: 'Repairs', text: letter(IN_OTHER_WORDS), form: 'chat' }],
  ])('but not %s', async (_, other) => {
    expect(await messages(one, other)).toEqual([]);
  });

  test('are not looked for in a handful of replies', async () => {
    expect(await messages(one, { title: 'Repairs', text: letter(IN_OTHER_WORDS) }, [])).toEqual([]);
  });
});
