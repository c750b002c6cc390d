import { type CommandDefinition, command, dataRequirement } from '../../command.ts';
import { factsOf, latestFact } from '../../facts.ts';
import { choiceOf, flag, itemOf, legalDate, partyOf, textOf } from '../../fields.ts';
import { instruments } from '../../rules/instruments.ts';
import { text } from '../../text.ts';
import { resumeStates } from './resume.ts';
import { ended, here, secretary } from './shared.ts';

/** How the parties came to arbitrate (AL25 27). */
export const agreementKinds = {
  clause: text('纠纷前订立（合同仲裁条款等）', 'Before the dispute (a clause in a contract)'),
  submission: text('纠纷后订立的仲裁协议', 'After the dispute (a submission agreement)'),
  claimed: text('申请人主张有协议，对方尚未否认', 'Claimed by one side, not denied by the other'),
} as const;

/** Records the agreement to arbitrate: before or after the dispute, or claimed and not denied; what it names and what it leaves open. */
const recordArbitrationAgreement = command({
  ...here,
  type: 'recordArbitrationAgreement',
  kind: 'fact',
  label: text('登记仲裁协议', 'Record the arbitration agreement'),
  hint: text(
    '仲裁协议是受理的前提；纠纷发生前、发生后订立均可。',
    'Without an agreement no arbitration; it may be made before or after the dispute.',
  ),
  tone: 'primary',
  by: secretary,
  occurredOn: { precision: 'day', label: text('登记日期', 'Recorded on') },
  fields: {
    kind: choiceOf({ label: text('协议', 'Agreement'), of: agreementKinds }),
    concludedOn: legalDate({ label: text('订立日期', 'Concluded on'), optional: true }),
    institution: choiceOf({
      label: text('选定的仲裁机构', 'Institution chosen'),
      of: {
        clear: text('约定明确', 'Clear'),
        supplemented: text('原约定不明，已补充协议', 'Was unclear; supplemented since'),
        unclear: text('没有约定、约定不明或约定两个以上机构', 'None, unclear, or several'),
        adHoc: text('约定临时仲裁', 'Ad hoc arbitration agreed'),
      },
    }),
    coversMatter: flag({ label: text('争议事项在约定范围内', 'The matter is within its scope') }),
    seat: textOf({ label: text('仲裁地', 'Seat'), maxLength: 60, optional: true }),
    language: textOf({ label: text('语言', 'Language'), maxLength: 60, optional: true }),
    paper: itemOf({ label: text('仲裁协议', 'The agreement'), optional: true }),
  },
  requires: [
    dataRequirement<{ kind: keyof typeof agreementKinds }>({
      code: 'implied-agreement-not-yet-law',
      basis: [{ instrument: 'AL25', article: '第二十七条' }],
      check: ({ data, day }) =>
        data.kind === 'claimed' && day < instruments.AL25.effectiveFrom!
          ? {
              text: text(
                '“主张且不否认”视为有仲裁协议的规定自2026年3月1日起施行。',
                'An agreement by claim without denial exists in law only since 2026-03-01.',
              ),
              field: 'kind',
            }
          : null,
    }),
    dataRequirement<{ concludedOn: string | null }>({
      code: 'agreement-after-its-record',
      basis: [],
      check: ({ data, day }) =>
        data.concludedOn !== null && data.concludedOn > day
          ? {
              text: text('订立日期不能晚于登记日期。', 'It cannot be concluded after it was recorded.'),
              field: 'concludedOn',
            }
          : null,
    }),
  ],
  apply: ({ data }) => ({
    values: { kind: data.kind, institution: data.institution, coversMatter: data.coversMatter },
  }),
});

const objectors = {
  noAgreement: text('没有仲裁协议', 'There is no agreement'),
  void: text('仲裁协议无效', 'The agreement is void'),
  scope: text('不在仲裁协议范围内', 'Outside its scope'),
} as const;

/** A party contests the agreement: before the first hearing, and a court's ruling prevails over the institution's (AL25 31). */
const objectToArbitration = command({
  ...here,
  type: 'objectToArbitration',
  kind: 'step',
  label: text('登记对仲裁协议的异议', 'Record an objection to the agreement'),
  by: secretary,
  occurredOn: { precision: 'day', label: text('提出日期', 'Raised on') },
  fields: {
    party: partyOf({ label: text('提出异议的当事人', 'Who objects') }),
    ground: choiceOf({ label: text('理由', 'Ground'), of: objectors }),
    before: choiceOf({
      label: text('请求谁决定', 'Who is asked to decide'),
      of: {
        institution: text('仲裁机构', 'The institution'),
        tribunal: text('仲裁庭', 'The tribunal'),
        court: text('人民法院', 'A court'),
      },
    }),
  },
  requires: [
    dataRequirement({
      code: 'objection-after-first-hearing',
      effect: 'warns',
      decidedBy: 'receiver',
      basis: [
        { instrument: 'AL25', article: '第三十一条' },
        { instrument: 'AL17', article: '第二十条' },
      ],
      check: ({ caseFile, proceeding, day }) => {
        const first = factsOf(caseFile, 'holdArbitrationHearing', { proceeding: proceeding!.id })[0];
        return first !== undefined && first.occurredOn.slice(0, 10) <= day
          ? {
              text: text(
                '异议应当在首次开庭前提出；是否受理由决定的机关认定。',
                'An objection is raised before the first hearing; whether it is heard is for whoever decides it.',
              ),
              field: 'occurredOn',
            }
          : null;
      },
    }),
  ],
  apply: ({ data }) => ({ party: data.party, values: { ground: data.ground, before: data.before } }),
});

/** What was decided of the objection. Where a court was asked too, its ruling is the one that counts. */
const decideArbitrationObjection = command({
  ...here,
  type: 'decideArbitrationObjection',
  kind: 'step',
  label: text('登记对异议的决定', 'Record the decision on the objection'),
  tone: 'primary',
  by: secretary,
  occurredOn: { precision: 'day', label: text('决定日期', 'Decided on') },
  fields: {
    objection: choiceOf({
      label: text('结果', 'Result'),
      of: {
        upheld: text('异议成立，协议无效或不存在', 'Upheld: no valid agreement'),
        dismissed: text('异议不成立', 'Dismissed'),
      },
    }),
    decidedBy: choiceOf({
      label: text('由谁决定', 'Decided by'),
      of: {
        institution: text('仲裁机构', 'The institution'),
        tribunal: text('仲裁庭', 'The tribunal'),
        court: text('人民法院', 'A court'),
      },
    }),
    scan: itemOf({ label: text('决定书或裁定书', 'The decision'), optional: true }),
  },
  requires: [
    dataRequirement<{ decidedBy: string }>({
      code: 'court-decides-the-objection',
      basis: [
        { instrument: 'AL25', article: '第三十一条' },
        { instrument: 'AL17', article: '第二十条' },
      ],
      check: ({ data, caseFile, proceeding }) =>
        data.decidedBy !== 'court' &&
        latestFact(caseFile, 'objectToArbitration', { proceeding: proceeding!.id })?.values.before === 'court'
          ? {
              text: text('已请求法院裁定的，由法院裁定。', 'Where a court was asked, the court rules.'),
              instead: text('请待法院裁定后登记。', "Record the court's ruling when it comes."),
              field: 'decidedBy',
            }
          : null,
    }),
  ],
  facts: ({ data, slot }) => ({ objection: data.objection, resumeTo: String(slot!.context.resumeTo) }),
  factCases: (['upheld', 'dismissed'] as const).flatMap((objection) =>
    resumeStates.map((resumeTo) => ({ objection, resumeTo })),
  ),
  apply: ({ data, caseFile, proceeding }) => ({
    ...(data.objection === 'upheld' ? ended(caseFile, proceeding!, 'dismissed') : {}),
    values: { objection: data.objection, decidedBy: data.decidedBy },
  }),
});

export const agreementCommands: readonly CommandDefinition[] = [
  recordArbitrationAgreement,
  objectToArbitration,
  decideArbitrationObjection,
];
