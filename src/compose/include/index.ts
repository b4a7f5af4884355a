export {
  type Included,
  type Snippet,
  type Snippets,
  snippetNamesIn,
  type WrittenOut,
  writtenOut,
} from './write-out.js';
