import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseAst } from 'vitest/node';

const root = resolve(import.meta.dirname, '../..');

/** A source file of the house, parsed once. `path` is relative to the root, with forward slashes. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  readonly nodes: readonly SyntaxNode[];
}

/** A node of the syntax tree as far as the house rules look at it. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

/** One import, re-export or dynamic import: what it names, resolved to a path of the house where it is one. */
export interface Import {
  readonly from: string;
  readonly to: string;
  readonly outside: boolean;
  readonly typeOnly: boolean;
}

/** Every file with this ending in a folder, except what tools wrote. */
export function filesIn(folder: string, ending: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith(ending) && !path.endsWith('.tmp.ts'))
    .sort();
}

export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

export function sourcesIn(...folders: readonly string[]): readonly Source[] {
  return folders.flatMap((folder) => filesIn(folder, '.ts')).map(sourceOf);
}

/** One source file, parsed. */
export function sourceOf(path: string): Source {
  const text = textOf(path);
  // The parser's tree is walked by the names of its parts: only `type` and positions are relied upon.
  const tree = parseAst(text, { lang: 'ts' }) as unknown as SyntaxNode;
  return { path, text, lines: text.trimEnd().split('\n').length, nodes: [...nodesUnder(tree)] };
}

function* nodesUnder(value: unknown): Generator<SyntaxNode> {
  if (typeof value !== 'object' || value === null) return;
  if ('type' in value && typeof value.type === 'string' && 'start' in value) yield value as SyntaxNode;
  for (const part of Object.values(value)) yield* nodesUnder(part);
}

/** What a file imports, by any form of import. */
export function importsOf({ path, nodes }: Source): readonly Import[] {
  return nodes.flatMap((node): readonly Import[] => {
    const specifier = specifierOf(node);
    if (specifier === null) return [];
    const outside = !specifier.startsWith('.');
    const to = outside ? specifier : relative(root, resolve(root, dirname(path), specifier)).replaceAll('\\', '/');
    return [{ from: path, to, outside, typeOnly: isTypeOnly(node) }];
  });
}

const importing = ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression'];

function specifierOf({ type, source }: SyntaxNode): string | null {
  if (!importing.includes(type) || typeof source !== 'object' || source === null || !('value' in source)) return null;
  return typeof source.value === 'string' ? source.value : null;
}

function isTypeOnly({ importKind, exportKind, specifiers }: SyntaxNode): boolean {
  if (importKind === 'type' || exportKind === 'type') return true;
  const named = Array.isArray(specifiers) ? specifiers : [];
  return named.length > 0 && named.every((one) => one.importKind === 'type' || one.exportKind === 'type');
}

/** The line on which a node begins, and how many it spans. */
export function spanOf(
  { text }: Source,
  { start, end }: SyntaxNode,
): { readonly line: number; readonly lines: number } {
  const line = text.slice(0, start).split('\n').length;
  return { line, lines: text.slice(start, end).split('\n').length };
}
