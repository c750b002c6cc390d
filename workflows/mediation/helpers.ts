import type { Id } from '../case-file.ts';
import { type CommandDefinition, type Context, command, dataRequirement } from '../command.ts';
import { partiesOfMatters, undecided } from '../dossier/consent.ts';
import { choiceOf, itemOf, partiesOf, person } from '../fields.ts';
import { instruments } from '../rules/instruments.ts';
import { text } from '../text.ts';
import { committee, here } from './shared.ts';

/** Parties to undecided matters who have not agreed to something. */
function notAgreed({ caseFile, proceeding }: Context<unknown>, agreedBy: readonly Id[]): readonly Id[] {
  return partiesOfMatters(caseFile, undecided(proceeding!))
    .map(({ id }) => id)
    .filter((id) => !agreedBy.includes(id));
}

const helperKinds = {
  relative: text('当事人的亲属', 'A relative of a party'),
  expert: text('行业专家', 'An expert of the trade'),
  technical: text('技术调查官、技术专家', 'A technical investigator or expert'),
  notary: text('公证员', 'A notary'),
  lawyer: text('律师、法律工作者', 'A lawyer'),
  other: text('其他', 'Somebody else'),
} as const;

/** Somebody is invited to help in a mediation, which every party agrees to (PML 20, SDR 34). */
const inviteHelper = command({
  ...here,
  type: 'inviteHelper',
  kind: 'fact',
  label: text('邀请协助调解', 'Invite somebody to help'),
  by: committee,
  relation: 'custodian',
  occurredOn: { precision: 'day', label: text('邀请日期', 'Invited on') },
  fields: {
    helper: person({ label: text('受邀人', 'Who is invited') }),
    as: choiceOf({ label: text('身份', 'As'), of: helperKinds }),
    agreedBy: partiesOf({ label: text('同意邀请的当事人', 'Parties who agreed'), minimum: 0 }),
  },
  requires: [
    dataRequirement<{ agreedBy: readonly Id[] }>({
      code: 'helper-without-consent',
      basis: [
        { instrument: 'PML', article: '第二十条' },
        { instrument: 'SDR', article: '第三十四条' },
      ],
      check: (context) =>
        notAgreed(context, context.data.agreedBy).length === 0
          ? null
          : {
              text: text(
                '邀请他人协助调解，须征得各方当事人同意。',
                'Helpers are invited only with the consent of every party.',
              ),
              instead: text('请先征求未同意的当事人的意见。', 'Ask those who have not agreed first.'),
              field: 'agreedBy',
            },
    }),
  ],
  apply: ({ data, given }) => {
    const id = given.ids();
    return {
      persons: [{ id, input: data.helper }],
      values: { as: data.as, named: id },
      body: { as: data.as, agreedBy: data.agreedBy, named: id },
    };
  },
});

/** A commercial mediation is not public, unless the parties agree that it is (CMR 19). */
const agreeToPublicity = command({
  ...here,
  machine: 'commercialMediation',
  sharedWith: [],
  type: 'agreeToPublicity',
  kind: 'fact',
  label: text('登记各方同意公开调解', 'Record that the parties agree to a public mediation'),
  hint: text(
    '只说明调解可以公开进行；卷内调解过程材料仍然保密。',
    'It may then be held in public; what is on file from inside the mediation stays closed.',
  ),
  by: committee,
  relation: 'custodian',
  occurredOn: { precision: 'day', label: text('同意日期', 'Agreed on') },
  fields: {
    agreedBy: partiesOf({ label: text('同意公开的当事人', 'Parties who agreed'), minimum: 0 }),
    scope: choiceOf({
      label: text('公开的范围', 'What is public'),
      of: {
        sessions: text('调解会议', 'The sessions'),
        outcome: text('调解结果', 'The outcome'),
        both: text('调解会议和调解结果', 'Both'),
      },
    }),
    evidence: itemOf({ label: text('书面同意', 'Written consent'), optional: true }),
  },
  requires: [
    dataRequirement<{ agreedBy: readonly Id[] }>({
      code: 'publicity-without-consent',
      basis: [{ instrument: 'CMR', article: '第十九条' }],
      check: (context) =>
        context.day < instruments.CMR.effectiveFrom! || notAgreed(context, context.data.agreedBy).length === 0
          ? null
          : {
              text: text(
                '商事调解不公开进行，各方当事人都同意公开的除外。',
                'A commercial mediation is not public, unless every party agrees.',
              ),
              field: 'agreedBy',
            },
    }),
  ],
  apply: ({ data }) => ({ values: { scope: data.scope } }),
});

export const helperCommands: readonly CommandDefinition[] = [inviteHelper, agreeToPublicity];
