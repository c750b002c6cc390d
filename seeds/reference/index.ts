import { createHash } from 'node:crypto';
import type { Organisation, Reference } from '../../workflows/reference.ts';
import { text } from '../../workflows/text.ts';
import { arbitrationRules } from './arbitration-rules.ts';
import { yantaiJurisdiction } from './jurisdiction.ts';
import { yantaiCounties, yantaiOrganisations } from './organisations.ts';

/** Yantai's organisations, jurisdiction and policies, without officers: accounts add those. The version follows the content. */
export function yantaiReference(): Reference {
  const organisations = byId(yantaiOrganisations());
  const content = {
    organisations,
    counties: yantaiCounties(),
    jurisdiction: yantaiJurisdiction,
    arbitrationRules,
    policies,
  };
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return { version: `yantai-${digest.slice(0, 12)}`, officers: {}, ...content };
}

/** Local settings where the law leaves practice open. `organisation` null: for every court until one says otherwise. */
const policies: Reference['policies'] = [
  {
    id: 'court.acceptsSelfInitiated',
    organisation: null,
    value: 'yes',
    from: null,
    to: null,
    note: text(
      '调解组织自行受理的调解，其协议可申请确认（民事诉讼法第二百零五条(二)）；个别法院不受理，以该院说明为准。',
      "Agreements from mediations an organisation took in by itself may be confirmed (Civil Procedure Law art. 205(2)); some courts do not take them, and the court's word counts.",
    ),
    toConfirm: true,
  },
  {
    id: 'court.acceptsAdministrativeMediation',
    organisation: null,
    value: 'unknown',
    from: null,
    to: null,
    note: text(
      '行政调解协议能否确认取决于法院的做法；办理前先向法院询问。',
      'Whether an administrative mediation agreement is confirmed depends on the court: ask it first.',
    ),
    toConfirm: true,
  },
  {
    id: 'court.confirmationNumberType',
    organisation: null,
    value: '民特',
    from: '2016-01-01',
    to: '2021-12-31',
    note: text('2016年至2021年司法确认案件的类型代字。', 'Type code of confirmation cases from 2016 to 2021.'),
    toConfirm: false,
  },
  {
    id: 'court.confirmationNumberType',
    organisation: null,
    value: '诉前调确',
    from: '2022-01-01',
    to: null,
    note: text(
      '2022年起使用；2026年烟台是否仍用此代字待核实，亦可能为“民特”，以文书为准。',
      'Used since 2022; whether Yantai still uses it in 2026 is to be confirmed, 民特 is possible; the paper counts.',
    ),
    toConfirm: true,
  },
];

function byId(rows: readonly Organisation[]): Readonly<Record<string, Organisation>> {
  return Object.fromEntries(rows.map((row) => [row.id, row]));
}
