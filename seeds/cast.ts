import { type Officer, type Reference, type Role, text } from '../workflows/index.ts';

/** A demo person: one cast for sign-in, stories, tests and guides. All names are invented. */
export interface CastMember {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly roles: readonly Role[];
}

/** The password of every demo person; only ever used on a loopback address or where the demo was asked for. */
export const castPassword = 'jiefen-demo-2026';

/** A lawyer of several right holders: signs in at `/my-cases` with a code to this address, which a demonstration shows. */
export const castLawyer = 'lawyer@example.cn';

export const cast = [
  { id: 'sun-lihua', login: 'sun', name: '孙丽华', organisation: 'yantaiMediationCommittee', roles: ['mediator'] },
  { id: 'zhou-jianguo', login: 'zhou', name: '周建国', organisation: 'yantaiMediationCommittee', roles: ['mediator'] },
  { id: 'li-min', login: 'limin', name: '李敏', organisation: 'yantaiMediationCommittee', roles: ['committeeClerk'] },
  {
    id: 'wang-zhiqiang',
    login: 'wang',
    name: '王志强',
    organisation: 'yantaiProtectionCentre',
    roles: ['centreStaff'],
  },
  { id: 'zhao-hong', login: 'zhao', name: '赵虹', organisation: 'yantaiProtectionCentre', roles: ['centreHead'] },
  { id: 'liu-yang', login: 'liu', name: '刘洋', organisation: 'zhifuCourt', roles: ['courtLiaison'] },
  { id: 'gao-wei', login: 'gao', name: '高伟', organisation: 'yantaiPatentDepartment', roles: ['rulingOfficer'] },
  // A penalty case takes two officers.
  {
    id: 'ma-jun',
    login: 'majun',
    name: '马骏',
    organisation: 'yantaiMarketSupervision',
    roles: ['enforcementOfficer'],
  },
  { id: 'qin-yue', login: 'qin', name: '秦悦', organisation: 'yantaiMarketSupervision', roles: ['enforcementOfficer'] },
  {
    id: 'xu-wen',
    login: 'xu',
    name: '许雯',
    organisation: 'yantaiArbitrationCommission',
    roles: ['arbitrationSecretary'],
  },
  { id: 'tang-lei', login: 'tang', name: '唐磊', organisation: 'zhifuCourt', roles: ['enforcementJudge'] },
  {
    id: 'he-qing',
    login: 'he',
    name: '何清',
    organisation: 'yantaiCommercialMediators',
    roles: ['mediator', 'committeeClerk'],
  },
  { id: 'admin-system', login: 'admin-system', name: '系统管理员', organisation: null, roles: ['systemAdministrator'] },
  {
    id: 'admin-security',
    login: 'admin-security',
    name: '安全管理员',
    organisation: null,
    roles: ['securityAdministrator'],
  },
  { id: 'admin-audit', login: 'admin-audit', name: '审计管理员', organisation: null, roles: ['auditAdministrator'] },
] as const satisfies readonly CastMember[];

/** People of the organisations of seeds/reference/elsewhere.ts; they act in stories and sign in where those are told over the real doors. */
export const castElsewhere = [
  {
    id: 'nanping-liaison',
    login: 'nanping-court',
    name: '陈立新',
    organisation: 'nanpingIntermediateCourt',
    roles: ['courtLiaison'],
  },
  {
    id: 'yanping-clerk',
    login: 'yanping-clerk',
    name: '吴秀英',
    organisation: 'yanpingMediationCommittee',
    roles: ['committeeClerk'],
  },
  {
    id: 'yanping-mediator',
    login: 'yanping-mediator',
    name: '林国栋',
    organisation: 'yanpingMediationCommittee',
    roles: ['mediator'],
  },
  {
    id: 'qingdao-liaison',
    login: 'qingdao-court',
    name: '高敏',
    organisation: 'qingdaoIntermediateCourt',
    roles: ['courtLiaison'],
  },
  {
    id: 'qingdao-mediator',
    login: 'qingdao-mediator',
    name: '于海波',
    organisation: 'qingdaoMediationOrganisation',
    roles: ['mediator', 'committeeClerk'],
  },
  {
    id: 'quanzhou-liaison',
    login: 'quanzhou-court',
    name: '郑志坚',
    organisation: 'quanzhouIntermediateCourt',
    roles: ['courtLiaison'],
  },
  {
    id: 'taizhou-liaison',
    login: 'taizhou-court',
    name: '顾文华',
    organisation: 'taizhouIntermediateCourt',
    roles: ['courtLiaison'],
  },
  {
    id: 'haishu-officer',
    login: 'haishu-market',
    name: '陆志远',
    organisation: 'haishuMarketSupervision',
    roles: ['enforcementOfficer'],
  },
  {
    id: 'haishu-colleague',
    login: 'haishu-market-2',
    name: '胡晓东',
    organisation: 'haishuMarketSupervision',
    roles: ['enforcementOfficer'],
  },
  {
    id: 'haishu-detective',
    login: 'haishu-police',
    name: '邵建军',
    organisation: 'haishuPublicSecurity',
    roles: ['criminalLiaison'],
  },
  {
    id: 'haishu-prosecutor',
    login: 'haishu-procuratorate',
    name: '童静',
    organisation: 'haishuProcuratorate',
    roles: ['criminalLiaison'],
  },
  {
    id: 'yongjia-officer',
    login: 'yongjia-market',
    name: '金海平',
    organisation: 'yongjiaMarketSupervision',
    roles: ['enforcementOfficer'],
  },
  {
    id: 'yongjia-colleague',
    login: 'yongjia-market-2',
    name: '徐丽萍',
    organisation: 'yongjiaMarketSupervision',
    roles: ['enforcementOfficer'],
  },
  {
    id: 'wipo-secretary',
    login: 'wipo-secretary',
    name: '沈若兰',
    organisation: 'wipoShanghaiCentre',
    roles: ['arbitrationSecretary'],
  },
  {
    id: 'cnipa-officer',
    login: 'cnipa-officer',
    name: '何静',
    organisation: 'nationalIntellectualPropertyAdministration',
    roles: ['rulingOfficer'],
  },
  {
    id: 'shanghai-officer',
    login: 'shanghai-officer',
    name: '沈嘉',
    organisation: 'shanghaiPatentDepartment',
    roles: ['rulingOfficer'],
  },
  {
    id: 'shanghai-liaison',
    login: 'shanghai-court',
    name: '陆文',
    organisation: 'shanghaiIntellectualPropertyCourt',
    roles: ['courtLiaison'],
  },
  {
    id: 'lixin-officer',
    login: 'lixin-officer',
    name: '马超',
    organisation: 'lixinPatentDepartment',
    roles: ['rulingOfficer'],
  },
  {
    id: 'bozhou-officer',
    login: 'bozhou-officer',
    name: '邓丽',
    organisation: 'bozhouPatentDepartment',
    roles: ['rulingOfficer'],
  },
  {
    id: 'bozhou-liaison',
    login: 'bozhou-court',
    name: '曹阳',
    organisation: 'bozhouIntermediateCourt',
    roles: ['courtLiaison'],
  },
] as const satisfies readonly CastMember[];

export type CastLogin = (typeof cast)[number]['login'];
/** Anybody who acts in a story. */
export type StoryLogin = CastLogin | (typeof castElsewhere)[number]['login'];

/** The town of a demonstration: wherever one of these people works, the organisation is on the system. */
export function withCast(reference: Reference, people: readonly CastMember[] = cast): Reference {
  const homes = new Set(people.map(({ organisation }) => organisation));
  const organisations = Object.fromEntries(
    Object.entries(reference.organisations).map(([id, one]) => [
      id,
      { ...one, onSystem: one.onSystem || homes.has(id) },
    ]),
  );
  const policies = [...reference.policies, licence];
  return {
    ...reference,
    version: `${reference.version}+cast${people === cast ? '' : people.length}`,
    organisations,
    policies,
  };
}

/** No list of licensed bodies was read: without this the demonstration's commercial mediator could not work after April 2027. */
const licence: Reference['policies'][number] = {
  id: 'commercialMediation.licensed',
  organisation: 'yantaiCommercialMediators',
  value: 'yes',
  from: null,
  to: null,
  note: text('演示假定该组织已取得执业证书。', 'The demonstration assumes that this organisation has its licence.'),
  toConfirm: true,
};

/** The cast as officers who can be given work. */
export function castOfficers(): Readonly<Record<string, Officer>> {
  return officersAmong(cast);
}

/** The people elsewhere as officers; for the reference of the stories they act in. */
export function castElsewhereOfficers(): Readonly<Record<string, Officer>> {
  return officersAmong(castElsewhere);
}

function officersAmong(people: readonly CastMember[]): Readonly<Record<string, Officer>> {
  const officers = people.flatMap((member: CastMember) =>
    member.organisation === null
      ? []
      : [{ id: member.id, name: member.name, organisation: member.organisation, roles: member.roles }],
  );
  return Object.fromEntries(officers.map((officer) => [officer.id, officer]));
}

export function castMember(login: StoryLogin): CastMember {
  return [...cast, ...castElsewhere].find((member) => member.login === login)!;
}
