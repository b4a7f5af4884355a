/** Files that the build and the tests provide as texts: code and styles for browsers. */
declare module '*.css' {
  const text: string;
  export default text;
}
declare module '*.browser.js' {
  const text: string;
  export default text;
}
