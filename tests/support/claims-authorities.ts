/** What the stories before patent authorities must show, in a form that any teller can run. */
import { expect } from 'vitest';
import { partyId, proceedingOf } from '../../seeds/stories/story.ts';
import { type CaseFile, clocksOf, dayOfFact, factsOf, kit, obligationsOf, preflightOf } from '../../workflows/index.ts';
import type { StoryClaims, Told } from './story-claims.ts';

const stateOf = (file: CaseFile, channel: Parameters<typeof proceedingOf>[1]) =>
  String(proceedingOf(file, channel).slot.value);
const clock = (file: CaseFile, { calendar }: Told, rule: string) =>
  clocksOf(file, calendar).find((one) => one.rule === rule);
const daysBetween = (from: string | null, to: string | null) =>
  Temporal.PlainDate.from(from ?? '').until(Temporal.PlainDate.from(to ?? ''), { largestUnit: 'day' }).days;

export const rc03Claims: StoryClaims = {
  'does not count the 152 days of the stay towards the time to conclude': (told) => {
    const resumed = told.afterStep('resumeRuling');
    const running = clock(resumed, told, 'ruling.major.conclude');
    expect(running?.steps).toContainEqual(
      expect.objectContaining({ kind: 'tolled', from: '2021-12-15', to: '2022-05-16', days: 152 }),
    );
    expect(running?.due).toBe('2022-07-07');
    expect(clock(told.afterStep('stayRuling'), told, 'ruling.major.conclude')?.due).toBeNull();
    expect(clock(told.afterStep('extendRuling'), told, 'ruling.major.conclude')?.due).toBe('2022-08-04');
  },
  'decides the second request for a stay anew, two days after the case went on': (told) => {
    const scope = { proceeding: proceedingOf(told.end, 'adminRuling').id };
    const asked = factsOf(told.end, 'recordStayRequest', scope).map(({ occurredOn }) => occurredOn);
    expect(asked).toEqual(['2021-12-10', '2022-05-18']);
    expect(dayOfFact(told.end, 'resumeRuling', scope)).toBe('2022-05-16');
    expect(factsOf(told.end, 'refuseStay', scope)).toHaveLength(1);
    expect(stateOf(told.afterStep('refuseStay'), 'adminRuling')).toBe('filed');
  },
  'orders two respondents to stop, and one of them to come off the platform too': (told) => {
    const [one, two] = [partyId(told.end, 'respondent', 0), partyId(told.end, 'respondent', 1)];
    expect(obligationsOf(told.end).map(({ obligor, subject }) => [obligor, subject])).toEqual([
      [one, 'stopInfringement'],
      [two, 'stopInfringement'],
      [one, 'removeListing'],
    ]);
  },
  'goes on being owed although a suit was filed': (told) => {
    expect(stateOf(told.end, 'adminRuling')).toBe('challenged');
    expect(obligationsOf(told.end).every(({ state }) => state === 'open')).toBe(true);
    expect(kit.known(proceedingOf(told.end, 'adminRuling').slot)).toContain('recordChallengeResult');
  },
  'is marked as old law to be confirmed where only the newer measures were read': (told) => {
    const filed = told.afterStep('fileRuling');
    expect(clock(filed, told, 'ruling.serve')?.oldLawToConfirm).toBe(true);
    expect(clock(filed, told, 'ruling.major.conclude')?.oldLawToConfirm).toBe(false);
  },
};

export const rc01Claims: StoryClaims = {
  'takes seven days from the request to the acceptance, and they are in time': (told) => {
    const scope = { proceeding: proceedingOf(told.end, 'adminRuling').id };
    const asked = dayOfFact(told.end, 'rulingRequested', scope);
    expect(daysBetween(asked, dayOfFact(told.end, 'rulingFiled', scope))).toBe(7);
    expect(clock(told.afterStep('routeHere'), told, 'ruling.file')?.due).toBe('2020-06-01');
  },
  'counts the window from the signatures, with the holiday inside: twenty-one days were used': (told) => {
    const agreed = told.afterStep('recordAgreement');
    expect(clock(agreed, told, 'conf.apply')).toMatchObject({
      due: '2020-10-29',
      trigger: { occurredOn: '2020-09-29' },
    });
    const filedOn = Object.values(told.end.handoffs).find(({ kind }) => kind === 'H4')?.receivedOn ?? '';
    expect(daysBetween('2020-09-29', filedOn.slice(0, 10))).toBe(21);
  },
  'closes the whole series by one agreement': (told) => {
    const [agreement, ...others] = Object.values(proceedingOf(told.end, 'adminMediation').agreements);
    expect(others).toEqual([]);
    expect(agreement?.matters).toEqual(Object.keys(told.end.matters));
    expect(agreement?.matters).toHaveLength(3);
    expect(new Set(Object.values(proceedingOf(told.end, 'adminRuling').outcomes))).toEqual(new Set(['mediated']));
  },
  'ends confirmed and not ruled': (told) => {
    expect(Object.values(told.end.matters).map(({ slot }) => slot.value)).toEqual(Array(3).fill('confirmed'));
    expect(factsOf(told.end, 'rulingMade')).toEqual([]);
  },
  'gives the right to enforcement to both: its time runs on each matter and is no single party’s': (told) => {
    const running = clocksOf(told.end, told.calendar).filter(({ rule }) => rule === 'enf.apply');
    expect(running.map(({ subject, party }) => [subject.kind, party])).toEqual(Array(3).fill(['matter', null]));
  },
};

export const rc06Claims: StoryClaims = {
  'has the city help without taking the case over': (told) => {
    const help = Object.values(told.end.handoffs).find(({ kind }) => kind === 'H18');
    expect(help).toMatchObject({ toOrganisation: 'bozhouPatentDepartment', opened: null });
    expect(String(help?.slot.value)).toBe('accepted');
    expect(proceedingOf(told.end, 'adminMediation').organisation).toBe('lixinPatentDepartment');
    expect(Object.values(told.end.proceedings).map(({ organisation }) => organisation)).not.toContain(
      'bozhouPatentDepartment',
    );
  },
  'is accepted and confirmed on one day': (told) => {
    const scope = { proceeding: proceedingOf(told.end, 'judicialConfirmation').id };
    const day = dayOfFact(told.end, 'confirmationAccepted', scope);
    expect([day, dayOfFact(told.end, 'recordConfirmationRuling', scope)]).toEqual(['2021-07-28', '2021-07-28']);
  },
  'warns that a county needs a commission, and that the court decides whether it takes such an agreement': (told) => {
    const acknowledged = told.journal.flatMap(({ body }) => body?.acknowledged ?? []);
    expect(acknowledged).toContain('commission-needed');
    const filed = Object.values(told.end.handoffs).find(({ kind }) => kind === 'H4')!;
    const given = { ...told, actor: { person: '', organisation: null, roles: [] }, ids: () => '', found: {} };
    const checks = preflightOf(told.end, filed, { ...given, now: '2021-07-28T09:00:00+08:00', today: '2021-07-28' });
    expect(checks.map(({ code }) => code)).toContain('court-may-not-take-administrative-agreements');
  },
};
