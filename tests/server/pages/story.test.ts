import { describe, expect, it } from 'vitest';
import { first } from '../../../seeds/stories/first.ts';
import { headingOf, signedIn } from '../../support/browserless.ts';
import { houseForTest } from '../../support/house.ts';
import { tellOverPages } from '../../support/told-over-pages.ts';

describe('The first story told by filling in forms', () => {
  it('comes to the court’s confirmation, and each form stood in both languages before it was filled in', async () => {
    const house = await houseForTest();
    const forms = new Set<string>();
    const caseId = await tellOverPages(house, first, {
      before: async ({ person, address, form }) => {
        for (const [language, label] of [
          ['en', form.label.en],
          ['zh-CN', form.label.zh],
        ] as const) {
          person.cookies.set('jiefen-language', language);
          const page = await person.get(address);
          expect(page.status).toBe(200);
          expect(page.text).toContain(`lang="${language}"`);
          expect(headingOf(page)).toContain(label);
          expect(page.text).not.toMatch(/undefined|\[object|NaN/);
        }
        forms.add(form.type);
      },
    });
    expect(forms.size).toBe(new Set(first.steps.map(({ command }) => command)).size);
    const caseFile = await house.dependencies.store.load(caseId);
    const confirmation = Object.values(caseFile?.proceedings ?? {}).find(
      ({ channel }) => channel === 'judicialConfirmation',
    );
    expect(Object.values(confirmation?.outcomes ?? {})).toEqual(['confirmed']);

    const mediator = await signedIn(house, 'sun');
    const page = await mediator.get(`/cases/${caseId}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('已司法确认');
  });
});
