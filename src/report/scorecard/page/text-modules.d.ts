/** Files that the build and the tests import as text: scripts and styles for the browser. */
declare module '*.css' {
  const text: string;
  export default text;
}
declare module '*.browser.js' {
  const text: string;
  export default text;
}
