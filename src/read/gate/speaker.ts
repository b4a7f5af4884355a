import { word } from '../cues.js';

/** Whose things a text speaks of: a customer writes of “my order”, we write of “your order”. */
const MINE = all(
  "my|me|mine|myself|mein\\p{L}{0,3}|mir|mich|mon|ma|mes|moi|mi|mis|meu|minha|mio|mia|mijn|mij|moj\\p{L}{0,3}|мой|моя|мне|i(?:'|’)?d like|i want|i need|i ordered|i bought|i paid",
);
const YOURS = all(
  'you|your|yours|sie|ihnen|ihre?[mnrs]?|dir|dich|dein\\p{L}{0,3}|vous|votre|vos|usted|su|sus|tu|tus|você|seu|sua|lei|suo|sua|u|uw|je|jouw|вы|вас|вам|ваш\\p{L}{0,3}',
);
const LOOKED_AT = 2_000;

/** True where it is a customer who speaks. */
export function isCustomersOwn(text: string): boolean {
  const start = text.slice(0, LOOKED_AT);
  return count(start, MINE) > count(start, YOURS);
}

function all(alternatives: string): RegExp {
  return new RegExp(word(alternatives).source, 'giu');
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
