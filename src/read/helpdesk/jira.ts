import { idOf, textOf, type Value } from '../container/value.js';
import { replyFrom } from '../reply-from.js';
import type { HelpdeskAdapter, Shape } from './shape.js';

/**
 * Automation rules of Jira Service Management. Each action that comments on an issue is a reply; a comment that is not
 * public is visible only to agents. Source: an export of “Automation” → “Export rules”; support.atlassian.com, “Import
 * and export Jira automation rules”.
 */
const rules: Shape = {
  name: 'jira automation rules',
  telling: { words: ['jira\\.issue\\.comment'], likely: ['components'] },
  is: ({ value }) => textOf(value, 'name') !== undefined && commentsOf(value).length > 0,
  *replies({ value: rule }) {
    for (const [index, comment] of commentsOf(rule).entries()) {
      const id = idOf(rule);
      yield* replyFrom(comment.member('comment'), {
        entry: rule,
        id: id !== undefined && index > 0 ? `${id}~${index + 1}` : id,
        title: textOf(rule, 'name'),
        markup: 'text',
        helpdesk: 'jira',
        active: textOf(rule, 'state') !== 'DISABLED',
        audience: comment.member('publicComment')?.scalar === false ? 'staff' : 'customer',
      });
    }
  },
};

/** Maximum depth of nested conditions, which no real rule reaches. */
const DEEPEST = 20;

function commentsOf(rule: Value): Value[] {
  return commentsIn(rule.member('components'), 0);
}

/** Finds the comments among the actions of a rule and of the branches of its conditions. */
function commentsIn(components: Value | undefined, depth: number): Value[] {
  if (depth > DEEPEST) return [];
  return [...(components?.items() ?? [])].flatMap((component) => {
    const value = component.member('value');
    const own = textOf(component, 'type') === 'jira.issue.comment' && value ? [value] : [];
    return [...own, ...commentsIn(component.member('children'), depth + 1)];
  });
}

export const jira: HelpdeskAdapter = {
  id: 'jira',
  label: 'Jira Service Management',
  reads: 'automation rules that add comments',
  placeholders: { openers: ['{{', '${'], roles: { 'initiator.displayname': 'agent-name' } },
  shapes: [rules],
};
