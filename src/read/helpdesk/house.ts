import { type Content, remembered } from '../content.js';

/** What the macros of an export do besides answering. */
export interface House {
  /** True if nearly all macros set tags, and some assign a team or a person: tags are labels then, and assign nothing. */
  readonly tagsAreLabels: boolean;
  /** True if some macros refund orders. */
  readonly refunds: boolean;
}

/** The key and the value of an action, in JSON, also in a cell of a table, and in YAML. */
const ASSIGNS =
  /\b(?:field|name|action_name)["'\\]{0,4}\s{0,9}:\s{0,9}["'\\]{0,4}(?:group_id|assignee_id|setTeamAssignee|setAssignee|assign_team|assign_agent)\b/;
const REFUNDS = /\bname["'\\]{0,4}\s{0,9}:\s{0,9}["'\\]{0,4}\w{0,40}Refund\w{0,40}["'\\]/;
const TAGS =
  /\b(?:field|name|action_name)["'\\]{0,4}\s{0,9}:\s{0,9}["'\\]{0,4}(?:set_tags|current_tags|addTags|setTags|add_label)\b/g;
const MACROS = /\bactions["'\\]{0,4}\s{0,9}:/g;
/** In percent. */
const NEARLY_ALL = 80;
/** Of fewer macros, nobody can tell what their tags are for. */
const FEWEST = 5;

/** Tells what else the macros of the export do. */
export const houseOf: (content: Content) => House = remembered(({ text }: Content) => {
  const macros = text.match(MACROS)?.length ?? 0;
  const tagged = text.match(TAGS)?.length ?? 0;
  return {
    tagsAreLabels: macros >= FEWEST && tagged * 100 >= macros * NEARLY_ALL && ASSIGNS.test(text),
    refunds: REFUNDS.test(text),
  };
});
