import type { OrganisationKind } from '../reference.ts';
import { text } from '../text.ts';
import { type HandoffKind, paper } from './kind.ts';

/** Bodies that penalise: those of rules/competent-authorities.ts. */
export const penalisingBodies = [
  'trademarkEnforcementDepartment',
  'patentAdministrationDepartment',
  'copyrightAuthority',
  'plantVarietyAuthority',
] as const satisfies readonly OrganisationKind[];

const justice = ['publicSecurity', 'procuratorate', 'court'] as const satisfies readonly OrganisationKind[];
const classes = ['partyFile', 'jointSigned', 'tradeSecret', 'organisationFile'] as const;

/** Handoffs among authorities, police, procuratorates and courts that the reading notes describe without a number. */
export const handoffsAboutCrime = {
  H19: {
    label: text('抄送', 'Copy'),
    effect: 'copies',
    from: [...penalisingBodies, ...justice, 'customs', 'protectionCentre'],
    to: [...penalisingBodies, ...justice, 'customs', 'protectionCentre'],
    opens: null,
    carriedBy: 'organisation',
    custodyMovesOn: 'never',
    mayReturnFor: [],
    returnRefusedBecause: text('抄送不需要接收或退回。', 'A copy needs neither acceptance nor return.'),
    returnBasis: [{ instrument: 'LINK', article: '第十一条' }],
    clocksStartOn: 'receipt',
    onSilence: {
      does: 'task',
      clock: null,
      text: text('抄送不要求答复；未签收的，核对是否送到。', 'A copy asks for no answer; check that it arrived.'),
    },
    mustTravel: [],
    mustNotTravel: [text('与收件单位职责无关的材料', 'Papers that the receiver’s duties do not need')],
    allowedClasses: ['organisationFile'],
    basis: [{ instrument: 'LINK', article: '第十一条' }],
    verified: 'memory',
  },
  H20: {
    label: text('刑事案件转送、移送审查起诉、提起公诉', 'A criminal case passes on'),
    effect: 'transfers',
    from: ['publicSecurity', 'procuratorate'],
    to: justice,
    opens: null,
    carriedBy: 'organisation',
    custodyMovesOn: 'receipt',
    mayReturnFor: [],
    returnRefusedBecause: text(
      '刑事案件的退回补充侦查按刑事诉讼程序办理，以新的移送登记。',
      'Return for further investigation follows criminal procedure and is recorded as a new handoff.',
    ),
    returnBasis: [{ instrument: 'TRR', article: '第七条' }],
    clocksStartOn: 'receipt',
    onSilence: {
      does: 'task',
      clock: null,
      text: text('未签收的，与接收机关联系。', 'Without a receipt, call the receiver.'),
    },
    mustTravel: [paper('transferLetter')],
    mustNotTravel: [text('调解过程材料', 'Anything from inside a mediation')],
    allowedClasses: classes,
    basis: [{ instrument: 'TRR', article: '第七条' }],
    verified: 'inference',
  },
  H21: {
    label: text('法院移送犯罪线索', 'The court passes on signs of a crime'),
    effect: 'opens',
    from: ['court'],
    to: ['publicSecurity', 'procuratorate'],
    opens: 'criminalReferral',
    carriedBy: 'organisation',
    custodyMovesOn: 'receipt',
    mayReturnFor: [],
    returnRefusedBecause: text(
      '接收机关应当审查，不得退回；材料不齐的告知补正。',
      'The receiver examines it and does not send it back; what is missing is asked for.',
    ),
    returnBasis: [{ instrument: 'PSR', article: '第一百八十条' }],
    clocksStartOn: 'receipt',
    onSilence: {
      does: 'task',
      clock: null,
      text: text('未收到是否立案的决定的，向接收机关询问。', 'Without a decision, ask the receiver.'),
    },
    mustTravel: [paper('transferLetter')],
    mustNotTravel: [
      text('承办法官笔记和合议庭评议', "The judge's notes and the panel's deliberation"),
      text('调解过程材料', 'Anything from inside a mediation'),
    ],
    allowedClasses: classes,
    basis: [{ instrument: 'OMR', article: '第二十三条第二款' }],
    verified: 'text',
  },
} as const satisfies Record<string, HandoffKind>;
