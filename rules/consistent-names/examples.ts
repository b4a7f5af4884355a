import type { LibraryExamples } from 'replylint/rule';

export const examples: LibraryExamples = {
  good: [
    { replies: ['Hi {{ticket.requester.first_name}},', 'Dear {{ticket.requester.name}},'] },
    {
      replies: [
        ...Array<string>(20).fill('Dear {{ticket.requester.first_name}},'),
        'Dear {{ticket.requester.name}},\n\nplease accept our condolences.',
        'Dear {{ticket.requester.name}},\n\nthis is to confirm the rental to your insurer.',
      ],
    },
    {
      replies: [
        { file: 'phone/calls.csv', text: 'Order {order_number} is packed.\n\nBest,\n{agent_name}' },
        { file: 'mail/sent.md', text: 'Your order {{order_number}} left us.\n\nBest,\n{{agent_name}}' },
        { file: 'mail/late.md', text: 'Your order {{order_number}} is late.\n\nBest,\n{{agent_name}}' },
      ],
    },
    { replies: ['Your order {{order_number}} is here.', 'We sent {{order_number}}.', 'It is {{order_note}}.'] },
    {
      replies: [
        ...Array<string>(10).fill('Hi {{ticket.requester.first_name}},'),
        'Dear {{ticket.requester.name}},',
        'Hi {{ticket.requester.first_name}},\n\nthe name on the account is {{ticket.requester.name}}.',
      ],
    },
    {
      replies: ['Your order {{ticket.ticket_field_4401}} left us.', 'Your request has the number {{ticket.id}}.'],
    },
    { replies: ['Hi {{ first_name }},', "Hi {{first_name | default: 'there'}},"] },
    { replies: ['Hi [First Name],', 'Dear Mr [Last Name],'] },
    { replies: ['Hi [Customer Name],', 'Best,\n[Agent Name]'] },
    { replies: ['The date is [DATE1].', 'The date is [DATE2].', 'The date is [Date1].'] },
    { replies: ['Hi [Customer Name],\n\nI will transfer you to [Name], who knows more.'] },
    { replies: ['Hi %{recipient.name.first},', 'Hi %{ticket.name.first},'] },
    {
      replies: [
        { locale: 'en', text: 'Hi [Name],' },
        { locale: 'fr', text: 'Bonjour {{first_name}},' },
      ],
    },
    { replies: ['Hi [Name],', 'Hi {{first_name}},', 'Dear {{first_name}},'], options: { ignore: ['[Name]'] } },
    { replies: ['Hi [Name],', 'Hi {{first_name}},'] },
    { replies: ['Hi [Name],', 'Hi [Name]!', 'Dear [Name],', 'Hi {{name}},', 'Hi {{name}}!', 'Dear {{name}},'] },
  ],
  bad: [
    {
      replies: ['Order {order_number} is packed.', 'Order {order_number} left us.', 'We changed order {order_no}.'],
      marks: ['{order_no}'],
    },
    {
      replies: ['Order {{order_number}} is packed.', 'Order {{order_number}} left us.', 'We changed {order_number}.'],
      marks: ['{order_number}'],
    },
    {
      replies: [...Array<string>(10).fill('Hi {{ticket.requester.first_name}},'), 'Hi {{ticket.requester.name}},'],
      marks: ['{{ticket.requester.name}}'],
    },
    {
      replies: [
        'Thank you for your order {{ticket.ticket_field_4401}}.',
        'The order {{ticket.ticket_field_4401}} is on its way.',
        'We packed your order <ORDER NO.> today.',
      ],
      marks: ['<ORDER NO.>'],
    },
    { replies: ['Hi {{first_name}},', 'Hi {{first_name}}!', 'Hi {{firstname}},'], marks: ['{{firstname}}'] },
    {
      replies: ['Hi {{first_name}},', 'Hi {{first_name}}!', 'Hi {{customer.first_name}},'],
      marks: ['{{customer.first_name}}'],
    },
    { replies: ['Hi {{first_name}},', 'Hi {{first_name}}!', 'Hi [First Name],'], marks: ['[First Name]'] },
    {
      replies: ['Hi {{ticket.requester.first_name}},', 'Hi {{ticket.requester.first_name}},', 'Hi {{first_name}},'],
      marks: ['{{first_name}}'],
    },
    { replies: ['Hi {{first_name}},', 'Hi {{first_name}}!', 'Hi [Name],'], marks: ['[Name]'] },
    { replies: ['Hi [Customer Name],', 'Hi [Customer Name]!', 'Hi [Name],'], marks: ['[Name]'] },
    {
      replies: ['Your order [Order Number] is here.', 'We sent [Order Number].', 'Where is {{order_number}}?'],
      marks: ['{{order_number}}'],
    },
    {
      replies: ['Hi {customer_name},', 'Hi {customer_name}!', 'Hi {{customer.name}},'],
      marks: ['{{customer.name}}'],
    },
  ],
};
