import { type CaseFile, type Id, type Matter, type Party, type Proceeding, type Side, withPart } from '../case-file.ts';
import type { ChannelId } from '../channels/ids.ts';
import { channelLabels } from '../channels/ids.ts';
import { channelOf, isOffered } from '../channels/index.ts';
import { type Change, command, type PersonDraft, stateRequirement } from '../command.ts';
import { choiceOf, choicesOf, flag, money, type PersonInput, person, rowsOf, textOf } from '../fields.ts';
import { kit } from '../machines.ts';
import { radarWarnings } from '../radar/requirements.ts';
import { rightKinds } from '../rules/right-kinds.ts';
import { text } from '../text.ts';

export const sourceLabels = {
  window: text('窗口', 'At the window'),
  telephone: text('电话', 'By telephone'),
  online: text('网上', 'Online'),
  committeeInitiative: text('调委会主动调解', "The committee's own initiative"),
  courtReferral: text('法院委托', 'Referred by a court'),
  departmentAssignment: text('政府部门指定', 'Assigned by a department'),
  policeTransfer: text('公安移交', 'Handed over by the police'),
  platform: text('电商平台', 'E-commerce platform'),
  exhibition: text('展会', 'Exhibition'),
  market: text('专业市场', 'Specialised market'),
  customs: text('海关', 'Customs'),
  freeTradeZone: text('自贸区', 'Free-trade zone'),
  olderRegister: text('旧台账转入', 'From an older register'),
} as const;

export const disputeLabels = {
  infringement: text('侵权', 'Infringement'),
  contract: text('合同', 'Contract'),
  ownership: text('权属', 'Ownership'),
  validity: text('权利效力', 'Validity of the right'),
  reward: text('奖励报酬', 'Reward and remuneration'),
  other: text('其他', 'Other'),
} as const;

export const reliefLabels = {
  stop: text('停止侵害', 'Stop'),
  damages: text('赔偿损失', 'Damages'),
  apology: text('消除影响、赔礼道歉', 'Apology'),
  destroyStock: text('销毁库存', 'Destroy stock'),
  other: text('其他', 'Other'),
} as const;

export const rightKindLabels = Object.fromEntries(Object.entries(rightKinds).map(([id, row]) => [id, row.label])) as {
  readonly [K in keyof typeof rightKinds]: (typeof rightKinds)[K]['label'];
};

const anyDesk = [
  'mediator',
  'committeeClerk',
  'centreStaff',
  'courtLiaison',
  'arbitrationSecretary',
  'rulingOfficer',
  'enforcementOfficer',
  'enforcementJudge',
  'criminalLiaison',
] as const;

export const productField = textOf({
  label: text('被指产品（名称、型号或链接）', 'Product complained of (name, model or link)'),
  maxLength: 200,
  optional: true,
});

/** Opens a case at whoever is asked first. At the telephone a name, one contact and one sentence are enough. */
export const openCase = command({
  type: 'openCase',
  target: 'case',
  kind: 'fact',
  label: text('登记案件', 'Open a case'),
  hint: text(
    '电话登记只需姓名、一种联系方式和一句话；其余可以后补。',
    'At the telephone a name, one contact and one sentence are enough; the rest can follow.',
  ),
  tone: 'primary',
  by: anyDesk,
  relation: 'newcomer',
  needs: ['number:caseCode', 'relatedCases'],
  occurredOn: { precision: 'day', label: text('登记日期', 'Registered on') },
  fields: {
    claimant: person({ label: text('申请人（权利人）', 'Claimant (rights holder)'), contactRequired: true }),
    summary: textOf({
      label: text('事由（一句话）', 'What it is about, in one sentence'),
      maxLength: 500,
      multiline: true,
    }),
    source: choiceOf({ label: text('案件来源', 'How it came in'), of: sourceLabels, optional: true }),
    respondents: rowsOf({
      label: text('被申请人', 'Respondents'),
      of: { who: person({ label: text('被申请人', 'Respondent') }) },
    }),
    rightKind: choiceOf({ label: text('权利类型', 'Kind of right'), of: rightKindLabels, optional: true }),
    rightNumber: textOf({
      label: text('权利号（专利号、注册号等）', 'Number of the right'),
      maxLength: 60,
      optional: true,
    }),
    rightName: textOf({ label: text('权利名称', 'Name of the right'), maxLength: 120, optional: true }),
    dispute: choiceOf({ label: text('争议类型', 'Kind of dispute'), of: disputeLabels, optional: true }),
    relief: choicesOf({ label: text('请求', 'Relief asked for'), of: reliefLabels }),
    amountFen: money({ label: text('标的额', 'Amount in dispute'), optional: true }),
    product: productField,
    urgent: flag({ label: text('紧急', 'Urgent') }),
  },
  requires: [
    stateRequirement({
      code: 'case-already-open',
      basis: [],
      check: ({ caseFile }) =>
        caseFile.version === 0 ? null : { text: text('这个案件已经登记。', 'This case is open already.') },
    }),
    ...radarWarnings,
  ],
  apply: (context) => {
    const { data, given, caseFile, day, occurredOn } = context;
    const claimant = newParty(given.ids, 'claimant', data.claimant);
    const respondents = data.respondents.map((row) => newParty(given.ids, 'respondent', row.who));
    const parties = [claimant, ...respondents];
    const matter: Matter = {
      id: given.ids(),
      revision: 0,
      claimants: [claimant.party.id],
      respondents: respondents.map(({ party }) => party.id),
      right: { kind: data.rightKind, number: data.rightNumber, name: data.rightName },
      dispute: data.dispute,
      relief: data.relief,
      amountFen: data.amountFen,
      ...(data.product === null ? {} : { product: data.product }),
      splitFrom: null,
      slot: kit.begin('path'),
      lastStep: null,
      outcome: null,
    };
    const proceeding: Proceeding = {
      ...newProceeding(given.ids(), 'intake', given.actor.organisation ?? '', [matter.id], occurredOn, null),
      assignments: [{ person: given.actor.person, as: 'officer', from: day, to: null }],
    };
    const opened: CaseFile = {
      ...caseFile,
      header: {
        revision: 0,
        code: given.found.numbers?.caseCode ?? '',
        openedOn: occurredOn,
        source: data.source ?? 'window',
        summary: data.summary,
        urgent: data.urgent,
      },
      matters: { [matter.id]: matter },
      proceedings: { [proceeding.id]: proceeding },
      parties: Object.fromEntries(parties.map(({ party }) => [party.id, party])),
    };
    return {
      caseFile: opened,
      persons: parties.map(({ draft }) => draft),
      matters: [matter.id],
      facts: [
        { type: 'openProceeding', proceeding: proceeding.id, matters: [matter.id], values: { channel: 'intake' } },
      ],
      body: { parties: parties.map(({ party }) => party.id), matter: matter.id, proceeding: proceeding.id },
    };
  },
});

interface NewParty {
  readonly party: Party;
  readonly draft: PersonDraft;
}

/** A party as it is known at the door; capacity, address and agents follow. */
export function newParty(ids: () => Id, side: Side, input: PersonInput): NewParty {
  const draft: PersonDraft = { id: ids(), input };
  const party: Party = {
    id: ids(),
    person: draft.id,
    side,
    capacity: 'full',
    foreign: false,
    serviceMethod: null,
    serviceConfirmedOn: null,
    language: 'zh-CN',
    agents: [],
  };
  return { party, draft };
}

function newProceeding(
  id: Id,
  channel: ChannelId,
  organisation: Id,
  matters: readonly Id[],
  openedOn: string,
  handoff: Id | null,
): Proceeding {
  return {
    id,
    revision: 0,
    channel,
    organisation,
    number: null,
    matters,
    assignments: [],
    openedOn,
    openedByHandoff: handoff,
    endedOn: null,
    slot: kit.begin(channel),
    lastStep: null,
    outcomes: {},
    agreements: {},
  };
}

/** A proceeding that is still undecided over one of these matters and that a new one of `channel` would stand against. */
export function exclusiveProceeding(caseFile: CaseFile, channel: ChannelId, matters: readonly Id[]): Proceeding | null {
  const rivals = channelOf(channel)?.exclusiveWith ?? [];
  const stands = (one: Proceeding) =>
    one.endedOn === null &&
    rivals.includes(one.channel) &&
    matters.some((matter) => one.matters.includes(matter) && one.outcomes[matter] === undefined);
  return Object.values(caseFile.proceedings).find(stands) ?? null;
}

/** What a court, an institution or an authority has received with the opening of a proceeding: its time to decide runs from that day. */
const arrivals: { readonly [channel in ChannelId]?: string } = {
  judicialConfirmation: 'applicationReceived',
  litigation: 'complaintReceived',
  administrativeLitigation: 'administrativeComplaintReceived',
  trademarkEnforcement: 'enforcementLeadReceived',
  criminalReferral: 'transferReceived',
  arbitration: 'arbitrationRequested',
  enforcement: 'enforcementRequested',
  paymentOrder: 'paymentOrderRequested',
  adminRuling: 'rulingRequested',
  adminMediation: 'adminMediationRequested',
  generalAdminMediation: 'adminMediationRequested',
};

/** Opens a proceeding at an organisation; asked for by reactions when custody begins. */
export const openProceeding = command({
  type: 'openProceeding',
  target: 'case',
  kind: 'fact',
  label: text('启动程序', 'Open a proceeding'),
  by: ['system'],
  relation: 'system',
  fields: {
    channel: choiceOf({ label: text('程序', 'Channel'), of: channelLabels }),
    organisation: textOf({ label: text('承办机构', 'Custodian') }),
    matters: rowsOf({
      label: text('争议事项', 'Matters'),
      of: { id: textOf({ label: text('争议事项', 'Matter') }) },
      minimum: 1,
    }),
    handoff: textOf({ label: text('移送', 'Handoff'), optional: true }),
  },
  requires: [
    {
      code: 'channel-not-offered-yet',
      effect: 'blocks',
      decidedBy: 'us',
      basis: [],
      looksAt: 'data',
      check: ({ data }) =>
        isOffered(data.channel) ? null : { text: text('本系统尚未开通该程序。', 'This channel is not offered yet.') },
    },
    {
      code: 'exclusive-proceeding-open',
      effect: 'blocks',
      decidedBy: 'us',
      basis: [],
      looksAt: 'data',
      check: ({ caseFile, data }) =>
        exclusiveProceeding(
          caseFile,
          data.channel,
          data.matters.map((row) => row.id),
        ) === null
          ? null
          : {
              text: text(
                '同一争议事项已有未结的同类程序。',
                'A proceeding that excludes this one is still open over the matter.',
              ),
            },
    },
  ],
  apply: ({ data, given, caseFile, occurredOn }): Change => {
    const matters = data.matters.map((row) => row.id);
    const proceeding = newProceeding(given.ids(), data.channel, data.organisation, matters, occurredOn, data.handoff);
    const opened = withPart(caseFile, 'proceedings', proceeding);
    const handoff = data.handoff === null ? undefined : opened.handoffs[data.handoff];
    const linked = handoff === undefined ? opened : withPart(opened, 'handoffs', { ...handoff, opened: proceeding.id });
    const arrival = arrivals[data.channel];
    // What a party filed counts from its receipt, though the receiver takes it up later.
    const on =
      handoff?.receivedOn != null && handoff.receivedOn !== occurredOn ? { occurredOn: handoff.receivedOn } : {};
    const received = arrival === undefined ? [] : [{ type: arrival, proceeding: proceeding.id, matters, ...on }];
    return { caseFile: linked, matters, values: { channel: data.channel, proceeding: proceeding.id }, facts: received };
  },
});
