import { textOf, type Value } from '../container/value.js';

/** Returns the names of the actions that an entry lists, either as objects with a `type` or as plain texts. */
export function actionNamesOf(entry: Value): string[] {
  return [...(entry.member('actions')?.items() ?? [])].map(
    (action) => textOf(action, 'type') ?? String(action.scalar ?? ''),
  );
}
