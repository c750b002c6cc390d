import type { Id } from '../case-file.ts';
import { type EnforcementObstacle, enforcementObstacles, obstacles } from '../channels/adminRuling/enforceability.ts';
import { type Context, dataRequirement, type Requirement } from '../command.ts';
import { text } from '../text.ts';
import type { HandoffKindId } from './kinds.ts';

interface Movement {
  readonly kind: HandoffKindId;
  readonly matters: readonly Id[];
  readonly to: Id;
}

/** A ruling of infringement that would be enforced by this movement (H12); null for every other movement. */
function enforced({ data, proceeding }: Context<Movement>) {
  const ruled = proceeding!.channel === 'adminRuling' && Object.values(proceeding!.outcomes).includes('infringement');
  return data.kind === 'H12' && ruled ? proceeding! : null;
}

function unless(code: EnforcementObstacle['code']): Requirement<Movement> {
  const { effect, basis } = obstacles[code];
  return dataRequirement<Movement>({
    code,
    effect,
    basis,
    ...(effect === 'warns' ? { decidedBy: 'receiver' } : {}),
    check: (context) => {
      const ruling = enforced(context);
      if (ruling === null) return null;
      const { data, caseFile, given, day } = context;
      const matters = data.matters.length > 0 ? data.matters : ruling.matters;
      const found = enforcementObstacles(caseFile, ruling, matters, day, given.calendar).find(
        (one) => one.code === code,
      );
      if (found === undefined) return null;
      return { text: found.text, field: 'kind', ...(found.instead === null ? {} : { instead: found.instead }) };
    },
  });
}

/** A ruling is enforced by the basic court where its department sits (APLI 157). */
const courtOfTheDepartment: Requirement<Movement> = dataRequirement<Movement>({
  code: 'ruling-for-basic-court',
  effect: 'warns',
  decidedBy: 'receiver',
  basis: [{ instrument: 'APLI', article: '第一百五十七条' }],
  check: (context) => {
    const level = context.given.reference.organisations[context.data.to]?.courtLevel;
    return enforced(context) === null || level === 'basic' || level === undefined
      ? null
      : {
          text: text(
            '申请强制执行行政裁决，由作出裁决的部门所在地的基层法院受理。',
            'The application to enforce a ruling goes to the basic court where its department sits.',
          ),
          field: 'to',
        };
  },
});

/** What the law asks before a ruling is brought to the court for enforcement (route T23). */
export const rulingRequirements: readonly Requirement<Movement>[] = [
  ...(Object.keys(obstacles) as EnforcementObstacle['code'][]).map(unless),
  courtOfTheDepartment,
];
