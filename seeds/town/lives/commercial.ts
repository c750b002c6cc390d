/** Mediations of the commercial organisation: contracts between companies. */
import { proceeding } from '../../stories/story.ts';
import type { Course } from '../course.ts';
import { opens, someQuarrel } from '../dispute.ts';
import { shares } from '../mix.ts';
import { closes, concludes, sits, type Talks } from './mediation.ts';
import { afterAgreement } from './titles.ts';

const organisation = 'yantaiCommercialMediators';

/** Two companies ask the organisation, which charges for what it does. */
export function asksCommercially(course: Course): void {
  const clerk = course.at(organisation, 'committeeClerk');
  const quarrel = someQuarrel(course.chance, { kinds: { contract: 1 }, dispute: 'contract' });
  opens(course, clerk, quarrel, course.chance.byWeight({ window: 60, online: 40 }));
  course.gives(clerk, 'routeHere', proceeding('intake'), { channel: 'commercialMediation' });
  course.later(1, 5);
  if (course.falters(shares.neglected)) return;
  course.gives(
    clerk,
    'acceptCommercialMediation',
    proceeding('commercialMediation'),
    { commercial: true, feesTold: true },
    { acknowledged: ['commercial-licence-pending'] },
  );
  const mediator = course.at(organisation, 'mediator');
  const { amountFen, respondents } = quarrel;
  const talks: Talks = {
    channel: 'commercialMediation',
    clerk,
    mediator,
    form: 'written',
    amountFen,
    respondents: respondents.length,
  };
  if (!sits(course, talks)) return;
  const end = concludes(course, talks, 0.6);
  if (end === 'failed') closes(course, talks);
  if (end === 'settled') afterAgreement(course, talks, 'zhifuCourt');
}
