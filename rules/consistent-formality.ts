import { defineRule, FORM_OF_GROUP, rarerForm, type Spoken, shown, spokenForms } from 'replylint/rule';

export default defineRule({
  id: 'consistent-formality',
  segment: 'respect',
  principle: 'Address the customer either formally or informally, from greeting to signature.',
  why: 'A reply that switches from “Sie” to “du” looks pasted together. Either form can be right, but never both at once.',
  switchOff: 'Switch it off if your company mixes both forms on purpose, for example “Sie” with first names.',
  source: 'The key to great customer service; All Customers Are Different',
  presets: { recommended: 'error' },
  options: {
    form: {
      type: 'one',
      of: ['auto', 'familiar', 'formal'],
      default: 'auto',
      description: 'The form of address to use. With `auto`, the form that the reply uses more often.',
    },
  },
  groups: Object.keys(FORM_OF_GROUP),
  *check(reading, { form }) {
    const spoken = spokenForms(reading);
    const wrong = form === 'auto' ? rarerForm(spoken) : form === 'formal' ? 'familiar' : 'formal';
    const other = spoken.find((one) => one.form !== wrong);
    if (form === 'auto' && !other) return;
    let sentence = -1;
    for (const one of spoken) {
      if (one.form !== wrong || one.sentence === sentence) continue;
      sentence = one.sentence;
      const written = ({ start, end }: Spoken) => shown(reading.rendering.text.slice(start, end));
      yield {
        span: { start: one.start, end: one.end },
        message:
          form === 'auto' && other
            ? `“${written(one)}” is ${wrong}, but “${written(other)}” is ${other.form}`
            : `“${written(one)}” is ${wrong}, but the required form is ${form}`,
        suggestions: [`Write it in the ${wrong === 'formal' ? 'familiar' : 'formal'} form, like the rest`],
      };
    }
  },
});
