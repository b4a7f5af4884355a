import { defineRule, shown, stretchesOf } from 'replylint/rule';

const ALLOWANCE: Readonly<Record<string, number>> = { de: -3, fr: 3, es: 3, it: 3, pt: 3 };
/** Share of numbers that shows opening hours, prices or addresses, which no one reads as sentences. */
const NUMBERS = 0.25;
const SHOWN = 5;

export default defineRule({
  id: 'max-sentence-length',
  segment: 'clarity',
  principle: 'Write short sentences.',
  why: 'A customer in trouble reads in a hurry, often in a second language. After about 25 words, readers forget how the sentence began.',
  switchOff: 'Turn it off for legal text that you must quote word for word.',
  source: 'GOV.UK content design: sentences of up to 25 words; Excellence In Customer Service',
  presets: { strict: 'warn', chat: ['warn', { max: 20 }] },
  options: {
    max: {
      type: 'count',
      default: 25,
      minimum: 1,
      description:
        'The maximum number of words in an English sentence. German gets 3 fewer; French, Spanish, Italian and Portuguese get 3 more.',
    },
  },
  *check({ rendering }, { max }) {
    const most = max + (ALLOWANCE[rendering.locale.slice(0, 2)] ?? 0);
    for (const sentence of rendering.sentences)
      for (const stretch of stretchesOf(sentence, rendering)) {
        const [first, last] = [stretch[0], stretch.at(-1)];
        const numbers = stretch.filter(({ kind }) => kind === 'number').length;
        if (!first || !last || stretch.length <= most || numbers >= stretch.length * NUMBERS) continue;
        const opening = shown(rendering.text.slice(first.start, stretch[SHOWN - 1]?.end));
        yield {
          span: { start: first.start, end: last.end },
          message: `“${opening} …” has ${stretch.length} words (maximum: ${most})`,
          suggestions: ['Split the sentence in two, or use a list'],
        };
      }
  },
  examples: {
    good: [
      `${'one '.repeat(24)}end.`,
      `- ${'a step to take\n- '.repeat(20)}and done`,
      `You find it at https://x.example/${'very/'.repeat(40)}long.`,
      'Mon-Fri 9-17, Sat 10-14, Sun closed; '.repeat(4),
      `Please do this: ${'one more thing '.repeat(6)}; ${'and another thing '.repeat(6)}.`,
      `You wrote “${'and then it broke '.repeat(8)}” on Monday.`,
      { text: `${'un '.repeat(27)}mot.`, locale: 'fr' },
      `It’s ${'one '.repeat(23)}end.`,
    ],
    bad: [
      { text: `${'one '.repeat(25)}end.`, marks: [`${'one '.repeat(25)}end`] },
      { text: `Short one. ${'One '.repeat(30)}end. Short.`, marks: [`${'One '.repeat(30)}end`] },
      { text: `1. ${'one '.repeat(34)}end`, marks: [`${'one '.repeat(34)}end`] },
      { text: `Hi {{name}}, ${'one '.repeat(24)}end.`, marks: [`Hi {{name}}, ${'one '.repeat(24)}end`] },
      { text: `${'ein '.repeat(22)}Wort.`, locale: 'de', marks: [`${'ein '.repeat(22)}Wort`] },
      { text: `${'one '.repeat(20)}end.`, options: { max: 20 }, marks: [`${'one '.repeat(20)}end`] },
    ],
  },
});
