import { textOf, type Value } from '../container/value.js';

const NAMES =
  /^(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|composer\.json|[jt]sconfig[\w.-]*\.json|[\w.-]*\.schema\.json|(?:openapi|swagger)[\w.-]*\.(?:json|ya?ml)|(?:docker-)?compose[\w.-]*\.ya?ml|pnpm-(?:lock|workspace)\.yaml|mkdocs\.ya?ml|_config\.ya?ml|deno\.jsonc?|biome\.jsonc?|(?:replylint|\.replylintrc)[\w.-]*)$/;
const FOLDERS = /(?:^|\/)\.github\/(?:workflows|actions|ISSUE_TEMPLATE)\//;

/**
 * Returns true for a file name that is common in projects, such as those of configurations, manifests and lock files.
 */
export function isOrdinaryName(path: string): boolean {
  return NAMES.test((path.split('/').at(-1) ?? '').toLowerCase()) || FOLDERS.test(path);
}

/** Matches the kinds of Kubernetes resources that contain messages to send. */
const OF_TEXTS = /mail|message|reply|macro|template$/i;

/** Returns true for other kinds of data, such as a schema, an API description, a deployment or a workflow. */
export function isOrdinary(root: Value): boolean {
  const has = (key: string) => root.member(key) !== undefined;
  return (
    root.kind === 'object' &&
    (['$schema', 'openapi', 'swagger', 'dependencies', 'devDependencies', 'compilerOptions'].some(has) ||
      (has('apiVersion') && !OF_TEXTS.test(textOf(root, 'kind') ?? '')) ||
      (has('jobs') && (has('on') || has('true'))))
  );
}
