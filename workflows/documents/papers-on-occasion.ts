import type { CaseFile, Proceeding } from '../case-file.ts';
import type { ChannelId } from '../channels/ids.ts';
import { channelOf } from '../channels/index.ts';
import { partiesOfMatters } from '../dossier/consent.ts';
import { factsOf } from '../facts.ts';
import type { Basis, Verified } from '../rules/law.ts';
import { type Text, text } from '../text.ts';
import type { DocumentKind } from './kinds.ts';

/** A paper that is owed when something calls for it, and welcome before. */
export interface OccasionalPaper {
  readonly document: DocumentKind;
  /** `required`: the file may not be closed without it once it was called for (必须); else it is added as needed (按需). */
  readonly need: 'required' | 'onDemand';
  readonly in: (channel: ChannelId) => boolean;
  /** Whether the occasion has come. */
  readonly called: (caseFile: CaseFile, proceeding: Proceeding) => boolean;
  readonly use: Text;
  readonly basis: readonly Basis[];
  readonly verified: Verified;
}

const everywhere = () => true;
const inMediation = (channel: ChannelId) => channelOf(channel)?.family === 'mediation';
const contested: readonly ChannelId[] = [
  'adminRuling',
  'trademarkEnforcement',
  'arbitration',
  'litigation',
  'administrativeLitigation',
];
const never = () => false;
const recorded =
  (type: string) =>
  (caseFile: CaseFile, { id }: Proceeding) =>
    factsOf(caseFile, type, { proceeding: id }).length > 0;

/** The papers of a file beside those its states ask for: the case file order of people's mediation, and what other channels share with it. */
export const occasionalPapers: readonly OccasionalPaper[] = [
  {
    document: 'mediationRecord',
    need: 'required',
    in: inMediation,
    called: recorded('openSession'),
    use: text(
      '记录调解经过，由各方阅读签名；留在调解卷内，不对外移送',
      'The record of the session, read and signed; it stays inside the mediation',
    ),
    basis: [{ instrument: 'PML', article: '第二十七条' }],
    verified: 'memory',
  },
  {
    document: 'powerOfAttorney',
    need: 'onDemand',
    in: everywhere,
    called: someAgentActs,
    use: text('证明代理人的身份、事项和权限', 'Proves who the agent is, and what it may do'),
    basis: [
      { instrument: 'CC', article: '第一百六十五条' },
      { instrument: 'CPL', article: '第六十二条' },
    ],
    verified: 'text',
  },
  {
    document: 'disclosureStatement',
    need: 'onDemand',
    in: inMediation,
    called: recorded('discloseRelation'),
    use: text('披露利害关系；各方书面同意的，可以继续', 'The relation that was disclosed, and that the sides agree'),
    basis: [
      { instrument: 'IMR', article: '第十五条' },
      { instrument: 'OMR', article: '第十三条' },
      { instrument: 'CMR', article: '第二十条' },
    ],
    verified: 'text',
  },
  {
    document: 'evidence',
    need: 'onDemand',
    in: (channel) => inMediation(channel) || contested.includes(channel),
    called: never,
    use: text('证明权利、侵权或者抗辩', 'Proves the right, the infringement or the defence'),
    basis: [],
    verified: 'secondary',
  },
  {
    document: 'undisputedFacts',
    need: 'onDemand',
    in: inMediation,
    called: recorded('recordUndisputedFacts'),
    use: text('调解不成时，各方共同签署无争议事实', 'Without an agreement: what nobody disputes, signed by all'),
    basis: [
      { instrument: 'SDR', article: '第二十四条' },
      { instrument: 'OMR', article: '第十八条、第二十二条' },
    ],
    verified: 'text',
  },
  {
    document: 'oralAgreementRegister',
    need: 'onDemand',
    in: (channel) => channel === 'peopleMediation',
    called: (_, { agreements }) =>
      Object.values(agreements).some(({ form, abandoned }) => form === 'oral' && !abandoned),
    use: text('口头协议由调解员记录', 'An oral agreement is written down by the mediator'),
    basis: [{ instrument: 'PML', article: '第二十八条' }],
    verified: 'text',
  },
  {
    document: 'performanceRecord',
    need: 'onDemand',
    in: inMediation,
    called: recorded('recordPerformance'),
    use: text('付款、下架等履行凭证', 'Proof of payment, takedown and the like'),
    basis: [{ instrument: 'PML', article: '第三十一条' }],
    verified: 'text',
  },
  {
    document: 'followUpRecord',
    need: 'onDemand',
    in: (channel) => channel === 'peopleMediation',
    called: (_, { outcomes }) => Object.values(outcomes).includes('settled'),
    use: text('记明履行情况和回访结果', 'How the agreement is being kept'),
    basis: [
      { instrument: 'PML', article: '第三十一条' },
      { instrument: 'PMW', article: '第三十九条' },
    ],
    verified: 'text',
  },
  {
    document: 'evaluationReport',
    need: 'onDemand',
    in: (channel) => channel === 'adminRuling',
    called: never,
    use: text('实用新型、外观设计专利，应要求提交', 'For utility models and designs, when asked for'),
    basis: [{ instrument: 'O81', article: '第十四条' }],
    verified: 'text',
  },
  {
    document: 'other',
    need: 'onDemand',
    in: (channel) => channel === 'peopleMediation',
    called: never,
    use: text('情况说明', 'An explanation for the file'),
    basis: [],
    verified: 'secondary',
  },
];

/** An agent whose authority rests on a paper; a legal representative or a guardian proves it otherwise. */
function someAgentActs(caseFile: CaseFile, { matters }: Proceeding): boolean {
  return partiesOfMatters(caseFile, matters).some(({ agents }) =>
    agents.some(({ authority, to }) => to === null && (authority === 'general' || authority === 'special')),
  );
}
