import type { CastMember } from '../cast.ts';
import type { StoryStep } from '../stories/story.ts';
import { handoff, itemIds } from '../stories/story.ts';
import type { Course } from './course.ts';

/** Documents that travel in the town, with their titles; whose papers they are when they are not a party's own. */
const papers = {
  intakeForm: ['维权援助受理登记表', 'organisationFile'],
  mediationAgreement: ['调解协议书', 'jointSigned'],
  confirmationApplication: ['司法确认申请书', 'jointSigned'],
  mediationProof: ['主持调解证明', 'organisationFile'],
  addressConfirmation: ['送达地址确认书', 'jointSigned'],
  identityDocument: ['各方身份证明', 'partyFile'],
  complaint: ['民事起诉状', 'partyFile'],
  consentRecord: ['调解意愿记录', 'organisationFile'],
  delegationLetter: ['委派调解函', 'organisationFile'],
  entrustmentLetter: ['委托调解函', 'organisationFile'],
  terminationNotice: ['调解终结书', 'organisationFile'],
  rulingRequest: ['专利侵权纠纷处理请求书', 'partyFile'],
  mediationApplication: ['行政调解申请书', 'partyFile'],
  enforcementComplaint: ['侵权投诉书', 'partyFile'],
  arbitrationApplication: ['仲裁申请书', 'jointSigned'],
  arbitrationAgreement: ['仲裁协议', 'jointSigned'],
  paymentPlan: ['付款计划', 'jointSigned'],
  paymentOrderApplication: ['支付令申请书', 'jointSigned'],
  crimeTransferLetter: ['涉嫌犯罪案件移送书', 'organisationFile'],
  investigationReport: ['案件调查报告', 'organisationFile'],
  goodsList: ['涉案物品清单', 'organisationFile'],
  inspectionReport: ['检验鉴定意见', 'organisationFile'],
  handoverList: ['移送材料清单', 'organisationFile'],
  transferLetter: ['移送函', 'organisationFile'],
  enforcementApplication: ['强制执行申请书', 'partyFile'],
  titleOfEnforcement: ['执行依据', 'partyFile'],
  proofOfEffect: ['生效证明', 'organisationFile'],
  performanceRecord: ['履行情况说明', 'organisationFile'],
  propertyClues: ['财产线索', 'partyFile'],
} as const;
export type Paper = keyof typeof papers;

/** Puts papers on the file of a proceeding. */
export function files(
  course: Course,
  by: CastMember,
  on: StoryStep['target'],
  documents: readonly Paper[],
  more: Parameters<Course['gives']>[4] = {},
): void {
  for (const document of documents) {
    const [title, paperClass] = papers[document];
    course.gives(
      by,
      'addItem',
      on,
      { document, title, class: paperClass, pages: course.chance.between(1, 6), provenance: '窗口收取' },
      more,
    );
  }
}

export interface Movement {
  readonly kind: string;
  readonly to: string;
  readonly documents: readonly Paper[];
  readonly data?: NonNullable<StoryStep['data']>;
  readonly acknowledged?: readonly string[];
  readonly evidence?: string;
}

/** Prepares a handoff with papers that are on the file, and offers it. */
export function sends(course: Course, by: CastMember, from: StoryStep['target'], movement: Movement): void {
  const { kind, to, documents, data, acknowledged = [], evidence } = movement;
  const more = { acknowledged, ...(evidence === undefined ? {} : { evidence }) };
  course.gives(
    by,
    'prepareHandoff',
    from,
    (c) => ({ kind, to, partiesConsent: true, items: itemIds(c, ...documents), ...data?.(c) }),
    more,
  );
  course.gives(by, 'offerHandoff', handoff, undefined, more);
}
