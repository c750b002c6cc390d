import type { OrganisationKind } from '../reference.ts';
import type { Basis } from '../rules/law.ts';
import { type Text, text } from '../text.ts';

/** When an item of a class may go out of the mediation it came into. */
export type LeavesMediation = 'always' | 'toCourtOnly' | 'withPartyConsent' | 'never';

interface ItemClassRow {
  readonly label: Text;
  readonly meaning: Text;
  readonly leavesMediation: LeavesMediation;
  readonly basis: readonly Basis[];
}

/** Classes of items by who may see them. What is not here does not exist: a class that no row lets out stays inside. */
export const itemClasses = {
  partyFile: {
    label: text('当事人材料', "Party's own papers"),
    meaning: text(
      '当事人自己提交的材料，经其同意方可移送。',
      "What a party handed in itself; it travels with that party's consent.",
    ),
    leavesMediation: 'withPartyConsent',
    basis: [{ instrument: 'PML', article: '第二十三条(三)' }],
  },
  jointSigned: {
    label: text('各方共同签署', 'Signed jointly'),
    meaning: text(
      '各方共同签署的调解协议、无争议事实记载、送达地址确认书。',
      'The agreement, the record of undisputed facts and the address confirmation, signed by all sides.',
    ),
    leavesMediation: 'always',
    basis: [
      { instrument: 'OMR', article: '第十八条' },
      { instrument: 'SDR', article: '第二十四条' },
    ],
  },
  processPrivate: {
    label: text('调解过程保密材料', 'Inside the mediation'),
    meaning: text(
      '单方谈话、方案、让步、录音录像和调解笔录，不得离开调解组织。',
      'Caucus notes, proposals, concessions, recordings and the mediation record: they never leave the organisation.',
    ),
    leavesMediation: 'never',
    basis: [
      { instrument: 'IMR', article: '第二十二条' },
      { instrument: 'OMR', article: '第十八条、第二十九条' },
      { instrument: 'PML', article: '第十五条(四)' },
    ],
  },
  processReport: {
    label: text('调解情况报告', 'Report to the court'),
    meaning: text(
      '依规则向法院提交的调解情况书面报告，仅供法院。',
      'The written report the rules ask for; for the court only.',
    ),
    leavesMediation: 'toCourtOnly',
    basis: [
      { instrument: 'OMR', article: '第二十一条' },
      { instrument: 'IMR', article: '第二十六条' },
    ],
  },
  courtInquiryAnswer: {
    label: text('法院询问答复', "Answer to the court's inquiry"),
    meaning: text(
      '审查司法确认时对法院询问的答复，仅供法院。',
      'What is answered when the court asks during its review; for the court only.',
    ),
    leavesMediation: 'toCourtOnly',
    basis: [{ instrument: 'CPLI', article: '第三百五十六条' }],
  },
  tradeSecret: {
    label: text('商业秘密', 'Trade secret'),
    meaning: text(
      '限于确有必要知悉并已承诺保密的人员。',
      'Only for those who need to know and have pledged confidentiality.',
    ),
    leavesMediation: 'never',
    basis: [{ instrument: 'PML', article: '第十五条(四)' }],
  },
  organisationFile: {
    label: text('机构文书', "Organisation's formal papers"),
    meaning: text(
      '机构出具的正式文书，如主持调解证明、调解终结书。',
      'Formal papers an organisation issues, such as the proof of mediation or the notice of termination.',
    ),
    leavesMediation: 'always',
    basis: [{ instrument: 'CPLI', article: '第三百五十四条' }],
  },
} as const satisfies Record<string, ItemClassRow>;

export type ItemClass = keyof typeof itemClasses;

/** Whether an item may leave a mediation for an organisation of kind `to`; `partyConsents` is the consent of the party whose paper it is. */
export function mayLeaveMediation(itemClass: ItemClass, to: OrganisationKind, partyConsents: boolean): boolean {
  switch (itemClasses[itemClass].leavesMediation) {
    case 'always':
      return true;
    case 'toCourtOnly':
      return to === 'court';
    case 'withPartyConsent':
      return partyConsents;
    case 'never':
      return false;
  }
}
