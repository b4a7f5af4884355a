/** What a heading or a label says of the text under it. */
export type Role = 'reply' | 'aside' | undefined;

/** Under these, and nowhere else in the file, stands what is sent. */
const REPLY = words(
  'template|body|answer|response|reply|comment ?/ ?response|response ?/ ?comment|canned (?:response|reply)|macro (?:text|body)|(?:reply|response|message|template|email|e-mail|mail) (?:text|body|template)|(?:suggested|sample|example|our|your) (?:reply|response|answer)|copy',
);

/**
 * For the agent, or by somebody else than the team. Only where it is the whole heading: a reply may well be titled
 * “Question about your invoice”.
 */
const ASIDE = words(
  "internal(?: (?:notes?|only|use|use only|guidance|comments?|instructions))?|(?:agents?|staff) (?:notes?|only|guidance|instructions)|notes?(?: (?:for|to) (?:agents?|staff|the agent|the team|self))?|(?:pro[ -])?tips?|guidelines?|(?:response|reply|usage|writing|style|tone) (?:guidelines?|guide|notes?|tips?)|instructions?|do not send|when(?: not)? to use(?: (?:this|it|which))?.{0,40}|use (?:when|case|cases|for|this when|this template when)|usage|purpose|context|situation|scenario|variables?(?: (?:to replace|used|reference))?|placeholders?(?: (?:to replace|used|reference))?|(?:merge )?fields|questions?|(?:the )?customers?(?:[’']s)? (?:says?|said|asks?|asked|message|question|email|writes?|wrote|request|ticket)|(?:original|incoming) (?:message|email|question|ticket)|user (?:question|message)|escalations?(?: (?:path|protocol|notes?|criteria|steps|rules|process|matrix|to))?|tags?|metadata|changelog|see also|references|table of contents|contents|toc|overview|how to use.{0,40}|(?:not )?reported|(?:in)?correct|good|bad|wrong|right|do|don[’']?ts?|before|after|pass(?:es)?|fails?",
);

function words(alternatives: string): RegExp {
  return new RegExp(`^(?:${alternatives})$`, 'i');
}

/** A heading that is longer is none that is known here, and as a title long enough. */
const LONGEST = 200;

/** `## **2. Refund approved:**` → `Refund approved`. */
export function wordsOf(heading: string): string {
  return heading
    .slice(0, LONGEST)
    .replace(/^[*_]{1,3}|[*_]{1,3}$/g, '')
    .replace(/^\d{1,3}[.)][ \t]+/, '')
    .replace(/[*_]{1,3}(?=:?$)/, '')
    .replace(/[:：][*_]{0,3}$/, '')
    .trim();
}

/** What a heading or a label says of the text under it; undefined where it is a title. */
export function roleOf(heading: string): Role {
  const said = wordsOf(heading)
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .trim();
  if (REPLY.test(said)) return 'reply';
  return ASIDE.test(said) ? 'aside' : undefined;
}

const LABEL = /^(?:\*\*|__)([^*_\n]{1,80})(?:\*\*|__)[ \t]*:?[ \t]*$/;
const LABEL_WITH_TEXT = /^(?:[-*][ \t]+)?(?:\*\*|__)([^*_\n]{1,40})(?::(?:\*\*|__)|(?:\*\*|__)[ \t]*:)[ \t]*(\S.*)?$/;

/** A line that names what follows it, as `**Answer**` does; undefined for any other line. */
export function labelOf(line: string): string | undefined {
  const label = LABEL.exec(line.trim())?.[1];
  return label === undefined ? undefined : wordsOf(label);
}

/** `**Use when:** the parcel is late`: the name and what is said of it. */
export function remarkOf(line: string): { readonly name: string; readonly text: string } | undefined {
  const match = LABEL_WITH_TEXT.exec(line.trim());
  if (match) return { name: wordsOf(match[1] ?? ''), text: (match[2] ?? '').trim() };
  const plain =
    /^(use (?:this )?when|when to use|internal notes?|notes?|tags?|short ?code|shortcut|category)[ \t]*:[ \t]*(\S.*)?$/i.exec(
      line.trim(),
    );
  return plain ? { name: plain[1] ?? '', text: plain[2] ?? '' } : undefined;
}

const SUBJECT =
  /^(?:[*_]{2})?(?:subject(?: line)?|betreff|asunto|objet|oggetto|assunto|onderwerp|тема|件名)[ \t]*(?:[*_]{2}[ \t]*:|:[ \t]*[*_]{2}|:|：)[ \t]*(.*)$/iu;

/** What a `Subject:` line says; undefined for any other line. */
export function subjectOf(line: string): string | undefined {
  return SUBJECT.exec(line.trim())?.[1]?.trim();
}
