import {
  defineRule,
  FORM_OF_GROUP,
  type FormOfAddress,
  type Place,
  rarerForm,
  type Spoken,
  shown,
  spokenForms,
} from 'replylint/rule';
import { examples } from './consistent-formality/examples.js';

/** The form in which a reply speaks, from one end to the other. */
interface Digested {
  readonly form: FormOfAddress;
  readonly place: Place;
}

/** Of fewer replies, nobody can tell how they speak. */
const FEWEST = 5;
/** In percent. */
const MAJORITY = 75;
const MOST_KEPT = 20;

export default defineRule({
  id: 'consistent-formality',
  segment: 'respect',
  principle: 'Address the customer in one form, familiar or formal, from greeting to signature.',
  why: 'A reply that changes from “Sie” to “du” was pasted together, and the customer sees the seam. Either form can be right; both at once never are.',
  source: 'The key to great customer service; All Customers Are Different',
  presets: { recommended: 'error' },
  options: {
    form: {
      type: 'one',
      of: ['auto', 'familiar', 'formal'],
      default: 'auto',
      description: 'The form of address to use. With `auto`, the form that is more frequent in the reply.',
    },
  },
  groups: Object.keys(FORM_OF_GROUP),
  library: {
    digest(readings): Digested | undefined {
      for (const reading of readings) {
        const spoken = spokenForms(reading);
        const [first] = spoken;
        if (first && spoken.every(({ form }) => form === first.form))
          return { form: first.form, place: reading.place({ start: first.start, end: first.end }) };
      }
      return undefined;
    },
    *judge(digests, { form }, { isReported }) {
      if (form !== 'auto') return;
      const libraries = new Map<string, Record<FormOfAddress, { count: number; replies: number[] }>>();
      for (const { index, reply, data } of digests) {
        // Chats are looser than letters, and a brand or a country in a folder of its own speaks in its own way.
        const home = reply.pointer === '' ? reply.file.replace(/[^/]*$/, '') : reply.file;
        const key = [home, reply.locale, reply.form].join('\n');
        const counted = libraries.get(key) ?? {
          familiar: { count: 0, replies: [] },
          formal: { count: 0, replies: [] },
        };
        libraries.set(key, counted);
        counted[data.form].count += 1;
        if (counted[data.form].replies.length < MOST_KEPT) counted[data.form].replies.push(index);
      }
      for (const { familiar, formal } of libraries.values()) {
        const [rare, usual] = familiar.count < formal.count ? [familiar, formal] : [formal, familiar];
        const total = rare.count + usual.count;
        if (rare.count === 0 || total < FEWEST || usual.count * 100 < total * MAJORITY) continue;
        const typical = digests.at(usual.replies[0] ?? 0);
        const at = digests.at(rare.replies.find((index) => isReported({ index })) ?? rare.replies[0] ?? 0);
        yield {
          at,
          place: at.data.place,
          message: `“${at.data.place.words}” is ${at.data.form}, but ${usual.count} of ${total} replies are ${typical.data.form}`,
          suggestions: [`Write all replies in the ${typical.data.form} form`],
          about: [typical.index, ...rare.replies.filter((one) => one !== at.index)].map((index) => ({ at: { index } })),
        };
      }
    },
    examples,
  },
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
