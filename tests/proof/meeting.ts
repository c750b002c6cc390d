/** An exclusion met: somebody asks for what the law does not allow, and is told so with its article. */
import type { Basis, Refusal } from '../../workflows/index.ts';
import { type Exclusion, exclusions } from '../../workflows/path/exclusions.ts';
import type { ExclusionId } from '../../workflows/rules/guards.ts';

export interface Meeting {
  readonly exclusion: ExclusionId;
  /** What is asked, as a sentence of the statement. */
  readonly tells: string;
  /** Asks for it and gives the answer; the desk has made sure that nothing changed. */
  readonly meets: () => Promise<Refusal>;
}

/** What does not hold of the answer; empty when it forbids or warns as the exclusion says, and cites it. */
export async function met({ exclusion: id, meets }: Meeting): Promise<readonly string[]> {
  const row: Exclusion = exclusions.find((one) => one.id === id)!;
  const answer = await meets();
  const warned = answer.status === 'acknowledge';
  const cited = [...answer.basis, ...answer.warnings.flatMap(({ basis }) => basis)];
  return [
    ...(row.decidedBy === 'us' && warned ? [`${id} is ours to refuse, and only a warning was given`] : []),
    ...(row.decidedBy === 'receiver' && !warned ? [`${id} is for another body to decide, and was refused here`] : []),
    ...(cited.some((one) => row.basis.some((own) => same(one, own))) ? [] : [`${id} was met without its article`]),
  ];
}

function same(one: Basis, other: Basis): boolean {
  return one.instrument === other.instrument && one.article === other.article;
}
