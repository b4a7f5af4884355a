import { defineRule, misreadPlaceholders } from 'replylint/rule';

export default defineRule({
  id: 'valid-placeholder',
  segment: 'hygiene',
  principle: 'Write placeholders in the syntax of your help desk.',
  why: 'A broken placeholder is sent as “{{first_name}” or as nothing at all. It makes the reply less personal, not more.',
  pairs: 'Hi {{ticket.requester.first_name}, → Hi {{ticket.requester.first_name}},',
  switchOff: 'Turn it off for templates that another program fills in before your help desk does.',
  source: 'The key to great customer service; the help desks’ documentation',
  presets: { recommended: 'error' },
  options: {
    known: {
      type: 'list',
      default: [],
      description:
        'Placeholders that exist but look like typos, written without braces, such as `ticket.requestor.name`.',
    },
  },
  needs: ['placeholder', 'bracket'],
  check: ({ rendering }, { known }) => misreadPlaceholders(rendering, known),
  examples: {
    good: [
      'Hi {{first_name}}, hi {{ first_name | default: "there" }}, hi {{ first_name | fallback: \'there\' }},',
      '{% if vip %}Hello{% endif %} {{#if order}}Order{{/if}} {{> footer}}',
      'Hi {name}, hi {{{Recipient.FirstName}}}, hallo #{ticket.customer.firstname}, hi {%customer.firstName,fallback=%},',
      'Hi {{ticket.requester.firstname}}, hi {{contract.name}}, your code is {{1}}.',
      'Send `{{name}` or `{"a": {"b": 1}}` and see.\n\n```\n{{broken\n```',
      'The object {"a": {"b": 1}} is fine, so is a smile :-} and the set {1, 2}.',
      'Choose {count, plural, one {a card} other {some cards}} and go.',
      'Hi [Name, if known], see [link text: the guide](https://x.example). The value is missing, you wrote: [Name] or [Date].',
      'The field shows [no value]. Take [a card, [b] and (c). Write `[Name, x` as it is.',
      'Case #{!Case.CaseNumber} is yours, {!Contact.FirstName}.',
      { text: 'Hi {{ticket.requestor.name}},', options: { known: ['ticket.requestor.name'] } },
    ],
    bad: [
      { text: 'Hi {{undefined}},', marks: ['{{undefined}}'] },
      { text: 'Hi [[MISSING TOKEN]], hi {{unknown_variable}},', marks: ['[[MISSING TOKEN]]', '{{unknown_variable}}'] },
      { text: 'Hello [Name, your refund left. Hi [First name! [Agent]', marks: ['[Name', '[First name'] },
      { text: 'Hi {{}}, hi {{ }},', marks: ['{{}}', '{{ }}'] },
      { text: 'Hi {{first_name}, thanks.', marks: ['{{first_name}'] },
      { text: 'Hi {first_name}}, thanks.', marks: ['{first_name}}'] },
      { text: 'Hi { {name} }, thanks.', marks: ['{ {name} }'] },
      { text: 'Hi {{ name | default: “there” }},', marks: ['{{ name | default: “there” }}'] },
      { text: 'Hi {{first_name\nthanks for writing.', marks: ['{{first_name'] },
      { text: "Hi {{1name}}, hi {{ name | default: 'there }},", marks: ['{{1name}}', "{{ name | default: 'there }}"] },
      { text: 'Hi {{ticket.requester.frist_name}},', marks: ['{{ticket.requester.frist_name}}'] },
      { text: 'Hi first_name}}, {% if vip', marks: ['first_name}}', '{% if'] },
    ],
  },
});
