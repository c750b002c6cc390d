import { type CastMember, cast } from '../cast.ts';
import { counties } from './names.ts';

const at = (
  organisation: string,
  rows: readonly (readonly [login: string, name: string, ...roles: CastMember['roles']])[],
): readonly CastMember[] =>
  rows.map(([login, name, ...roles]) => ({ id: `town-${login}`, login, name, organisation, roles }));

const stationNames = [
  '于海静',
  '曲明霞',
  '姜立军',
  '宋春梅',
  '林建涛',
  '邹玉兰',
  '迟国强',
  '栾娜',
  '衣志刚',
  '隋英',
  '初晓波',
];

/** At every county's station one person mediates and does the papers. */
const stations = counties.flatMap(({ id }, index) =>
  at(`${id}MediationStation`, [[`${id}-station`, stationNames[index]!, 'mediator', 'committeeClerk']]),
);

/** A court's liaison and its enforcement judge. */
const court = (organisation: string, login: string, liaison: string, judge: string) =>
  at(organisation, [
    [`${login}-liaison`, liaison, 'courtLiaison'],
    [`${login}-enforcement`, judge, 'enforcementJudge'],
  ]);

/** Who works in the town beside the cast; all names are invented. They sign in as the cast does. */
export const townPeople: readonly CastMember[] = [
  ...at('yantaiMediationCommittee', [
    ['committee-liu', '刘桂芳', 'mediator'],
    ['committee-chen', '陈志远', 'mediator'],
    ['committee-jiang', '姜晓梅', 'mediator'],
    ['committee-clerk', '于丽', 'committeeClerk'],
  ]),
  ...stations,
  ...at('yantaiProtectionCentre', [['centre-staff', '孙静', 'centreStaff']]),
  ...at('ftzProtectionCentre', [['ftz-staff', '林涛', 'centreStaff']]),
  ...at('rightsAidBranches', [['aid-branches', '杨春英', 'centreStaff']]),
  ...court('yantaiIntermediateCourt', 'intermediate', '宋洁', '战国军'),
  ...court('developmentZoneCourt', 'zone', '邹敏', '王海勇'),
  ...court('highTechZoneCourt', 'high-tech', '慕静', '张立杰'),
  ...court('zhaoyuanCourt', 'zhaoyuan', '李海霞', '刘建明'),
  ...at('yantaiPatentDepartment', [['ruling-staff', '曲洋', 'rulingOfficer']]),
  ...at('yantaiMarketSupervision', [
    ['market-chi', '迟勇', 'enforcementOfficer'],
    ['market-sui', '隋平', 'enforcementOfficer'],
  ]),
  ...at('yantaiArbitrationCommission', [['arbitration-staff', '初娟', 'arbitrationSecretary']]),
  ...at('yantaiCommercialMediators', [['commercial-staff', '衣敏', 'mediator', 'committeeClerk']]),
];

/** Everybody who acts in the town, whose cast lives in it too. */
const everybody: readonly CastMember[] = [...cast, ...townPeople];

/** Who has a role at an organisation; throws where nobody has, because a life was told wrong then. */
export function staffOf(organisation: string, role: CastMember['roles'][number]): readonly CastMember[] {
  const staff = everybody.filter((one) => one.organisation === organisation && one.roles.includes(role));
  if (staff.length === 0) throw new Error(`nobody at ${organisation} is a ${role}`);
  return staff;
}
