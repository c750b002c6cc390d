/** What happens to parties while a case runs: a new name, an end, a successor, another role in one proceeding. */
import { type CaseFile, type Id, type LegalDate, type Party, patchPart, withPart } from '../case-file.ts';
import { type CommandDefinition, command, dataRequirement, type Requirement } from '../command.ts';
import { choiceOf, partyOf, person, textOf } from '../fields.ts';
import { deskRoles } from '../reference.ts';
import { text } from '../text.ts';
import { undecidedProceedings } from './matters.ts';
import { newParty } from './opening.ts';

const here = { target: 'case', kind: 'fact', by: deskRoles, relation: 'anyCustodian' } as const;

/** The party goes on under another name: who it was called before stays on record. */
const renameParty = command({
  ...here,
  type: 'renameParty',
  label: text('当事人更名', 'A party has a new name'),
  hint: text(
    '法律人格不变的更名、改制；合并、分立或者死亡请登记终止和承继。',
    'A new name of the same person; for a merger or a death record the end and the successor.',
  ),
  occurredOn: { precision: 'day', label: text('更名日期', 'Renamed on') },
  fields: {
    party: partyOf({ label: text('当事人', 'Party') }),
    who: person({ label: text('更名后', 'New name and contacts') }),
    proof: textOf({ label: text('依据（变更登记等）', 'Proof (change of registration and the like)'), maxLength: 200 }),
  },
  apply: ({ data, caseFile, given, day }) => {
    const { person: former, formerPersons = [] } = caseFile.parties[data.party]!;
    const renamed = given.ids();
    return {
      caseFile: patchPart(caseFile, 'parties', data.party, {
        person: renamed,
        formerPersons: [...formerPersons, { person: former, until: day }],
      }),
      persons: [{ id: renamed, input: data.who }],
      party: data.party,
      body: { party: data.party, former, person: renamed, proof: data.proof },
    };
  },
});

/** A party died, was dissolved or went bankrupt. What it had to do is for its successor (CPL 153, CC 13, 59). */
const recordPartyEnd = command({
  ...here,
  type: 'recordPartyEnd',
  label: text('登记当事人死亡或终止', 'Record the death or end of a party'),
  occurredOn: { precision: 'day', label: text('死亡或终止日期', 'Died or ended on') },
  fields: {
    party: partyOf({ label: text('当事人', 'Party') }),
    how: choiceOf({
      label: text('情形', 'What happened'),
      of: {
        death: text('死亡或者宣告死亡', 'Death, or declared dead'),
        dissolution: text('解散、注销', 'Dissolved'),
        merger: text('合并、分立', 'Merged or divided'),
        bankruptcy: text('破产清算终结', 'Bankruptcy concluded'),
      },
    }),
    proof: textOf({ label: text('依据', 'Proof'), maxLength: 200 }),
  },
  requires: [
    dataRequirement<{ party: Id }>({
      code: 'party-has-ended',
      basis: [{ instrument: 'CC', article: '第十三条、第五十九条' }],
      check: ({ data, caseFile }) =>
        endOf(caseFile, data.party) === null
          ? null
          : {
              text: text('该当事人已登记死亡或者终止。', 'The end of this party is on record already.'),
              field: 'party',
            },
    }),
  ],
  apply: ({ data, caseFile, day }) => ({
    caseFile: patchPart(caseFile, 'parties', data.party, { endedOn: day }),
    party: data.party,
    values: { how: data.how },
    facts: [{ type: 'partyEnded', party: data.party }],
  }),
});

/** The heir or the organisation that carries on steps into every matter that is not decided yet (CPL 153, CC 67). */
const recordSuccession = command({
  ...here,
  type: 'recordSuccession',
  label: text('登记承继人', 'Record the successor of a party'),
  occurredOn: { precision: 'day', label: text('参加日期', 'Joined on') },
  fields: {
    party: partyOf({ label: text('已死亡或终止的当事人', 'Party that ended') }),
    who: person({ label: text('承继人', 'Successor') }),
    proof: textOf({ label: text('承继的依据', 'Proof of the succession'), maxLength: 200 }),
  },
  requires: [
    dataRequirement<{ party: Id }>({
      code: 'party-has-not-ended',
      basis: [{ instrument: 'CPL', article: '第一百五十三条' }],
      check: ({ data, caseFile }) =>
        endOf(caseFile, data.party) !== null
          ? null
          : {
              text: text('该当事人没有登记死亡或者终止。', 'The end of this party is not on record.'),
              instead: text(
                '请先登记死亡或终止；只是更名的，用“当事人更名”。',
                'Record it first; for a new name use “A party has a new name”.',
              ),
              field: 'party',
            },
    }),
  ],
  apply: ({ data, caseFile, given }) => {
    const old = caseFile.parties[data.party]!;
    const { party, draft } = newParty(given.ids, old.side, data.who);
    const successor: Party = { ...party, foreign: old.foreign, succeeds: old.id };
    const open = Object.values(caseFile.matters).filter(
      (matter) =>
        [...matter.claimants, ...matter.respondents].includes(old.id) &&
        (matter.outcome === null || undecidedProceedings(caseFile, matter.id).length > 0),
    );
    const stepsIn = (ids: readonly Id[]) => ids.map((id) => (id === old.id ? successor.id : id));
    const joined = open.reduce(
      (file, { id, claimants, respondents }) =>
        patchPart(file, 'matters', id, { claimants: stepsIn(claimants), respondents: stepsIn(respondents) }),
      withPart(caseFile, 'parties', successor),
    );
    return {
      caseFile: joined,
      persons: [draft],
      party: successor.id,
      matters: open.map(({ id }) => id),
      values: { succeeds: old.id },
      body: { party: successor.id, succeeds: old.id, proof: data.proof },
    };
  },
});

export const proceedingRoles = {
  applicant: text('申请人', 'Applicant'),
  opposing: text('被申请人', 'Opposing party'),
  plaintiff: text('原告', 'Plaintiff'),
  defendant: text('被告', 'Defendant'),
  appellant: text('上诉人', 'Appellant'),
  appellee: text('被上诉人', 'Appellee'),
  counterclaimant: text('反诉原告', 'Counterclaimant'),
  invalidationRequester: text('无效宣告请求人', 'Requester of the invalidation'),
  patentee: text('专利权人', 'Patentee'),
  thirdWithClaim: text('有独立请求权的第三人', 'Third party with a claim of its own'),
  thirdWithoutClaim: text('无独立请求权的第三人', 'Third party without a claim of its own'),
} as const;

/** What a party is in one proceeding: who is respondent here may sue there. Each naming is kept, the latest counts. */
const nameRole = command({
  ...here,
  type: 'nameRole',
  target: 'proceeding',
  relation: 'custodian',
  label: text('登记诉讼（程序）地位', 'Name the role of a party'),
  fields: {
    party: partyOf({ label: text('当事人', 'Party') }),
    role: choiceOf({ label: text('在本程序中的地位', 'Role in this proceeding'), of: proceedingRoles }),
  },
  apply: ({ data }) => ({ party: data.party, values: { role: data.role } }),
});

/** The day a party died or ended; null while it is there. */
export function endOf(caseFile: CaseFile, party: Id): LegalDate | null {
  return caseFile.parties[party]?.endedOn ?? null;
}

/** Nobody who has died or ended signs, from that day on (CC 13, 59). */
export const signersAreThere: Requirement<{
  readonly signatures: readonly { readonly party: Id; readonly signedOn: LegalDate }[];
}> = dataRequirement({
  code: 'party-has-ended',
  basis: [{ instrument: 'CC', article: '第十三条、第五十九条' }],
  check: ({ data, caseFile }) =>
    data.signatures.some(({ party, signedOn }) => (endOf(caseFile, party) ?? '9999') <= signedOn)
      ? {
          text: text('已死亡或者终止的当事人不能签字。', 'A party that has died or ended cannot sign.'),
          instead: text('请登记承继人，由承继人签字。', 'Record the successor, who signs instead.'),
          field: 'signatures',
        }
      : null,
});

export const partyChanges: readonly CommandDefinition[] = [renameParty, recordPartyEnd, recordSuccession, nameRole];
