/** The library for the patterns of ignore files, loaded if there is such a file. */
export { default as ignore } from 'ignore';
