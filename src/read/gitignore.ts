/** The library that matches patterns of ignore files. It is loaded only if there is such a file. */
export { default as ignore } from 'ignore';
