import { type MaskedPerson, personKinds } from '../../db/people.ts';
import type { Matter } from '../../workflows/index.ts';
import { revealField } from '../administration/index.ts';
import { ProblemError } from '../errors.ts';
import type { Viewer } from '../security/index.ts';
import { fieldsOf, type Look, lookAt, revealable } from '../views/index.ts';
import { actorOf, type Dependencies } from '../write/index.ts';
import { carriable, claimantLiked, matterLiked } from './carry.ts';
import { keepDraft, openingViewer, type Typed } from './drafts.ts';

/**
 * Begins a draft like a case the viewer knows: its right, what is disputed and asked for, its claimant, and which of the
 * claimant's agents and papers are to come along. Contacts come
 * along only for whoever may see them in the clear there, and that they were seen is on record as always. Nothing of the
 * respondent, no free text, nothing from inside a proceeding. Returns the id of the draft. Throws `not-found`, `not-allowed`
 * or `drafts-full`.
 */
export async function draftLike(viewer: Viewer, caseId: string, dependencies: Dependencies): Promise<string> {
  openingViewer(viewer);
  const look = await lookAt(caseId, actorOf(viewer), dependencies);
  if (look === null) throw new ProblemError('not-found');
  const matter = matterLiked(look);
  if (matter === undefined) throw new ProblemError('not-found');
  const claimant = await claimantTyped(viewer, look, matter, dependencies);
  const carry = (await carriable(viewer, caseId, dependencies)).map(({ id }) => id);
  return keepDraft(viewer, null, { ...claimant, ...rightTyped(matter), like: [caseId], carry }, dependencies);
}

function rightTyped({ right, dispute, relief }: Matter): Typed {
  return filled({
    'data.rightKind': right.kind,
    'data.rightNumber': right.number,
    'data.rightName': right.name,
    'data.dispute': dispute,
    'data.relief': relief,
  });
}

/** The first claimant of a matter whom the viewer may know; nobody under age, whose name is masked. */
async function claimantTyped(viewer: Viewer, look: Look, matter: Matter, dependencies: Dependencies): Promise<Typed> {
  const party = claimantLiked(look, matter);
  const person = party === undefined ? undefined : look.persons.get(look.current.parties[party]?.person ?? '');
  if (person === undefined || person.erased || person.isMinor) return {};
  const contacts = await contactsOf(viewer, look, person, dependencies);
  const kind = person.kind === 'foreignOrganisation' ? null : (personKinds.find((one) => one === person.kind) ?? null);
  return filled({
    'data.claimant.kind': kind,
    'data.claimant.name': person.name,
    'data.claimant.creditCode': person.creditCode,
    ...contacts,
  });
}

/** What the form of a person asks for. */
const contactFields = ['telephone', 'email', 'address', 'identityNumber'] as const;

async function contactsOf(viewer: Viewer, look: Look, { id }: MaskedPerson, dependencies: Dependencies) {
  if (!revealable(look).has(id)) return {};
  const known = contactFields.filter((field) => fieldsOf(look, id).includes(field));
  const contacts: Record<string, string> = {};
  for (const field of known) {
    const asked = { caseId: look.current.id, person: id, field, reason };
    contacts[`data.claimant.${field}`] = (await revealField(viewer, asked, dependencies)).value;
  }
  return contacts;
}

/** Kept with each field that was seen in the clear. */
const reason = '登记同类案件';

function filled(values: Readonly<Record<string, string | readonly string[] | null>>): Typed {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): [string, readonly string[]][] =>
      value === null || value.length === 0 ? [] : [[name, typeof value === 'string' ? [value] : value]],
    ),
  );
}
