import { defineAvoidanceRule, isNoteInPlace, isOutline, notesIn, quoted, type Rule } from 'replylint/rule';

const KEEP = 'Move it to the macro’s description or to an internal comment';

const said = defineAvoidanceRule({
  id: 'no-internal-note',
  segment: 'hygiene',
  principle: 'Keep notes for colleagues out of what the customer receives.',
  why: 'On a busy day, no one deletes the line that says “delete before sending”, and the customer sees what goes on behind the scenes.',
  pairs:
    'Internal note: check the price twice. → The price is £20. | For staff only: refunds over £50 need approval. → We refund the full price.',
  switchOff: 'Turn it off for folders of internal macros; better yet, set their `form` to `internal`.',
  source: 'My Problems Are Not My Customers’; All Customers Are Different',
  presets: { recommended: 'error' },
  options: {
    hosts: {
      type: 'list',
      default: [],
      description: 'Additional internal hosts that customers must not see, such as `jira.acme.io`.',
    },
  },
  groups: {
    note: { message: 'is meant for colleagues, not for the customer', suggestion: KEEP },
    label: { message: 'is meant for colleagues, not for the customer', suggestion: KEEP },
    host: {
      message: 'is an address that only colleagues can reach',
      suggestion: 'Use an address that customers can reach',
    },
    addressed: { message: 'is addressed to a colleague', suggestion: KEEP },
    edit: { message: 'tells the agent how to edit the reply', suggestion: KEEP },
    choose: { message: 'tells the agent to choose', suggestion: 'Make a separate template for each choice' },
    macro: { message: 'is about the macro, not about the customer’s case', suggestion: KEEP },
    customer: { message: 'talks about the customer instead of to them', suggestion: KEEP },
    approval: { message: 'is an open question among colleagues', suggestion: 'Resolve the question, then remove it' },
    steps: { message: 'tells the agent what to do', suggestion: KEEP },
    ticket: { message: 'tells the agent how to work the ticket', suggestion: KEEP },
    likely: { message: 'reads like a note to colleagues', suggestion: KEEP },
    machine: { message: 'is a remark from the AI that wrote the text', suggestion: 'Remove the remark' },
  },
  reads: ['apart', 'aside', 'alone', 'slotted', 'spoken', 'by-name', 'assigned', 'order', 'case', 'foreign'],
  // A note can be in a block quote, but text in quotation marks quotes another person.
  ignoredIn: ['code'],
  counts: (match, reading, { hosts }) => isNoteInPlace(match, reading, hosts),
});

/** Reports passages that are set apart from the reply and speak to the agent, no matter what words they use. */
const rule: Rule = {
  ...said,
  *check(reading, values) {
    const found = [...said.check(reading, values)];
    yield* found;
    if (isOutline(reading.rendering)) return;
    for (const { start, end } of notesIn(reading, (own) => [...said.check(own, values)].length > 0)) {
      if (found.some(({ span }) => span.start < end && start < span.end)) continue;
      const message = `${quoted({ start, end }, reading.rendering.text)} tells the agent what to do`;
      yield { span: { start, end }, message, suggestions: [KEEP] };
    }
  },
};
export default rule;
