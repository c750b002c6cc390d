import { stateMeta } from '../../machine.ts';
import { type Text, text } from '../../text.ts';

/** A state in which nothing more is owed. */
function end(label: Text, publicLabel: Text) {
  return { meta: stateMeta({ label, publicLabel, owner: 'nobody', over: true }) };
}

/** An award that was performed or filed away can still be set aside, or refused enforcement. */
const stillReviewed = { applyToSetAside: 'setAsidePending', recordNonEnforcement: 'notEnforced' } as const;

/** How an arbitration ends. */
export const endStates = {
  performed: {
    ...end(
      text('裁决已自动履行', 'Performed without enforcement'),
      text('裁决已经履行完毕', 'The award was performed'),
    ),
    on: stillReviewed,
  },
  setAside: end(text('裁决已撤销', 'Set aside'), text('法院撤销了仲裁裁决', 'The court has set the award aside')),
  notEnforced: end(
    text('裁定不予执行', 'Not enforced'),
    text('法院裁定不予执行仲裁裁决', 'The court has ruled not to enforce the award'),
  ),
  refused: end(
    text('不予受理', 'Refused'),
    text('仲裁机构不予受理，已书面说明理由', 'Not accepted; the reasons were given in writing'),
  ),
  dismissed: end(
    text('驳回仲裁申请', 'Dismissed'),
    text('仲裁申请被驳回', 'The request for arbitration was dismissed'),
  ),
  withdrawn: end(text('已撤回', 'Withdrawn'), text('仲裁申请已撤回', 'The request for arbitration was withdrawn')),
  closed: {
    ...end(text('已结案', 'Closed'), text('仲裁案卷已结案', 'The file of the arbitration is closed')),
    on: stillReviewed,
  },
} as const;
