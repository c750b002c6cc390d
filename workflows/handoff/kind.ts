import type { ChannelId } from '../channels/ids.ts';
import { type DocumentKind, documentKinds } from '../documents/kinds.ts';
import type { OrganisationKind } from '../reference.ts';
import type { ClockRuleId } from '../rules/clock-rules.ts';
import type { Basis, Verified } from '../rules/law.ts';
import type { ReturnReason } from '../rules/reasons.ts';
import { type Text, text } from '../text.ts';
import type { ItemClass } from './item-classes.ts';

/** What a kind of handoff is: who moves what to whom, who answers afterwards, and what silence means. */
export interface HandoffKind {
  readonly label: Text;
  /** `opens` a proceeding at the receiver, `transfers` this one, `supports` it, or only `copies` papers. */
  readonly effect: 'opens' | 'transfers' | 'supports' | 'copies';
  readonly from: readonly OrganisationKind[];
  readonly to: readonly OrganisationKind[];
  /** The channel it opens; null where nothing opens, or where the route taken names the channel (H6). */
  readonly opens: ChannelId | null;
  /** `party`: the party files; we hand over the packet and record the filing. */
  readonly carriedBy: 'organisation' | 'party';
  readonly custodyMovesOn: 'receipt' | 'acceptance' | 'never';
  /** Reasons for which the receiver may send it back; empty: it may not, for the reason in `returnRefusedBecause`. */
  readonly mayReturnFor: readonly ReturnReason[];
  readonly returnRefusedBecause: Text | null;
  /** The articles on sending back, whether they allow or refuse it. */
  readonly returnBasis: readonly Basis[];
  readonly clocksStartOn: 'receipt' | 'acceptance';
  readonly onSilence: { readonly does: 'task' | 'lapses'; readonly clock: ClockRuleId | null; readonly text: Text };
  readonly mustTravel: readonly TravellingPaper[];
  readonly mustNotTravel: readonly Text[];
  readonly allowedClasses: readonly ItemClass[];
  /** The law moves the whole file: the parties' own papers go with it and nobody asks for their consent. */
  readonly movesByLaw?: true;
  readonly basis: readonly Basis[];
  readonly verified: Verified;
}

/** A paper that must be in the packet; `onlyIf` names the condition under which it must. */
export interface TravellingPaper {
  readonly document: DocumentKind;
  readonly label: Text;
  readonly onlyIf?: TravelCondition;
}

/** Conditions under which a paper must travel, as they are shown beside it. */
export const travelConditions = {
  writtenAgreement: text('协议为书面形式', 'the agreement is in writing'),
  oralAgreement: text('协议为口头形式', 'the agreement is oral'),
  agentActs: text('由代理人办理', 'an agent acts'),
  agreementConcernsProperty: text('协议涉及财产权利', 'the agreement concerns property rights'),
  confirmationAsked: text('当事人申请司法确认', 'the parties ask for confirmation'),
  screened: text('已完成分流筛查', 'the dispute was screened'),
  consentAsked: text('已征询调解意愿', 'the parties were asked for consent'),
  evidenceOnFile: text('已收到证据材料', 'evidence is on file'),
  opinionGiven: text('已出具咨询意见', 'an advisory opinion was given'),
  undisputedFactsRecorded: text('已记载无争议事实', 'undisputed facts were recorded'),
  addressConfirmed: text('已确认送达地址', 'the address for service was confirmed'),
  settlementToBecomeAward: text('请求依和解协议作出裁决', 'a consent award is wanted'),
  delegated: text('立案前委派', 'delegated before filing'),
  entrusted: text('立案后委托', 'entrusted after filing'),
  toRuling: text('请求行政裁决', 'an administrative ruling is asked for'),
  toEnforcement: text('请求行政查处', 'administrative enforcement is asked for'),
  toAdministrativeMediation: text('请求行政调解', 'administrative mediation is asked for'),
  notAgreed: text('未达成协议', 'no agreement was reached'),
  opinionIssued: text('已制发检察意见书', 'an opinion was issued'),
  mediationFailed: text('此前调解未成', 'a mediation failed before'),
} as const satisfies Record<string, Text>;
export type TravelCondition = keyof typeof travelConditions;

/** Names a paper that must travel, under its own label. */
export function paper(document: DocumentKind, onlyIf?: TravelCondition): TravellingPaper {
  const label: Text = documentKinds[document];
  return onlyIf === undefined ? { document, label } : { document, label, onlyIf };
}
