import type { CourtJurisdiction, RightKind } from '../../workflows/reference.ts';
import { rightKinds } from '../../workflows/rules/right-kinds.ts';

// The keys of the table are exactly the kinds of right; Object.keys forgets that.
const everyKind = Object.keys(rightKinds) as RightKind[];
const heardBy = (...levels: readonly string[]) =>
  everyKind.filter((kind) => levels.includes(rightKinds[kind].firstInstance));

const technical = heardBy('technical', 'technicalOrBasic');
const intermediate = heardBy('intermediate');
const basic = heardBy('basic', 'technicalOrBasic');

const oldTable = '法〔2022〕109号时期；2023-04-25新闻发布会';
const newTable = '法〔2025〕167号附件（法院名录为图片，未能读取），暂沿用此前四院';

/** Basic courts with IP jurisdiction, with the day from which they accept such cases; null: since before the older table. */
const basicCourts = [
  { court: 'zhifuCourt', since: null },
  { court: 'highTechZoneCourt', since: null },
  { court: 'developmentZoneCourt', since: '2022-05-01' },
  { court: 'zhaoyuanCourt', since: '2022-05-01' },
] as const;

/** Which court hears first-instance IP cases from Yantai. Cases accepted before 2025-10-01 keep the older table of basic courts. */
export const yantaiJurisdiction: readonly CourtJurisdiction[] = [
  {
    court: 'qingdaoIpTribunal',
    rightKinds: technical,
    acceptedFrom: null,
    acceptedTo: null,
    source: '法释〔2022〕13号第一条；dzwww.com 2017-10-02（辖青岛、东营、烟台、潍坊、威海、日照）',
    toConfirm: false,
  },
  {
    court: 'yantaiIntermediateCourt',
    rightKinds: intermediate,
    acceptedFrom: null,
    acceptedTo: null,
    source: '法释〔2022〕13号第二条',
    toConfirm: false,
  },
  ...basicCourts.map(({ court, since }) => ({
    court,
    rightKinds: basic,
    acceptedFrom: since,
    acceptedTo: '2025-09-30',
    source: oldTable,
    toConfirm: false,
  })),
  ...basicCourts.map(({ court }) => ({
    court,
    rightKinds: basic,
    acceptedFrom: '2025-10-01',
    acceptedTo: null,
    source: newTable,
    toConfirm: true,
  })),
];
