import { load } from './command.js';

await load().command.serve();
