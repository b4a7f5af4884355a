import type { LibraryExamples } from 'replylint/rule';

export const examples: LibraryExamples = {
  good: [
    {
      replies: [
        { title: 'Rental::Exchange::Violin', text: 'Your monthly rent stays at £14.50.' },
        { title: 'Rental::Exchange::Cello', text: 'Your monthly rent stays at £28.' },
      ],
    },
    {
      replies: [
        'You have 30 days to send it back.',
        'It sold out, and the maker is sending more; we expect it back in two to three weeks.',
      ],
    },
    { replies: ['Refunds take 14 days.', 'A refund takes up to a fortnight.'] },
    { replies: ['Refunds take 5 business days.', 'Your refund arrives within 5 business days.'] },
    { replies: ['Refunds take 5 business days.', 'Refunds to PayPal take 2 business days.'] },
    { replies: ['Express delivery takes 2 days.', 'Delivery takes 5 days.'] },
    {
      replies: [
        { title: 'Delivery (Canada)', text: 'Delivery takes 10 days.' },
        { title: 'Delivery (Spain)', text: 'Delivery takes 5 days.' },
      ],
    },
    { replies: ['Refunds take 3 to 5 days.', 'Refunds take up to 5 days.'] },
    { replies: ['You can request a refund within 30 days.', 'The refund takes 5 days.'] },
    { replies: ['Call us on 0800 555 0100.', 'Our billing team is at 0800 555 0199. Call them.'] },
    { replies: ['We are open Monday to Friday, 9 am to 5 pm.', 'We are open on Saturday, 10 am to 2 pm.'] },
    { replies: ['Write to support@acme.example.', 'Write to billing@acme.example for invoices.'] },
    { replies: ['It works with GitHub.', 'It works with GitHub and GitLab.', 'Open GitHub first.'] },
    { replies: ['Refunds take 5 days.', 'Refunds take 7 days.'], options: { compare: ['phones'] } },
    {
      replies: [
        'You have 30 days from delivery to send anything back.',
        'As a member you have 60 days from delivery to send it back, not 30.',
      ],
    },
    { replies: ['Delivery to Spain costs €5.', 'Delivery to Norway costs €9.', 'Express delivery costs €12.'] },
    { replies: ['Press Sign Up.', 'Choose Sign Up.', 'See Sign Up.', 'The Signup page is new.'] },
    { replies: ['We stay in Lark Moor.', 'See the Lark and the Moor.', 'A lark on Lark Moor.'] },
  ],
  bad: [
    {
      replies: [
        'Delivery is free when you spend £40 or more.',
        'Postage is waived for baskets of fifty pounds and above.',
      ],
      marks: ['fifty pounds'],
    },
    {
      replies: [
        'You have 30 days from delivery to send a purchase back to us.',
        'You have 30 days to send it back.',
        'Purchases can come back to us up to 28 days after you have received them.',
      ],
      marks: ['28 days'],
    },
    {
      replies: ['Ask rentals@acme.example.', 'Write to rentals@acme.example.', 'Send a line to rental@acme.example.'],
      marks: ['rental@acme.example'],
    },
    {
      replies: [
        'If rent is more than 10 days overdue, we have to add a late fee of £8.',
        'We add a late fee of £8 then.',
        'A late payment charge of £10 applies.',
      ],
      marks: ['£10'],
    },
    {
      replies: [
        'Your refund takes 5 days.',
        'Refunds take 5 days.',
        'Once we have the chair, it can take up to a fortnight until it shows on your card.',
      ],
      marks: ['a fortnight'],
    },
    {
      replies: [
        'UK parcels arrive within 3-5 working days.',
        'Parcels in the UK take 5 working days.',
        'Ordinary parcels within the UK get to you in two to three working days.',
      ],
      marks: ['two to three working days'],
    },
    {
      replies: [
        'You have 30 days from delivery to send back anything that you do not want.',
        'You have 30 days from delivery to send it back!',
        'Please send the unused set back to us within 28 days of delivery and order the right size.',
      ],
      marks: ['28 days'],
    },
    {
      replies: ['You can try the bed for 100 nights.', 'Try it: you have 90 nights in all to try how it suits you.'],
      marks: ['90 nights'],
    },
    {
      replies: [
        'Express delivery costs £7.95. Orders before noon arrive tomorrow.',
        'The express service is £8.95, and we charge only the difference to what you have paid.',
      ],
      marks: ['£8.95'],
    },
    {
      replies: ['Thank you for choosing Acmesoft.', 'We at Acmesoft agree.', 'It is in Acmesoft.', 'Ask Acme Soft.'],
      marks: ['Acme Soft'],
    },
    {
      replies: ['Pay Now is free.', 'Choose Pay Now at the checkout.', 'You paid with Pay Now.', 'We like PayNow.'],
      marks: ['PayNow'],
    },
    {
      replies: ['It is in Acmepay.', 'We use Acmepay.', 'Open Acmepay.', 'Ask for Acme-Pay.'],
      marks: ['Acme-Pay'],
    },
    {
      replies: [
        'Refunds take 5 business days.',
        'Refunds take 5 business days.',
        'Your refund will arrive within 7 business days.',
      ],
      marks: ['7 business days'],
    },
    {
      replies: [
        'You have 30 days to return it.',
        'You have 30 days to return it!',
        'You have fourteen days to return it.',
      ],
      marks: ['fourteen days'],
    },
    { replies: ['Shipping costs $5.', 'Shipping costs $5!', 'Shipping costs $7.50.'], marks: ['$7.50'] },
    {
      replies: ['Call us on 0800 555 0100.', 'Our number is 0800 555 0100.', 'Phone us at 0800 555 0010.'],
      marks: ['0800 555 0010'],
    },
    {
      replies: [
        'We are open Monday to Friday, 9 am to 5 pm.',
        'Our support hours are Monday to Friday, 9 am to 5 pm.',
        'We are open Monday to Friday, 8 am to 6 pm.',
      ],
      marks: ['8 am to 6 pm'],
    },
    {
      replies: [
        'Write to support@acme.example.',
        'Mail support@acme.example.',
        'Write to support@acme-example.example.',
        'Write to support@acmee.example.',
      ],
      marks: ['support@acmee.example'],
    },
    {
      replies: ['See https://acme.example/a.', 'See https://acme.example/a!', 'See http://www.acme.example/a/.'],
      marks: ['http://www.acme.example/a/'],
    },
    {
      replies: ['See http://acme.example/a.', 'See http://acme.example/a!', 'Go to https://acme.example/a.'],
      marks: ['http://acme.example/a'],
    },
    {
      replies: ['It works with GitHub.', 'We use GitHub.', 'Open GitHub first.', 'Open your Github page.'],
      marks: ['Github'],
    },
    {
      replies: [
        { locale: 'de', text: 'Die Lieferung dauert in der Regel 3 Tage.' },
        { locale: 'de', text: 'Die Lieferung dauert in der Regel 3 Tage!' },
        { locale: 'de', text: 'Die Lieferung dauert in der Regel 5 Tage.' },
      ],
      marks: ['5 Tage'],
    },
  ],
};
