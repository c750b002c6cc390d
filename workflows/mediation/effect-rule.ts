import type { LegalDate } from '../case-file.ts';
import type { Context } from '../command.ts';
import { instruments } from '../rules/instruments.ts';
import type { EffectRule } from './agreements.ts';

/**
 * By which rule a written agreement takes effect here. The commercial regulation names no day: by default the safer one, from
 * the parties' last signature; an organisation may set the policy `commercialMediation.effect` to `everything`. Before
 * 2026-05-01 such an agreement was a contract like any other (CMR 22, 33).
 */
export function effectRule({ proceeding, given }: Context<unknown>, reachedOn: LegalDate): EffectRule {
  if (proceeding?.channel !== 'commercialMediation') return 'everything';
  if (reachedOn < instruments.CMR.effectiveFrom!) return 'contract';
  const set = given.reference.policies.find(
    ({ id, organisation }) =>
      id === 'commercialMediation.effect' && (organisation === null || organisation === proceeding.organisation),
  );
  return set?.value === 'everything' ? 'everything' : 'parties';
}
