import { command } from '../command.ts';
import { flag, money } from '../fields.ts';
import { excluded } from '../rules/guards.ts';
import { text } from '../text.ts';
import { committee, here } from './shared.ts';

/** A commercial body may charge, by a public scale (CMR 16); a people's mediation committee may not, whoever asked for the mediation (F18, PML 4). */
export const recordMediationFee = command({
  ...here,
  type: 'recordMediationFee',
  kind: 'fact',
  label: text('登记调解费用', 'Record a mediation fee'),
  by: committee,
  relation: 'custodian',
  occurredOn: { precision: 'day', label: text('约定日期', 'Agreed on') },
  fields: {
    amountFen: money({ label: text('金额', 'Amount') }),
    publicScale: flag({ label: text('按公开的收费标准', 'By the public scale of fees') }),
  },
  requires: [
    excluded(
      'F18',
      'mediation-is-free',
      'state',
      ({ proceeding, given }) =>
        proceeding?.channel === 'peopleMediation' ||
        given.reference.organisations[proceeding?.organisation ?? '']?.kind === 'peopleMediationCommittee',
    ),
  ],
  apply: ({ data }) => ({ values: { amountFen: data.amountFen, publicScale: data.publicScale } }),
});
