import { createHash } from 'node:crypto';
import type { MaskedPerson, RevealableField } from '../../db/people.ts';
import { isRefusal, type PersonInput, unmarkedPersons } from '../../workflows/index.ts';
import type { Dependencies } from './dependencies.ts';
import { personMarks } from './marks.ts';
import { executeSystem } from './system.ts';

const reason = '补录当事人识别摘要（查找关联案件）';

/**
 * Makes the marks of persons who were put on file before marks were kept, as far as the person store still has what they are
 * made of; every field that is read for it is on record. Nobody who was erased gets any. Given again it does nothing.
 * Returns how many persons it marked. Throws when the case cannot be changed now.
 */
export async function addMissingMarks(caseId: string, dependencies: Dependencies): Promise<number> {
  const { store, people, keys } = dependencies;
  const caseFile = await store.load(caseId);
  const unmarked = caseFile === null ? [] : unmarkedPersons(caseFile);
  const known = await people.masked(unmarked);
  const marksOf = personMarks(keys);
  const rows: { readonly person: string; readonly marks: string | null }[] = [];
  for (const person of unmarked) {
    const masked = known.get(person);
    if (masked === undefined || masked.erased) continue;
    const marks = marksOf(await inputOf(masked, dependencies));
    rows.push({ person, marks: marks.length === 0 ? null : marks.join(' ') });
  }
  if (rows.length === 0) return 0;
  const whom = createHash('sha256')
    .update(rows.map(({ person }) => person).join('\0'))
    .digest('hex')
    .slice(0, 32);
  const outcome = await executeSystem(
    {
      id: `marks-${caseId}-${whom}`,
      caseId,
      type: 'addMarks',
      target: { kind: 'case', id: caseId },
      data: { persons: rows },
    },
    dependencies,
  );
  if (outcome === 'done') return rows.length;
  if (outcome === 'alreadyDone') return 0;
  throw new Error(`${caseId}: ${typeof outcome === 'object' && isRefusal(outcome) ? outcome.code : outcome}`);
}

/** What marks are made of, as it was put in. */
async function inputOf(masked: MaskedPerson, { people }: Dependencies): Promise<PersonInput> {
  const { id, kind, creditCode, isMinor, telephone, identityNumber } = masked;
  const clear = async (field: RevealableField): Promise<string | null> => {
    const found = await people.reveal({ personId: id, field, revealedTo: 'system:marks', reason });
    return found.ok ? found.value : null;
  };
  return {
    kind: kind === 'foreignOrganisation' ? 'legal' : kind,
    name: (isMinor ? await clear('name') : masked.name) ?? '',
    telephone: telephone === undefined || kind !== 'natural' ? null : await clear('telephone'),
    identityNumber: identityNumber === undefined ? null : await clear('identityNumber'),
    creditCode,
    email: null,
    address: null,
  };
}
