import { type CaseFile, type Fact, type Id, patchPart } from '../case-file.ts';
import { type Change, command, dataRequirement, stateRequirement } from '../command.ts';
import { choiceOf, oneOf } from '../fields.ts';
import { deskRoles } from '../reference.ts';
import { text } from '../text.ts';
import { builtUpon } from './annul.ts';
import { recordConsent } from './consent.ts';
import { recordContact } from './contact.ts';

const contactTypes: readonly string[] = [recordContact.type, recordConsent.type];

/** Contacts and answers of parties that stand in a proceeding, each by the fact of its own entry, oldest first. */
export function standingContacts(caseFile: CaseFile, proceeding: Id): readonly Fact[] {
  return Object.values(caseFile.facts).filter(
    (fact) =>
      fact.proceeding === proceeding &&
      fact.annulledBy === null &&
      contactTypes.includes(fact.type) &&
      // What a party said itself, on its own page, was nobody's mistake here.
      fact.values.channel !== 'page' &&
      // An answer that another command established is taken back with that command.
      fact.id === `${fact.seq}-0`,
  );
}

function asChoice(caseFile: CaseFile, { id, type, occurredOn, party }: Fact) {
  const on = occurredOn.replace('T', ' ');
  const { zh, en } = type === recordContact.type ? recordContact.label : recordConsent.label;
  return {
    value: id,
    label: text(`${on} ${zh}`, `${on} ${en}`),
    person: caseFile.parties[party ?? '']?.person ?? null,
  };
}

/** Takes back a contact or an answer that was logged by mistake, with all that followed from it; the entry stays readable. */
export const withdrawContact = command({
  type: 'withdrawContact',
  target: 'proceeding',
  kind: 'correction',
  label: text('撤回联系记录', 'Take back a logged contact'),
  hint: text(
    '原记录保留并注明已撤回；需要的，请重新登记正确的内容。',
    'The entry stays, marked as taken back; log what is right anew.',
  ),
  by: deskRoles,
  relation: 'custodian',
  occurredOn: null,
  fields: {
    contact: oneOf({
      label: text('要撤回的记录', 'Which one'),
      choices: ({ caseFile, proceeding }) =>
        standingContacts(caseFile, proceeding!.id).map((fact) => asChoice(caseFile, fact)),
    }),
    reason: choiceOf({
      label: text('原因', 'Reason'),
      of: {
        wrongCase: text('登记到了别的案件', 'It belongs to another case'),
        wrongParty: text('当事人选错', 'Another party was meant'),
        wrongResult: text('结果、时间或备注有误', 'Result, time or note are wrong'),
        neverHappened: text('没有这次联系', 'There was no such contact'),
      },
    }),
  },
  requires: [
    stateRequirement({
      code: 'no-contact-to-take-back',
      basis: [],
      check: ({ caseFile, proceeding }) =>
        standingContacts(caseFile, proceeding!.id).length === 0
          ? { text: text('没有可以撤回的联系记录。', 'No contact is on record here.') }
          : null,
    }),
    dataRequirement<{ contact: Id }>({
      code: 'answer-built-upon',
      basis: [],
      check: ({ data, caseFile }) => {
        const fact = caseFile.facts[data.contact];
        return fact?.type === recordConsent.type && builtUpon(caseFile, fact.seq)
          ? {
              text: text(
                '记下这一答复之后，案件已经移送或启动了其他程序，不能撤回。',
                'The case was handed on, or another proceeding opened, after this answer; it cannot be taken back.',
              ),
              instead: text('请再登记一次正确的答复，以最后一次为准。', 'Record the right answer; the latest counts.'),
              field: 'contact',
            }
          : null;
      },
    }),
  ],
  apply: ({ data, caseFile }): Change => {
    const { seq, party } = caseFile.facts[data.contact]!;
    const taken = Object.values(caseFile.facts)
      .filter((fact) => fact.seq === seq && fact.annulledBy === null)
      .reduce((file, { id }) => patchPart(file, 'facts', id, { annulledBy: caseFile.seq + 1 }), caseFile);
    return { caseFile: taken, corrects: seq, party, values: { contact: data.contact, reason: data.reason } };
  },
});
