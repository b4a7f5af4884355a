import {
  defineRule,
  FORM_OF_GROUP,
  oncePerSentence,
  rarerForm,
  spokenForm,
  spokenForms,
  strayForms,
} from 'replylint/rule';
import { examples } from './consistent-formality/examples.js';

export default defineRule({
  id: 'consistent-formality',
  segment: 'respect',
  principle: 'Use one form of address, familiar or formal, from greeting to signature.',
  why: 'A reply that switches from “Sie” to “du”, or from “Dear Mrs. Hill” to “mate”, was clearly pasted together, and the customer can see the seams. Either form can be right; mixing them never is.',
  switchOff: 'Turn it off if your company mixes both forms on purpose, for example “Sie” with first names.',
  source: 'The key to great customer service; All Customers Are Different',
  presets: { recommended: 'error' },
  options: {
    form: {
      type: 'one',
      of: ['auto', 'familiar', 'formal'],
      default: 'auto',
      description: 'The form of address to use. `auto` means the form that the reply uses more often.',
    },
  },
  groups: Object.keys(FORM_OF_GROUP),
  library: {
    digest: spokenForm,
    digestAlone: () => undefined,
    *judge(digests, { form }, { isReported }) {
      if (form !== 'auto') return;
      for (const { at, typical, usual, total, others } of strayForms(digests, isReported)) {
        yield {
          at,
          place: at.data.place,
          message: `“${at.data.place.words}” is ${at.data.form}, but ${usual} of ${total} replies use the ${typical.data.form} form`,
          suggestions: [`Use the ${typical.data.form} form in all replies`],
          about: [typical.index, ...others].map((index) => ({ at: { index } })),
        };
      }
    },
    examples,
  },
  needs: ['phrase'],
  *check(reading, { form }) {
    const spoken = spokenForms(reading);
    const wrong = form === 'auto' ? rarerForm(spoken) : form === 'formal' ? 'familiar' : 'formal';
    const other = spoken.find((one) => one.form !== wrong);
    if (form === 'auto' && !other) return;
    const otherwise = form === 'auto' && other ? `“${other.words}” is ${other.form}` : `the required form is ${form}`;
    for (const one of oncePerSentence(spoken.filter(({ form }) => form === wrong)))
      yield {
        span: { start: one.start, end: one.end },
        message: `“${one.words}” is ${wrong}, but ${otherwise}`,
        suggestions: [`Use the ${wrong === 'formal' ? 'familiar' : 'formal'} form throughout the reply`],
      };
  },
});
