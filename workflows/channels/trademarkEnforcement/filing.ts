import { type CaseFile, type LegalDate, type Proceeding, patchPart } from '../../case-file.ts';
import { type CommandDefinition, type Context, command, dataRequirement, stateRequirement } from '../../command.ts';
import { reassigned } from '../../dossier/officers.ts';
import { mediatorsOf } from '../../dossier/parties.ts';
import { choiceOf, count, legalDate, officerOf, officersOf, textOf } from '../../fields.ts';
import type { RightKind } from '../../reference.ts';
import {
  competenceOver,
  competentAuthorities,
  type EnforcementLaw,
  lawsAt,
} from '../../rules/competent-authorities.ts';
import { instruments } from '../../rules/instruments.ts';
import { labelsOf } from '../../rules/labels.ts';
import { fewestOfficers, notFiledReasons } from '../../rules/penalty-terms.ts';
import { type Text, text } from '../../text.ts';
import { ended, here, officers, reopened } from './shared.ts';

/** The head may approve more time to verify a lead; the rule caps how much counts. */
const extendVerification = command({
  ...here,
  type: 'extendVerification',
  kind: 'fact',
  label: text('负责人批准延长核查', 'Verification extended by the head'),
  by: officers,
  fields: {
    days: count({ label: text('延长的工作日', 'Working days added'), minimum: 1, maximum: 90 }),
    reason: textOf({ label: text('原因', 'Reason'), maxLength: 200 }),
  },
  requires: [],
  apply: ({ data }) => ({
    values: { days: data.days },
    facts: [{ type: 'verificationExtended', values: { days: data.days } }],
  }),
});

interface FilingData {
  readonly law: string | null;
  readonly actsUntil: LegalDate | null;
  readonly patentGround: 'passingOff' | 'repeatedAfterRuling' | null;
  readonly lead: string | null;
  readonly others: readonly string[];
}

const rightOf = (caseFile: CaseFile, proceeding: Proceeding): RightKind | null =>
  caseFile.matters[proceeding.matters[0] ?? '']?.right.kind ?? null;

const lawLabels: Readonly<Record<string, Text>> = Object.fromEntries(
  competentAuthorities.flatMap(({ laws }) => laws).map(({ instrument }) => [instrument, instruments[instrument].name]),
);

/** The laws that may apply: that of the day of filing, and that of the last acts. */
function possibleLaws({ caseFile, proceeding, data, day }: Context<FilingData>): readonly EnforcementLaw[] {
  const row = competenceOver(rightOf(caseFile, proceeding!));
  return row === null ? [] : lawsAt(row, data.actsUntil === null ? [day] : [data.actsUntil, day]);
}

const namesOf = (laws: readonly EnforcementLaw[], language: keyof Text) =>
  laws.map(({ instrument }) => instruments[instrument].name[language]).join(language === 'zh' ? '、' : ', ');

const competent = stateRequirement({
  code: 'authority-not-competent',
  basis: [{ instrument: 'PENL', article: '第二十二条' }],
  check: ({ caseFile, proceeding, given }) => {
    const right = rightOf(caseFile, proceeding!);
    if (right === null)
      return {
        text: text(
          '还没有登记权利类型，不能确定主管机关。',
          'The kind of right is not recorded, so no body can be competent.',
        ),
        instead: text('请先补充争议情况。', 'Complete the matter first.'),
      };
    const kind = given.reference.organisations[proceeding!.organisation]?.kind;
    const row = competenceOver(right);
    return row !== null && kind !== undefined && row.bodies.includes(kind)
      ? null
      : {
          text: text('本机关对这类权利没有查处职权。', 'This authority does not enforce rights of this kind.'),
          instead: text(
            '不予立案，并告知有权机关；赔偿可以调解或起诉。',
            'Do not file it and name the competent body; damages may be mediated or sued for.',
          ),
        };
  },
});

const patents: readonly (RightKind | null)[] = ['inventionPatent', 'utilityModel', 'designPatent'];

/** Edge: acts before and filing after a change of law, with no transitional rule found. The officer chooses, and that is on record. */
const filingRequirements = [
  dataRequirement<FilingData>({
    code: 'law-in-time-to-choose',
    basis: [
      { instrument: 'TM19', article: '第六十条' },
      { instrument: 'TM26', article: '第七十四条' },
    ],
    check: (context) => {
      const laws = possibleLaws(context);
      return laws.length < 2 || context.data.law !== null
        ? null
        : {
            text: text(
              `行为发生在新法施行前、立案在其后，没有查到过渡规定，请选择适用：${namesOf(laws, 'zh')}。`,
              `The acts lie before and the filing after a change of law, and no transitional rule was found; choose: ${namesOf(laws, 'en')}.`,
            ),
            field: 'law',
          };
    },
  }),
  dataRequirement<FilingData>({
    code: 'law-not-in-force',
    basis: [
      { instrument: 'TM19', article: '第六十条' },
      { instrument: 'TM26', article: '第七十四条' },
    ],
    check: (context) => {
      const laws = possibleLaws(context);
      const { law } = context.data;
      return law === null || laws.some(({ instrument }) => instrument === law)
        ? null
        : {
            text: text(
              `所选法律在行为日和立案日都不适用；可适用：${namesOf(laws, 'zh')}。`,
              `The chosen law applied neither on the day of the acts nor on that of filing; possible: ${namesOf(laws, 'en')}.`,
            ),
            field: 'law',
          };
    },
  }),
  dataRequirement<FilingData>({
    code: 'patent-infringement-not-penalised',
    basis: [
      { instrument: 'PL', article: '第六十五条' },
      { instrument: 'PL', article: '第六十八条' },
    ],
    check: ({ caseFile, proceeding, data }) =>
      patents.includes(rightOf(caseFile, proceeding!)) && data.patentGround === null
        ? {
            text: text(
              '专利侵权本身不能处罚；只有假冒专利，或裁决后再次侵犯同一专利，才可以立案查处。',
              'Patent infringement as such is not penalised; only passing off, or infringing again after a ruling, is.',
            ),
            instead: text('请告知当事人请求行政裁决或起诉。', 'Tell the party to ask for a ruling or to sue.'),
            field: 'patentGround',
          }
        : null,
  }),
  dataRequirement<FilingData>({
    code: 'fewer-officers-than-law-asks',
    effect: 'marks',
    basis: [{ instrument: 'PENL', article: '第四十二条' }],
    check: ({ data }) =>
      new Set([...(data.lead === null ? [] : [data.lead]), ...data.others]).size >= fewestOfficers
        ? null
        : {
            text: text(
              '执法人员不少于两人，尚未指定齐。',
              'At least two officers handle a case; not all are named yet.',
            ),
            instead: text('请用“更换承办人、指定代理”补齐。', 'Name the others with “Re-assign, name deputies”.'),
          },
  }),
  dataRequirement<FilingData>({
    code: 'officer-was-the-mediator',
    effect: 'marks',
    basis: [{ instrument: 'PENL', article: '第四十三条' }],
    check: ({ data, caseFile, given: { reference } }) => {
      const mediators = mediatorsOf(caseFile, reference);
      const named = [data.lead ?? '', ...data.others].map((id) => reference.officers[id]?.name ?? '');
      return named.some((name) => mediators.includes(name))
        ? {
            text: text(
              '所选执法人员曾是同一争议的调解员。',
              'An officer named here was a mediator of the same dispute.',
            ),
            instead: text('请用“更换承办人、指定代理”换人。', 'Name somebody else with “Re-assign, name deputies”.'),
          }
        : null;
    },
  }),
] as const;

/** Files the case. The law it is handled under is chosen here once, and cited by everything after. */
const fileEnforcementCase = command({
  ...here,
  type: 'fileEnforcementCase',
  kind: 'step',
  label: text('立案', 'File the case'),
  tone: 'primary',
  by: officers,
  occurredOn: { precision: 'day', label: text('立案日期', 'Filed on') },
  fields: {
    number: textOf({ label: text('案号', 'Case number'), maxLength: 60 }),
    lead: officerOf({ label: text('主办执法人员', 'Officer in charge'), roles: officers, optional: true }),
    others: officersOf({ label: text('协办执法人员', 'Other officers'), roles: officers }),
    actsUntil: legalDate({
      label: text('最后一次违法行为日期（已停止的）', 'Day of the last act, if it has ended'),
      optional: true,
    }),
    law: choiceOf({
      label: text('适用法律（新旧法交替时选择）', 'Law applied (where it changed)'),
      of: lawLabels,
      optional: true,
    }),
    patentGround: choiceOf({
      label: text('专利案件的立案事由', 'Ground, in a patent case'),
      of: {
        passingOff: text('假冒专利', 'Passing off a patent'),
        repeatedAfterRuling: text('裁决后再次侵犯同一专利', 'The same patent infringed again after a ruling'),
      },
      optional: true,
    }),
  },
  requires: [competent, ...filingRequirements],
  apply: (context) => {
    const { data, caseFile, proceeding, day } = context;
    const assignments =
      data.lead === null ? proceeding!.assignments : reassigned(proceeding!, data.lead, data.others, day);
    return {
      caseFile: patchPart(caseFile, 'proceedings', proceeding!.id, { number: data.number, assignments }),
      values: {
        law: data.law ?? possibleLaws(context)[0]?.instrument ?? null,
        chosen: data.law !== null,
        actsUntil: data.actsUntil,
        patentGround: data.patentGround,
      },
      facts: [{ type: 'enforcementCaseFiled' }],
      body: { number: data.number },
    };
  },
});

const declineEnforcementCase = command({
  ...here,
  type: 'declineEnforcementCase',
  kind: 'step',
  label: text('不予立案', 'Do not file it'),
  tone: 'danger',
  by: officers,
  occurredOn: { precision: 'day', label: text('决定日期', 'Decided on') },
  fields: {
    reason: choiceOf({ label: text('原因', 'Reason'), of: labelsOf(notFiledReasons) }),
    routesTold: textOf({
      label: text('告知投诉人的结果和其他途径', 'What the complainant was told'),
      maxLength: 500,
      multiline: true,
    }),
  },
  requires: [],
  apply: ({ data, caseFile, proceeding }) => ({
    ...ended(caseFile, proceeding!, 'notFiled'),
    values: { reason: data.reason },
  }),
});

/** New clues: the time to verify runs anew from this day. */
const reopenComplaint = command({
  ...here,
  type: 'reopenComplaint',
  kind: 'step',
  label: text('发现新线索，重新核查', 'New clues: verify again'),
  by: officers,
  fields: { reason: textOf({ label: text('新线索', 'New clues'), maxLength: 300 }) },
  requires: [],
  apply: ({ caseFile, proceeding }) => ({
    caseFile: reopened(caseFile, proceeding!),
    facts: [{ type: 'enforcementLeadReceived' }],
  }),
});

export const filingCommands: readonly CommandDefinition[] = [
  extendVerification,
  fileEnforcementCase,
  declineEnforcementCase,
  reopenComplaint,
];
