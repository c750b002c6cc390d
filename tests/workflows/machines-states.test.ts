/** Every state × every step it does not know, asked of `decide` by somebody who may ask. */
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type CaseFile,
  commands,
  contextOf,
  decide,
  isRefusal,
  type JsonObject,
  kit,
  patchPart,
  type Target,
} from '../../workflows/index.ts';
import { dataFor, first } from '../support/any-data.ts';
import { type Desk, frozen, type Worker } from '../support/desk.ts';
import { suedOverRuling } from '../support/desk-administrative-suit.ts';
import { awardServed } from '../support/desk-arbitration.ts';
import { commercialPending } from '../support/desk-commercial.ts';
import { entrusted, onlineAgreement, sitting } from '../support/desk-court.ts';
import { enforcing } from '../support/desk-enforcement.ts';
import { officialTalks, regulatorTalks } from '../support/desk-official.ts';
import { criminalCaseOpened, filed } from '../support/desk-penalty.ts';
import { attacked, heard } from '../support/desk-ruling.ts';
import { agreed, confirmed, inSession, offered, paymentClause, writtenAgreement } from '../support/desk-stages.ts';
import { notarised, orderIssued } from '../support/desk-titles.ts';
import { matterId, partyId, proceeding, theCase } from '../support/desk-words.ts';
import { machines, stepsOf } from '../support/machines.ts';

const groups = { matter: 'matters', proceeding: 'proceedings', handoff: 'handoffs' } as const;

/** Who may be asked for a step of a machine: the first whom the command admits. */
const askers: readonly Worker[] = [
  'sun',
  'limin',
  'liu',
  'wang',
  'officer',
  'arbitrator',
  'enforcer',
  'trader',
  'adjudicator',
  'regulator',
  'system',
];

let desks: Readonly<Record<string, Desk>>;

beforeAll(async () => {
  const court = await confirmed();
  const sent = await offered();
  desks = {
    path: court,
    judicialConfirmation: court,
    handoff: sent,
    peopleMediation: await withPendingAgreement(),
    intake: await agreed(),
    ...(await courtDesks()),
    trademarkEnforcement: await filed(),
    criminalReferral: await criminalCaseOpened(),
    arbitration: await awardServed(),
    enforcement: await enforcing(),
    notarisedEnforcement: await notarised(),
    paymentOrder: await orderIssued(),
    commercialMediation: await commercialPending(),
    adminRuling: await heard(),
    administrativeLitigation: await suedOverRuling(),
    invalidation: await attacked(),
    adminMediation: await officialTalks(),
    generalAdminMediation: await regulatorTalks(),
  };
});

/** A suit that waits and its mediation, with an agreement that waits for a signature, so that every field has a choice. */
async function courtDesks(): Promise<Readonly<Record<string, Desk>>> {
  const desk = await sitting(await entrusted());
  const one = onlineAgreement(desk, [partyId(desk.file, 'claimant')], '2026-09-09');
  await desk.gives('sun', 'recordAgreement', proceeding('courtAnnexedMediation'), one);
  return { litigation: desk, courtAnnexedMediation: desk };
}

/** A mediation with one agreement in effect and another one waiting for its signatures, so that every field has a choice. */
async function withPendingAgreement(): Promise<Desk> {
  const desk = await inSession(undefined, 2);
  const mediation = proceeding('peopleMediation');
  const reason = '分别处理';
  await desk.gives('sun', 'splitMatter', theCase, (c) => ({
    matter: matterId(c, 0),
    respondents: [partyId(c, 'respondent', 1)],
    reason,
  }));
  const settled = writtenAgreement(desk, '2026-09-02', { matters: [matterId(desk.file, 0)] });
  await desk.gives('sun', 'recordAgreement', mediation, settled);
  await desk.gives('sun', 'recordAgreement', mediation, { form: 'written', clauses: [paymentClause(desk)] });
  return desk;
}

function targetOf(file: CaseFile, machine: string): Target {
  if (machine === 'path') return { kind: 'matter', id: Object.keys(file.matters)[0]! };
  if (machine === 'handoff') return { kind: 'handoff', id: Object.keys(file.handoffs)[0]! };
  return { kind: 'proceeding', id: Object.values(file.proceedings).find((one) => one.channel === machine)!.id };
}

const contexts: Readonly<Record<string, JsonObject>> = {
  peopleMediation: { resumeTo: 'inSession' },
  courtAnnexedMediation: { resumeTo: 'inSession' },
  litigation: { resumeTo: 'registered', appealOf: 'judgment' },
  trademarkEnforcement: { resumeTo: 'investigating' },
  arbitration: { resumeTo: 'inHearing' },
  commercialMediation: { resumeTo: 'inSession' },
  adminRuling: { resumeTo: 'filed' },
  adminMediation: { resumeTo: 'inSession' },
  generalAdminMediation: { resumeTo: 'inSession' },
};

/** The case with one machine put into a state; its resumption, where it has one, points into the house. */
function inState(file: CaseFile, target: Target, machine: string, state: string): CaseFile {
  const group = groups[target.kind as keyof typeof groups];
  const context: JsonObject = contexts[machine] ?? {};
  const slot = { ...kit.begin(machine), value: state, context };
  return frozen(patchPart(file, group, target.id, { slot, lastStep: null }));
}

describe.each(Object.keys(machines))('%s: a step that its state does not know', (machine) => {
  const states = kit.describe(machine).states.map(({ id }) => id);

  it.each(states)('is refused in “%s” with its reason, and the case stays the same object', (state) => {
    const desk = desks[machine]!;
    const target = targetOf(desk.file, machine);
    const file = inState(desk.file, target, machine, state);
    const written = JSON.stringify(file);
    const known = kit.known(file[groups[target.kind as keyof typeof groups]][target.id]!.slot);
    for (const definition of stepsOf(machine).filter(({ type }) => !known.includes(type))) {
      const answer = askFirstAdmitted(desk, file, definition.type, target);
      const lawful = ['not-in-this-state', ...definition.requires.map(({ code }) => code)];
      expect(lawful, `${state} × ${definition.type}`).toContain(answer.code);
      expect(answer.text.zh).not.toBe('');
      expect(answer.text.en).not.toBe('');
      expect(JSON.stringify(file)).toBe(written);
    }
  });
});

function askFirstAdmitted(desk: Desk, file: CaseFile, type: string, target: Target) {
  const definition = commands[type]!;
  for (const by of askers) {
    const given = { ...desk.given(by), found: { journal: [] } };
    const context = contextOf(file, definition, target, given)!;
    const data = dataFor(definition, context, first);
    const answer = decide(
      file,
      { id: 'ask', type, target, occurredOn: null, data, acknowledged: [], evidence: '送达回证' },
      given,
    );
    if (!isRefusal(answer)) throw new Error(`${type} was taken`);
    if (answer.status !== 'forbidden') return answer;
  }
  throw new Error(`nobody may give ${type}`);
}

describe('a mediation whose agreement waits for its seal', () => {
  it('says which commands are possible when one is not', async () => {
    const desk = desks.peopleMediation!;
    const answer = await desk.refuses('not-in-this-state', 'limin', 'acceptMediation', proceeding('peopleMediation'));
    expect(answer.text.zh).toContain('协议待生效');
    expect(answer.instead?.zh).toContain('补齐签字盖章');
  });
});
