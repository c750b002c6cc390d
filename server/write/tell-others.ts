import { channel } from 'node:diagnostics_channel';
import { type CaseFile, mayBeNews, toldOf } from '../../workflows/index.ts';
import type { Dependencies } from './dependencies.ts';
import { referenceOf } from './given.ts';
import { alikeCases } from './related.ts';
import { executeSystem } from './system.ts';

/** Where the id of a case is published of which others could not be told now; `npm run db:rederive` tells them. */
export const untoldChannel = channel('jiefen:untold');

/** Tells other cases what a change that is committed means for them. Never fails: the change itself is done. */
export async function tellAfter(before: CaseFile, after: CaseFile, dependencies: Dependencies): Promise<void> {
  if (!mayBeNews(before, after)) return;
  try {
    await tellOthers(after, dependencies);
  } catch {
    untoldChannel.publish(after.id);
  }
}

/**
 * Tells the cases around one what it means for them, each by a system command of its own. The command's id says who is told
 * what of whom, so that it is told once; a note changes nothing that could be news, so that nothing goes back and forth.
 * Returns how many notes are new.
 */
export async function tellOthers(caseFile: CaseFile, dependencies: Dependencies): Promise<number> {
  const others = await alikeCases(caseFile, dependencies.store);
  const reference = await referenceOf(dependencies);
  let count = 0;
  for (const other of others) {
    for (const { note, proceeding } of toldOf(caseFile, other, reference)) {
      const outcome = await executeSystem(
        {
          id: `related-${other.id}-${caseFile.id}-${note}`,
          caseId: other.id,
          type: 'noteRelatedCase',
          target: { kind: 'case', id: other.id },
          data: { note, other: caseFile.id, proceeding },
        },
        dependencies,
      );
      if (outcome === 'done') count += 1;
      else if (outcome !== 'alreadyDone') throw new Error(typeof outcome === 'string' ? outcome : outcome.code);
    }
  }
  return count;
}
