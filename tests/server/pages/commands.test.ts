import { describe, expect, it } from 'vitest';
import { first } from '../../../seeds/stories/first.ts';
import { commandForm, fieldOf } from '../../../server/pages/command-form.ts';
import { type FormView, fieldViews, lookAt } from '../../../server/views/index.ts';
import { systemActor } from '../../../server/write/index.ts';
import { type CommandDefinition, commands, contextOf, type Target } from '../../../workflows/index.ts';
import { controlsIn } from '../../support/forms.ts';
import { openHouse } from '../../support/house.ts';
import { tellOverPages } from '../../support/told-over-pages.ts';

/** A case in which there is one of everything: parties, papers, an agreement, a handoff under way. */
async function fullCase() {
  const house = await openHouse();
  try {
    const steps = first.steps.findIndex(({ command }) => command === 'receiveHandoff');
    const caseId = await tellOverPages(house, first, { steps });
    const look = await lookAt(caseId, systemActor, house.dependencies);
    if (look === null) throw new Error('no case');
    return look;
  } finally {
    await house.close();
  }
}

const look = await fullCase();
const given = Object.values(commands).filter(({ relation }) => relation !== 'system');

function formOf(definition: CommandDefinition): FormView {
  const { type, label, hint, tone, occurredOn, fields } = definition;
  const { id, proceedings, matters, handoffs } = look.current;
  const ids: Readonly<Record<Target['kind'], string | undefined>> = {
    case: id,
    matter: Object.keys(matters)[0],
    proceeding:
      Object.values(proceedings).find(({ channel }) => channel === (definition.machine ?? 'peopleMediation'))?.id ??
      Object.keys(proceedings).at(-1),
    handoff: Object.keys(handoffs)[0],
  };
  const target: Target = { kind: definition.target, id: ids[definition.target] ?? '' };
  const context = contextOf(look.current, definition, target, look.given);
  if (context === null) throw new Error(`nothing to try ${type} on`);
  const views = fieldViews(fields, context, look);
  return {
    type,
    label,
    hint,
    tone,
    target,
    occurredOn,
    fields: views,
    offer: null,
    today: '2026-11-23',
    minute: '2026-11-23T09:00',
  };
}

function drawn(
  form: FormView,
  language: 'zh-CN' | 'en',
  errors: Parameters<typeof commandForm>[0]['errors'] = [],
): string {
  const around = {
    address: '/a',
    cancelHref: '/b',
    idempotencyKey: 'k',
    revision: 7,
    changes: null,
    aside: null,
    warnings: [],
  };
  return String(commandForm({ language, form, errors, sent: {}, uploadLimitBytes: 1024, ...around }));
}

describe.each(given.map((definition) => [definition.type, definition] as const))(
  'The form of %s',
  (_type, definition) => {
    const form = formOf(definition);

    it.each(['zh-CN', 'en'] as const)('asks for everything in %s', (language) => {
      const page = drawn(form, language);
      const { label } = definition;
      expect(page).toContain(language === 'en' ? label.en : label.zh);
      for (const field of form.fields) {
        expect(page).toContain(language === 'en' ? field.label.en.replaceAll("'", '&#39;') : field.label.zh);
      }
      expect(page).not.toMatch(/undefined|\[object|NaN|>null</);
      const ids = [...page.replace(/<template>.*?<\/template>/gs, '').matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    });

    it('carries its revision and its key unseen, and asks for the day where the law counts it', () => {
      const sent = controlsIn(drawn(form, 'zh-CN'));
      expect(sent).toMatchObject({ revision: ['7'], idempotencyKey: ['k'] });
      expect('occurredOn' in sent).toBe(definition.occurredOn !== null);
    });

    it('leads from each mistake to the control it is about', () => {
      const errors = form.fields.map(({ name }) => ({
        field:
          fieldOf(
            { code: 'field-invalid', field: name, text: definition.label, basis: [], instead: null, warnings: [] },
            form,
          ) ?? '',
        message: '请改正',
      }));
      const page = drawn(form, 'zh-CN', errors);
      for (const [, id] of page.matchAll(/href="#(field-[^"]+)"/g)) {
        // A choice of which there is nothing to choose from has no control.
        const hasNone = form.fields.some(({ name, choices }) => id === `field-data-${name}` && choices?.length === 0);
        if (!hasNone) expect(page).toContain(`id="${id}"`);
      }
    });
  },
);
