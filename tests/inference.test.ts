import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compose, readerOf } from '../src/compose/index.js';
import { signatureOf } from '../src/language/signature.js';
import type { LibraryProfile } from '../src/model/library.js';
import { MappedText } from '../src/model/offset-map.js';
import type { Form, Intent, Markup, Reply, State } from '../src/model/reply.js';
import { SourceFile } from '../src/model/source-file.js';

/** The expected form, the expected intent if it is clear, the title and the text of a reply without neighbors. */
type Row = readonly [Form, Intent | '', string, string];

const ROWS: readonly Row[] = [
  [
    'full',
    'acknowledge',
    'Freeze',
    'Hello,\n\nThe two of us were able to reproduce the freeze this morning. A fix is in review and will be in the next release.',
  ],
  [
    'full',
    'ask',
    'Picture refused',
    'Dear applicant,\n\nThe photograph was rejected: the background has to be plain. Upload a new photograph through the portal.\n\nVisa Desk',
  ],
  [
    'full',
    'refuse',
    'Lease',
    'Hanna, we went through the lease again. The oven is part of it, and we cannot refund that share.',
  ],
  [
    'auto',
    '',
    'Card',
    'Hi {name},\n\nYour payment could not be taken. Update the card in the settings to keep your plan.',
  ],
  [
    'auto',
    '',
    'Documents in',
    'We have your documents (reference 88-201). A clerk checks them within five working days.',
  ],
  [
    'auto',
    '',
    'Security',
    'Hello {{user.first_name}},\n\nThere was a new login to your account from Oslo. If it was not you, change the password.',
  ],
  ['chat', '', 'Scarf', 'Thanks, that helps! In which hall did you sit? I am on my way down to look.'],
  ['fragment', '', 'Closing block, hikes', 'Write any time if your plans change.\n\nEnjoy the mountains,\nAna'],
  [
    'full',
    'ask',
    'Water bill',
    'Dear {name},\n\nThe invoice of May is still open. The amount must be on our account by Friday.\n\nAccounts',
  ],
  [
    'full',
    'ask',
    'Corrected form',
    'Dear {name},\n\nThe dates in your form differ. A corrected form must be uploaded in the portal.\n\nExaminations',
  ],
  [
    'full',
    'ask',
    'Section C',
    'Dear {name},\n\nYour application cannot be processed yet. Section C is empty: please complete it and bring it to the counter.\n\nBenefits',
  ],
  [
    'full',
    'answer',
    'Second key',
    'Hi {name},\n\nBoth keys work for a day after the switch. If the error comes back after that, send me its number and I will go through the log with you.\n\nBest,\nJo',
  ],
  [
    'full',
    'ask',
    'Kettle',
    'Hi {{name}},\n\nSorry to hear the kettle leaks. So that I can arrange a replacement, please let me know where you bought it, and attach the receipt if you still have it.\n\nBest,\nJo',
  ],
  [
    'full',
    'ask',
    'Address',
    'Hello {{customer.first_name}},\n\nWe are almost ready to send your order. The house number is missing from the address. What should it be?\n\nThanks,\nMia',
  ],
  [
    'full',
    'ask',
    'Claim',
    'Dear Mr {{name}},\n\nIn order to process your claim we require the following documents:\n\n- a copy of your passport\n- proof of purchase\n\nYours sincerely,\nClaims',
  ],
  [
    'full',
    'ask',
    'Red light',
    'Hi {{name}},\n\nCould you restart the router and try again? If it still blinks red, tell me the serial number on the back and I will run a line test.\n\nTom',
  ],
  [
    'fragment',
    'ask',
    'No reproduction',
    'Thanks for opening this issue. We need a minimal reproduction to look into it. Please create one with the template and post the link here.',
  ],
  [
    'full',
    'acknowledge',
    'Export',
    'Hi {{name}},\n\nThanks for flagging this. I have passed it to our engineers and they are looking at it now. I will be back in touch by Thursday.\n\nBest,\nMia',
  ],
  [
    'full',
    'acknowledge',
    'Application',
    'Dear {{name}},\n\nWe have received your application and the three enclosures. Our committee will review them, and you will hear from us by the end of the month.\n\nKind regards,\nAdmissions',
  ],
  [
    'full',
    'answer',
    'Opening hours',
    'Hi {{name}},\n\nWe are open Monday to Saturday, 9 to 6, and until 8 on Thursdays. Parking behind the shop is free.\n\nSee you soon,\nMia',
  ],
  [
    'full',
    'answer',
    'Still stuck',
    'Hi {{name}},\n\nTo export your data, go to Settings > Export and pick CSV. The file arrives by e-mail within ten minutes.\n\nStill stuck? Just reply.\n\nTom',
  ],
  [
    'full',
    'answer',
    'Dark mode',
    'Thank you for the feedback, {name}! Dark mode is available under Settings > Display since version 3.2. We hope you enjoy it.',
  ],
  [
    'full',
    'answer',
    'Boiler',
    'Your boiler was installed in 2015 and has a ten year guarantee, which runs until next March. The yearly service is part of it; you have had all of them, so there is nothing to pay for this repair. The engineer brings the part on Tuesday and needs about an hour. Somebody over 18 has to be at home. The old part goes back to the maker.',
  ],
  [
    'full',
    'resolve',
    'Address changed',
    'Hi {{name}},\n\nI have changed the address on your order. It will now go to {{address}} and should arrive on Friday.\n\nAnything else? Just reply.\n\nTom',
  ],
  [
    'full',
    'refuse',
    'Discount',
    'Dear {{name}},\n\nThank you for asking about a discount. We do not give discounts on single tickets, but a family card costs less from the second visit on.\n\nKind regards,\nTom',
  ],
  [
    'full',
    'refuse',
    'Full house',
    'Dear {{guest}},\n\nUnfortunately we are fully booked on those dates and cannot offer you a room. Our sister hotel still has doubles; shall I book one for you?\n\nWarm regards,\nReception',
  ],
  [
    'chat',
    'refuse',
    'More options',
    'Thanks for the pull request! We are not looking to add more config options right now, so I am going to close this. If you feel strongly, open a discussion and we can talk about it there.',
  ],
  [
    'full',
    'apologize',
    'Late flowers',
    'Hi {{name}},\n\nI am so sorry your flowers came a day late. That should not have happened. A fresh bouquet is being bound for you now.\n\nTom',
  ],
  [
    'full',
    'close',
    'Closing',
    'Hi {{name}},\n\nI have not heard from you since last week, so I will close this ticket for now. Just reply if you need anything.\n\nTom',
  ],
  [
    'auto',
    '',
    'New ticket',
    'Hi {{ticket.requester.name}},\n\nYour request ({{ticket.id}}) has been received and is being reviewed by our support staff.\n\nTo add comments, reply to this email.',
  ],
  [
    'auto',
    '',
    'Away',
    'Thanks for your email. I am currently out of office with no access to email and will be back on 3 June.',
  ],
  ['auto', '', 'Parcel', 'Your parcel {{tracking_number}} is out for delivery today between 10:00 and 12:00.'],
  [
    'auto',
    '',
    'Payment',
    'Hi {{name}}, we have received your payment of {{amount}} for invoice {{number}}. The receipt is attached.\n\nThe Acme team',
  ],
  ['auto', '', 'Robot', 'This is an automated message. Please do not reply to this e-mail.'],
  ['chat', '', 'Hold', 'Got it, one sec while I pull up your account 🙂'],
  ['chat', '', 'Mail', 'Can you tell me the email you used when you signed up?'],
  ['chat', '', 'Bye', 'You’re welcome! Have a lovely day 😊'],
  ['chat', '', 'Hello', 'Hi {{name}}! I’m Ana. Give me a moment to read through your message.'],
  ['chat', '', 'No dot', 'ah ok, then it sits under Account > Documents'],
  [
    'fragment',
    '',
    'Warranty para',
    'The warranty covers faults in material and workmanship for two years from the day of purchase. It does not cover wear and tear.',
  ],
  ['fragment', '', 'Sign out', '1. Open the app\n2. Tap Profile\n3. Tap Sign out'],
  ['fragment', '', 'Opener', 'Hi {{name}}, thanks for getting in touch with us today!'],
  [
    'fragment',
    '',
    'Closing line 2',
    'Should further questions arise, we are here for you.\n\nKind regards,\n{{agent.name}}',
  ],
  [
    'fragment',
    '',
    'Leads on',
    'Hi {{name}},\n\nWe would love to merge this, but the branch is behind. You can update it in three easy steps on the command line:',
  ],
  ['internal', '', 'Internal note', 'Customer called twice. Offer the LTE stick.'],
];

describe('what a reply is taken for', () => {
  test.each(ROWS)('%s %s: %s', async (form, intent, title, text) => {
    const { renderings, reasons } = await composed({ title, text, markup: 'markdown' });
    expect(renderings[0]?.form, reasons()[0]).toBe(form);
    if (intent !== '') expect(renderings[0]?.intent, reasons()[1]).toBe(intent);
  });

  test('every decision has its reason in words', async () => {
    for (const [, , title, text] of ROWS) {
      const { reasons } = await composed({ title, text, markup: 'markdown' });
      expect(reasons()[0]).toMatch(/^form \w+: \S/);
      expect(reasons()[1]).toMatch(/^intent \w+: \S/);
    }
  });

  test.each<readonly [Form, string, string]>([
    [
      'auto',
      'app/templates/shop/email/renewed.txt',
      'Hi {{ name }},\n\n{% if yearly %}Your plan runs for another year.{% else %}Your plan runs on.{% endif %}\n\nThe Acme team',
    ],
    [
      'auto',
      'app/views/order_mailer/late.text.erb',
      'Hello <%= @name %>,\n\nYour order is a day late. We pack it tomorrow.',
    ],
    [
      'full',
      'app/templates/shop/email/welcome.txt',
      'Hi {{ name }},\n\nI’m Ana, and I look after new shops. {% if yearly %}You have a year.{% endif %} Write to me any time.\n\nAna',
    ],
    [
      'full',
      'templates/email/renewed.md',
      'Hi {{ name }},\n\n{% if yearly %}Your plan{% endif %} runs for another year, as you asked.',
    ],
    [
      'auto',
      'app/locales/en/mail_templates.yml',
      'Hi, {0}\n\nChoose a new password on this page:\n{1}\n\nRegards,\nHarbor Desk',
    ],
    [
      'full',
      'app/locales/en/mail_templates.yml',
      'Hi, {0}\n\nI have looked at your board, and the lost cards are back in the archive.\n\nRegards,\nAna',
    ],
    ['full', 'replies/without-chat.json', 'Hi {name},\n\nThe codes come from a new number since Monday, as you asked.'],
    [
      'fragment',
      'snippets/warranty.md',
      'The warranty covers faults in material and workmanship for two years from the day of purchase, in all shops and for all lamps that we have ever made. It does not cover wear and tear, nor does it cover what a cat, a child, or a fall from a table does to glass or to the shade.',
    ],
    [
      'full',
      'snippets/refund.md',
      'Hi {name},\n\nYour refund is on its way and should arrive by Friday, as we said.\n\nBest,\nAna',
    ],
  ])('is %s in %s', async (form, path, text) => {
    const { renderings } = await composed({ path, text, markup: 'text' });
    expect(renderings[0]?.form).toBe(form);
  });

  test.each<readonly [Form, Intent | '', string, string]>([
    [
      'full',
      '',
      'No notification on event',
      'Hi {name},\n\nThe bell shows a dot only while the page is open. Reload it once, and the dot is there.',
    ],
    [
      'full',
      '',
      'Code',
      'Hi {name},\n\nI have looked at the log. Please do not reply to this email with the code; I’ll call you.\n\nAna',
    ],
    [
      'full',
      '',
      'Late',
      'Hi {name},\n\nSorry for the wait: the parcel left our house this morning, and we put a tin of tea in it.',
    ],
    [
      'full',
      'answer',
      'Credit',
      'Hi {name},\n\nYour credit never expires. You find it under the wallet icon and can spend it in any of our shops.',
    ],
    [
      'full',
      'refuse',
      'Report',
      'Hi {name},\n\nWe have accepted the risk and do not believe that it warrants a fix.\n\nThe security desk',
    ],
    [
      'full',
      'answer',
      'Views',
      'Hi {name},\n\nWe are aware that others see this differently. The hall is for all who live here, and so it has no lock.',
    ],
    [
      'full',
      'ask',
      'PR',
      'Hi {name},\n\nPlease update your PR to target the main branch, and rebase it on the last release.',
    ],
    ['full', '', 'SMS codes', 'Hi {name},\n\nThe codes come from a new number since Monday.\n\nKind regards,\nAna'],
    [
      'full',
      '',
      'Chat Bug',
      'Hi {name},\n\nThe bubble was hidden behind the map. It is back since this morning.\n\nKind regards,\nAna',
    ],
    ['fragment', '', 'Start', 'Dear guest,\n\nThank you for writing to the Harbor Hotel.'],
    ['fragment', '', 'Papers', '-Harbor Passport\n-Harbor Pilot License\n-Old Harbor Card (“Blue Card”)'],
  ])('is %s %s: %s', async (form, intent, title, text) => {
    const [rendering] = (await composed({ title, text, markup: 'text' })).renderings;
    expect(rendering?.form).toBe(form);
    if (intent !== '') expect(rendering?.intent).toBe(intent);
  });

  test.each<readonly [State, string]>([
    ['open', 'Please update your pull request to target the main branch.'],
    ['open', 'To find the parcel I need:\n\n- the day you sent it\n- the address on the label'],
    ['open', 'Sorry about the cracked lid! Could you send us a photo of it?'],
    ['open', 'Thanks for the recording. Our developers are looking into it, and we’ll get back to you on Friday.'],
    ['open', 'Your report has been passed on to the engineer on duty.'],
    ['open', 'Hello! You are talking to Ana. How can I help you today?'],
    [
      'concluded',
      'To change the language:\n\n1. Open the settings.\n2. Choose “Region”.\n\nIf that fails, reply with your provider’s name and I’ll set it for you.',
    ],
    ['concluded', 'Your refund is on its way. I will write to you on Friday.'],
    [
      'concluded',
      'Hi {name},\n\nExchange approved. Please reply to confirm the size. Once confirmed, we ship it the same day.',
    ],
    ['concluded', 'You can see all invoices on the billing page. Does that answer your question?'],
    [
      'concluded',
      'We can’t refund tickets for a show that took place. The box office can swap yours for another night.',
    ],
    [
      'concluded',
      'I have restored the board, and all is where you left it. If it happens again, we will look into it.',
    ],
  ])('leaves something open or concludes: %s', async (state, text) => {
    const { renderings } = await composed({ text, markup: 'markdown' });
    expect(renderings[0]?.state).toBe(state);
  });

  test.each<readonly [Form, number, string]>([
    ['full', 18, 'where 18 of the 20 nearby replies have a greeting or sign-off'],
    ['fragment', 10, 'where 10 of the 20 nearby replies have a greeting or sign-off'],
    ['full', 1, 'and 1 of the 20 nearby replies have a greeting or sign-off'],
  ])('a bare text is what the replies beside it make it: %s', async (form, either, because) => {
    const text =
      'The warranty covers faults in material and workmanship for two years from the day of purchase. It does not cover wear and tear.';
    const library = { replies: 20, greet: either, sign: 0, either };
    const { renderings, reasons } = await composed({ text, markup: 'markdown', library });
    expect(renderings[0]?.form).toBe(form);
    expect(reasons()[0]).toContain(because);
  });

  test('siblings of about one length have one form, by the shortest of them', async () => {
    const text = `The warranty covers all faults ${'in the wood and the brass '.repeat(9)}for two years.`;
    const library = { replies: 4, greet: 0, sign: 0, either: 0 };
    const formAmong = async (siblings: Record<string, number>) => {
      const { renderings, reasons } = await composed({ text, markup: 'text', library: { ...library, siblings } });
      return [renderings[0]?.form, reasons()[0]];
    };
    expect((await formAmong({}))[0]).toBe('full');
    expect(await formAmong({ 'the warranty covers all faults': 44 })).toEqual([
      'fragment',
      'form fragment: 62 words without a greeting or farewell (44 in a similar reply)',
    ]);
    expect((await formAmong({ 'the warranty covers all faults': 20 }))[0]).toBe('full');
  });

  test('bare lines among answers to tickets are whole messages', async () => {
    const text = 'Your ticket has been passed on to the night shift, who work on it until six.';
    const library = { replies: 4, greet: 0, sign: 0, either: 0 };
    const formAmong = async (tickets: number) =>
      (await composed({ text, markup: 'text', library: { ...library, tickets } })).renderings[0]?.form;
    expect(await formAmong(3)).toBe('full');
    expect(await formAmong(2)).toBe('chat');
  });

  test('the reasons stand in the order of their weight, and then what speaks against it', async () => {
    const text =
      'Hi {name},\n\nThis is an automated message. Could you send us a photo of the lid? The refund has been issued.';
    const { reasons } = await composed({ text, markup: 'text', title: 'Complaint' });
    expect(reasons().slice(0, 3)).toEqual([
      'form auto: says “This is an automated”; but greets with “Hi”',
      'intent resolve: “has been issued”',
      'concluded: “has been issued”; but “Could you”',
    ]);
  });

  test('what a text shows of itself outweighs what the replies beside it do', async () => {
    const text = 'Hi {{name}},\n\nYour plan is active again, and all of your boards are where you left them.\n\nAna';
    const library = { replies: 20, greet: 0, sign: 0, either: 0 };
    const { renderings, reasons } = await composed({ text, markup: 'text', library });
    expect(renderings[0]?.form).toBe('full');
    expect(reasons()[0]).toBe('form full: greets with “Hi”');
  });

  test('what is declared outweighs all evidence', async () => {
    const text = 'Hi {{name}},\n\nYour plan is active again, and all of your boards are where you left them.\n\nAna';
    const { renderings, reasons } = await composed({ text, markup: 'text', form: 'fragment', intent: 'ask' });
    expect(renderings[0]).toMatchObject({ form: 'fragment', intent: 'ask' });
    expect(reasons().slice(0, 2)).toEqual(['form fragment: declared', 'intent ask: declared']);
  });

  test('agrees with an experienced reader on the project’s own labelled replies', async () => {
    const labelled: readonly { title: string; markup: Markup; text: string; labels: { form: Form; intent: Intent } }[] =
      readFileSync(new URL('../fixtures/labelled/replies.jsonl', import.meta.url), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line));
    const isFull = (form: Form | undefined) => form === 'full';
    const stateOf = (intent: Intent) => (intent === 'ask' || intent === 'acknowledge' ? 'open' : 'concluded');
    let forms = 0;
    let states = 0;
    for (const reply of labelled) {
      const [rendering] = (await composed(reply)).renderings;
      if (isFull(rendering?.form) === isFull(reply.labels.form)) forms += 1;
      if (isFull(reply.labels.form) && rendering?.state === stateOf(reply.labels.intent)) states += 1;
    }
    expect(forms / labelled.length).toBeGreaterThanOrEqual(0.93);
    expect(states / labelled.filter(({ labels }) => isFull(labels.form)).length).toBeGreaterThanOrEqual(0.92);
  });
});

describe('who signs', () => {
  test('a name of its own line, by whoever writes without full stops', async () => {
    const text = 'hey {name},\n\nthe new strings are on and it sounds lovely, come by whenever you like\n\nRox';
    const rendering = (await composed({ text, markup: 'markdown' })).renderings[0];
    expect(rendering && signatureOf(rendering)?.by).toBe('person');
  });

  const BODY = 'Hi {{name}},\n\nYour parcel left the warehouse this morning and arrives on Friday.\n\n';

  test.each([
    ['Kind regards,\nAna', 'Ana', 'person'],
    ['{{agent.name}}', '{{agent.name}}', 'person'],
    ['— Mia, Acme Support', 'Mia, Acme Support', 'person'],
    ['Take care,\nJo from billing', 'Jo from billing', 'person'],
    ['Sunniva Dahl, founder', 'Sunniva Dahl, founder', 'person'],
    ['Happy hiking,\n{{ current_agent.first_name }}', '{{ current_agent.first_name }}', 'person'],
    ['Boutique {shop}', 'Boutique {shop}', 'team'],
    ['Service Dept.', 'Service Dept', 'team'],
    ['Test station {city}', 'Test station {city}', 'team'],
    ['Your Acme team', 'Your Acme team', 'team'],
    ['Regards, Customer Accounts', 'Regards, Customer Accounts', 'team'],
    ['Citizens’ Office, Counter 3', 'Citizens’ Office, Counter 3', 'team'],
    ['Best,\n{{agent.signature}}', '{{agent.signature}}', 'team'],
  ])('%j', async (ending, line, by) => {
    const rendering = (await composed({ text: BODY + ending, markup: 'markdown' })).renderings[0];
    const signature = rendering && signatureOf(rendering);
    expect(signature?.by).toBe(by);
    expect(rendering?.text.slice(signature?.line.start, signature?.line.end)).toBe(line);
  });

  test.each(['Let me know if that works.', 'Payment reference: 4411', 'Pay here: {link}', '- the app\n- the website'])(
    'nobody in %j',
    async (ending) => {
      const rendering = (await composed({ text: BODY + ending, markup: 'markdown' })).renderings[0];
      expect(rendering && signatureOf(rendering)).toBeUndefined();
    },
  );
});

async function composed({
  title,
  text,
  markup,
  form,
  intent,
  library,
  path = 'reply.txt',
}: Partial<Given> & { text: string; markup: Markup }) {
  const body = new MappedText();
  body.add(text, 0, text.length);
  const reply: Reply = {
    id: 'reply',
    title,
    pointer: '',
    file: new SourceFile(path, text),
    start: 0,
    body: text,
    map: body.map(),
    markup,
    helpdesk: undefined,
    catalogues: [],
    declared: { ...(form && { form }), ...(intent && { intent }) },
    active: true,
    audience: 'customer',
  };
  return compose(reply, await readerOf(markup, text), 'en', { library });
}

interface Given {
  readonly path: string;
  readonly library: LibraryProfile;
  readonly title: string;
  readonly form: Form;
  readonly intent: Intent;
}
