import type { ChannelId } from '../channels/ids.ts';
import type { RightKind } from '../reference.ts';
import { type Text, text } from '../text.ts';
import type { Basis, Verified } from './law.ts';

/**
 * The level of court that would hear a first-instance dispute over a right, and so confirms an agreement about it:
 * `technical` the intermediate courts named for technical cases, `intermediate` any intermediate court, `basic` a basic
 * court with IP jurisdiction, `technicalOrBasic` by what the secret is (technical or business information).
 */
export type FirstInstance = 'technical' | 'intermediate' | 'basic' | 'technicalOrBasic';

interface RightKindRow {
  readonly label: Text;
  /** Whether it arises by registration, so that number and legal status must be asked for. */
  readonly registered: boolean;
  readonly firstInstance: FirstInstance;
  /** Administrative channels that may take an infringement of it. */
  readonly administrative: readonly ChannelId[];
  readonly basis: readonly Basis[];
  readonly verified: Verified;
}

const jurisdiction = (article: string): readonly Basis[] => [{ instrument: 'JUR', article }];
const technical = { firstInstance: 'technical', basis: jurisdiction('第一条'), verified: 'text' } as const;
const intermediate = { firstInstance: 'intermediate', basis: jurisdiction('第二条'), verified: 'text' } as const;
const basic = { firstInstance: 'basic', basis: jurisdiction('第三条'), verified: 'inference' } as const;
const patentChannels = ['adminRuling', 'adminMediation'] as const;
const generalChannels = ['trademarkEnforcement', 'generalAdminMediation'] as const;

/** The kinds of right a dispute may be about, in the order of the intake form. */
export const rightKinds = {
  inventionPatent: {
    label: text('发明专利', 'Invention patent'),
    registered: true,
    administrative: patentChannels,
    ...technical,
  },
  utilityModel: {
    label: text('实用新型专利', 'Utility model'),
    registered: true,
    administrative: patentChannels,
    ...technical,
  },
  designPatent: {
    label: text('外观设计专利', 'Design patent'),
    registered: true,
    administrative: patentChannels,
    ...intermediate,
  },
  trademark: { label: text('注册商标', 'Trademark'), registered: true, administrative: generalChannels, ...basic },
  wellKnownMark: {
    label: text('驰名商标', 'Well-known mark'),
    registered: false,
    administrative: generalChannels,
    ...intermediate,
  },
  copyright: {
    label: text('著作权', 'Copyright'),
    registered: false,
    administrative: generalChannels,
    ...basic,
  },
  software: {
    label: text('计算机软件', 'Software'),
    registered: false,
    administrative: generalChannels,
    ...technical,
  },
  geographicalIndication: {
    label: text('地理标志', 'Geographical indication'),
    registered: true,
    administrative: generalChannels,
    ...basic,
  },
  plantVariety: {
    label: text('植物新品种', 'Plant variety'),
    registered: true,
    administrative: generalChannels,
    ...technical,
  },
  layoutDesign: {
    label: text('集成电路布图设计', 'Layout design'),
    registered: true,
    administrative: ['trademarkEnforcement'],
    ...technical,
  },
  tradeSecret: {
    label: text('商业秘密', 'Trade secret'),
    registered: false,
    administrative: generalChannels,
    firstInstance: 'technicalOrBasic',
    basis: jurisdiction('第一条、第三条'),
    verified: 'inference',
  },
  unfairCompetition: {
    label: text('不正当竞争', 'Unfair competition'),
    registered: false,
    administrative: generalChannels,
    ...basic,
  },
  dataRegistration: {
    label: text('数据知识产权登记', 'Data IP registration'),
    registered: true,
    administrative: [],
    ...basic,
  },
  antitrust: { label: text('垄断', 'Antitrust'), registered: false, administrative: [], ...technical },
  contract: { label: text('知识产权合同', 'IP contract'), registered: false, administrative: [], ...basic },
} as const satisfies Record<RightKind, RightKindRow>;
