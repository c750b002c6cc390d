import { type CaseFile, type Id, type Proceeding, patchPart } from '../../case-file.ts';
import { dueByRule } from '../../clocks.ts';
import { type CommandDefinition, command, dataRequirement, stateRequirement } from '../../command.ts';
import { partiesOfMatters, undecided } from '../../dossier/consent.ts';
import { latestFact } from '../../facts.ts';
import { choiceOf, count, itemOf, partyOf, textOf } from '../../fields.ts';
import { nobodyRefuses } from '../../mediation/requirements.ts';
import { decided } from '../../mediation/shared.ts';
import { text } from '../../text.ts';

const officers = ['rulingOfficer', 'enforcementOfficer'] as const;
const here = { target: 'proceeding', machine: 'adminMediation', relation: 'custodian', by: officers } as const;
const both = { ...here, sharedWith: ['generalAdminMediation'] } as const;

/** The request and the notice to state an opinion reached a respondent; its days to answer run from there (O81 65). */
const sendOpinionNotice = command({
  ...here,
  type: 'sendOpinionNotice',
  kind: 'step',
  label: text('送达陈述意见通知书', 'Serve the notice to state an opinion'),
  tone: 'primary',
  occurredOn: { precision: 'day', label: text('送达日期', 'Served on') },
  fields: {
    party: partyOf({ label: text('被请求人', 'Respondent'), side: 'respondent' }),
    proof: itemOf({ label: text('送达回证', 'Proof of service'), optional: true }),
  },
  requires: [],
  apply: ({ data, day, given }) => {
    const ends = dueByRule('admed.respond', day, given.calendar).due ?? day;
    return {
      party: data.party,
      facts: [
        { type: 'opinionNoticeServed', party: data.party },
        // Silence until then is no consent: from that day the requester is to be told.
        { type: 'noConsentGiven', party: data.party, occurredOn: ends },
      ],
    };
  },
});

/** What the respondent says: it agrees, or it does not, and then nothing is filed (O81 66). */
const recordOpinion = command({
  ...here,
  type: 'recordOpinion',
  kind: 'fact',
  label: text('登记被请求人的意见', 'Record the opinion of the respondent'),
  occurredOn: { precision: 'day', label: text('收到日期', 'Received on') },
  fields: {
    party: partyOf({ label: text('被请求人', 'Respondent'), side: 'respondent' }),
    answer: choiceOf({
      label: text('意见', 'Opinion'),
      of: { agrees: text('同意调解', 'Agrees to mediate'), refuses: text('不同意调解', 'Does not agree') },
    }),
    paper: itemOf({ label: text('意见书', 'The paper'), optional: true }),
  },
  requires: [],
  apply: ({ data }) => ({
    party: data.party,
    values: { answer: data.answer },
    facts: [
      { type: 'opinionStated', party: data.party },
      { type: 'recordConsent', party: data.party, values: { answer: data.answer } },
      { type: data.answer === 'agrees' ? 'opinionAgreed' : 'noConsentGiven', party: data.party },
    ],
  }),
});

/** Disputes over patents a department may mediate (PLR 102, O81 63); other authorities mediate the civil side of their duties. */
export const mediationScopes = {
  damages: text('侵权赔偿数额', 'Damages for infringement'),
  infringement: text('侵权纠纷（裁决中双方愿意调解）', 'Infringement, during a ruling'),
  ownership: text('专利申请权、专利权归属', 'Ownership of an application or a patent'),
  inventor: text('发明人、设计人资格', 'Who is the inventor'),
  reward: text('职务发明奖励、报酬', 'Reward and remuneration'),
  provisionalFee: text('发明专利临时保护期使用费', 'Fee for use before the grant'),
  other: text('其他民事争议', 'Another civil dispute'),
} as const;
type Scope = keyof typeof mediationScopes;

/** Everybody has said yes: silence and refusal are both a no here (O81 66). */
const everybodyAgreed = stateRequirement({
  code: 'respondent-has-not-agreed',
  basis: [
    { instrument: 'O81', article: '第六十六条' },
    { instrument: 'O363', article: '第三条' },
  ],
  check: ({ caseFile, proceeding, given }) => {
    const silent = partiesOfMatters(caseFile, undecided(proceeding!)).filter(
      ({ id, side }) =>
        side === 'respondent' && latestFact(caseFile, 'recordConsent', { party: id })?.values.answer !== 'agrees',
    );
    return silent.length === 0 || given.actor.organisation !== proceeding!.organisation
      ? null
      : {
          text: text('被请求人尚未表示同意调解。', 'The respondent has not agreed to mediate.'),
          instead: text(
            '请先登记其意见；不同意或逾期的不予立案。',
            'Record its opinion first; without consent the case is not filed.',
          ),
        };
  },
});

/** Whether a ruling of this case found infringement of the matters, or is still being made. */
function rulingBehind(caseFile: CaseFile, { matters }: Proceeding): boolean {
  return Object.values(caseFile.proceedings).some(
    (one) =>
      one.channel === 'adminRuling' &&
      one.matters.some((id) => matters.includes(id)) &&
      (one.endedOn === null || Object.values(one.outcomes).includes('infringement')),
  );
}

/** Damages alone are mediated only after somebody found infringement (O81 64). */
const infringementFound = dataRequirement<{ scope: Scope; decision: Id | null }>({
  code: 'damages-need-infringement-decision',
  basis: [{ instrument: 'O81', article: '第六十四条' }],
  check: ({ data, caseFile, proceeding, given }) =>
    proceeding!.channel === 'adminMediation' &&
    data.scope === 'damages' &&
    data.decision === null &&
    !rulingBehind(caseFile, proceeding!) &&
    given.actor.organisation === proceeding!.organisation
      ? {
          text: text(
            '单独请求调解赔偿数额的，须有认定侵权成立的决定。',
            'To mediate damages alone a decision that found infringement is needed.',
          ),
          instead: text(
            '请收录认定侵权的裁决或判决副本并选择。',
            'Put a copy of the ruling or judgment on the file and choose it.',
          ),
          field: 'decision',
        }
      : null,
});

const fileAdminMediation = command({
  ...both,
  type: 'fileAdminMediation',
  kind: 'step',
  label: text('立案调解', 'File the mediation'),
  tone: 'primary',
  occurredOn: { precision: 'day', label: text('立案日期', 'Filed on') },
  fields: {
    number: textOf({ label: text('案号（照通知书填写）', 'Case number, as on the notice'), maxLength: 60 }),
    scope: choiceOf({ label: text('调解事项', 'What is mediated'), of: mediationScopes }),
    decision: itemOf({ label: text('认定侵权的裁决或判决', 'Decision that found infringement'), optional: true }),
  },
  requires: [nobodyRefuses, everybodyAgreed, infringementFound],
  apply: ({ data, caseFile, proceeding }) => ({
    caseFile: patchPart(caseFile, 'proceedings', proceeding!.id, { number: data.number }),
    values: { scope: data.scope },
    facts: [
      { type: 'adminMediationFiled' },
      ...partiesOfMatters(caseFile, proceeding!.matters).map(({ id }) => ({ type: 'adminMediationFiled', party: id })),
      ...(data.scope === 'ownership' ? [{ type: 'ownershipMediationFiled' }] : []),
    ],
  }),
});

const refuseAdminMediation = command({
  ...both,
  type: 'refuseAdminMediation',
  kind: 'step',
  label: text('不予立案并告知请求人', 'Do not file; tell the requester'),
  tone: 'danger',
  occurredOn: { precision: 'day', label: text('告知日期', 'Told on') },
  fields: {
    reason: choiceOf({
      label: text('原因', 'Why'),
      of: {
        refused: text('被请求人不同意', 'The respondent does not agree'),
        silent: text('被请求人逾期未答复', 'The respondent did not answer in time'),
        outsideScope: text('不属于可调解的范围或本机关管辖', 'Outside scope or jurisdiction'),
      },
    }),
    routesTold: textOf({ label: text('告知的其他途径', 'Routes told'), maxLength: 300, optional: true }),
  },
  requires: [],
  apply: ({ data, caseFile, proceeding }) => {
    const matters = undecided(proceeding!);
    return {
      caseFile: decided(caseFile, proceeding!, matters, 'declined'),
      values: { reason: data.reason },
      facts: [{ type: 'refusalTold' }, { type: 'mediationFailed', matters, values: { reason: data.reason } }],
    };
  },
});

/** One month more over ownership, by the head of the department (O81 70). */
const extendOwnershipMediation = command({
  ...here,
  type: 'extendOwnershipMediation',
  kind: 'fact',
  label: text('批准延长权属纠纷调解', 'Extend a mediation over ownership'),
  fields: { months: count({ label: text('延长月数', 'Months'), minimum: 1, maximum: 1 }) },
  requires: [],
  apply: ({ data }) => ({ facts: [{ type: 'ownershipMediationExtended', values: { months: data.months } }] }),
});

/** The procedure at the office of the State: stayed at a party's request, and taken up again (O81 70, PLR 103). */
const recordOwnershipStay = command({
  ...here,
  type: 'recordOwnershipStay',
  kind: 'fact',
  label: text('登记国家知识产权局程序的中止或恢复', 'Stay at the office of the State: asked for or ended'),
  occurredOn: { precision: 'day', label: text('请求日期', 'Asked on') },
  fields: {
    what: choiceOf({
      label: text('事项', 'What'),
      of: { asked: text('请求中止', 'A stay was asked for'), ended: text('请求恢复', 'Asked to go on') },
    }),
  },
  requires: [],
  apply: ({ data }) => ({
    values: { what: data.what },
    facts: [{ type: data.what === 'asked' ? 'ownershipStayAsked' : 'ownershipStayEnded' }],
  }),
});

const recordOwnershipCopy = command({
  ...here,
  type: 'recordOwnershipCopy',
  kind: 'fact',
  label: text('登记抄送国家知识产权局', 'Copies went to the office of the State'),
  occurredOn: { precision: 'day', label: text('抄送日期', 'Sent on') },
  fields: { letter: itemOf({ label: text('抄送函', 'The letter'), optional: true }) },
  requires: [],
  apply: () => ({ facts: [{ type: 'ownershipCopied' }] }),
});

export const adminMediationCommands: readonly CommandDefinition[] = [
  sendOpinionNotice,
  recordOpinion,
  fileAdminMediation,
  refuseAdminMediation,
  extendOwnershipMediation,
  recordOwnershipStay,
  recordOwnershipCopy,
];
