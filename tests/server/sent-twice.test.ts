import { describe, expect, it } from 'vitest';
import type { Viewer } from '../../server/security/index.ts';
import { type CommandRequest, type Dependencies, execute, settle } from '../../server/write/index.ts';
import { serve } from '../support/server.ts';

const limin: Viewer = {
  accountId: 'li-min',
  name: '李敏',
  organisationId: 'yantaiMediationCommittee',
  roles: ['committeeClerk'],
  secondFactor: true,
};

/** A case with a form that was read and is sent twice; the second is asked for while the first is being written. */
async function doubleClick(change: Partial<CommandRequest>) {
  const house = await serve();
  const opened = await house.give('limin', null, 'openCase', {
    data: {
      claimant: { kind: 'legal', name: '烟台海岳电器有限公司', telephone: '0535-6000137' },
      summary: '商行销售标有本公司注册商标的电热水壶。',
      respondents: [{ who: { kind: 'individualBusiness', name: '芝罘区鑫达商行', telephone: '13800000137' } }],
      rightKind: 'trademark',
      rightNumber: '第12345678号',
      dispute: 'infringement',
    },
  });
  const caseId = String(opened.body.caseId);
  const [intake] = Object.values((await house.file(caseId)).proceedings);
  const request: CommandRequest = {
    caseId,
    type: 'routeHere',
    targetId: intake?.id ?? '',
    occurredOn: null,
    data: { channel: 'peopleMediation' },
    acknowledged: [],
    evidence: null,
    idempotencyKey: 'double',
    ifMatch: null,
    ...change,
  };
  const first = () => execute({ ...request, data: { channel: 'peopleMediation' } }, limin, house.dependencies);
  const outcome = await execute(request, limin, overtaken(house.dependencies, first));
  return { house, caseId, outcome };
}

/** A house in which something is done between the look whether a command was given before and the look at its case. */
function overtaken(dependencies: Dependencies, meanwhile: () => Promise<unknown>): Dependencies {
  const { store } = dependencies;
  let isDue = true;
  const load = async (id: string) => {
    if (isDue) {
      isDue = false;
      await meanwhile();
    }
    return store.load(id);
  };
  return { ...dependencies, store: { ...store, load } };
}

describe('a form that was sent twice', () => {
  it('is answered as done when the first is done meanwhile, and not told that it is impossible', async () => {
    const { house, caseId, outcome } = await doubleClick({});
    expect(outcome).toMatchObject({ kind: 'done', caseId, repeated: true });
    const journal = await house.dependencies.store.reads.journal(caseId);
    expect(journal.filter(({ envelope }) => envelope.type === 'routeHere')).toHaveLength(1);
  });

  it('is answered as done also where the page says which revision was read', async () => {
    const { caseId, outcome } = await doubleClick({ ifMatch: 1 });
    expect(outcome).toMatchObject({ kind: 'done', caseId, repeated: true });
  });

  it('with another content under the same key is told so', async () => {
    const { outcome } = await doubleClick({ data: { channel: 'commercialMediation' } });
    expect(outcome).toEqual({ kind: 'keyReused' });
  });
});

describe('a command without an account, given by two at once', () => {
  it('is known as given to the second, though it is not possible any more', async () => {
    const { house, caseId } = await doubleClick({ targetId: 'none' });
    const [intake] = Object.values((await house.file(caseId)).proceedings);
    const command = {
      id: 'once',
      type: 'routeHere',
      target: { kind: 'proceeding', id: intake?.id ?? '' },
      occurredOn: null,
      data: { channel: 'peopleMediation' },
      acknowledged: [],
      evidence: null,
    } as const;
    const errand = {
      caseId,
      actor: { person: limin.accountId, organisation: limin.organisationId, roles: limin.roles },
      act: { command, person: 'house', digest: 'the same', queryCode: '' },
    };
    const first = () => settle(errand, house.dependencies);
    expect(await settle(errand, overtaken(house.dependencies, first))).toMatchObject({ kind: 'repeated' });
    expect(
      await settle({ ...errand, act: { ...errand.act, command: { ...command, id: 'another' } } }, house.dependencies),
    ).toMatchObject({ kind: 'refused' });
  });
});
