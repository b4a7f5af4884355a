import { textOf, type Value } from '../container/value.js';

const NAMES =
  /^(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|composer\.json|[jt]sconfig[\w.-]*\.json|[\w.-]*\.schema\.json|(?:openapi|swagger)[\w.-]*\.(?:json|ya?ml)|(?:docker-)?compose[\w.-]*\.ya?ml|pnpm-(?:lock|workspace)\.yaml|mkdocs\.ya?ml|_config\.ya?ml|deno\.jsonc?|biome\.jsonc?|(?:replylint|\.replylintrc)[\w.-]*)$/;
const FOLDERS = /(?:^|\/)\.github\/(?:workflows|actions|ISSUE_TEMPLATE)\//;

/** True for a file with a common name in projects: configuration, manifests, lock files. */
export function isOrdinaryName(path: string): boolean {
  return NAMES.test((path.split('/').at(-1) ?? '').toLowerCase()) || FOLDERS.test(path);
}

/** Kinds of Kubernetes resources that contain messages to send. */
const OF_TEXTS = /mail|message|reply|macro|template$/i;

/** True for another kind of data: a schema, an API description, a deployment, a workflow. */
export function isOrdinary(root: Value): boolean {
  const has = (key: string) => root.member(key) !== undefined;
  return (
    root.kind === 'object' &&
    (['$schema', 'openapi', 'swagger', 'dependencies', 'devDependencies', 'compilerOptions'].some(has) ||
      (has('apiVersion') && !OF_TEXTS.test(textOf(root, 'kind') ?? '')) ||
      (has('jobs') && (has('on') || has('true'))))
  );
}
