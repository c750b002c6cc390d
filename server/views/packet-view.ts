import type { Store } from '../../db/store.ts';
import {
  commands,
  dueByRule,
  type Handoff,
  type Id,
  kit,
  machinesOf,
  preflightOf,
  ruleInForce,
  type Text,
} from '../../workflows/index.ts';
import { type ClockView, clockViews, stepText } from './clock-view.ts';
import { type HandoffView, handoffView } from './handoff-view.ts';
import type { Look } from './look.ts';
import { caseTitle, citation } from './names.ts';
import { type OfferView, offersOf } from './offer-view.ts';
import { type PartyView, partyViews } from './party-view.ts';
import { findingsFor, judgedOn, type PreflightView, preflightView } from './preflight-view.ts';

/** The window to apply with its proof: each step by which its last day was found. */
export interface WindowView {
  readonly label: Text;
  readonly from: string;
  readonly due: string | null;
  readonly provisional: boolean;
  readonly steps: readonly Text[];
  readonly basis: readonly Text[];
}

/** An application for confirmation on one page: who, what was agreed, what a court will look at, which papers, by when. */
export interface PacketView {
  readonly handoff: HandoffView;
  readonly caseCode: string;
  readonly caseTitle: Text;
  /** The number under which the court handles it, once it has one. */
  readonly courtNumber: string | null;
  /** Where it stands at the court; null while it was not received. */
  readonly stage: Text | null;
  readonly parties: readonly PartyView[];
  /** When each of them signed the agreement, by party. */
  readonly signedOn: Readonly<Record<Id, string>>;
  readonly checks: readonly PreflightView[];
  readonly window: WindowView | null;
  /** Limits that run for the handoff and the confirmation, nearest first. */
  readonly clocks: readonly ClockView[];
  /** What the viewer can record now, what is expected next first. */
  readonly actions: readonly OfferView[];
  /** What cannot be recorded on the handoff now, and why. */
  readonly notNow: readonly OfferView[];
}

/** The packet of an application for confirmation; null for other handoffs and for who may not know it. */
export async function packetView(look: Look, id: Id, store: Store): Promise<PacketView | null> {
  const handoff = handoffView(look, id);
  const found = look.caseFile.handoffs[id];
  if (handoff === null || found === undefined || found.kind !== 'H4' || handoff.agreement === null) return null;
  const opened = found.opened === null ? undefined : look.caseFile.proceedings[found.opened];
  const holds = opened !== undefined && look.visible.fully(opened.id);
  const matters = found.matters.flatMap((one) => look.caseFile.matters[one] ?? []);
  const concerned = new Set(matters.flatMap(({ claimants, respondents }) => [...claimants, ...respondents]));
  const checks = preflightOf(look.caseFile, found, judgedOn(look, found), await findingsFor(look, store));
  const offers = offersOf(look, { kind: 'handoff', id });
  const further = holds ? confirmationOffers(look, opened.id) : [];
  return {
    handoff,
    caseCode: look.current.header.code,
    caseTitle: caseTitle(look),
    courtNumber: holds ? opened.number : null,
    stage: opened === undefined ? null : holds ? kit.meta(opened.slot).label : kit.meta(opened.slot).publicLabel,
    parties: partyViews(look).filter((party) => concerned.has(party.id)),
    signedOn: signatureDays(look, found),
    checks: checks.map(preflightView),
    window: windowView(look, handoff.agreement.effectiveOn),
    clocks: clockViews(look).filter(
      ({ subject, proceeding }) => subject.id === id || (found.opened !== null && proceeding === found.opened),
    ),
    actions: [...offers, ...further].filter(({ allowed }) => allowed !== 'no').toSorted(byTone),
    notNow: handoff.open ? offers.filter(({ allowed }) => allowed === 'no') : [],
  };
}

function signatureDays({ caseFile }: Look, { fromProceeding, agreement }: Handoff): Readonly<Record<Id, string>> {
  const signatures = caseFile.proceedings[fromProceeding]?.agreements[agreement ?? '']?.signatures ?? [];
  return Object.fromEntries(signatures.map(({ party, signedOn }) => [party, signedOn]));
}

const tones: readonly OfferView['tone'][] = ['primary', 'normal', 'danger'];

/** What is expected next stands first, what ends something last. */
export function byTone(left: OfferView, right: OfferView): number {
  return tones.indexOf(left.tone) - tones.indexOf(right.tone);
}

/** The steps of the confirmation itself; what concerns every proceeding is on the case page. */
function confirmationOffers(look: Look, proceeding: Id): readonly OfferView[] {
  return stepsOf(offersOf(look, { kind: 'proceeding', id: proceeding }));
}

/** Commands of one channel's own machine: what its desk records every day. */
export function stepsOf(offers: readonly OfferView[]): readonly OfferView[] {
  return offers.filter(({ type }) => {
    const definition = commands[type];
    return definition !== undefined && machinesOf(definition).length > 0;
  });
}

function windowView(look: Look, effectiveOn: string | null): WindowView | null {
  if (effectiveOn === null) return null;
  const { due, provisional, steps } = dueByRule('conf.apply', effectiveOn, look.given.calendar);
  const { label, basis } = ruleInForce('conf.apply', effectiveOn).rule;
  return { label, from: effectiveOn, due, provisional, steps: steps.map(stepText), basis: basis.map(citation) };
}
