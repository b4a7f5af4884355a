/** Files that the build, and the tests, hand over as texts: what runs and shows in a browser. */
declare module '*.css' {
  const text: string;
  export default text;
}
declare module '*.browser.js' {
  const text: string;
  export default text;
}
