/*
 * Gives every GraphQL operation of the client an id when it is built: the SHA-256 of its whole text. The built client
 * sends ids only, and `dist/operations.json` tells the server what each one stands for; in production the server
 * carries out nothing else. The sources keep their documents, and `vite serve` sends them as they are.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { parse, print } from 'graphql';
import ts from 'typescript';
import { formatDocument } from 'urql';

/** @typedef {{ start: number, end: number, name: string, text: string, fragments: string[], file: string }} Call */

/** Every file of TypeScript below a folder that is no test. */
function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.tsx?$/.test(entry.name) && !/\.(test|d)\.tsx?$/.test(entry.name)) yield path;
  }
}

/**
 * The calls `const name = graphql(text, [fragments])` of one file, and where what it imports comes from.
 * @throws Error for a call that is written otherwise: an operation that is not found could not be carried out
 */
export function readCalls(file, code) {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const imports = new Map();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || statement.importClause?.namedBindings === undefined) continue;
    const from = statement.moduleSpecifier.text;
    for (const one of statement.importClause.namedBindings.elements ?? [])
      imports.set(one.name.text, { from, name: (one.propertyName ?? one.name).text });
  }
  /** @type {Call[]} */
  const calls = [];
  if (imports.get('graphql')?.from.endsWith('lib/graphql.js') !== true && !isBeside(imports))
    return { calls, imports };
  const visit = (node) => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'graphql')
      calls.push(readCall(file, source, node));
    else ts.forEachChild(node, visit);
  };
  visit(source);
  return { calls, imports };
}

/** A file of the same folder imports `./graphql.js`. */
const isBeside = (imports) => imports.get('graphql')?.from === './graphql.js';

function readCall(file, source, node) {
  const [text, fragments] = node.arguments;
  const isNamed = ts.isVariableDeclaration(node.parent) && ts.isIdentifier(node.parent.name);
  const isList =
    fragments === undefined ||
    (ts.isArrayLiteralExpression(fragments) && fragments.elements.every(ts.isIdentifier));
  if (!isNamed || text === undefined || !ts.isStringLiteralLike(text) || !isList)
    throw new Error(
      `${file}: write "const name = graphql(\`...\`, [fragments])", so that its operation can be found`,
    );
  return {
    file,
    start: node.getStart(source),
    end: node.getEnd(),
    name: node.parent.name.text,
    text: text.text,
    fragments: fragments?.elements.map((one) => one.text) ?? [],
  };
}

/**
 * Every operation of the client below a folder.
 * @returns {{ manifest: Record<string, string>, idOf: Map<string, string> }} text by id; id by `file#name`
 */
export function collectOperations(folder) {
  const files = new Map();
  for (const file of sources(folder)) {
    const code = readFileSync(file, 'utf8');
    if (code.includes('graphql(')) files.set(file, readCalls(file, code));
  }
  const find = (file, name) => {
    const here = files.get(file);
    const call = here?.calls.find((one) => one.name === name);
    if (call !== undefined) return call;
    const imported = here?.imports.get(name);
    if (imported === undefined) throw new Error(`${file}: the fragment ${name} is not found`);
    const path = resolve(dirname(file), imported.from).replace(/\.js$/, '');
    return find(files.has(`${path}.ts`) ? `${path}.ts` : `${path}.tsx`, imported.name);
  };
  /** Texts of a call's fragments, each once, those that it needs first. */
  const textsOf = (call, known = new Map()) => {
    for (const name of call.fragments) {
      const fragment = find(call.file, name);
      if (known.has(fragment)) continue;
      known.set(fragment, fragment.text);
      textsOf(fragment, known);
    }
    return known;
  };
  const manifest = {};
  const idOf = new Map();
  for (const call of [...files.values()].flatMap(({ calls }) => calls)) {
    const document = parse([call.text, ...textsOf(call).values()].join('\n'), { noLocation: true });
    if (document.definitions[0].kind !== 'OperationDefinition') continue;
    // The names of types, by which the client's cache knows what a mutation has changed.
    const whole = print(formatDocument(document));
    const id = createHash('sha256').update(whole).digest('hex');
    manifest[id] = whole;
    idOf.set(`${call.file}#${call.name}`, id);
  }
  return { manifest, idOf };
}

/** Vite plugin: puts the id in the place of each document and writes `dist/operations.json`. */
export function persistedOperations(clientDir) {
  let found;
  return {
    name: 'persisted-operations',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      found = collectOperations(join(clientDir, 'src'));
    },
    transform(code, id) {
      const file = id.split('?')[0];
      if (!/\.tsx?$/.test(file) || !file.startsWith(join(clientDir, 'src')) || !code.includes('graphql('))
        return null;
      let changed = code;
      // From the last to the first, so that places stay where they were read.
      for (const { start, end, name } of readCalls(file, code).calls.reverse()) {
        const documentId = found.idOf.get(`${file}#${name}`);
        const document = {
          kind: 'Document',
          definitions: [],
          ...(documentId !== undefined && { documentId }),
        };
        changed = `${changed.slice(0, start)}(${JSON.stringify(document)})${changed.slice(end)}`;
      }
      return { code: changed, map: null };
    },
    closeBundle() {
      const file = join(clientDir, 'dist/operations.json');
      mkdirSync(dirname(file), { recursive: true });
      const sorted = Object.fromEntries(Object.entries(found.manifest).sort(([a], [b]) => (a < b ? -1 : 1)));
      writeFileSync(file, `${JSON.stringify(sorted, null, 1)}\n`);
    },
  };
}
