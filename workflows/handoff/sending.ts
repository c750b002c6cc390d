import { type CaseFile, type Handoff, type Id, type Item, patchPart, withPart } from '../case-file.ts';
import { type ChannelId, channelLabels } from '../channels/ids.ts';
import { channelOf, isOffered } from '../channels/index.ts';
import { type CommandDefinition, type Context, command, dataRequirement, stateRequirement } from '../command.ts';
import { choiceOf, flag, itemsOf, mattersOf, oneOf, organisationOf, textOf } from '../fields.ts';
import { kit } from '../machines.ts';
import { effectOf } from '../mediation/agreements.ts';
import { routesFrom } from '../path/transitions.ts';
import { deskRoles } from '../reference.ts';
import { labelsOf } from '../rules/labels.ts';
import { text } from '../text.ts';
import { authorityRequirements } from './authority-requirements.ts';
import { competenceRequirements } from './competence-requirements.ts';
import { crimeRequirements } from './crime-requirements.ts';
import { itemClasses, mayLeaveMediation } from './item-classes.ts';
import { articlesOfAll, channelOpened, type HandoffKind, type HandoffKindId, handoffKinds } from './kinds.ts';
import { barredKind, channelsLeftOpen, kindsFrom } from './kinds-offered.ts';
import { manifestOf, missingPapers } from './packet.ts';
import { preflightWarnings } from './preflight-requirements.ts';
import { referralRequirements } from './referral-requirements.ts';
import { routeTaken } from './route-taken.ts';
import { rulingRequirements } from './ruling-requirements.ts';
import { titleRequirements } from './title-requirements.ts';

const kinds: Readonly<Record<HandoffKindId, HandoffKind>> = handoffKinds;

const openStates = ['drafted', 'offered', 'received'];

/** An open handoff of the same effect from the same proceeding; there may be one at most. */
function openHandoff(caseFile: CaseFile, proceeding: Id, kind: HandoffKindId): Handoff | undefined {
  return Object.values(caseFile.handoffs).find(
    (one) =>
      one.fromProceeding === proceeding &&
      kinds[one.kind].effect === kinds[kind].effect &&
      openStates.includes(String(one.slot.value)),
  );
}

interface DraftData {
  readonly kind: HandoffKindId;
  readonly channel: ChannelId | null;
  readonly to: Id;
  readonly matters: readonly Id[];
  readonly agreement: Id | null;
  readonly items: readonly Id[];
  readonly partiesConsent: boolean;
  readonly note: string | null;
}

const papersFields = {
  items: itemsOf({ label: text('随移材料', 'Papers in the packet') }),
  partiesConsent: flag({ label: text('提交材料的当事人同意移送', 'The parties whose papers these are agree') }),
} as const;

/** A paper of a protected class cannot be put in; a party's own paper travels with its consent (design §6, IMR 22). */
function protectedItems(
  items: readonly Id[],
  kind: HandoffKindId,
  to: Id,
  consent: boolean,
  { caseFile, proceeding, given }: Context<unknown>,
) {
  const allowed = kinds[kind].allowedClasses;
  const receiver = given.reference.organisations[to]?.kind;
  const fromMediation = channelOf(proceeding!.channel)?.family === 'mediation';
  const staysInside = ({ class: one }: Item) =>
    fromMediation && (receiver === undefined || !mayLeaveMediation(one, receiver, true));
  const papers = items.flatMap((id) => caseFile.items[id] ?? []);
  const locked = papers.filter((item) => !allowed.includes(item.class) || staysInside(item));
  if (locked.length > 0) {
    const names = locked.map((item) => `${item.title}（${itemClasses[item.class].label.zh}）`).join('、');
    const english = locked.map((item) => `${item.title} (${itemClasses[item.class].label.en})`).join(', ');
    return {
      text: text(`下列材料不得移送：${names}。`, `These papers must not travel: ${english}.`),
      instead: text('请从随移材料中去掉它们。', 'Take them out of the packet.'),
      field: 'items',
    };
  }
  return papers.some((item) => item.class === 'partyFile') && !consent && kinds[kind].movesByLaw !== true
    ? {
        text: text('当事人自己的材料须经其同意方可移送。', "A party's own papers travel only with its consent."),
        field: 'partiesConsent',
      }
    : null;
}

const secrecyBasis = [
  { instrument: 'IMR', article: '第二十二条' },
  { instrument: 'OMR', article: '第二十九条' },
  { instrument: 'PML', article: '第二十三条' },
] as const;

/** Channels that take up an agreement in effect, and nothing else. */
const needAgreement: readonly ChannelId[] = ['judicialConfirmation', 'notarisedEnforcement', 'paymentOrder'];

/** Prepares a handoff: what kind, to whom, over which matters, with which papers. Nothing leaves the house yet. */
const prepareHandoff = command({
  type: 'prepareHandoff',
  target: 'proceeding',
  kind: 'fact',
  label: text('准备移送', 'Prepare a handoff'),
  hint: text('先准备、核对材料，再发出。', 'Prepare and check the papers, then send it.'),
  tone: 'primary',
  by: deskRoles,
  relation: 'custodian',
  fields: {
    kind: choiceOf({
      label: text('移送种类', 'Kind of handoff'),
      of: labelsOf(kinds),
      only: (context) => kindsFrom(context).map(([id]) => id),
      barred: barredKind,
    }),
    channel: choiceOf({
      label: text('请求何种程序（移送种类未写明的）', 'Which proceeding is asked for, where the kind leaves it open'),
      of: channelLabels,
      only: channelsLeftOpen,
      optional: true,
    }),
    to: organisationOf({
      label: text('接收机构', 'Receiver'),
      kinds: (context) => kindsFrom(context).flatMap(([, kind]) => kind.to),
    }),
    receiverReason: textOf({
      label: text('选择建议以外机构的理由', 'Why a receiver other than those proposed'),
      maxLength: 200,
      optional: true,
    }),
    matters: mattersOf({ label: text('涉及的争议事项（不选为全部）', 'Matters (none: all)') }),
    agreement: oneOf({
      label: text(
        '申请确认（仲裁、公证、支付令）所依据的协议',
        'Agreement to be confirmed, awarded, notarised or ordered',
      ),
      optional: true,
      choices: ({ caseFile, proceeding }) =>
        Object.values(proceeding?.agreements ?? {})
          .filter((agreement) => effectOf(caseFile, agreement.id) !== null)
          .map((agreement, index) => ({
            value: agreement.id,
            label: text(`协议 ${agreement.number ?? index + 1}`, `Agreement ${agreement.number ?? index + 1}`),
            person: null,
          })),
    }),
    ...papersFields,
    note: textOf({
      label: text('附言（不要写调解中的意见和让步）', 'Note (nothing said in mediation)'),
      maxLength: 500,
      multiline: true,
      optional: true,
    }),
  },
  requires: [
    dataRequirement<{ kind: HandoffKindId; channel: ChannelId | null; to: Id }>({
      code: 'receiver-not-for-this-handoff',
      basis: [],
      check: ({ data, given, proceeding }) => {
        const receiver = given.reference.organisations[data.to]!;
        const runBy = channelOf(channelOpened(data) ?? 'intake')?.runBy;
        if (data.to === proceeding!.organisation)
          return { text: text('不能移送给本机构。', 'A handoff goes to another organisation.'), field: 'to' };
        const runs = kinds[data.kind].opens !== null || data.channel === null || runBy?.includes(receiver.kind);
        return kinds[data.kind].to.includes(receiver.kind) && runs
          ? null
          : {
              text: text('该机构不能接收这种移送。', 'That organisation does not take this kind of handoff.'),
              field: 'to',
            };
      },
    }),
    dataRequirement<{ kind: HandoffKindId; channel: ChannelId | null }>({
      code: 'channel-to-be-chosen',
      basis: [],
      check: ({ data }) =>
        kinds[data.kind].effect === 'opens' && channelOpened(data) === null
          ? { text: text('请选择请求何种程序。', 'Say which proceeding is asked for.'), field: 'channel' }
          : null,
    }),
    dataRequirement<{ kind: HandoffKindId; channel: ChannelId | null }>({
      code: 'channel-not-offered-yet',
      basis: [],
      check: ({ data }) => {
        const { effect } = kinds[data.kind];
        const opens = channelOpened(data);
        const offered = effect !== 'opens' || (opens !== null && isOffered(opens));
        const name = opens === null ? text('该程序', 'that channel') : channelLabels[opens];
        return offered
          ? null
          : {
              text: text(`本系统尚未开通“${name.zh}”。`, `“${name.en}” is not offered here yet.`),
              instead: text('请告知当事人直接向该机构提出。', 'Tell the parties to go to that body directly.'),
              field: 'kind',
            };
      },
    }),
    dataRequirement<{ kind: HandoffKindId; channel: ChannelId | null }>({
      code: 'no-such-route',
      basis: [],
      check: ({ data, proceeding }) => {
        const opens = channelOpened(data);
        const lawful = opens === null || routesFrom(proceeding!.channel).some((route) => route.to.includes(opens));
        return lawful
          ? null
          : { text: text('从本程序不能进入该程序。', 'No route leads there from this proceeding.'), field: 'kind' };
      },
    }),
    dataRequirement<{ kind: HandoffKindId }>({
      code: 'handoff-already-open',
      basis: [],
      check: ({ data, caseFile, proceeding }) =>
        openHandoff(caseFile, proceeding!.id, data.kind) === undefined
          ? null
          : {
              text: text('已有一件同类移送尚未办结。', 'A handoff of this effect is still open.'),
              instead: text('请先办结、撤回或撤销那一件。', 'Finish, recall or discard that one first.'),
              field: 'kind',
            },
    }),
    dataRequirement<{ kind: HandoffKindId; agreement: Id | null }>({
      code: 'agreement-needed',
      basis: [{ instrument: 'CPL', article: '第二百零五条' }],
      check: ({ data }) =>
        needAgreement.includes(kinds[data.kind].opens ?? 'intake') && data.agreement === null
          ? {
              text: text('请选择所依据的、已经生效的协议。', 'Choose the agreement in effect that it rests on.'),
              field: 'agreement',
            }
          : null,
    }),
    dataRequirement<DraftData>({
      code: 'protected-item',
      basis: secrecyBasis,
      check: (context) =>
        protectedItems(context.data.items, context.data.kind, context.data.to, context.data.partiesConsent, context),
    }),
    ...referralRequirements,
    ...crimeRequirements,
    ...competenceRequirements,
    ...titleRequirements,
    ...rulingRequirements,
    ...authorityRequirements,
  ],
  apply: (context) => {
    const { data, caseFile, proceeding, given } = context;
    const opens = channelOpened(data);
    const matters = travellingMatters(data, context);
    const handoff: Handoff = {
      id: given.ids(),
      revision: 0,
      kind: data.kind,
      route: opens === null ? null : routeTaken(caseFile, proceeding!, opens, matters),
      ...(kinds[data.kind].opens === null && opens !== null ? { channel: opens } : {}),
      fromOrganisation: proceeding!.organisation,
      fromProceeding: proceeding!.id,
      toOrganisation: data.to,
      matters,
      agreement: data.agreement,
      manifest: manifestOf(caseFile, data.items),
      note: data.note ?? '',
      slot: kit.begin('handoff'),
      lastStep: null,
      offeredOn: null,
      receivedOn: null,
      answeredOn: null,
      returnReason: null,
      opened: null,
    };
    return {
      caseFile: withPart(caseFile, 'handoffs', handoff),
      matters,
      values: { handoff: handoff.id, kind: data.kind },
      facts: [],
      body: { handoff: handoff.id },
    };
  },
});

/** With an agreement its matters travel; otherwise those chosen, or all of the proceeding. */
function travellingMatters(
  data: Pick<DraftData, 'agreement' | 'matters'>,
  { proceeding }: Context<unknown>,
): readonly Id[] {
  if (data.agreement !== null) return proceeding!.agreements[data.agreement]?.matters ?? [];
  return data.matters.length > 0 ? data.matters : proceeding!.matters;
}

const onHandoff = { target: 'handoff', machine: 'handoff', kind: 'step' } as const;

const reviseHandoff = command({
  ...onHandoff,
  type: 'reviseHandoff',
  label: text('修改随移材料', 'Change the packet'),
  by: deskRoles,
  relation: 'sender',
  fields: papersFields,
  requires: [
    dataRequirement<{ items: readonly Id[]; partiesConsent: boolean }>({
      code: 'protected-item',
      basis: secrecyBasis,
      check: (context) => {
        const { kind, toOrganisation } = context.handoff!;
        return protectedItems(context.data.items, kind, toOrganisation, context.data.partiesConsent, context);
      },
    }),
  ],
  apply: ({ data, caseFile, handoff }) => ({
    caseFile: patchPart(caseFile, 'handoffs', handoff!.id, { manifest: manifestOf(caseFile, data.items) }),
  }),
});

/** Sends it: the first key. For a filing the parties carry, the packet is handed to them on this day. */
const offerHandoff = command({
  ...onHandoff,
  type: 'offerHandoff',
  label: text('发出移送', 'Send the handoff'),
  tone: 'primary',
  by: deskRoles,
  relation: 'sender',
  occurredOn: { precision: 'minute', label: text('发出时间', 'Sent at') },
  fields: {},
  requires: [
    stateRequirement({
      code: 'packet-incomplete',
      basis: articlesOfAll(({ basis }) => basis),
      check: ({ caseFile, handoff }) => {
        const missing = missingPapers(caseFile, handoff!);
        return missing.length === 0
          ? null
          : {
              basis: kinds[handoff!.kind].basis,
              text: text(
                `还缺少：${missing.map((paper) => paper.label.zh).join('、')}。`,
                `Still missing: ${missing.map((paper) => paper.label.en).join(', ')}.`,
              ),
              instead: text(
                '请先收录材料，再用“修改随移材料”加入。',
                'Add the papers to the file, then change the packet.',
              ),
            };
      },
    }),
    ...preflightWarnings,
  ],
  apply: ({ caseFile, handoff, occurredOn }) => ({
    caseFile: patchPart(caseFile, 'handoffs', handoff!.id, { offeredOn: occurredOn }),
    facts: [{ type: 'handoffOffered' }],
  }),
});

const discardHandoff = command({
  ...onHandoff,
  type: 'discardHandoff',
  label: text('撤销草稿', 'Discard the draft'),
  by: deskRoles,
  relation: 'sender',
  fields: {},
  requires: [],
});

const recallHandoff = command({
  ...onHandoff,
  type: 'recallHandoff',
  label: text('撤回移送', 'Recall'),
  tone: 'danger',
  by: deskRoles,
  relation: 'sender',
  fields: { reason: textOf({ label: text('原因', 'Reason'), maxLength: 200 }) },
  requires: [],
});

export const sendingCommands: readonly CommandDefinition[] = [
  prepareHandoff,
  reviseHandoff,
  offerHandoff,
  discardHandoff,
  recallHandoff,
];
