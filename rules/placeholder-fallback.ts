import { defineRule, type Rendering, sentencesOf, type Word, withFallback } from 'replylint/rule';

/** Words for a customer whom nobody knows, and what programs write for nothing. */
const NOBODY: Readonly<Record<string, string>> = {
  '*': 'undefined null nil none unknown n/a na test',
  en: 'customer client user consumer shopper sir madam sir/madam name firstname someone nobody',
  de: 'kunde kundin kunden nutzer nutzerin kundin/kunde unbekannt name vorname damen',
  fr: 'client cliente utilisateur utilisatrice monsieur inconnu nom prénom',
  es: 'cliente usuario usuaria desconocido nombre',
  pt: 'cliente usuário utilizador desconhecido nome',
  it: 'cliente utente sconosciuto nome',
  nl: 'klant gebruiker onbekend naam voornaam',
};
const DEMEANING = new Set(Object.values(NOBODY).flatMap((words) => words.split(' ')));

export default defineRule({
  id: 'placeholder-fallback',
  segment: 'hygiene',
  principle: 'Say what the greeting shall read where the customer’s name is missing.',
  why: '“Hi ,” tells customers that nobody knows them, and “Hi valued customer” that nobody wants to. A friendly word in its place costs nothing.',
  source: 'Excellence In Customer Service',
  presets: { strict: 'warn' },
  options: {
    fallback: { type: 'text', default: 'there', description: 'The word to suggest where a name is missing.' },
  },
  *check({ rendering }, { fallback }) {
    const opening = new Set(sentencesOf(rendering, 'opening'));
    for (const word of rendering.words) {
      const { placeholder } = word;
      if (!placeholder || word.code || placeholder.role !== 'customer-name') continue;
      const sentence = rendering.sentences[word.sentence];
      const problem =
        placeholder.fallback !== undefined
          ? poor(placeholder.fallback)
          : sentence && opening.has(sentence) && !isAskedFor(word, rendering)
            ? missing(withFallback(placeholder, rendering.reply, fallback))
            : undefined;
      if (problem)
        yield {
          span: { start: word.start, end: word.end },
          message: `“${placeholder.text}” ${problem.does}`,
          suggestions: [problem.instead],
        };
    }
  },
  examples: {
    good: [
      'Hi {{first_name}}, hi {{contact.name}}, hello {{ticket.requester.first_name}}!',
      'Hi {%customer.firstName,fallback=there%},',
      'Hi {{ first_name | default: "there" }}, hi {{ user.first_name | fallback: "sports fan" }},',
      'Hi {{ first_name || "friend" }}, hi <attribute key="user.first_name" default="there"/>,',
      'Hi {% if customer.name %}{{customer.name}}{% else %}there{% endif %},',
      'Hi {!BLANKVALUE(Contact.FirstName, "there")}, hi %{reply_to_username,fallback:there},',
      'Hi there,\n\nyour order {%conversation.number%} is ready.\n\nBest,\n{%user.jobTitle,fallback=%}',
      'Hallo #{ticket.customer.firstname}, dear [Name], dear {!Contact.LastName},',
    ],
    bad: [
      { text: 'Hi {%customer.firstName%},', marks: ['{%customer.firstName%}'] },
      { text: 'Hi {%customer.firstName,fallback=%},', marks: ['{%customer.firstName,fallback=%}'] },
      {
        text: "Hi {{first_name | default: 'valued customer'}},",
        marks: ["{{first_name | default: 'valued customer'}}"],
      },
      { text: "Hi {{name | fallback:'customer'}},", marks: ["{{name | fallback:'customer'}}"] },
      { text: 'Hi {!Contact.FirstName},', marks: ['{!Contact.FirstName}'] },
      { text: 'Hi %{reply_to_username},', marks: ['%{reply_to_username}'] },
      { text: "Hi <attribute key='user.first_name'/>,", marks: ["<attribute key='user.first_name'/>"] },
      { text: "Hallo {{ name | default: 'Kunde' }},", locale: 'de', marks: ["{{ name | default: 'Kunde' }}"] },
    ],
  },
});

interface Problem {
  readonly does: string;
  readonly instead: string;
}

function poor(written: string): Problem | undefined {
  const fallback = written.trim();
  const instead = 'Write a fallback that greets a person, such as “there”';
  if (fallback === '') return { does: 'leaves a gap where the name is missing', instead };
  const isDemeaning = fallback
    .toLowerCase()
    .split(/[\s,]+/)
    .some((word) => DEMEANING.has(word));
  return isDemeaning ? { does: `calls a customer without a name “${fallback}”`, instead } : undefined;
}

function missing(better: string | undefined): Problem | undefined {
  return better === undefined
    ? undefined
    : { does: 'has no fallback for a customer without a name', instead: `Write ${better}` };
}

/** True where the template asks for the name before it uses it: `{% if user.name %}`. */
function isAskedFor({ placeholder }: Word, { conditions }: Rendering): boolean {
  return conditions.some(
    ({ subject }) => subject !== '' && placeholder?.text.includes(subject.split(' ')[0] ?? subject),
  );
}
