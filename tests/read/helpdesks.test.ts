import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../src/model/source-file.js';
import { read } from '../../src/read/index.js';

/** Returns what a user sees of a file: one line per reply, and its notices. */
async function seen(path: string, content: unknown, named = false) {
  const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
  const { replies, problems, adapter, leftAlone } = await read(new SourceFile(path, text), path, { named });
  const shown = replies.map(({ id, title, body, markup, helpdesk, declared, active, audience }) =>
    [
      id,
      title ?? '-',
      body,
      markup,
      helpdesk ?? '-',
      declared.form,
      declared.channel,
      declared.locale ?? declared.localeInPath,
      declared.status,
      declared.tags?.join('+'),
      active ? '' : 'inactive',
      audience === 'customer' ? '' : audience,
    ]
      .filter((part) => part !== undefined && part !== '')
      .join(' | '),
  );
  const said = problems.map(
    ({ message, fatal, notice }) => `${fatal ? 'fatal' : notice ? 'notice' : 'error'}: ${message}`,
  );
  return { shown: [...shown, ...said], adapter, leftAlone, replies };
}

const macro = (actions: object[], more: object = {}) => ({ id: 7, title: 'Late', active: true, actions, ...more });
const comment = (value: unknown, html = false) => ({ field: html ? 'comment_value_html' : 'comment_value', value });

const cases: Record<string, readonly [path: string, content: unknown, expected: readonly string[]]> = {
  'a zendesk macro with its twin, tags and status': [
    'x.json',
    {
      macros: [
        macro([
          comment('Hi there'),
          comment('<p>Hi there</p>', true),
          { field: 'status', value: 'pending' },
          { field: 'set_tags', value: 'late parcel' },
        ]),
      ],
      count: 1,
    },
    ['7 | Late | <p>Hi there</p> | html | zendesk | pending | late+parcel'],
  ],
  'zendesk internal notes, as text and as a flag': [
    'x.json',
    ['false', false, 'False'].map((value, id) =>
      macro([comment('Look at the logs'), { field: 'comment_mode_is_public', value }], { id }),
    ),
    [0, 1, 2].map((id) => `${id} | Late | Look at the logs | markdown | zendesk | staff`),
  ],
  'a zendesk macro for one channel, an inactive one, one without a comment': [
    'x.json',
    [
      macro([comment(['channel:chat', 'Hi!'])]),
      macro([comment(['channel:all', 'Hi.'])], { id: 8, active: false }),
      macro([{ field: 'status', value: 'solved' }], { id: 9 }),
    ],
    ['7 | Late | Hi! | markdown | zendesk | chat', '8 | Late | Hi. | markdown | zendesk | inactive'],
  ],
  'one zendesk macro by itself, as YAML': [
    'late.yaml',
    'title: Late\nactions:\n  - field: comment_value_html\n    value: |\n      <p>Hi</p>\n',
    ['late.yaml | Late | <p>Hi</p>\n | html | zendesk'],
  ],
  'zendesk side conversations are left out': [
    'x.json',
    { macro: macro([{ field: 'side_conversation', value: ['Subject', '<p>Dear depot</p>', 'text/html'] }]) },
    [],
  ],
  'zendesk macros in CSV, actions as JSON': [
    'x.csv',
    'title,active,actions_json\nLate,True,"[{""field"": ""comment_value"", ""value"": ""Hi\\nyou""}]"\nOld,False,"[{""field"": ""comment_value"", ""value"": ""Hey""}]"\n',
    ['x.csv#late | Late | Hi\nyou | markdown | zendesk', 'x.csv#old | Old | Hey | markdown | zendesk | inactive'],
  ],
  'zendesk macros in CSV, a column a field': [
    'x.csv',
    'id,title,comment_mode_is_public,comment_value_html,status\n1,Late,true,<p>Hi</p>,open\n2,Note,false,<p>Logs?</p>,\n3,Take it,,,open\n',
    ['1 | Late | <p>Hi</p> | html | zendesk | open', '2 | Note | <p>Logs?</p> | html | zendesk | staff'],
  ],
  'the mails of zendesk triggers, not what goes to webhooks': [
    'x.json',
    {
      triggers: [
        {
          id: 5,
          title: 'Received',
          active: true,
          conditions: { all: [], any: [] },
          actions: [
            { field: 'notification_user', value: ['requester_id', 'Re: {{ticket.title}}', 'Hi, we have it.'] },
            { field: 'notification_user', value: ['assignee_id', 'New', 'Please look.'] },
            { field: 'notification_webhook', value: ['01A', '{"text":"Hi"}'] },
            { field: 'notification_target', value: ['99', 'Hi'] },
            { field: 'status', value: 'open' },
          ],
        },
      ],
    },
    [
      '5 | Received | Hi, we have it. | text | zendesk | auto',
      '5~2 | Received | Please look. | text | zendesk | auto | staff',
    ],
  ],
  'zendesk dynamic content, a reply a variant': [
    'x.json',
    {
      items: [
        {
          id: 900,
          name: 'Closing',
          placeholder: '{{dc.closing}}',
          variants: [
            { id: 1, content: 'Anything else?', locale_id: 1, active: true },
            { id: 2, content: '<p>Noch etwas?</p>', locale_id: 8, locale: 'de', active: false },
          ],
        },
      ],
    },
    [
      '1 | Closing | Anything else? | text | zendesk',
      '2 | Closing | <p>Noch etwas?</p> | html | zendesk | de | inactive',
    ],
  ],
  'zendesk chat shortcuts': [
    'x.json',
    [{ id: 3, name: 'hi', message: 'Hi! How can I help?', scope: 'all', tags: ['start'] }],
    ['3 | hi | Hi! How can I help? | text | zendesk-chat | chat | start'],
  ],
  'intercom macros; those without a text are told once': [
    'x.json',
    {
      type: 'list',
      data: [
        { type: 'macro', id: '1', name: 'A', body: '<p>Hi</p>', body_text: 'Hi', available_on: ['inbox', 'messenger'] },
        { type: 'macro', id: '2', name: 'B', body: null, body_text: 'Hey', available_on: ['messenger'] },
        { type: 'macro', id: '3', name: 'C', body: null, body_text: null },
        { type: 'macro', id: '4', name: 'D', body: null, body_text: null },
      ],
    },
    [
      '1 | A | <p>Hi</p> | html | intercom',
      '2 | B | Hey | text | intercom | chat',
      'notice: 2 entries have no text: Intercom leaves the texts out of long lists; fetch the macros one by one',
    ],
  ],
  'another list of intercom': ['x.json', { type: 'list', data: [{ type: 'contact', id: '1', name: 'Hi please' }] }, []],
  'a help scout reply for mail and chat': [
    'x.json',
    { id: 23, name: 'Visit', text: 'Hi {%customer.firstName,fallback=there%},<br />come!', chatText: 'Hi! Come.' },
    [
      '23 | Visit | Hi {%customer.firstName,fallback=there%},<br />come! | html | helpscout',
      '23-chat | Visit | Hi! Come. | text | helpscout | chat',
    ],
  ],
  'help scout’s list holds only beginnings': [
    'x.json',
    [{ id: 23, name: 'Visit', preview: 'Hi there, please come to…' }],
    [
      'notice: 1 entry has no text: the list from Help Scout contains only the first words of each reply; fetch the replies one by one',
    ],
  ],
  'freshdesk canned responses': [
    'x.json',
    [
      { id: 1, title: 'A', folder_id: 9, content: 'Hi', content_html: '<div>Hi</div>', attachments: [] },
      { id: 2, title: 'B', folder_id: 9, content: 'Hey', attachments: [] },
      { id: 3, title: 'C', folder_id: 9, attachments: [] },
    ],
    [
      '1 | A | <div>Hi</div> | html | freshdesk',
      '2 | B | Hey | text | freshdesk',
      'notice: 1 entry has no text: the list of a folder contains only titles; fetch the responses one by one',
    ],
  ],
  'gorgias macros, by the action’s name': [
    'x.json',
    {
      data: [
        {
          id: 5,
          name: 'Order',
          language: 'fr',
          actions: [
            { name: 'addTags', title: 'Add tags', arguments: { tags: 'x' } },
            {
              name: 'setResponseText',
              title: 'Add tags',
              arguments: { body_html: '<div>Bonjour</div>', body_text: 'Bonjour' },
            },
          ],
        },
        { id: 6, name: 'Tag', language: null, actions: [{ name: 'addTags', arguments: { tags: 'x' } }] },
      ],
    },
    ['5 | Order | <div>Bonjour</div> | html | gorgias | fr'],
  ],
  'gorgias macros with the text beside the actions': [
    'x.json',
    {
      macros: [
        { id: 7, name: 'Ours', channel: 'chat', body: 'On it!', actions: [{ name: 'setStatus', status: 'closed' }] },
        { id: 8, name: 'No actions', channel: 'chat', body: 'Say again?' },
        {
          id: 9,
          name: 'With a note',
          body_html: '<p>Done.</p>',
          body_text: 'Done.',
          actions: [{ name: 'addInternalNote', arguments: { body_text: 'Told them.' } }],
        },
      ],
    },
    [
      '7 | Ours | On it! | text | gorgias | chat | closed',
      '8 | No actions | Say again? | text | gorgias | chat',
      '9 | With a note | <p>Done.</p> | html | gorgias',
      '9~2 | With a note | Told them. | text | gorgias | staff',
    ],
  ],
  'gorgias messages of a ticket are none of ours': [
    'x.json',
    {
      messages: [
        {
          id: 7,
          sender: { id: 3 },
          from_agent: true,
          body_text: 'It is on its way.',
          actions: [{ name: 'setStatus', arguments: { status: 'closed' } }],
        },
      ],
    },
    [],
  ],
  'front templates': [
    'x.json',
    { _results: [{ id: 'rsp_1', name: 'Late', subject: null, body: '<p>Hi</p>' }] },
    ['rsp_1 | Late | <p>Hi</p> | html | front'],
  ],
  'chatwoot canned responses': [
    'x.json',
    [{ id: 7, account_id: 1, short_code: 'late', content: 'Hi {{contact.first_name}}' }],
    ['7 | late | Hi {{contact.first_name}} | markdown | chatwoot'],
  ],
  'chatwoot canned responses in CSV': [
    'x.csv',
    'short_code,content\nlate,"Hi, ""you"""\n',
    ['x.csv | late | Hi, "you" | markdown | chatwoot'],
  ],
  'short codes of links are none of ours': [
    'x.json',
    [{ short_code: 'a', content: 'Hi', url: 'https://a.example' }],
    [],
  ],
  'chatwoot macros, a message and a private note': [
    'x.json',
    {
      payload: [
        {
          id: 4,
          name: 'Close',
          actions: [
            { action_name: 'add_label', action_params: ['x'] },
            { action_name: 'send_message', action_params: ['Bye!'] },
            { action_name: 'add_private_note', action_params: ['Closed it'] },
          ],
        },
      ],
    },
    ['4 | Close | Bye! | markdown | chatwoot', '4~2 | Close | Closed it | markdown | chatwoot | staff'],
  ],
  'quick text in CSV': [
    'x.csv',
    'Name,Category,Channel,IsInsertable,Message\nLate,Ship,Email;Internal,true,"Hi,\nsorry"\nNote,Ship,Internal,true,Logs\nDraft,Ship,Email,false,Hm\n',
    [
      'x.csv#late | Late | Hi,\nsorry | text | salesforce',
      'x.csv#note | Note | Logs | text | salesforce | internal | staff',
      'x.csv#draft | Draft | Hm | text | salesforce | email | inactive',
    ],
  ],
  'quick text in JSON': [
    'x.json',
    { records: [{ attributes: { type: 'QuickText', referenceId: 'q1' }, Name: 'Late', Message: 'Hi' }] },
    ['q1 | Late | Hi | text | salesforce'],
  ],
  'zammad text modules in a pack for a language': [
    'de-de.json',
    [{ id: 1, name: 'Anrede', keywords: 'hallo', content: 'Hallo #{ticket.customer.lastname},', active: false }],
    ['1 | Anrede | Hallo #{ticket.customer.lastname}, | html | zammad | de-de | inactive'],
  ],
  'zammad macros send nothing': [
    'x.json',
    [{ id: 1, name: 'Close', perform: { 'ticket.state_id': { value: 4 } } }],
    [],
  ],
  'discourse templates': [
    'x.json',
    { templates: [{ id: 9, slug: 'moved', title: 'Moved', content: 'Hi, I moved it.', tags: ['mod'], usages: 3 }] },
    ['9 | Moved | Hi, I moved it. | markdown | discourse | mod'],
  ],
  'github replies': [
    '.github/replies.yml',
    'replies:\n  - body: |\n      Thanks @<reporter>!\\\n      Bye\n    name: Info\n',
    ['.github/replies.yml | Info | Thanks @<reporter>!\\\nBye\n | markdown | github'],
  ],
  'osticket, one folder a language': [
    'i18n/pt_BR/templates/premade.yaml',
    '- isenabled: 1\n  title: Um\n  response: |\n    Olá\n  notes: |\n    Staff only\n- isenabled: 0\n  title: Dois\n  response: >-\n    Oi\n    você\n',
    [
      'i18n/pt_BR/templates/premade.yaml#um | Um | Olá\n | html | osticket | pt-BR',
      'i18n/pt_BR/templates/premade.yaml#dois | Dois | Oi você | html | osticket | pt-BR | inactive',
    ],
  ],
  'espanso: messages, not typos and emoji': [
    'match/base.yml',
    'matches:\n  - trigger: ":hte"\n    replace: the\n  - trigger: ":late"\n    label: Late\n    form: |\n      Hi [[name]],\n      I am sorry that your order is late. It leaves us today.\n',
    [
      'match/base.yml | Late | Hi [[name]],\nI am sorry that your order is late. It leaves us today.\n | text | espanso',
    ],
  ],
};

describe('help desks', () => {
  test.each(Object.entries(cases))('%s', async (_, [path, content, expected]) => {
    expect((await seen(path, content)).shown).toEqual(expected);
  });
});

const REFUND = 'Hi there, thank you for writing. Your refund is on its way, please check on Friday.';
const LATE = 'Hello! We are sorry that your parcel is late. Let us know if it is not there on Monday.';

const libraries: Record<string, readonly [path: string, content: unknown, expected: readonly string[]]> = {
  'comments of jira automation rules, in branches too, and notes among agents': [
    'x.json',
    {
      cloud: true,
      rules: [
        {
          id: 3,
          name: 'Late',
          state: 'ENABLED',
          components: [
            { component: 'ACTION', type: 'jira.issue.comment', value: { comment: LATE, publicComment: true } },
            {
              component: 'CONDITION',
              type: 'jira.condition.container.block',
              children: [
                { component: 'ACTION', type: 'jira.issue.comment', value: { comment: REFUND, publicComment: false } },
              ],
            },
          ],
        },
        { id: 4, name: 'Assign', state: 'ENABLED', components: [{ type: 'jira.issue.assign', value: {} }] },
      ],
    },
    [`3 | Late | ${LATE} | text | jira`, `3~2 | Late | ${REFUND} | text | jira | staff`],
  ],
  'articles of request tracker': [
    'x.json',
    {
      items: [
        {
          id: 8,
          Name: 'Late parcel',
          CustomFields: [
            { name: 'Topic', values: ['parcels'] },
            { name: 'Question', values: ['Where is it?'] },
            { name: 'Response', values: [LATE] },
          ],
        },
      ],
    },
    [`8 | Late parcel | ${LATE} | text | rt`],
  ],
  'JSON with comments, and a comma behind the last': [
    'x.json',
    `{\n  // by hand\n  "macros": [{"id": 7, "title": "Late", "active": true, "actions": [{"field": "comment_value", "value": "Hi there"},]},],\n}`,
    ['7 | Late | Hi there | markdown | zendesk'],
  ],
  'CSV with backslashes before quotation marks': [
    'x.csv',
    'title,active,comment_value\nLate,true,"Hi \\"Kim\\", see C:\\\\a, \\n"\n',
    ['x.csv | Late | Hi "Kim", see C:\\a, \\n | markdown | zendesk'],
  ],
  'rows of several kinds, of which some are mails': [
    'x.csv',
    [
      '1,true,DECLARATION,"I am the applicant, and I declare that all of this is true."',
      '2,true,EMAIL_TEMPLATE,"Dear [[NAME]], thank you for your form. Please send us the plan by Friday."',
      '3,true,ENDORSEMENT,"Valid for one kiln."',
      '4,true,EMAIL_TEMPLATE,"Dear [[NAME]], we are sorry that your kiln is late. Please let us know if Monday suits you."',
      '5,true,ENDORSEMENT,"Not valid for salt glaze."',
      '6,true,EMAIL_TEMPLATE,"Dear [[NAME]], your licence is here. Thank you for waiting, and please keep it safe."',
      '7,true,LETTER_FRAGMENT,"as shown in the schedule"',
    ].join('\n'),
    [
      'x.csv#reply | - | Dear [[NAME]], thank you for your form. Please send us the plan by Friday. | text | -',
      'x.csv#reply~2 | - | Dear [[NAME]], we are sorry that your kiln is late. Please let us know if Monday suits you. | text | -',
      'x.csv#reply~3 | - | Dear [[NAME]], your licence is here. Thank you for waiting, and please keep it safe. | text | -',
    ],
  ],
  'a map of mails: the key, not the subject they share, is the title': [
    'x.yml',
    `mails:\n  late:\n    subject: Your order\n    body: ${JSON.stringify(LATE)}\n  refund:\n    subject: Your order\n    body: ${JSON.stringify(REFUND)}\n`,
    [`x.yml#late | late | ${LATE} | text | -`, `x.yml#refund | refund | ${REFUND} | text | -`],
  ],
  'entries with title and text': [
    'a.json',
    [
      { title: 'Refund', content: REFUND, channel: 'chat', tags: ['money'] },
      { title: 'Late', content: `<p>${LATE}</p>`, active: false, language: 'en' },
    ],
    [
      `a.json#refund | Refund | ${REFUND} | text | - | chat | money`,
      `a.json#late | Late | <p>${LATE}</p> | html | - | en | inactive`,
    ],
  ],
  'entries under a key': [
    'a.json',
    {
      version: 2,
      answers: [
        { id: 4, label: 'R', macro: REFUND },
        { id: 5, label: 'L', macro: LATE },
      ],
    },
    [`4 | R | ${REFUND} | text | -`, `5 | L | ${LATE} | text | -`],
  ],
  'a map of titles to texts': [
    'a.json',
    { Refund: REFUND, Late: LATE },
    [`a.json#refund | Refund | ${REFUND} | text | -`, `a.json#late | Late | ${LATE} | text | -`],
  ],
  categories: [
    'a.yaml',
    `money:\n  Refund: "${REFUND}"\nship:\n  Late: >-\n    ${LATE}\n`,
    [`a.yaml#refund | Refund | ${REFUND} | text | -`, `a.yaml#late | Late | ${LATE} | text | -`],
  ],
  'a map of entries': [
    'replies/de.json',
    { r1: { label: 'R', content: REFUND }, r2: { label: 'L', content: LATE } },
    [`replies/de.json#r1 | R | ${REFUND} | text | - | de`, `replies/de.json#r2 | L | ${LATE} | text | - | de`],
  ],
  'CSV, an internal entry': [
    'a.csv',
    `Name;Text;Internal\nRefund;"${REFUND}";no\nLate;"${LATE}";yes\n`,
    [`a.csv#refund | Refund | ${REFUND} | text | -`, `a.csv#late | Late | ${LATE} | text | - | staff`],
  ],
  'NDJSON with a bad line': [
    'a.ndjson',
    `{"id":1,"body":"${REFUND}"}\n{"id":2,"body":"${LATE}"\n{"id":3,"body":"${LATE}"}\n{"id":4,"body":"${LATE}"}\n`,
    [
      `1 | - | ${REFUND} | text | -`,
      `3 | - | ${LATE} | text | -`,
      `4 | - | ${LATE} | text | -`,
      'fatal: Not checked: close brace expected',
    ],
  ],
};

describe('libraries of a team’s own making', () => {
  test.each(Object.entries(libraries))('%s', async (_, [path, content, expected]) => {
    expect((await seen(path, content)).shown).toEqual(expected);
  });

  test.each([
    [
      'package.json',
      {
        name: 'x',
        description: REFUND,
        a: [
          { title: 'a', body: REFUND },
          { title: 'b', body: LATE },
        ],
      },
    ],
    ['.github/workflows/stale.yml', `Refund: ${REFUND}\nLate: ${LATE}\n`],
    [
      'a.json',
      {
        openapi: '3.0',
        answers: [
          { title: 'a', body: REFUND },
          { title: 'b', body: LATE },
        ],
      },
    ],
    ['tool.json', { sections: { NAME: 'tool', DESCRIPTION: LATE, 'QUESTIONS AND HELP': REFUND } }],
    ['locales/en.json', { Refund: REFUND, Late: LATE }],
    ['a.json', { 'mail.refund.body': REFUND, 'mail.late.body': LATE }],
    [
      'a.json',
      { title: 'One text that is no letter', body: 'Your settings are here. Please check them now and then.' },
    ],
    ['a.json', [REFUND, LATE]],
    [
      'docs.json',
      [
        { title: 'Install', content: 'Run the script, then start the server as root.' },
        { title: 'Use', content: 'You can pass {some_name} to the command to set it.' },
      ],
    ],
    ['labels.json', Object.fromEntries([...Array(40).keys()].map((n) => [`k${n}`, n < 5 ? REFUND : 'Save']))],
    ['tsconfig.app.json', '{ // please\n "a": 1, }'],
    ['a.json', '{ // thanks\n "a": 1, }'],
    ['typos.yml', 'matches:\n  - trigger: ":hte"\n    replace: "hello"\n'],
    [
      'docs.json',
      [
        { type: 'macro', name: 'sorry', body: null },
        { type: 'macro', name: 'thanks' },
      ],
    ],
    ['images.json', [{ id: 1, name: 'hi', preview: 'https://a.example/hi.png' }]],
    ['codes.csv', 'Name,Category,Message\nE1,io,Sorry not found\n'],
    ['chart.yaml', 'a: {{ .Values.thanks }}\nb: {{- end }}\n'],
  ])('%s is left alone, with a reason: %j', async (path, content) => {
    const { shown, leftAlone } = await seen(path, content);
    expect(shown).toEqual([]);
    expect(leftAlone?.reason).toMatch(/\w/);
  });

  test('an ordinary file is left alone even where it is named', async () => {
    expect((await seen('tsconfig.json', '{ // please\n "a": 1, }', true)).shown).toEqual([]);
  });
});

test.each([
  ['x.yaml', '- isenabled: 1\n  title: A\n  response: |\n    Hi\nthere\n', false, /^fatal: Not YAML: /, 5],
  ['x.json', '{"macros": [{"actions": [{"field": "comment_value"]}', false, /^fatal: Not JSON: /, 1],
  ['x.csv', 'title,actions_json\n"a,b\n', false, /^fatal: Not checked: the quotation mark/, 2],
  ['x.yaml', 'a: b: c', true, /^fatal: Not YAML: /, 1],
])('%s that is broken: %j', async (path, content, named, message, line) => {
  const { problems } = await read(new SourceFile(path, content), path, { named });
  expect(problems.map((problem) => `${problem.fatal ? 'fatal' : ''}: ${problem.message}`)).toEqual([
    expect.stringMatching(message),
  ]);
  expect(new SourceFile(path, content).placeOf(problems[0]?.span.start ?? 0).line).toBe(line);
});
