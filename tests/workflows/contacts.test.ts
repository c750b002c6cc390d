/** Contacts and answers that were logged, and taken back. */
import { describe, expect, it } from 'vitest';
import { caseFileAsOf, latestFact } from '../../workflows/index.ts';
import type { Desk } from '../support/desk.ts';
import { applied, filing, inSession, papersReady } from '../support/desk-stages.ts';
import { handoff, partyId, proceeding } from '../support/desk-words.ts';

const mediation = proceeding('peopleMediation');

const logs = (desk: Desk, command: string, more: object) =>
  desk.gives('limin', command, mediation, (c) => ({
    party: partyId(c, 'respondent'),
    channel: 'telephone',
    note: '下午再打',
    ...more,
  }));

const lastContact = (desk: Desk) => Object.keys(desk.file.facts).at(-1) ?? '';

describe('A contact that was logged by mistake', () => {
  it('is taken back: the entry stays, says by which it was taken back, and its fact counts no more', async () => {
    const desk = await applied();
    await logs(desk, 'recordContact', { result: 'noAnswer' });
    const contact = lastContact(desk);
    await desk.gives('limin', 'withdrawContact', mediation, { contact, reason: 'wrongParty' });
    expect(latestFact(desk.file, 'recordContact')).toBeNull();
    expect(desk.file.facts[contact]?.annulledBy).toBe(desk.file.seq);
    const journal = await desk.journal();
    expect(journal.at(-1)?.envelope.corrects).toBe(journal.at(-2)?.envelope.seq);
    expect(caseFileAsOf(desk.file, journal, { on: null, knownAt: null }).facts[contact]).toBeUndefined();
  });

  it('takes a refusal with it: a session may be held again', async () => {
    const desk = await inSession();
    await logs(desk, 'recordConsent', { answer: 'refuses' });
    const contact = lastContact(desk);
    await desk.refuses('mediation-refused', 'sun', 'openSession', mediation, { mode: 'online' });
    await desk.gives('limin', 'withdrawContact', mediation, { contact, reason: 'wrongCase' });
    await desk.gives('sun', 'openSession', mediation, { mode: 'online' });
  });

  it('is not taken back twice, nor where none was logged, nor by others', async () => {
    const desk = await applied();
    const reason = 'neverHappened';
    const why = () =>
      desk.offers('limin', mediation).find((one) => one.definition.type === 'withdrawContact')?.refusal?.code;
    expect(why()).toBe('no-contact-to-take-back');
    await logs(desk, 'recordContact', { result: 'reached' });
    const contact = lastContact(desk);
    await desk.refuses('not-allowed', 'liu', 'withdrawContact', mediation, { contact, reason });
    await desk.refuses('not-a-choice', 'limin', 'withdrawContact', mediation, { contact: '1-0', reason });
    await desk.gives('limin', 'withdrawContact', mediation, { contact, reason });
    await desk.refuses('not-a-choice', 'limin', 'withdrawContact', mediation, { contact, reason });
    expect(why()).toBe('no-contact-to-take-back');
  });

  it('stays where the case was handed on after the answer', async () => {
    const desk = await papersReady();
    await logs(desk, 'recordConsent', { answer: 'agrees' });
    const contact = lastContact(desk);
    await desk.gives('sun', 'prepareHandoff', mediation, filing(desk));
    await desk.gives('sun', 'offerHandoff', handoff, {}, { acknowledged: ['court-may-lack-jurisdiction'] });
    await desk.refuses('answer-built-upon', 'limin', 'withdrawContact', mediation, { contact, reason: 'wrongParty' });
  });
});
