import { jsonIn } from '../container/json.js';
import { textOf, type Value } from '../container/value.js';

/** An action of a macro, trigger or automation on a ticket. */
export interface Action {
  readonly field: string;
  readonly value: Value | undefined;
}

const COMMENTS = new Set(['comment_value', 'comment_value_html']);

/**
 * Returns the actions of a macro, trigger or automation. They can be in the form that the API returns, be JSON in a
 * cell (`actions_json`), or be columns named after their fields, as in data warehouses.
 */
export function actionsOf(rule: Value): Action[] {
  const listed = rule.member('actions') ?? rule.member('actions_json');
  const list = listed?.kind === 'text' ? jsonIn(listed) : listed;
  if (list?.kind === 'array') {
    const actions = [...list.items()].map((action) => ({
      field: textOf(action, 'field') ?? '',
      value: action.member('value'),
    }));
    return actions.every(({ field }) => field !== '') ? actions : [];
  }
  const columns = [
    'comment_value_html',
    'comment_value',
    'comment_mode_is_public',
    'status',
    'set_tags',
    'current_tags',
  ];
  const actions = columns.flatMap((field) => {
    const value = rule.member(field);
    return value?.kind === 'text' && value.scalar !== '' ? [{ field, value }] : [];
  });
  return actions.some(isComment) ? actions : [];
}

/** Returns true for an action that adds text to the ticket that the customer may read. */
export function isComment({ field }: Action): boolean {
  return COMMENTS.has(field);
}

/** Returns the value of the first action on a field, as text. */
export function said(actions: readonly Action[], field: string): string | undefined {
  const scalar = actions.find((action) => action.field === field)?.value?.scalar;
  return scalar === undefined || scalar === null ? undefined : String(scalar);
}
