import { type Source, type SyntaxNode, sourceOf } from './sources.ts';

const cache = new Map<string, readonly string[]>();

/** The tests of a file as their sentences are read: the states around it and its outcome, joined. Placeholders stay as written. */
export function testNamesIn(path: string): readonly string[] {
  const known = cache.get(path);
  if (known !== undefined) return known;
  const names = namesOf(sourceOf(path));
  cache.set(path, names);
  return names;
}

function namesOf(source: Source): readonly string[] {
  const titled = source.nodes.flatMap((node) => {
    const title = titleOf(node, source);
    return title === null ? [] : [{ ...title, start: node.start, end: node.end }];
  });
  const states = titled.filter(({ word }) => word === 'describe');
  return titled
    .filter(({ word }) => word === 'it')
    .map((test) => {
      const around = states.filter(({ start, end }) => start < test.start && test.end <= end);
      return [...around, test].map(({ title }) => title).join(' › ');
    });
}

/** What a call of `describe`, `it`, `describe.each(…)` or `it.each(…)` is titled; null for everything else. */
function titleOf(node: SyntaxNode, { text }: Source): { readonly word: string; readonly title: string } | null {
  if (node.type !== 'CallExpression') return null;
  const callee = node.callee as SyntaxNode;
  const [first] = node.arguments as readonly SyntaxNode[];
  const word = /^(describe|it)\b/.exec(text.slice(callee.start, callee.end))?.[1];
  if (word === undefined || first === undefined || /\.each$/.test(text.slice(callee.start, callee.end))) return null;
  if (first.type === 'Literal' && typeof first.value === 'string') return { word, title: first.value };
  return first.type === 'TemplateLiteral' ? { word, title: text.slice(first.start + 1, first.end - 1) } : null;
}
