/** An administrative ruling: who may ask, who may rule, and what the law asks of both (O81, PL 65). */
import { describe, expect, it } from 'vitest';
import { handoffKinds } from '../../workflows/index.ts';
import { type Data, openDesk } from '../support/desk.ts';
import { defended, filed, filing, partyId, requested, respondentIds, ruling } from '../support/desk-ruling.ts';
import { applied, inSession } from '../support/desk-stages.ts';
import { handoff, itemIds, matter, pathOf, proceeding, proceedingOf, stateOf, theCase } from '../support/desk-words.ts';

const refusedFiling = async (code: string, data: Data, more: Data = {}) => {
  const desk = await requested(undefined, 1, more);
  return desk.refuses(code, 'adjudicator', 'fileRuling', ruling, { ...filing, ...data });
};

describe('a request for a ruling', () => {
  it('of an ordinary licensee alone, without authority, is not filed', async () => {
    const refusal = await refusedFiling('requester-not-entitled', { standing: 'ordinary' });
    expect(refusal.basis).toContainEqual({ instrument: 'O81', article: '第十二条' });
  });

  it('is filed for an exclusive licensee alone, and for a sole one when the patentee does not ask', async () => {
    for (const standing of ['exclusive', 'soleOwnerSilent', 'ordinaryAuthorised'] as const) {
      const desk = await requested();
      await desk.gives('adjudicator', 'fileRuling', ruling, { ...filing, standing });
      expect(stateOf(desk, 'adminRuling')).toBe('filed');
    }
    await refusedFiling('requester-not-entitled', { standing: 'sole' });
  });

  it('is refused when a suit over the infringement is pending in another court', async () => {
    const refusal = await refusedFiling('ruling-barred-by-suit', { suedElsewhere: true });
    expect(refusal.basis).toContainEqual({ instrument: 'O81', article: '第十二条(五)' });
  });

  it('is refused while another way was agreed, such as arbitration', async () => {
    await refusedFiling('ruling-barred-by-agreed-route', { otherRouteAgreed: true });
  });

  it('is refused for a foreign requester whose authority is not notarised and authenticated, unless a treaty frees it', async () => {
    const desk = await requested();
    const party = partyId(desk.file, 'claimant');
    await desk.gives('adjudicator', 'describeParty', theCase, { party, capacity: 'full', foreign: true });
    await desk.gives('adjudicator', 'appointAgent', theCase, { party, who: { name: '代理师' }, authority: 'special' });
    await desk.refuses('foreign-authority-not-authenticated', 'adjudicator', 'fileRuling', ruling, filing);
    await desk.gives('adjudicator', 'fileRuling', ruling, { ...filing, foreignAuthority: true });
  });

  it('names the registered and the actual operator of a business as respondents, both', async () => {
    await refusedFiling('actual-operator-not-joined', { operatorDiffers: true });
    const desk = await requested(undefined, 2);
    await desk.gives('adjudicator', 'fileRuling', ruling, { ...filing, operatorDiffers: true });
  });

  it('over a trademark, or over ownership, belongs to no ruling', async () => {
    await refusedFiling('outside-ruling-remit', {}, { rightKind: 'trademark' });
    await refusedFiling('outside-ruling-remit', {}, { dispute: 'ownership' });
  });

  it('without a respondent is not filed', async () => {
    const desk = await requested(undefined, 0);
    await desk.refuses('ruling-respondent-unknown', 'adjudicator', 'fileRuling', ruling, filing);
  });

  it('of national importance is not for the city, and the reason must be said by the office of the State', async () => {
    await refusedFiling('variant-not-for-this-office', { variant: 'major', majorGround: 'industry' });
    await refusedFiling('variant-not-for-this-office', { variant: 'drug' });
  });

  it('to a centre or a county without a commission warns, and its filing is not stopped', async () => {
    const first = await openedAtTheCentre();
    const answer = await first.refuses('acknowledge-warnings', 'centreOfficer', 'fileRuling', ruling, filing);
    expect(answer.warnings.map(({ code }) => code)).toEqual(['commission-needed']);
    await first.gives('centreOfficer', 'fileRuling', ruling, filing, { acknowledged: ['commission-needed'] });
    expect(stateOf(first, 'adminRuling')).toBe('filed');
  });

  it('three years after the infringement was known is filed with a warning: only the respondent pleads it', async () => {
    const desk = openDesk();
    await desk.gives('adjudicator', 'openCase', theCase, {
      claimant: { name: '专利权人', telephone: '13800000011' },
      summary: '侵权',
      respondents: [{ who: { name: '被请求人' } }],
      rightKind: 'inventionPatent',
      dispute: 'infringement',
    });
    const screening = { mediability: 'mediable', arbitrationAgreement: 'no', suitPending: 'no', earlierOutcome: 'no' };
    await desk.gives('adjudicator', 'screenDispute', proceeding('intake'), { ...screening, knownSince: '2020-01-01' });
    await desk.gives('adjudicator', 'routeHere', proceeding('intake'), { channel: 'adminRuling' });
    const answer = await desk.refuses('acknowledge-warnings', 'adjudicator', 'fileRuling', ruling, filing);
    expect(answer.warnings.map(({ code }) => code)).toEqual(['ruling-request-late']);
    await desk.gives('adjudicator', 'fileRuling', ruling, filing, { acknowledged: ['ruling-request-late'] });
    await desk.gives('adjudicator', 'cancelRuling', ruling, { reason: 'limitationUpheld' });
    expect(pathOf(desk)).toBe('unresolved');
  });

  it('that is withdrawn may be made again', async () => {
    const desk = await requested();
    await desk.gives('adjudicator', 'withdrawRulingRequest', ruling);
    expect([stateOf(desk, 'adminRuling'), pathOf(desk)]).toEqual(['withdrawn', 'unresolved']);
    await desk.gives('adjudicator', 'triageAgain', matter(0), { reason: '再次请求' });
    await desk.gives('adjudicator', 'routeHere', proceeding('intake'), { channel: 'adminRuling' });
    expect([stateOf(desk, 'adminRuling'), pathOf(desk)]).toEqual(['requested', 'beforeAuthority']);
  });

  it('with a correction term before its own notice is refused, and without the correction it is not filed', async () => {
    const desk = await requested();
    const asked = { papers: '专利登记簿副本', until: '2026-09-01' };
    await desk.refuses('supplement-term-before-start', 'adjudicator', 'requireRulingSupplement', ruling, asked);
    await desk.gives('adjudicator', 'requireRulingSupplement', ruling, { ...asked, until: '2026-09-15' });
    await desk.gives('adjudicator', 'refuseRuling', ruling, { reason: 'notCorrected' }, { at: '2026-09-16T10:00' });
    expect([stateOf(desk, 'adminRuling'), pathOf(desk)]).toEqual(['notAccepted', 'unresolved']);
  });
});

async function openedAtTheCentre() {
  const desk = openDesk();
  await desk.gives('centreOfficer', 'openCase', theCase, {
    claimant: { name: '专利权人', telephone: '13800000011' },
    summary: '侵权',
    respondents: [{ who: { name: '被请求人' } }],
    rightKind: 'inventionPatent',
    dispute: 'infringement',
  });
  await desk.gives('centreOfficer', 'routeHere', proceeding('intake'), { channel: 'adminRuling' });
  return desk;
}

describe('from other doors', () => {
  const papers = [
    ['rulingRequest', 'partyFile'],
    ['identityDocument', 'partyFile'],
    ['terminationNotice', 'organisationFile'],
  ] as const;

  it('T16: a mediation that failed goes to the department with the party’s own papers, and nothing of what was said', async () => {
    const desk = await inSession();
    const mediation = proceeding('peopleMediation');
    await desk.gives('sun', 'describeMatter', (c) => ({ kind: 'matter', id: Object.keys(c.matters)[0]! }), {
      rightKind: 'designPatent',
    });
    await desk.gives('sun', 'endMediation', mediation, { reason: 'tooFarApart', routesTold: true });
    for (const [document, itemClass] of papers)
      await desk.gives('limin', 'addItem', mediation, { document, title: document, class: itemClass, pages: 1 });
    const request: Data = { kind: 'H6', to: 'yantaiPatentDepartment', partiesConsent: true };
    await desk.refuses('channel-to-be-chosen', 'sun', 'prepareHandoff', mediation, request);
    const kinds = desk.choices('sun', 'prepareHandoff', mediation, 'channel').map(({ value }) => value);
    expect(kinds).toContain('adminRuling');
    const missing = { ...request, channel: 'adminRuling', items: itemIds(desk.file, 'rulingRequest') };
    await desk.gives('sun', 'prepareHandoff', mediation, missing);
    const incomplete = await desk.refuses('packet-incomplete', 'sun', 'offerHandoff', handoff);
    expect(incomplete.text.zh).toContain('调解终结书');
    await desk.gives('sun', 'reviseHandoff', handoff, (c) => ({
      items: itemIds(c, ...papers.map(([document]) => document)),
      partiesConsent: true,
    }));
    await desk.gives('sun', 'offerHandoff', handoff);
    await desk.gives('adjudicator', 'receiveHandoff', handoff);
    await desk.gives('adjudicator', 'acceptHandoff', handoff);
    expect([stateOf(desk, 'adminRuling'), pathOf(desk)]).toEqual(['requested', 'beforeAuthority']);
    expect(Object.values(desk.file.handoffs).at(-1)?.route).toBe('T16');
    expect(proceedingOf(desk.file, 'adminRuling').organisation).toBe('yantaiPatentDepartment');
  });

  it('goes to no market regulator', async () => {
    const desk = await applied();
    const data = { kind: 'H6', channel: 'adminRuling', to: 'yantaiMarketSupervision', items: [] };
    await desk.refuses('receiver-not-for-this-handoff', 'limin', 'prepareHandoff', proceeding('peopleMediation'), data);
  });

  it('F2 and F3 warn at the door of intake: the department decides', async () => {
    const desk = openDesk();
    await desk.gives('adjudicator', 'openCase', theCase, {
      claimant: { name: '专利权人', telephone: '13800000011' },
      summary: '侵权',
      rightKind: 'inventionPatent',
    });
    const screening = {
      mediability: 'mediable',
      arbitrationAgreement: 'yes',
      suitPending: 'yes',
      earlierOutcome: 'no',
    };
    await desk.gives('adjudicator', 'screenDispute', proceeding('intake'), screening);
    const answer = await desk.refuses('acknowledge-warnings', 'adjudicator', 'routeHere', proceeding('intake'), {
      channel: 'adminRuling',
    });
    expect(answer.warnings.map(({ code }) => code)).toEqual(['arbitration-agreement-stands', 'suit-bars-ruling']);
  });

  it('may be returned by the department only for the reasons of its kind', async () => {
    expect(handoffKinds.H6.mayReturnFor).toEqual(['requirementsNotMet', 'noJurisdiction', 'incompletePapers']);
  });
});

describe('a case that was filed', () => {
  it('has a panel of three or more, an odd number', async () => {
    const desk = await filed();
    for (const size of [1, 2, 4])
      await desk.refuses('panel-not-lawful', 'adjudicator', 'formRulingPanel', ruling, {
        lead: 'ruling-officer',
        size,
      });
    await desk.gives('adjudicator', 'formRulingPanel', ruling, { lead: 'ruling-officer', size: 5 });
  });

  it('sets an evidence period of ten days for nobody, unless the parties agreed and it was approved', async () => {
    const desk = await defended();
    const notice = { parties: respondentIds(desk), until: '2026-09-20' };
    const refusal = await desk.refuses('evidence-period-too-short', 'adjudicator', 'setEvidencePeriod', ruling, notice);
    // Fifteen days end on 25 September, the first day of the Mid-Autumn Festival.
    expect(refusal.text.zh).toContain('2026-09-28');
    await desk.gives('adjudicator', 'setEvidencePeriod', ruling, { ...notice, agreed: true });
  });

  it('extends no evidence period that was not set, and none backwards', async () => {
    const desk = await defended();
    const party = partyId(desk.file, 'respondent');
    const longer = { party, until: '2026-10-10' };
    await desk.refuses('evidence-period-not-longer', 'adjudicator', 'extendEvidencePeriod', ruling, longer);
    await desk.gives('adjudicator', 'setEvidencePeriod', ruling, { parties: [party], until: '2026-10-10' });
    await desk.refuses('evidence-period-not-longer', 'adjudicator', 'extendEvidencePeriod', ruling, longer);
    await desk.gives('adjudicator', 'extendEvidencePeriod', ruling, { ...longer, until: '2026-10-12' });
  });

  it('warns of an appraisal asked for after the evidence period, and begins no second test before the first is back', async () => {
    const desk = await defended();
    const party = partyId(desk.file, 'respondent');
    await desk.refuses('no-testing-open', 'adjudicator', 'recordTestingResult', ruling);
    await desk.gives('adjudicator', 'setEvidencePeriod', ruling, { parties: [party], until: '2026-10-09' });
    const test = { party, subject: '结构对比' };
    const late = { at: '2026-10-20T10:00' };
    const asked = await desk.refuses('acknowledge-warnings', 'adjudicator', 'commissionTesting', ruling, test, late);
    expect(asked.warnings).toMatchObject([
      { code: 'appraisal-asked-late', basis: [{ instrument: 'O81', article: '第五十三条' }] },
    ]);
    await desk.gives('adjudicator', 'commissionTesting', ruling, { subject: '结构对比' });
    await desk.refuses('testing-still-open', 'adjudicator', 'commissionTesting', ruling, { subject: '再次' });
  });

  it('preserves evidence only with the approval of the head', async () => {
    const desk = await defended();
    await desk.refuses('preservation-not-approved', 'adjudicator', 'preserveEvidence', ruling, {});
  });

  it('decides a recusal only when somebody asked for it', async () => {
    const desk = await defended();
    await desk.refuses('no-recusal-asked', 'adjudicator', 'decideRecusal', ruling, { result: 'refused' });
    const asked = { party: partyId(desk.file, 'respondent'), who: 'panel', reason: '近亲属' };
    await desk.gives('adjudicator', 'requestRecusal', ruling, asked);
    await desk.gives('adjudicator', 'decideRecusal', ruling, { result: 'granted' });
    await desk.refuses('no-recusal-asked', 'adjudicator', 'decideRecusal', ruling, { result: 'refused' });
  });

  it('F21: a technical investigator who took part in one proceeding of the case takes part in no other', async () => {
    const desk = await filed();
    await desk.gives('adjudicator', 'appointTechnicalInvestigator', ruling, { registerNumber: 'JDG-07' });
    await desk.gives('adjudicator', 'appointTechnicalInvestigator', ruling, { registerNumber: 'JDG-07' });
    await desk.gives('adjudicator', 'cancelRuling', ruling, { reason: 'suedLater' });
    await desk.gives('system', 'openProceeding', theCase, (c) => ({
      channel: 'litigation',
      organisation: 'zhifuCourt',
      matters: Object.keys(c.matters).map((id) => ({ id })),
    }));
    const again = { registerNumber: 'JDG-07', told: true };
    const suit = proceeding('litigation');
    await desk.refuses('technical-investigator-twice', 'liu', 'appointTechnicalInvestigator', suit, again);
    await desk.gives('liu', 'appointTechnicalInvestigator', suit, { ...again, registerNumber: 'JDG-08' });
  });

  it('moves to another department by a decision and a handoff, with the sender in charge until it is accepted', async () => {
    const desk = await defended();
    const to = 'shandongPatentDepartment';
    await desk.refuses('transfer-needs-another-department', 'adjudicator', 'orderRulingTransfer', ruling, {
      why: 'takenUp',
      to: 'yantaiPatentDepartment',
    });
    await desk.gives('adjudicator', 'orderRulingTransfer', ruling, { why: 'takenUp', to });
    await desk.refuses('ruling-transfer-not-accepted', 'adjudicator', 'docketRuling', ruling, { number: '鲁知裁1号' });
    for (const document of ['transferLetter', 'rulingRequest'])
      await desk.gives('adjudicator', 'addItem', ruling, {
        document,
        title: document,
        class: 'organisationFile',
        pages: 1,
      });
    const items = itemIds(desk.file, 'transferLetter', 'rulingRequest');
    const wrong = { kind: 'H17', to: 'nationalIntellectualPropertyAdministration', items };
    await desk.refuses('ruling-transfer-not-decided', 'adjudicator', 'prepareHandoff', ruling, wrong);
    await desk.gives('adjudicator', 'prepareHandoff', ruling, { kind: 'H17', to, items });
    await desk.gives('adjudicator', 'offerHandoff', handoff);
    expect(proceedingOf(desk.file, 'adminRuling').organisation).toBe('yantaiPatentDepartment');
    const proof = { evidence: '送达回证' };
    await desk.gives('adjudicator', 'receiveHandoff', handoff, {}, proof);
    await desk.gives('adjudicator', 'acceptHandoff', handoff, {}, proof);
    expect(proceedingOf(desk.file, 'adminRuling').organisation).toBe(to);
    await desk.gives('adjudicator', 'docketRuling', ruling, { number: '鲁知裁〔2026〕1号' }, proof);
    expect(stateOf(desk, 'adminRuling')).toBe('filed');
  });
});
