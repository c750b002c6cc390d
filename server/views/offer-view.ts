import {
  type CommandDefinition,
  kit,
  type Offer,
  offersFor,
  type Refusal,
  type Target,
  type Text,
  type Warning,
} from '../../workflows/index.ts';
import type { Look } from './look.ts';
import { citation, type OrganisationView, organisationView } from './names.ts';
import { revisionOf } from './visibility.ts';

export interface WarningView {
  readonly code: string;
  readonly text: Text;
  readonly basis: readonly Text[];
  readonly instead: Text | null;
}

export interface RefusalView extends WarningView {
  readonly field: string | null;
  readonly warnings: readonly WarningView[];
}

/** A command as something this viewer may give, or would, were it not for the refusal. */
export interface OfferView {
  readonly type: string;
  readonly label: Text;
  readonly hint: Text | null;
  readonly tone: CommandDefinition['tone'];
  readonly target: Target;
  /** What `If-Match` must carry. */
  readonly revision: number;
  readonly allowed: Offer['allowed'];
  readonly refusal: RefusalView | null;
  /** It would be recorded for this organisation, which is not on the system: `evidence` is obligatory. */
  readonly onBehalfOf: OrganisationView | null;
  /** Whether there is nothing to fill in: a button will do. */
  readonly immediate: boolean;
  /** Where programs send it, and where its schema stands. */
  readonly href: string;
  readonly schema: string;
}

/** What the viewer can do with everything it sees of the case, and why the rest is not possible. Nothing for a past moment. */
export function offerViews(look: Look): readonly OfferView[] {
  return look.moment === null ? targetsOf(look).flatMap((target) => offersOf(look, target)) : [];
}

/** What the viewer can do with one target, and why the rest is not possible; of what is over, only what still is. */
export function offersOf(look: Pick<Look, 'current' | 'given'>, target: Target): readonly OfferView[] {
  return offersFor(look.current, target, look.given)
    .filter(({ definition, refusal }) => {
      if (definition.relation === 'newcomer') return false;
      return !(isOver(look, target) && refusal?.code === 'not-in-this-state');
    })
    .map((offer) => offerView(look, offer));
}

function isOver({ current }: Pick<Look, 'current'>, { id }: Target): boolean {
  const slot = (current.handoffs[id] ?? current.proceedings[id] ?? current.matters[id])?.slot;
  return slot !== undefined && kit.meta(slot).over;
}

function targetsOf({ current, visible }: Look): readonly Target[] {
  return [
    ...Object.keys(current.handoffs)
      .filter((id) => visible.handoff(id))
      .map((id): Target => ({ kind: 'handoff', id })),
    ...Object.keys(current.proceedings)
      .filter((id) => visible.sight(id) !== 'none')
      .map((id): Target => ({ kind: 'proceeding', id })),
    ...Object.keys(current.matters)
      .filter((id) => visible.matters.has(id))
      .map((id): Target => ({ kind: 'matter', id })),
    { kind: 'case', id: current.id },
  ];
}

function offerView(
  look: Pick<Look, 'current' | 'given'>,
  { definition, target, allowed, refusal, onBehalfOf }: Offer,
): OfferView {
  const { type, label, hint, tone, fields, occurredOn } = definition;
  return {
    type,
    label,
    hint,
    tone,
    target,
    revision: revisionOf(look.current, target),
    allowed,
    refusal: refusal === null ? null : refusalView(refusal),
    onBehalfOf: onBehalfOf === null ? null : organisationView(look, onBehalfOf),
    immediate: Object.keys(fields).length === 0 && occurredOn === null && onBehalfOf === null,
    href: `/api/cases/${look.current.id}/commands/${type}`,
    schema: `/api/reference/commands#${type}`,
  };
}

export function refusalView({ code, text, basis, instead, field, warnings }: Refusal): RefusalView {
  return { code, text, basis: basis.map(citation), instead, field, warnings: warnings.map(warningView) };
}

export function warningView({ code, text, basis, instead }: Warning): WarningView {
  return { code, text, basis: basis.map(citation), instead };
}
