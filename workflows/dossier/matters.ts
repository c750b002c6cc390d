import { type CaseFile, type Id, type Matter, patchPart, withPart } from '../case-file.ts';
import { channelOf } from '../channels/index.ts';
import { type Change, type CommandDefinition, command, dataRequirement, stateRequirement } from '../command.ts';
import { choiceOf, choicesOf, matterOf, money, partiesOf, textOf } from '../fields.ts';
import { channelFamilies } from '../path/machine.ts';
import { radarWarnings } from '../radar/requirements.ts';
import { deskRoles } from '../reference.ts';
import { excluded } from '../rules/guards.ts';
import type { Text } from '../text.ts';
import { text } from '../text.ts';
import { refusing } from './consent.ts';
import { disputeLabels, exclusiveProceeding, productField, reliefLabels, rightKindLabels } from './opening.ts';

/** Proceedings that have not yet said what becomes of a matter. */
export function undecidedProceedings(caseFile: CaseFile, matter: Id) {
  return Object.values(caseFile.proceedings).filter(
    (proceeding) =>
      proceeding.endedOn === null &&
      // A criminal case decides on punishment, and on no matter between the parties.
      proceeding.channel !== 'criminalReferral' &&
      proceeding.matters.includes(matter) &&
      proceeding.outcomes[matter] === undefined,
  );
}

/** Records what the dispute is about, as it becomes known; null answers stay open. */
export const describeMatter = command({
  type: 'describeMatter',
  target: 'matter',
  kind: 'fact',
  label: text('补充争议情况', 'Complete the matter'),
  by: deskRoles,
  relation: 'anyCustodian',
  fields: {
    rightKind: choiceOf({ label: text('权利类型', 'Kind of right'), of: rightKindLabels, optional: true }),
    rightNumber: textOf({ label: text('权利号', 'Number of the right'), maxLength: 60, optional: true }),
    rightName: textOf({ label: text('权利名称', 'Name of the right'), maxLength: 120, optional: true }),
    dispute: choiceOf({ label: text('争议类型', 'Kind of dispute'), of: disputeLabels, optional: true }),
    relief: choicesOf({ label: text('请求', 'Relief asked for'), of: reliefLabels }),
    amountFen: money({ label: text('标的额', 'Amount in dispute'), optional: true }),
    product: productField,
  },
  needs: ['relatedCases'],
  requires: radarWarnings,
  apply: ({ data, caseFile, matter }) => ({
    caseFile: patchPart(caseFile, 'matters', matter!.id, {
      right: {
        kind: data.rightKind ?? matter!.right.kind,
        number: data.rightNumber ?? matter!.right.number,
        name: data.rightName ?? matter!.right.name,
      },
      dispute: data.dispute ?? matter!.dispute,
      relief: data.relief.length > 0 ? data.relief : matter!.relief,
      amountFen: data.amountFen ?? matter!.amountFen,
      ...(data.product === null ? {} : { product: data.product }),
    }),
    values: { dispute: data.dispute },
  }),
});

/** Separates respondents whose fate diverges, or a clause that cannot be confirmed, into a matter of their own. */
export const splitMatter = command({
  type: 'splitMatter',
  target: 'case',
  kind: 'fact',
  label: text('拆分争议事项', 'Split a matter'),
  hint: text(
    '部分被申请人和解、部分继续，或权属条款需要单独处理时使用。',
    'When one respondent settles and others go on, or an ownership clause must go its own way.',
  ),
  by: deskRoles,
  relation: 'anyCustodian',
  fields: {
    matter: matterOf({ label: text('要拆分的争议事项', 'Matter to split') }),
    respondents: partiesOf({
      label: text('分到新事项的被申请人', 'Respondents of the new matter'),
      side: 'respondent',
      minimum: 0,
    }),
    dispute: choiceOf({
      label: text('新事项的争议类型', 'Kind of dispute of the new matter'),
      of: disputeLabels,
      optional: true,
    }),
    reason: textOf({ label: text('拆分原因', 'Reason'), maxLength: 200 }),
  },
  requires: [
    dataRequirement<{ matter: Id; respondents: readonly Id[]; dispute: string | null }>({
      code: 'split-changes-nothing',
      basis: [],
      check: ({ data, caseFile }) => {
        const matter = caseFile.matters[data.matter]!;
        const foreign = data.respondents.some((id) => !matter.respondents.includes(id));
        if (foreign)
          return {
            text: text('所选被申请人不属于这个争议事项。', 'A chosen respondent is not part of this matter.'),
            field: 'respondents',
          };
        const byRespondents = data.respondents.length > 0 && data.respondents.length < matter.respondents.length;
        return byRespondents || data.dispute !== null
          ? null
          : {
              text: text(
                '请选择部分被申请人，或者为新事项选择不同的争议类型。',
                'Choose some of the respondents, or another kind of dispute for the new matter.',
              ),
              field: 'respondents',
            };
      },
    }),
    dataRequirement<{ matter: Id }>({
      code: 'matter-already-decided',
      basis: [],
      check: ({ data, caseFile }) =>
        caseFile.matters[data.matter]!.outcome === null && undecidedProceedings(caseFile, data.matter).length > 0
          ? null
          : {
              text: text(
                '这个争议事项已有结果，不能再拆分。',
                'This matter has its outcome and can no longer be split.',
              ),
              field: 'matter',
            },
    }),
  ],
  apply: ({ data, caseFile, given }) => {
    const old = caseFile.matters[data.matter]!;
    const moves = data.respondents.length > 0 ? data.respondents : old.respondents;
    const fresh: Matter = {
      ...old,
      id: given.ids(),
      respondents: moves,
      dispute: data.dispute ?? old.dispute,
      splitFrom: old.id,
    };
    const rest = data.respondents.length > 0 ? old.respondents.filter((id) => !moves.includes(id)) : old.respondents;
    const split = patchPart(withPart(caseFile, 'matters', fresh), 'matters', old.id, { respondents: rest });
    const covered = undecidedProceedings(caseFile, old.id).reduce(
      (file, proceeding) =>
        patchPart(file, 'proceedings', proceeding.id, { matters: [...proceeding.matters, fresh.id] }),
      split,
    );
    return {
      caseFile: covered,
      matters: [old.id, fresh.id],
      values: { from: old.id, matter: fresh.id },
      body: { splitOff: fresh.id },
    };
  },
});

/** Brings a matter that no proceeding holds any more back to the door, where another way is chosen (route T34). */
export const triageAgain = command({
  type: 'triageAgain',
  target: 'matter',
  kind: 'fact',
  label: text('重新分流', 'Choose another way'),
  hint: text('回到登记与分流，另选途径。', 'Back to intake, where another way is chosen.'),
  by: deskRoles,
  relation: 'anyCustodian',
  fields: { reason: textOf({ label: text('原因', 'Reason'), maxLength: 200 }) },
  requires: [
    stateRequirement({
      code: 'matter-is-with-somebody',
      basis: [{ instrument: 'SDR', article: '第三十三条' }],
      check: ({ matter }) =>
        String(matter!.slot.value) === 'unresolved'
          ? null
          : {
              text: text(
                '只有尚未解决、也没有机构正在办理的争议事项可以重新分流。',
                'Only a matter that is unresolved and with nobody can be routed again.',
              ),
              instead: text(
                '请先在承办的程序内记录结果。',
                'Record the outcome in the proceeding that holds it first.',
              ),
            },
    }),
  ],
  apply: ({ given }) => ({ values: { channel: 'intake', organisation: given.actor.organisation } }),
});

export const finishReasons = {
  performed: text('已履行完毕', 'Performed'),
  settledWithoutPaper: text('自行和解', 'Settled between the parties'),
  withdrawn: text('当事人不再主张', 'No longer pursued'),
  otherRoute: text('已转入本系统以外的途径', 'Pursued outside this system'),
  courtMediated: text('法院调解结案', "Settled by the court's mediation document"),
  settledInSuit: text('诉讼中达成协议结案', 'Settled in the suit without a document'),
  adjudicated: text('裁判已生效', 'Decided with effect'),
  penalised: text('行政机关已处罚', 'Penalised by the authority'),
  absorbed: text('已并入另一案件', 'Absorbed into another case'),
  enforced: text('已执行完毕', 'Enforced'),
  enforcementTerminated: text('终结执行', 'Enforcement terminated'),
} as const;

const stillOpen = stateRequirement({
  code: 'proceeding-still-open',
  basis: [],
  check: ({ caseFile, matter, given }) =>
    given.actor.roles.includes('system') || undecidedProceedings(caseFile, matter!.id).length === 0
      ? null
      : {
          text: text('还有程序没有结果，不能办结。', 'A proceeding over this matter is still undecided.'),
          instead: text('请先在该程序内记录结果。', 'Record its outcome there first.'),
        },
});

/** Takes a matter that was left open, or whose agreement was not confirmed, into mediation once more (CPL 206; routes T29, T32). */
export const mediateAgain = command({
  type: 'mediateAgain',
  target: 'matter',
  kind: 'fact',
  label: text('再次调解', 'Mediate again'),
  by: deskRoles,
  relation: 'anyCustodian',
  fields: {},
  requires: [
    stateRequirement({
      code: 'not-open-to-mediation',
      basis: [{ instrument: 'CPL', article: '第二百零六条' }],
      check: ({ matter, caseFile }) =>
        ['unresolved', 'settled'].includes(String(matter!.slot.value)) &&
        exclusiveProceeding(caseFile, 'peopleMediation', [matter!.id]) === null
          ? null
          : {
              text: text(
                '只有尚未解决、或者协议未获确认的争议事项可以再次调解。',
                'Only a matter left open, or one whose agreement was not confirmed, can be mediated again.',
              ),
            },
    }),
    stateRequirement({
      code: 'organisation-cannot-run-channel',
      basis: [{ instrument: 'PML', article: '第七条' }],
      check: ({ given }) => {
        const kind = given.reference.organisations[given.actor.organisation ?? '']?.kind;
        return kind !== undefined && channelOf('peopleMediation')?.runBy.includes(kind)
          ? null
          : {
              text: text('本机构不能办理人民调解。', "This organisation cannot run a people's mediation."),
              instead: text('请由调解组织办理。', 'A mediation organisation can.'),
            };
      },
    }),
    excluded('F1', 'mediation-refused', 'state', ({ caseFile, matter }) => refusing(caseFile, [matter!.id]).length > 0),
  ],
  apply: ({ given }) => ({ values: { channel: 'peopleMediation', organisation: given.actor.organisation } }),
});

/** Ends a matter: performed, settled between the parties, given up, or gone elsewhere. */
export const finishMatter = command({
  type: 'finishMatter',
  target: 'matter',
  machine: 'path',
  kind: 'step',
  label: text('争议事项办结', 'Conclude the matter'),
  by: deskRoles,
  relation: 'anyCustodian',
  fields: {
    reason: choiceOf({
      label: text('结果', 'Outcome'),
      of: finishReasons,
      // Only a pointer to the other case makes a case absorbed.
      only: ({ given }) =>
        Object.keys(finishReasons).filter((reason) => reason !== 'absorbed' || given.actor.roles.includes('system')),
    }),
  },
  requires: [stillOpen],
  apply: ({ data, caseFile, matter }) => ({
    caseFile: patchPart(caseFile, 'matters', matter!.id, { outcome: data.reason }),
    values: { reason: data.reason },
  }),
});

/** An obstacle kept a party from acting in time; ten days after it ended the party may ask the court to restore the period (CPL 86). */
export const recordObstacleEnded = command({
  type: 'recordObstacleEnded',
  target: 'matter',
  machine: 'path',
  kind: 'fact',
  label: text('登记障碍消除', 'Record the end of an obstacle'),
  by: deskRoles,
  relation: 'anyCustodian',
  occurredOn: { precision: 'day', label: text('障碍消除之日', 'Ended on') },
  fields: { obstacle: textOf({ label: text('不可抗力或其他正当理由', 'What it was'), maxLength: 200 }) },
  requires: [],
  apply: () => ({ facts: [{ type: 'obstacleEnded' }] }),
});

/** Takes up again a matter that was over. */
export const reopenMatter = command({
  type: 'reopenMatter',
  target: 'matter',
  machine: 'path',
  kind: 'step',
  label: text('重新办理', 'Reopen the matter'),
  by: deskRoles,
  relation: 'anyCustodian',
  fields: { reason: textOf({ label: text('原因', 'Reason'), maxLength: 200 }) },
  requires: [],
  apply: ({ caseFile, matter }) => ({ caseFile: patchPart(caseFile, 'matters', matter!.id, { outcome: null }) }),
});

/** A step of the path that only reactions take. */
function pathStep(type: string, label: Text, outcome?: string | null): CommandDefinition {
  return command({
    type,
    target: 'matter',
    machine: 'path',
    kind: 'step',
    label,
    by: ['system'],
    relation: 'system',
    fields: {},
    requires: [],
    apply: ({ caseFile, matter }): Change =>
      outcome === undefined ? {} : { caseFile: patchPart(caseFile, 'matters', matter!.id, { outcome }) },
  });
}

const familyLabels = {
  mediation: text('调解', 'Mediation'),
  authority: text('行政处理', 'Authority'),
  arbitration: text('仲裁', 'Arbitration'),
  court: text('诉讼', 'Court'),
  confirmation: text('司法确认', 'Confirmation'),
  enforcement: text('执行', 'Enforcement'),
} as const satisfies Record<(typeof channelFamilies)[number], Text>;

/** A proceeding of a family has taken the matter up. */
export const enterChannel = command({
  type: 'enterChannel',
  target: 'matter',
  machine: 'path',
  kind: 'step',
  label: text('进入程序', 'Taken up by a proceeding'),
  by: ['system'],
  relation: 'system',
  fields: { family: choiceOf({ label: text('程序类别', 'Family'), of: familyLabels }) },
  requires: [],
  facts: ({ data }) => ({ family: data.family }),
  factCases: channelFamilies.map((family) => ({ family })),
  apply: ({ caseFile, matter }) => ({ caseFile: patchPart(caseFile, 'matters', matter!.id, { outcome: null }) }),
});

export const pathSteps: readonly CommandDefinition[] = [
  enterChannel,
  finishMatter,
  reopenMatter,
  pathStep('settleMatter', text('达成协议', 'Settled'), 'settled'),
  pathStep('leaveUnresolved', text('尚未解决', 'Left unresolved'), null),
  pathStep('decideMatter', text('有了执行依据', 'A title is in force'), 'decided'),
  pathStep('returnToTriage', text('退回分流', 'Back to triage'), null),
  pathStep('confirmMatter', text('获得司法确认', 'Confirmed'), 'confirmed'),
  pathStep(
    'endConfirmation',
    text('司法确认结束，协议仍有合同效力', 'Confirmation ended; the agreement stays a contract'),
    'settled',
  ),
];
