import { type CaseFile, type Id, type Proceeding, patchPart } from '../../case-file.ts';
import { type CommandDefinition, type Context, command, dataRequirement, stateRequirement } from '../../command.ts';
import { undecided } from '../../dossier/consent.ts';
import { reassigned } from '../../dossier/officers.ts';
import { latestFact } from '../../facts.ts';
import {
  choiceOf,
  choicesOf,
  count,
  flag,
  itemOf,
  mattersOf,
  moment,
  officerOf,
  officersOf,
  organisationOf,
  partiesOf,
  textOf,
} from '../../fields.ts';
import { labelsOf, someLabelsOf } from '../../rules/labels.ts';
import { declineReasons, mediationEndReasons } from '../../rules/reasons.ts';
import { text } from '../../text.ts';
import { abandonAgreement, completeFormalities, recordAgreement, recordPerformance } from './agreement-commands.ts';
import { coverage, effectOf } from './agreements.ts';
import { mattersAreOpen, nobodyRefuses, rightsWereTold } from './requirements.ts';

const here = { target: 'proceeding', machine: 'peopleMediation' } as const;
const committee = ['mediator', 'committeeClerk'] as const;

const askConsent = command({
  ...here,
  type: 'askConsent',
  kind: 'step',
  label: text('征询对方意愿', 'Ask the other side'),
  by: committee,
  relation: 'custodian',
  fields: { parties: partiesOf({ label: text('征询哪些当事人', 'Whom') }) },
  requires: [],
  apply: ({ data }) => ({ values: { asked: data.parties.length } }),
});

/** Takes the dispute up. Consent need not be spoken, but nobody may have clearly refused (PML 17). Free of charge (PML 4). */
const acceptMediation = command({
  ...here,
  type: 'acceptMediation',
  kind: 'step',
  label: text('受理', 'Accept'),
  tone: 'primary',
  by: committee,
  relation: 'custodian',
  needs: ['number:mediationCase'],
  occurredOn: { precision: 'day', label: text('受理日期', 'Accepted on') },
  fields: {},
  requires: [
    nobodyRefuses,
    stateRequirement({
      code: 'not-mediable',
      basis: [{ instrument: 'PL', article: '第四十六条' }],
      check: ({ caseFile, proceeding }) =>
        undecided(proceeding!).some((id) => caseFile.matters[id]?.dispute === 'validity')
          ? {
              text: text(
                '权利是否有效由主管机关认定，不能调解。',
                'Whether a right is valid is for the competent authority and cannot be mediated.',
              ),
              instead: text(
                '请拆分该事项，或不予受理并告知途径。',
                'Split that matter off, or decline and tell the route.',
              ),
            }
          : null,
    }),
    stateRequirement({
      code: 'respondent-unknown',
      basis: [{ instrument: 'PML', article: '第十七条' }],
      check: ({ caseFile, proceeding }) =>
        undecided(proceeding!).every((id) => (caseFile.matters[id]?.respondents.length ?? 0) > 0)
          ? null
          : {
              text: text('还没有登记被申请人。', 'No respondent is registered yet.'),
              instead: text('请先用“增加当事人”登记被申请人。', 'Add the respondent first.'),
            },
    }),
  ],
  apply: ({ caseFile, proceeding, given }) => ({
    caseFile: patchPart(caseFile, 'proceedings', proceeding!.id, {
      number: given.found.numbers?.mediationCase ?? proceeding!.number,
    }),
    facts: [{ type: 'mediationAccepted' }],
  }),
});

function decided(caseFile: CaseFile, proceeding: Proceeding, matters: readonly Id[], outcome: string): CaseFile {
  return patchPart(caseFile, 'proceedings', proceeding.id, {
    outcomes: { ...proceeding.outcomes, ...Object.fromEntries(matters.map((id) => [id, outcome])) },
  });
}

function chosen(data: { readonly matters: readonly Id[] }, proceeding: Proceeding): readonly Id[] {
  return data.matters.length > 0 ? data.matters : undecided(proceeding);
}

const declineMediation = command({
  ...here,
  type: 'declineMediation',
  kind: 'step',
  label: text('不予受理', 'Decline'),
  tone: 'danger',
  by: committee,
  relation: 'custodian',
  fields: {
    reason: choiceOf({ label: text('原因', 'Reason'), of: labelsOf(declineReasons) }),
    routesTold: textOf({ label: text('告知的其他途径', 'Routes told'), maxLength: 500, multiline: true }),
  },
  requires: [],
  apply: ({ data, caseFile, proceeding }) => {
    const matters = undecided(proceeding!);
    return {
      caseFile: decided(caseFile, proceeding!, matters, 'declined'),
      values: { reason: data.reason },
      facts: [{ type: 'mediationFailed', matters, values: { reason: data.reason } }],
    };
  },
});

/** The committee names one or more mediators, or the parties choose (PML 19). */
const assignMediator = command({
  ...here,
  type: 'assignMediator',
  kind: 'step',
  label: text('指定调解员', 'Name the mediator'),
  tone: 'primary',
  by: committee,
  relation: 'custodian',
  occurredOn: { precision: 'day', label: text('指定日期', 'Named on') },
  fields: {
    mediator: officerOf({ label: text('调解员', 'Mediator'), roles: ['mediator'] }),
    deputies: officersOf({ label: text('共同调解员、代理人员', 'Co-mediators and deputies'), roles: ['mediator'] }),
    chosenBy: choiceOf({
      label: text('产生方式', 'Chosen by'),
      of: { committee: text('调委会指定', 'The committee'), parties: text('当事人选择', 'The parties') },
      optional: true,
    }),
  },
  requires: [],
  apply: ({ data, caseFile, proceeding, day }) => ({
    caseFile: patchPart(caseFile, 'proceedings', proceeding!.id, {
      assignments: reassigned(proceeding!, data.mediator, data.deputies, day),
    }),
    values: { mediator: data.mediator, chosenBy: data.chosenBy ?? 'committee' },
  }),
});

/** Tells the rights and duties, the effect of an agreement, the right to confirmation, and that sham mediation is punished; oral or written (PMW 30). */
const giveRightsNotice = command({
  ...here,
  type: 'giveRightsNotice',
  kind: 'fact',
  label: text('告知权利义务', 'Tell rights and duties'),
  by: committee,
  relation: 'custodian',
  occurredOn: { precision: 'day', label: text('告知日期', 'Told on') },
  fields: {
    parties: partiesOf({ label: text('告知的当事人', 'Whom') }),
    manner: choiceOf({
      label: text('方式', 'How'),
      of: { oral: text('口头', 'Orally'), written: text('书面', 'In writing') },
    }),
  },
  requires: [],
  apply: ({ data }) => ({ values: { manner: data.manner, told: data.parties.length } }),
});

/** Discloses a relation; whether the mediator goes on is for the parties, in writing where commercial rules ask for it. */
const discloseRelation = command({
  ...here,
  type: 'discloseRelation',
  kind: 'fact',
  label: text('披露利害关系', 'Disclose a relation'),
  by: ['mediator'],
  relation: 'custodian',
  fields: {
    relation: choiceOf({
      label: text('关系', 'Relation'),
      of: {
        kinship: text('近亲属', 'Kinship'),
        interest: text('利害关系', 'Interest in the outcome'),
        enforcement: text('同时担任行政执法人员', 'Also an enforcement officer'),
        other: text('其他', 'Other'),
      },
    }),
    waived: flag({ label: text('各方知悉后仍同意', 'All parties know and still agree') }),
    evidence: itemOf({ label: text('书面同意', 'Written consent'), optional: true }),
  },
  requires: [],
  apply: ({ data }) => ({ values: { relation: data.relation, waived: data.waived } }),
});

const scheduleSession = command({
  ...here,
  type: 'scheduleSession',
  kind: 'fact',
  label: text('安排调解会议', 'Set a session'),
  by: committee,
  relation: 'custodian',
  occurredOn: null,
  fields: {
    at: moment({ label: text('时间', 'When') }),
    place: textOf({ label: text('地点或线上方式', 'Where'), maxLength: 200 }),
  },
  requires: [nobodyRefuses],
  apply: ({ data }) => ({ values: { at: data.at } }),
});

const sessionModes = {
  inPerson: text('当面', 'In person'),
  online: text('线上', 'Online'),
  telephone: text('电话', 'By telephone'),
  written: text('书面', 'In writing'),
} as const;

/** Records a session that was held. What was said goes into an inside note, never here. */
const openSession = command({
  ...here,
  type: 'openSession',
  kind: 'step',
  label: text('登记调解会议', 'Record a session'),
  hint: text(
    '这里只记时间和到场情况；会上说了什么，请写入“内部记录”。',
    'Only when and who; what was said belongs into an inside note.',
  ),
  tone: 'primary',
  by: ['mediator'],
  relation: 'assigned',
  occurredOn: { precision: 'minute', label: text('会议时间', 'Held at') },
  fields: {
    mode: choiceOf({ label: text('方式', 'How'), of: sessionModes }),
    present: partiesOf({ label: text('到场的当事人', 'Parties present'), minimum: 0 }),
    minutes: count({ label: text('时长（分钟）', 'Minutes'), minimum: 1, maximum: 1440, optional: true }),
  },
  requires: [nobodyRefuses, rightsWereTold],
  apply: ({ data }) => ({ values: { mode: data.mode, present: data.present.length } }),
});

const adjournMediation = command({
  ...here,
  type: 'adjournMediation',
  kind: 'step',
  label: text('休会', 'Adjourn'),
  by: ['mediator'],
  relation: 'assigned',
  fields: { next: moment({ label: text('下次会议', 'Next session'), optional: true }) },
  requires: [],
  apply: ({ data }) => ({
    values: { next: data.next },
    facts: data.next === null ? [] : [{ type: 'scheduleSession', values: { at: data.next } }],
  }),
});

/** What was said in mediation. Only the assigned mediators and deputies ever see it; no exit shows it. */
const noteInside = command({
  ...here,
  type: 'noteInside',
  kind: 'fact',
  label: text('内部记录（不出调解）', 'Inside note (never leaves)'),
  hint: text(
    '只有指定调解员和代理人员可见，不进入任何移送、检索、通知和导出。',
    'Seen only by the assigned mediators; enters no handoff, search, letter or export.',
  ),
  by: ['mediator'],
  relation: 'assigned',
  compartment: true,
  occurredOn: { precision: 'minute', label: text('时间', 'When') },
  fields: {
    kind: choiceOf({
      label: text('类型', 'Kind'),
      of: {
        minutes: text('会议记录', 'Minutes'),
        caucus: text('单方谈话', 'Caucus'),
        proposal: text('方案', 'Proposal'),
        concession: text('让步', 'Concession'),
      },
    }),
    note: textOf({ label: text('内容', 'Note'), maxLength: 5000, multiline: true }),
  },
  requires: [],
  apply: () => ({}),
});

/** Goes on after the usual month when the parties want to; the month is a guideline (PMW 33). */
const extendMediation = command({
  ...here,
  type: 'extendMediation',
  kind: 'fact',
  label: text('各方同意延长', 'Extend by consent of all'),
  by: ['mediator'],
  relation: 'assigned',
  fields: {
    days: count({ label: text('延长天数', 'Days'), minimum: 1, maximum: 90 }),
    agreedBy: partiesOf({ label: text('同意延长的当事人', 'Who agreed') }),
  },
  requires: [
    dataRequirement<{ agreedBy: readonly Id[] }>({
      code: 'extension-needs-everyone',
      basis: [{ instrument: 'OMR', article: '第二十四条' }],
      check: ({ data, caseFile, proceeding }) => {
        const everyone = undecided(proceeding!).flatMap((id) => [
          ...(caseFile.matters[id]?.claimants ?? []),
          ...(caseFile.matters[id]?.respondents ?? []),
        ]);
        return everyone.every((party) => data.agreedBy.includes(party))
          ? null
          : {
              text: text(
                '延长须经各方当事人同意，仅一方同意无效。',
                'An extension needs the consent of all parties; one side alone is not enough.',
              ),
              field: 'agreedBy',
            };
      },
    }),
  ],
  apply: ({ data }) => ({ facts: [{ type: 'mediationExtended', values: { days: data.days } }] }),
});

const endReasons = someLabelsOf(mediationEndReasons, [
  'settledAndWithdrew',
  'unreachable',
  'partyWillNotGoOn',
  'tooFarApart',
  'termExpired',
  'refusedToSign',
  'other',
]);
const endCases = [
  { coversAll: true, someSettled: false },
  { coversAll: true, someSettled: true },
  { coversAll: false, someSettled: false },
  { coversAll: false, someSettled: true },
] as const;

interface MattersData {
  readonly matters: readonly Id[];
}
const coverageOf = (context: Context<MattersData>) => {
  const { coversAll, someSettled } = coverage(context.proceeding!, chosen(context.data, context.proceeding!));
  return { coversAll, someSettled };
};

/** Ends mediation without an agreement over some or all matters, and tells of the other routes (PML 26). */
const endMediation = command({
  ...here,
  type: 'endMediation',
  kind: 'step',
  label: text('终止调解', 'End without agreement'),
  tone: 'danger',
  by: ['mediator'],
  relation: 'custodian',
  occurredOn: { precision: 'day', label: text('终止日期', 'Ended on') },
  fields: {
    reason: choiceOf({ label: text('终结原因', 'Why it ended'), of: endReasons }),
    matters: mattersOf({ label: text('涉及的争议事项（不选为全部未决事项）', 'Matters (none: all that are open)') }),
    routesTold: flag({
      label: text('已告知仲裁、行政、诉讼等途径', 'Told of arbitration, administrative and court routes'),
    }),
  },
  requires: [
    mattersAreOpen,
    dataRequirement<{ routesTold: boolean }>({
      code: 'routes-not-told',
      effect: 'marks',
      basis: [{ instrument: 'PML', article: '第二十六条' }],
      check: ({ data }) =>
        data.routesTold
          ? null
          : {
              text: text('未告知当事人其他解决途径。', 'The parties were not told of the other routes.'),
              instead: text('请补行告知并记录。', 'Tell them now and record it.'),
            },
    }),
  ],
  facts: coverageOf,
  factCases: endCases,
  apply: ({ data, caseFile, proceeding }) => {
    const matters = chosen(data, proceeding!);
    return {
      caseFile: decided(
        caseFile,
        proceeding!,
        matters,
        data.reason === 'settledAndWithdrew' ? 'settledWithoutPaper' : 'failed',
      ),
      matters,
      values: { reason: data.reason },
      facts: [{ type: 'mediationFailed', matters, values: { reason: data.reason } }],
    };
  },
});

const withdrawApplication = command({
  ...here,
  type: 'withdrawApplication',
  kind: 'step',
  label: text('申请人撤回', 'The claimant withdraws'),
  by: committee,
  relation: 'custodian',
  fields: {
    matters: mattersOf({ label: text('涉及的争议事项（不选为全部未决事项）', 'Matters (none: all that are open)') }),
  },
  requires: [mattersAreOpen],
  facts: coverageOf,
  factCases: endCases,
  apply: ({ data, caseFile, proceeding }) => {
    const matters = chosen(data, proceeding!);
    return {
      caseFile: decided(caseFile, proceeding!, matters, 'withdrawn'),
      matters,
      facts: [{ type: 'mediationWithdrawn', matters }],
    };
  },
});

/** Stops a mediation that looks staged, and reports it; nothing may be sealed meanwhile (IMR 18, CPL 115). */
const suspendMediation = command({
  ...here,
  type: 'suspendMediation',
  kind: 'step',
  label: text('疑似虚假调解，中止', 'Suspend: suspected sham'),
  tone: 'danger',
  by: ['mediator'],
  relation: 'custodian',
  fields: {
    signs: choicesOf({
      label: text('疑点', 'Signs'),
      of: {
        noDispute: text('双方没有实质争议', 'No real dispute'),
        sameAgent: text('双方由同一人代理或安排', 'One person acts for both'),
        tooFast: text('异常迅速达成一致', 'Agreement suspiciously fast'),
        fabricatedRight: text('权利或侵权关系疑似捏造', 'Right or infringement looks fabricated'),
        harmsOthers: text('可能损害他人利益', 'May harm others'),
      },
    }),
    reportedTo: organisationOf({
      label: text('报告对象', 'Reported to'),
      kinds: ['court', 'peopleMediationCommittee', 'protectionCentre', 'publicSecurity'],
      optional: true,
    }),
  },
  requires: [],
  apply: ({ data }) => ({ values: { signs: data.signs.length, reportedTo: data.reportedTo } }),
});

const resumeStates = ['accepted', 'assigned', 'inSession', 'adjourned', 'awaitingFormalities'] as const;

const resumeMediation = command({
  ...here,
  type: 'resumeMediation',
  kind: 'step',
  label: text('疑点排除，恢复调解', 'Resume'),
  by: ['mediator', 'committeeClerk'],
  relation: 'custodian',
  fields: { finding: textOf({ label: text('核实结论', 'What was found'), maxLength: 500, multiline: true }) },
  requires: [],
  facts: ({ slot }) => ({ resumeTo: String(slot!.context.resumeTo) }),
  factCases: resumeStates.map((resumeTo) => ({ resumeTo })),
});

/** A dispute that may escalate or touches public security or crime is reported at once; a committee reports and transfers nothing (PML 25, F14). */
const reportRisk = command({
  ...here,
  type: 'reportRisk',
  kind: 'fact',
  label: text('报告风险', 'Report a risk'),
  by: committee,
  relation: 'custodian',
  fields: {
    kind: choiceOf({
      label: text('风险', 'Risk'),
      of: {
        escalation: text('矛盾可能激化', 'May escalate'),
        publicSecurity: text('涉及治安', 'Public security'),
        crime: text('涉嫌犯罪', 'Suspected crime'),
      },
    }),
    reportedTo: organisationOf({ label: text('报告机关', 'Reported to'), kinds: ['publicSecurity', 'procuratorate'] }),
  },
  requires: [],
  apply: ({ data }) => ({ values: { kind: data.kind, reportedTo: data.reportedTo } }),
});

/** Facts both sides do not dispute, written down only when no agreement came about, with consent and both signatures (SDR 24). */
const recordUndisputedFacts = command({
  ...here,
  type: 'recordUndisputedFacts',
  kind: 'fact',
  label: text('记载无争议事实', 'Record undisputed facts'),
  by: ['mediator'],
  relation: 'assigned',
  occurredOn: { precision: 'day', label: text('签署日期', 'Signed on') },
  fields: { item: itemOf({ label: text('各方签署的记载表', 'The paper all sides signed') }) },
  requires: [
    dataRequirement<{ item: Id }>({
      code: 'undisputed-facts-need-joint-paper',
      basis: [
        { instrument: 'SDR', article: '第二十四条' },
        { instrument: 'OMR', article: '第二十二条' },
      ],
      check: ({ data, caseFile }) =>
        caseFile.items[data.item]?.class === 'jointSigned'
          ? null
          : {
              text: text('无争议事实须由各方共同签署。', 'Undisputed facts need a paper signed by all sides.'),
              field: 'item',
            },
    }),
    stateRequirement({
      code: 'undisputed-facts-only-without-agreement',
      basis: [{ instrument: 'SDR', article: '第二十四条' }],
      check: ({ caseFile, proceeding }) =>
        Object.keys(proceeding!.agreements).some((id) => effectOf(caseFile, id) !== null) &&
        Object.values(proceeding!.outcomes).every((outcome) => outcome === 'settled')
          ? { text: text('已全部达成协议，无需记载无争议事实。', 'Everything was agreed; there is nothing to record.') }
          : null,
    }),
  ],
  apply: ({ data }) => ({ values: { item: data.item } }),
});

const recordReturnVisit = command({
  ...here,
  type: 'recordReturnVisit',
  kind: 'fact',
  label: text('记录回访', 'Record a return visit'),
  by: committee,
  relation: 'custodian',
  occurredOn: { precision: 'day', label: text('回访日期', 'Visited on') },
  fields: {
    performance: choiceOf({
      label: text('履行情况', 'Performance'),
      of: { full: text('已履行', 'Performed'), part: text('部分履行', 'In part'), none: text('未履行', 'Not yet') },
    }),
    hiddenRisk: flag({ label: text('发现新的矛盾隐患', 'A new risk was found') }),
    note: textOf({ label: text('说明', 'Note'), maxLength: 500, optional: true }),
  },
  requires: [],
  apply: ({ data }) => ({ values: { performance: data.performance, hiddenRisk: data.hiddenRisk } }),
});

const closeMediation = command({
  ...here,
  type: 'closeMediation',
  kind: 'step',
  label: text('结案', 'Close the file'),
  by: committee,
  relation: 'custodian',
  fields: { archiveNumber: textOf({ label: text('卷号', 'File number'), maxLength: 60, optional: true }) },
  requires: [
    stateRequirement({
      code: 'return-visit-missing',
      effect: 'warns',
      basis: [{ instrument: 'PMW', article: '第三十九条' }],
      check: ({ caseFile, proceeding }) =>
        Object.values(proceeding!.outcomes).includes('settled') &&
        latestFact(caseFile, 'recordReturnVisit', { proceeding: proceeding!.id }) === null
          ? { text: text('还没有回访记录。', 'No return visit is recorded yet.') }
          : null,
    }),
  ],
});

export const peopleMediationCommands: readonly CommandDefinition[] = [
  askConsent,
  acceptMediation,
  declineMediation,
  assignMediator,
  giveRightsNotice,
  discloseRelation,
  scheduleSession,
  openSession,
  adjournMediation,
  noteInside,
  extendMediation,
  recordAgreement,
  completeFormalities,
  abandonAgreement,
  endMediation,
  withdrawApplication,
  suspendMediation,
  resumeMediation,
  reportRisk,
  recordUndisputedFacts,
  recordPerformance,
  recordReturnVisit,
  closeMediation,
];
