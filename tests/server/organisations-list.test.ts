import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { yantaiReference } from '../../seeds/reference/index.ts';
import { storiesOfToday } from '../../seeds/stories/index.ts';
import { SettingsWrong } from '../../server/config.ts';
import { withListed } from '../../server/organisations-list.ts';
import { tellStory } from '../../server/tell.ts';
import { handoffKinds } from '../../workflows/index.ts';
import { signedIn } from '../support/browserless.ts';
import { formIn } from '../support/forms.ts';
import { openHouse } from '../support/house.ts';

const folder = mkdtempSync(join(tmpdir(), 'jiefen-list-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const heading = 'id,kind,name,shortName,englishName,division,parent';
const branch =
  'aidBranchZhifu,rightsAidCentre,芝罘区维权援助分中心,芝罘援助分中心,Zhifu aid branch,370602,yantaiProtectionCentre';

function listOf(...rows: readonly string[]): string {
  const file = join(folder, 'organisations.csv');
  writeFileSync(file, `\uFEFF${[heading, ...rows].join('\r\n')}\r\n`);
  return file;
}

/** What an operator is told of a list; null when it is taken. */
function saidOf(file: string): string | null {
  try {
    withListed(yantaiReference(), file);
    return null;
  } catch (error) {
    if (error instanceof SettingsWrong) return error.message;
    throw error;
  }
}

describe('An operator who lists the aid branches', () => {
  it('lets the centre hand a case to each, and the administrator invite its people', async () => {
    const short = 'aidBranchQixia,rightsAidCentre,栖霞市维权援助分中心';
    const house = await openHouse({ environment: { JIEFEN_ORGANISATIONS: listOf(branch, `${short},,,,`) } });
    try {
      const story = storiesOfToday('2026-11-23').find(({ id }) => id === 'today-from-centre')!;
      await tellStory({ ...story, steps: story.steps.slice(0, 2) }, house.dependencies);
      const caseId = `story-${story.id}`;
      const intake = Object.keys((await house.dependencies.store.load(caseId))!.proceedings)[0];
      const wang = await signedIn(house, 'wang');
      const form = await wang.get(`/cases/${caseId}/commands/prepareHandoff?target=${intake}&with.kind=H5`);
      const listed = withListed(yantaiReference(), listOf(branch, `${short},,,,`)).organisations;
      const offered = Object.values(listed).filter(({ id }) => form.text.includes(`value="${id}"`));
      expect(offered.map(({ id }) => id)).toContain('aidBranchZhifu');
      const takers: readonly string[] = handoffKinds.H5.to;
      expect(offered.filter(({ kind }) => !takers.includes(kind))).toEqual([]);
      const { sent, action } = formIn(form.text, `/cases/${caseId}/commands/`);
      const items = Object.keys((await house.dependencies.store.load(caseId))!.items);
      const entries = { 'data.to': ['aidBranchZhifu'], 'data.items': items, 'data.partiesConsent': ['yes'] };
      expect((await wang.post(action, { ...sent, ...entries })).status).toBe(303);
      const handoffs = Object.values((await house.dependencies.store.load(caseId))!.handoffs);
      expect(handoffs.map(({ toOrganisation }) => toOrganisation)).toEqual(['aidBranchZhifu']);
      const invitation = await (await signedIn(house, 'admin-system')).get('/administration/accounts/new');
      for (const id of ['aidBranchZhifu', 'aidBranchQixia']) expect(invitation.text).toContain(`value="${id}"`);
    } finally {
      await house.close();
    }
  });

  it('changes nothing that was there, and says by the version of the reference data that something was added', () => {
    const before = yantaiReference();
    const { organisations, version } = withListed(before, listOf(branch));
    const { aidBranchZhifu, ...others } = organisations;
    expect(aidBranchZhifu).toMatchObject({ division: '370602', parent: 'yantaiProtectionCentre', onSystem: true });
    expect(others).toEqual(before.organisations);
    expect(version).not.toBe(before.version);
    expect(withListed(before, null)).toBe(before);
  });

  it('is told every row that is wrong, in both languages, and none of the list is used', () => {
    const said = saidOf(
      listOf(
        'yantaiMediationCommittee,peopleMediationCommittee,另一个调委会,,,,',
        branch,
        'aidBranchTwo,court,某法院,,,,',
        'aidBranchThree,rightsAidCentre,,,,,',
        'aidBranchFour,rightsAidCentre,分中心,,,370100,',
        'aidBranchFive,rightsAidCentre,分中心,,,,nobody',
        '1,rightsAidCentre,分中心,,,,',
        branch,
      ),
    );
    for (const row of [2, 4, 5, 6, 7, 8, 9]) expect(said).toMatch(new RegExp(`第 ${row} 行.*\\n.*row ${row}: `));
    expect(said).not.toContain('第 3 行');
  });

  it('is told when there is no such file, or it is no table', () => {
    expect(saidOf(join(folder, 'nowhere.csv'))).toContain(heading);
    expect(saidOf(listOf('"aidBranchZhifu,rightsAidCentre'))).toContain(heading);
    expect(saidOf(listOf(branch))).toBeNull();
  });
});
