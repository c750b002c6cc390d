import { accountRoles } from '../../db/accounts.ts';
import { type CastLogin, castMember } from '../../seeds/cast.ts';
import { proceedingOf } from '../../seeds/stories/story.ts';
import { type Posts, postsOf, sendLetters } from '../../server/letters/index.ts';
import { type Dependencies, execute } from '../../server/write/index.ts';
import type { CaseFile, Target } from '../../workflows/index.ts';
import { type House, houseForTest } from './house.ts';

/** A case in a real house, worked on through the one write path, with its letters. */
export interface LetterHouse {
  readonly house: House;
  readonly dependencies: Dependencies;
  readonly caseId: string;
  readonly file: () => Promise<CaseFile>;
  readonly gives: (
    by: CastLogin,
    type: string,
    target: (caseFile: CaseFile) => Target,
    data?: object,
    occurredOn?: string,
  ) => Promise<void>;
  readonly party: (side: 'claimant' | 'respondent') => Promise<string>;
  /** One turn of the sender. */
  readonly sends: (posts?: Posts) => Promise<number>;
}

export const contacts = {
  claimant: { name: '烟台海岳电器有限公司', email: 'legal@haiyue.example.cn' },
  respondent: { name: '芝罘区鑫达商行', email: 'xinda@example.cn' },
} as const;

interface Options {
  readonly environment?: Readonly<Record<string, string>>;
  readonly respondentEmail?: string | null;
  readonly start?: string;
}

/** A case applied for at the committee, both sides with e-mail unless said otherwise. */
export async function letterHouse({
  environment = {},
  respondentEmail = contacts.respondent.email,
  start = '2026-11-23T09:00',
}: Options = {}): Promise<LetterHouse> {
  const house = await houseForTest({ environment, start });
  const { dependencies } = house;
  const opened = await order(dependencies, 'limin', 'openCase', null, null, {
    claimant: { kind: 'legal', ...contacts.claimant },
    summary: '商行销售标有本公司注册商标的电热水壶。',
    respondents: [
      {
        who: {
          kind: 'individualBusiness',
          name: contacts.respondent.name,
          ...(respondentEmail === null ? {} : { email: respondentEmail }),
          address: '烟台市芝罘区胜利路1号',
        },
      },
    ],
    rightKind: 'trademark',
    rightNumber: '第12345678号',
    dispute: 'infringement',
  });
  const caseId = opened;
  const file = async () => {
    const found = await dependencies.store.load(caseId);
    if (found === null) throw new Error('no case');
    return found;
  };
  const gives: LetterHouse['gives'] = async (by, type, target, data = {}, occurredOn) => {
    await order(dependencies, by, type, caseId, target(await file()), data, occurredOn);
  };
  await gives('limin', 'routeHere', intake, { channel: 'peopleMediation' });
  return {
    house,
    dependencies,
    caseId,
    file,
    gives,
    party: async (side) => Object.values((await file()).parties).find((one) => one.side === side)?.id ?? '',
    sends: (posts = postsOf(dependencies.config)) => sendLetters(dependencies, posts),
  };
}

const intake = (caseFile: CaseFile): Target => ({ kind: 'proceeding', id: proceedingOf(caseFile, 'intake').id });

export const mediation = (caseFile: CaseFile): Target => ({
  kind: 'proceeding',
  id: proceedingOf(caseFile, 'peopleMediation').id,
});

export const theCase = (caseFile: CaseFile): Target => ({ kind: 'case', id: caseFile.id });

let keys = 0;

async function order(
  dependencies: Dependencies,
  by: CastLogin,
  type: string,
  caseId: string | null,
  target: Target | null,
  data: object,
  occurredOn: string | null = null,
): Promise<string> {
  const { id, name, organisation, roles } = castMember(by);
  const mine = accountRoles.filter((role) => roles.includes(role));
  const viewer = { accountId: id, name, organisationId: organisation, roles: mine, secondFactor: true };
  keys += 1;
  const outcome = await execute(
    {
      caseId,
      type,
      targetId: target === null || target.kind === 'case' ? null : target.id,
      occurredOn,
      data,
      acknowledged: [],
      evidence: null,
      idempotencyKey: `letters-${keys}`,
      ifMatch: null,
    },
    viewer,
    dependencies,
  );
  if (outcome.kind === 'done') return outcome.caseId;
  throw new Error(`${type} by ${by}: ${JSON.stringify(outcome)}`);
}
