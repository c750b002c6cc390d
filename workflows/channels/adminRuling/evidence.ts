/** Evidence in a foreign language or from abroad, and what is asked of others: O81 44 and 46. */
import type { CaseFile, Fact, Id } from '../../case-file.ts';
import {
  type CommandDefinition,
  type Context,
  command,
  dataRequirement,
  type Requirement,
  stateRequirement,
} from '../../command.ts';
import type { Task } from '../../derived.ts';
import { factsOf } from '../../facts.ts';
import { agentOf, type Choice, choiceOf, flag, itemOf, legalDate, oneOf, partyOf, textOf } from '../../fields.ts';
import type { Basis } from '../../rules/law.ts';
import { type Text, text } from '../../text.ts';
import { here, officer } from './shared.ts';

const fact = { ...here, kind: 'fact', by: officer } as const;
const foreignEvidence: readonly Basis[] = [{ instrument: 'O81', article: '第四十六条' }];
const investigation: readonly Basis[] = [{ instrument: 'O81', article: '第四十四条' }];

const formalities = {
  none: text('尚未办理', 'Not done yet'),
  authenticated: text('已公证并经使领馆认证', 'Notarised and authenticated by the consulate'),
  treaty: text('已按条约办理证明手续', 'Formalities of a treaty fulfilled'),
} as const;

interface EvidenceData {
  readonly item: Id;
  readonly foreignLanguage: boolean;
  readonly translation: Id | null;
  readonly fromAbroad: boolean;
  readonly origin: string | null;
  readonly formality: keyof typeof formalities | null;
  readonly treaty: string | null;
}

const wants = {
  translation: text('没有中文译文，视为未提交', 'No Chinese translation: counts as not submitted'),
  formality: text(
    '在境外形成，没有说明来源或者没有办理公证认证（条约规定的证明手续）',
    'Made abroad, without its origin, or notarisation and authentication (or the formalities of a treaty)',
  ),
} as const;
type Want = keyof typeof wants;

/** What a piece of evidence lacks, as it was last described. */
function lackingOf(data: Pick<EvidenceData, Exclude<keyof EvidenceData, 'item' | 'treaty'>>): readonly Want[] {
  const untranslated = data.foreignLanguage && data.translation === null;
  const unproven = data.fromAbroad && (data.origin === null || data.formality === null || data.formality === 'none');
  return [...(untranslated ? (['translation'] as const) : []), ...(unproven ? (['formality'] as const) : [])];
}

/** One piece of evidence on a file and what it lacks. */
export interface EvidenceGap {
  readonly item: Id;
  readonly wants: Want;
  readonly text: Text;
  readonly basis: readonly Basis[];
}

/** Evidence of a ruling that counts as not submitted, or is not proven, until something follows (O81 46); withdrawn papers do not count. */
export function evidenceGaps(caseFile: CaseFile, proceeding: Id): readonly EvidenceGap[] {
  const last = new Map<string, Fact>();
  for (const one of factsOf(caseFile, 'describeEvidence', { proceeding })) last.set(String(one.values.item), one);
  return [...last].flatMap(([item, { values }]) => {
    if (caseFile.items[item]?.withdrawn !== false || !Array.isArray(values.wants)) return [];
    return values.wants.map((one): EvidenceGap => {
      const want = one as Want;
      return { item, wants: want, text: wants[want], basis: foreignEvidence };
    });
  });
}

const lacks = (want: Want, instead: Text) =>
  dataRequirement<EvidenceData>({
    code: want === 'translation' ? 'evidence-without-translation' : 'evidence-from-abroad-unproven',
    effect: 'marks',
    basis: foreignEvidence,
    check: ({ data }) => (lackingOf(data).includes(want) ? { text: wants[want], instead } : null),
  });

/** What language a paper is in and where it was made; recorded again when translation or formalities follow (O81 46). */
const describeEvidence = command({
  ...fact,
  type: 'describeEvidence',
  label: text('登记外文、境外证据', 'Describe evidence in a foreign language or from abroad'),
  hint: text('补交译文或者证明手续后，再次登记。', 'Recorded again when a translation or the formalities follow.'),
  fields: {
    item: itemOf({ label: text('证据', 'Evidence') }),
    foreignLanguage: flag({ label: text('外文证据', 'In a foreign language') }),
    translation: itemOf({ label: text('中文译文', 'Chinese translation'), optional: true }),
    fromAbroad: flag({ label: text('在境外形成', 'Made abroad') }),
    origin: textOf({ label: text('形成地和来源', 'Where and by whom it was made'), maxLength: 200, optional: true }),
    formality: choiceOf({ label: text('证明手续', 'Formalities'), of: formalities, optional: true }),
    treaty: textOf({ label: text('所依据的条约', 'The treaty'), maxLength: 120, optional: true }),
  },
  requires: [
    dataRequirement<EvidenceData>({
      code: 'evidence-neither-foreign-nor-abroad',
      basis: foreignEvidence,
      check: ({ data }) =>
        data.foreignLanguage || data.fromAbroad
          ? null
          : {
              text: text(
                '请说明是外文证据还是在境外形成。',
                'Say whether it is in a foreign language, or from abroad.',
              ),
              field: 'foreignLanguage',
            },
    }),
    dataRequirement<EvidenceData>({
      code: 'translation-is-the-original',
      basis: foreignEvidence,
      check: ({ data }) =>
        data.translation === data.item
          ? { text: text('译文不能是原件本身。', 'A paper is not its own translation.'), field: 'translation' }
          : null,
    }),
    dataRequirement<EvidenceData>({
      code: 'treaty-not-named',
      basis: foreignEvidence,
      check: ({ data }) =>
        data.formality === 'treaty' && data.treaty === null
          ? {
              text: text('按条约办理证明手续的，请写明条约。', 'Name the treaty whose formalities were fulfilled.'),
              field: 'treaty',
            }
          : null,
    }),
    lacks('translation', text('请通知当事人补交中文译文。', 'Ask the party for a Chinese translation.')),
    lacks(
      'formality',
      text(
        '请通知当事人说明来源并办理公证认证；条约另有规定的，按条约办理。',
        'Ask the party for its origin, notarisation and authentication, or what a treaty asks instead.',
      ),
    ),
  ],
  apply: ({ data, caseFile }) => ({
    party: caseFile.items[data.item]?.party ?? null,
    values: { item: data.item, translation: data.translation, wants: [...lackingOf(data)] },
  }),
});

const requestForms = {
  notice: text('代理人申请调查通知书', 'An agent asks for an investigation notice'),
  stateHeld: text('书面申请调取国家有关部门保存的证据', 'A party asks in writing for evidence the State holds'),
} as const;

interface RequestData {
  readonly party: Id;
  readonly form: keyof typeof requestForms;
  readonly agent: Id | null;
  readonly application: Id | null;
}

/** Evidence a party cannot get itself: its agent asks for a notice to investigate, or it asks in writing for what the State holds (O81 44). */
const askInvestigation = command({
  ...fact,
  type: 'askInvestigation',
  label: text('登记调查取证申请', 'Record an application to obtain evidence'),
  occurredOn: { precision: 'day', label: text('申请日期', 'Asked on') },
  fields: {
    party: partyOf({ label: text('申请的当事人', 'For which party') }),
    form: choiceOf({ label: text('申请事项', 'What is asked for'), of: requestForms }),
    agent: agentOf({ label: text('申请的代理人', 'The agent who asks'), optional: true }),
    holder: textOf({ label: text('持有证据的单位或个人', 'Who holds the evidence'), maxLength: 120 }),
    what: textOf({ label: text('要调取的证据', 'What is to be obtained'), maxLength: 300, multiline: true }),
    application: itemOf({ label: text('申请书', 'The application'), optional: true }),
  },
  requires: [
    dataRequirement<RequestData>({
      code: 'investigation-notice-asked-by-no-agent',
      basis: investigation,
      check: ({ data, caseFile }) =>
        data.form === 'notice' && !caseFile.parties[data.party]?.agents.some(({ id }) => id === data.agent)
          ? {
              text: text('调查通知书由该当事人的代理人申请。', 'It is the party’s own agent who asks for the notice.'),
              instead: text(
                '没有代理人的，请改为书面申请调取，或者先登记代理人。',
                'Without an agent, ask in writing instead, or record the agent first.',
              ),
              field: 'agent',
            }
          : null,
    }),
    dataRequirement<RequestData>({
      code: 'evidence-request-not-in-writing',
      effect: 'marks',
      basis: investigation,
      check: ({ data }) =>
        data.form === 'stateHeld' && data.application === null
          ? {
              text: text(
                '申请调取国家有关部门保存的证据，须书面提出。',
                'Evidence the State holds is asked for in writing.',
              ),
              instead: text('请收录申请书。', 'Put the application on the file.'),
            }
          : null,
    }),
  ],
  apply: ({ data }) => ({ party: data.party, values: { form: data.form } }),
});

const decideInvestigation = command({
  ...fact,
  type: 'decideInvestigation',
  label: text('答复调查取证申请', 'Decide on an application to obtain evidence'),
  occurredOn: { precision: 'day', label: text('决定日期', 'Decided on') },
  concerns: ({ caseFile }) => factsOf(caseFile, 'askInvestigation').length > 0,
  fields: {
    request: oneOf({ label: text('申请', 'Application'), choices: openRequestChoices }),
    granted: flag({ label: text('准许（出具调查通知书或者依职权调取）', 'Granted') }),
    number: textOf({ label: text('调查通知书文号', 'Number of the notice'), maxLength: 60, optional: true }),
    reason: textOf({ label: text('不准许的理由', 'Why it was not'), maxLength: 300, optional: true }),
  },
  requires: [
    stateRequirement({
      code: 'no-investigation-asked',
      basis: investigation,
      check: ({ caseFile, proceeding }) =>
        openRequests(caseFile, proceeding!.id).length > 0
          ? null
          : { text: text('没有尚未答复的调查取证申请。', 'No application to obtain evidence is open.') },
    }),
    dataRequirement<{ granted: boolean; reason: string | null }>({
      code: 'investigation-refused-without-reason',
      basis: investigation,
      check: ({ data }) =>
        data.granted || data.reason !== null
          ? null
          : { text: text('不准许的，请写明理由。', 'Say why it was not granted.'), field: 'reason' },
    }),
  ],
  apply: ({ data, caseFile }) => ({
    party: caseFile.facts[data.request]?.party ?? null,
    values: { request: data.request, granted: data.granted },
  }),
});

/** Evidence a party holds and did not hand in though told to: what is claimed of it may be taken as proved, which the panel judges (O81 51). */
const recordWithheldEvidence = command({
  ...fact,
  type: 'recordWithheldEvidence',
  label: text('登记拒不提供证据', 'Record that evidence was withheld'),
  hint: text(
    '是否推定由合议组判断；登记不改变任何一方的请求。',
    'Whether anything is presumed is for the panel; the record changes nobody’s claim.',
  ),
  fields: {
    party: partyOf({ label: text('拒不提供的当事人', 'Who withheld it') }),
    what: textOf({ label: text('证据', 'The evidence'), maxLength: 300 }),
    orderedOn: legalDate({ label: text('责令提供的日期', 'Told to hand it in on') }),
    reason: textOf({ label: text('其说明的理由', 'Reason it gave'), maxLength: 300, optional: true }),
  },
  requires: [
    dataRequirement<{ orderedOn: string }>({
      code: 'withheld-before-it-was-asked-for',
      basis: [{ instrument: 'O81', article: '第五十一条' }],
      check: ({ data, day }) =>
        data.orderedOn > day
          ? {
              text: text('责令提供的日期晚于登记的日期。', 'It was asked for only after that day.'),
              field: 'orderedOn',
            }
          : null,
    }),
  ],
  apply: ({ data }) => ({ party: data.party, values: { orderedOn: data.orderedOn } }),
});

/** Applications nobody has answered yet. */
function openRequests(caseFile: CaseFile, proceeding: Id): readonly Fact[] {
  const answered = new Set(
    factsOf(caseFile, 'decideInvestigation', { proceeding }).map(({ values }) => values.request),
  );
  return factsOf(caseFile, 'askInvestigation', { proceeding }).filter(({ id }) => !answered.has(id));
}

function openRequestChoices({ caseFile, proceeding }: Context): readonly Choice[] {
  return openRequests(caseFile, proceeding?.id ?? '').map(({ id, occurredOn, values, party }) => {
    const form = requestForms[values.form as keyof typeof requestForms];
    return {
      value: id,
      label: text(`${occurredOn} ${form.zh}`, `${occurredOn} ${form.en}`),
      person: caseFile.parties[party ?? '']?.person ?? null,
    };
  });
}

/** Before the hearing and before the ruling: what counts as not submitted is not examined and carries no finding. */
export const evidenceIsWhole: readonly Requirement[] = [
  stateRequirement({
    code: 'evidence-counts-as-not-submitted',
    effect: 'warns',
    basis: foreignEvidence,
    check: ({ caseFile, proceeding }) => {
      const count = new Set(evidenceGaps(caseFile, proceeding!.id).map(({ item }) => item)).size;
      return count === 0
        ? null
        : {
            text: text(
              `有 ${count} 份外文或者境外证据缺少译文、来源说明或者证明手续：缺译文的视为未提交，不得据以认定。`,
              `${count} papers in a foreign language or from abroad lack a translation, their origin or the formalities; without a translation they count as not submitted, and no finding rests on them.`,
            ),
            instead: text('请通知当事人补交，或者不采用该证据。', 'Ask for what is missing, or leave them aside.'),
          };
    },
  }),
  stateRequirement({
    code: 'investigation-still-open',
    effect: 'warns',
    basis: investigation,
    check: ({ caseFile, proceeding }) =>
      openRequests(caseFile, proceeding!.id).length === 0
        ? null
        : { text: text('还有调查取证申请没有答复。', 'An application to obtain evidence is still unanswered.') },
  }),
];

/** What evidence lacks, and applications to obtain it, stand on the desk of the department until they are mended or answered. */
export function evidenceTasks(caseFile: CaseFile): readonly Task[] {
  return Object.values(caseFile.proceedings)
    .filter(({ channel, endedOn }) => channel === 'adminRuling' && endedOn === null)
    .flatMap((proceeding): readonly Task[] => {
      const base = {
        organisation: proceeding.organisation,
        role: 'rulingOfficer',
        person: proceeding.assignments.find((one) => one.to === null && one.as === 'officer')?.person ?? null,
        proceeding: proceeding.id,
        handoff: null,
        dueOn: null,
        source: 'evidence',
      } as const;
      const gaps = evidenceGaps(caseFile, proceeding.id).map(
        (gap): Task => ({
          ...base,
          id: `evidence:${gap.item}:${gap.wants}`,
          text: text(`通知补正证据：${gap.text.zh}`, `Have evidence completed. ${gap.text.en}`),
        }),
      );
      const open = openRequests(caseFile, proceeding.id).map(
        (one): Task => ({
          ...base,
          id: `investigation:${one.id}`,
          text: text('答复调查取证申请', 'Decide on an application to obtain evidence'),
        }),
      );
      return [...gaps, ...open];
    });
}

export const evidenceCommands: readonly CommandDefinition[] = [
  describeEvidence,
  askInvestigation,
  decideInvestigation,
  recordWithheldEvidence,
];
