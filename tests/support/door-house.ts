import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountRoles } from '../../db/accounts.ts';
import { type CastLogin, castMember } from '../../seeds/cast.ts';
import { proceedingOf } from '../../seeds/stories/story.ts';
import { type Dependencies, execute } from '../../server/write/index.ts';
import type { CaseFile, Target } from '../../workflows/index.ts';
import { type Page, type Visitor, visitor } from './browserless.ts';
import type { House } from './house.ts';

/** A mediation between two parties who have their query codes. */
export interface DoorCase {
  readonly caseId: string;
  readonly codes: { readonly claimant: string; readonly respondent: string };
  readonly file: () => Promise<CaseFile>;
  readonly gives: (by: CastLogin, type: string, target: Target, data?: object) => Promise<string | null>;
  readonly mediation: () => Promise<Target>;
}

let keys = 0;

/** Opens a case up to a named mediator; `contact` is how the respondent can be reached. */
export async function doorCase(
  { dependencies }: House,
  contact: { readonly email?: string; readonly telephone?: string } = { email: 'xinda@example.cn' },
): Promise<DoorCase> {
  const order = orders(dependencies);
  const { caseId } = await order('limin', 'openCase', null, null, {
    claimant: { kind: 'legal', name: '烟台海岳电器有限公司', email: 'legal@haiyue.example.cn' },
    summary: '商行销售标有本公司注册商标的电热水壶。',
    respondents: [{ who: { kind: 'individualBusiness', name: '芝罘区鑫达商行', address: '胜利路1号', ...contact } }],
    rightKind: 'trademark',
    rightNumber: `第${12345000 + keys}号`,
    dispute: 'infringement',
  });
  const file = async () => {
    const found = await dependencies.store.load(caseId);
    if (found === null) throw new Error('no case');
    return found;
  };
  const gives: DoorCase['gives'] = async (by, type, target, data = {}) =>
    (await order(by, type, caseId, target, data)).queryCode;
  const mediation = async (): Promise<Target> => ({
    kind: 'proceeding',
    id: proceedingOf(await file(), 'peopleMediation').id,
  });
  const intake = proceedingOf(await file(), 'intake').id;
  await gives('limin', 'routeHere', { kind: 'proceeding', id: intake }, { channel: 'peopleMediation' });
  await gives('limin', 'acceptMediation', await mediation());
  await gives('limin', 'assignMediator', await mediation(), { mediator: castMember('sun').id });
  const codeOf = async (side: 'claimant' | 'respondent') => {
    const party = Object.values((await file()).parties).find((one) => one.side === side)?.id;
    return (await gives('limin', 'issueQueryCode', { kind: 'case', id: caseId }, { party })) ?? '';
  };
  const codes = { claimant: await codeOf('claimant'), respondent: await codeOf('respondent') };
  return { caseId, codes, file, gives, mediation };
}

function orders(dependencies: Dependencies) {
  return async (by: CastLogin, type: string, caseId: string | null, target: Target | null, data: object) => {
    const { id, name, organisation, roles } = castMember(by);
    const mine = accountRoles.filter((role) => roles.includes(role));
    keys += 1;
    const request = {
      caseId,
      type,
      targetId: target === null || target.kind === 'case' ? null : target.id,
      occurredOn: null,
      data,
      acknowledged: [],
      evidence: null,
      idempotencyKey: `door-${keys}`,
      ifMatch: null,
    };
    const viewer = { accountId: id, name, organisationId: organisation, roles: mine, secondFactor: true };
    const outcome = await execute(request, viewer, dependencies);
    if (outcome.kind !== 'done') throw new Error(`${type} by ${by}: ${JSON.stringify(outcome)}`);
    return outcome;
  };
}

/** Somebody without an account who has opened a page with a code. */
export async function atTheDoor(house: House, code: string, language: 'zh-CN' | 'en' = 'zh-CN'): Promise<Visitor> {
  const person = visitor(house, language);
  const page = await person.post('/status', { code: [code] });
  if (page.status !== 200) throw new Error(`the code opened nothing: ${page.status}`);
  return person;
}

/** Begins an act, as its button does. */
export const begins = (person: Visitor, act: string, place = 1): Promise<Page> =>
  person.post(`/status/${place}/${act}`, {});

/** The codes that were sent, oldest first: letters and text messages are files here. */
export function codesSent({ dependencies }: House): readonly string[] {
  const folder = join(dependencies.config.dataFolder, 'letters');
  return readdirSync(folder)
    .filter((name) => name.startsWith('door-code-'))
    .toSorted()
    .flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const plain = /base64/i.test(text) ? Buffer.from(text.split('\r\n\r\n').at(-1) ?? '', 'base64').toString() : text;
      return /(?<!\d)\d{6}(?!\d)/.exec(plain.split(/\r?\n\r?\n/).at(-1) ?? '')?.[0] ?? [];
    });
}
