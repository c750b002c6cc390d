/** Routes into and out of arbitration, notaries, payment orders and enforcement, each travelled once. */
import { describe, expect, it } from 'vitest';
import type { Desk } from '../support/desk.ts';
import { arbitration, clearClause, requestPapers, toArbitration } from '../support/desk-arbitration.ts';
import { delegated, entrusted, sitting } from '../support/desk-court.ts';
import { enforcement } from '../support/desk-enforcement.ts';
import { agreed, inSession, openedCase, papersReady } from '../support/desk-stages.ts';
import { byPaper, notarisation, notarised } from '../support/desk-titles.ts';
import { agreementOf, handoff, itemIds, partyId, pathOf, proceeding, stateOf } from '../support/desk-words.ts';

const mediation = proceeding('peopleMediation');
const routeOf = (desk: Desk) => Object.values(desk.file.handoffs).at(-1)!.route;

describe('a dispute goes to arbitration', () => {
  it('from the window (T5): the five days run from the receipt', async () => {
    const desk = await toArbitration(await openedCase(), proceeding('intake'));
    expect([routeOf(desk), stateOf(desk, 'arbitration'), pathOf(desk)]).toEqual(['T5', 'applied', 'inArbitration']);
  });

  it('after a mediation that failed (T15)', async () => {
    const failed = await inSession();
    await failed.gives('sun', 'endMediation', mediation, { reason: 'tooFarApart', routesTold: true });
    const desk = await toArbitration(failed, mediation);
    expect([routeOf(desk), stateOf(desk, 'arbitration'), pathOf(desk)]).toEqual(['T15', 'applied', 'inArbitration']);
  });

  it('not from a mediation that a court entrusted: the trial goes on there (IMR 21)', async () => {
    const referred = proceeding('courtAnnexedMediation');
    for (const desk of [await sitting(await entrusted()), await sitting(await delegated())]) {
      await desk.gives('sun', 'endMediation', referred, { reason: 'tooFarApart', routesTold: true });
      const movement = { kind: 'H10', to: 'yantaiArbitrationCommission' };
      await desk.refuses('referral-goes-back-to-court', 'limin', 'prepareHandoff', referred, movement);
    }
  });

  it('with a settlement that is to become an award (T12), and the settlement must be in the packet', async () => {
    const settled = await papersReady();
    const desk = await toArbitration(settled, mediation, { agreement: agreementOf(settled.file) });
    expect(routeOf(desk)).toBe('T12');
    await desk.gives('arbitrator', 'recordArbitrationAgreement', arbitration, { ...clearClause, kind: 'submission' });
    await desk.gives('arbitrator', 'acceptArbitration', arbitration, { number: '1号' });
    const tribunal = { arbitrators: 'one', names: '甲', chosenBy: 'parties', disclosed: true };
    await desk.gives('arbitrator', 'appointTribunal', arbitration, tribunal);
    await desk.gives('arbitrator', 'makeAward', arbitration, { kind: 'consentAward', result: 'upheld' });
    expect(pathOf(desk)).toBe('decided');
    const without = await agreed();
    for (const document of requestPapers)
      await without.gives('limin', 'addItem', mediation, { document, title: document, class: 'jointSigned', pages: 1 });
    await without.gives('limin', 'prepareHandoff', mediation, (c) => ({
      kind: 'H10',
      to: 'yantaiArbitrationCommission',
      agreement: agreementOf(c),
      items: itemIds(c, ...requestPapers),
    }));
    await without.refuses('packet-incomplete', 'limin', 'offerHandoff', handoff);
  });
});

describe('an institution', () => {
  it('sends no request back: it refuses in writing, or asks for what is missing', async () => {
    const desk = await openedCase();
    await toArbitration(desk, proceeding('intake'));
    await desk.refuses('return-not-allowed', 'arbitrator', 'returnHandoff', handoff, {
      reason: 'incompletePapers',
      explanation: '材料不齐',
    });
  });

  it('takes no second request over the same matter', async () => {
    const desk = await toArbitration(await openedCase(), proceeding('intake'));
    await desk.refuses('not-open-to-arbitration', 'arbitrator', 'arbitrateAgain', (c) => ({
      kind: 'matter',
      id: Object.keys(c.matters)[0]!,
    }));
  });
});

describe('a notarised instrument goes to enforcement (T11, T28)', () => {
  /** The clerk sends the creditor's packet for the notary, who has no login. */
  async function asked(certified: boolean): Promise<Desk> {
    const desk = await notarised();
    desk.at('2026-12-10T10:00');
    if (certified) {
      await desk.gives('limin', 'applyForExecutionCertificate', notarisation, {}, byPaper);
      await desk.gives('limin', 'issueExecutionCertificate', notarisation, {}, byPaper);
    }
    const papers = [
      'enforcementApplication',
      'titleOfEnforcement',
      'proofOfEffect',
      'identityDocument',
      'performanceRecord',
      'propertyClues',
      'addressConfirmation',
    ];
    for (const document of papers)
      await desk.gives(
        'limin',
        'addItem',
        notarisation,
        { document, title: document, class: 'organisationFile', pages: 1 },
        byPaper,
      );
    const packet = (c: Desk['file']) => ({
      kind: 'H12',
      to: 'zhifuCourt',
      items: Object.values(c.items)
        .filter((item) => item.proceeding === notarisation(c).id)
        .map(({ id }) => id),
    });
    const more = certified ? byPaper : { ...byPaper, acknowledged: ['no-title-on-record'] };
    await desk.gives('limin', 'prepareHandoff', notarisation, packet, more);
    await desk.gives('limin', 'offerHandoff', handoff, {}, byPaper);
    await desk.gives('enforcer', 'receiveHandoff', handoff);
    return desk;
  }
  const filed = (desk: Desk) => ({ number: '（2026）鲁0602执8号', creditor: partyId(desk.file, 'claimant') });

  it('with its certificate, and the debtor has fifteen days to resist', async () => {
    const desk = await asked(true);
    await desk.gives('enforcer', 'acceptEnforcement', enforcement, filed(desk));
    const notice = { debtor: partyId(desk.file, 'respondent'), servedOn: '2026-12-10' };
    await desk.gives('enforcer', 'issueExecutionNotice', enforcement, notice);
    await desk.gives('enforcer', 'applyForNonEnforcement', enforcement, {
      by: 'debtor',
      party: partyId(desk.file, 'respondent'),
      ground: 'notaryProcedure',
    });
    await desk.gives('enforcer', 'decideNonEnforcement', enforcement, { nonEnforcement: 'upheld' });
    expect([stateOf(desk, 'enforcement'), pathOf(desk)]).toEqual(['notEnforced', 'unresolved']);
  });

  it('not without it: the court is warned', async () => {
    const desk = await asked(false);
    const answer = await desk.refuses(
      'acknowledge-warnings',
      'enforcer',
      'acceptEnforcement',
      enforcement,
      filed(desk),
    );
    expect(answer.warnings.map(({ code }) => code)).toEqual(['execution-certificate-missing']);
  });
});
