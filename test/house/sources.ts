/** The house's sources, as the compiler reads them. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../../src/config.ts';

export type Source = { path: string; tree: ts.SourceFile };

/** The TypeScript files of some rooms, e.g. `src/domain`; the console has its own. */
export function sourcesOf(...rooms: string[]): Source[] {
  return rooms
    .flatMap((room) => (room.endsWith('.ts') ? [room] : globSync(`${room}/**/*.ts`, { cwd: projectRoot })))
    .filter((path) => !path.startsWith('src/console/'))
    .sort()
    .map((path) => ({
      path,
      tree: ts.createSourceFile(
        path,
        readFileSync(join(projectRoot, path), 'utf8'),
        ts.ScriptTarget.ES2024,
        true,
      ),
    }));
}

export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

/** `path:line` of a node. */
export function placeOf({ path, tree }: Source, node: ts.Node): string {
  return `${path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

/** The text of a string or of a template's piece; null for anything else. */
export function literalOf(node: ts.Node): string | null {
  const isText =
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddle(node) ||
    ts.isTemplateTail(node);
  return isText ? node.text : null;
}

/** Every string literal under a node. */
export function literalsIn(node: ts.Node): string[] {
  return [...nodesOf(node)].map(literalOf).filter((text) => text !== null);
}
