import type { CaseView, OrderView, RulingOrdersView, RulingView } from '../views/index.ts';
import * as parts from './components/index.ts';
import { type Html, html } from './html.ts';
import { type Language, say, type Text } from './i18n.ts';
import { stepsShown } from './steps-shown.ts';

/** What administrative rulings ordered, with stays, remedies and enforcement; nothing where nobody ruled or stayed. */
export function ordersCard({ orders }: CaseView, language: Language): readonly Html[] {
  if (orders.length === 0) return [];
  const content = html`${orders.map((one) => rulingOrdersShown(one, orders.length > 1, language))}`;
  return [parts.card({ heading: texts.heading, id: 'orders', content }, language)];
}

function rulingOrdersShown(one: RulingOrdersView, several: boolean, language: Language): Html {
  const { organisation, rulings, stays, afterwards } = one;
  const whose = several && html`<p class="muted">${say(organisation.name, language)}</p>`;
  const given =
    rulings.length === 0
      ? html`<p class="muted">${say(texts.nothingRuled, language)}</p>`
      : html`${rulings.map((ruling) => rulingShown(ruling, language))}`;
  return html`${whose}${given}${stepsShown(texts.stays, stays, language)}${stepsShown(texts.afterwards, afterwards, language)}`;
}

const tones: Readonly<Record<RulingView['standing'], parts.Tone>> = {
  given: 'warn',
  challenged: 'warn',
  inEffect: 'good',
  changed: 'warn',
  annulled: 'neutral',
  revoked: 'neutral',
};

const doneTones: Readonly<Record<OrderView['state'], parts.Tone>> = {
  open: 'neutral',
  full: 'good',
  part: 'warn',
  breach: 'bad',
};

function rulingShown(ruling: RulingView, language: Language): Html {
  const { on, number, finding, standing, standingLabel, orders, marks } = ruling;
  const table = parts.dataTable<OrderView>(
    {
      caption: texts.orders,
      rows: orders,
      empty: texts.nothingOrdered,
      columns: [
        { label: texts.obligor, cell: ({ obligor }) => obligor },
        { label: texts.subject, cell: ({ subject }) => subject },
        { label: texts.act, cell: ({ act }) => act },
        { label: texts.dueOn, cell: ({ dueOn }) => (dueOn === null ? undefined : parts.date(dueOn)) },
        {
          label: texts.done,
          cell: ({ state, stateLabel, recordedOn }) =>
            html`${parts.badge({ label: stateLabel, tone: doneTones[state] }, language)}${recordedOn !== null && html` ${parts.date(recordedOn)}`}`,
        },
      ],
    },
    language,
  );
  const badges = [
    parts.badge({ label: standingLabel, tone: tones[standing] }, language),
    ...marks.map(({ kind }) => parts.badge(parts.markBadge({ kind }), language)),
  ];
  return html`<article class="agreement"><p class="page-heading-top"><strong class="case-number">${number ?? say(texts.ruling, language)}</strong>${badges}<span class="muted">${parts.date(on)}${finding !== null && html` · ${say(finding, language)}`}</span></p>${table}</article>`;
}

const texts = {
  heading: { zh: '行政裁决的责令事项', en: 'Orders of the administrative ruling' },
  ruling: { zh: '行政裁决', en: 'Ruling' },
  orders: { zh: '责令事项', en: 'Orders' },
  nothingRuled: { zh: '尚未作出裁决。', en: 'No ruling has been given.' },
  nothingOrdered: { zh: '裁决没有责令任何人。', en: 'The ruling orders nobody anything.' },
  obligor: { zh: '被责令人', en: 'Who is ordered' },
  subject: { zh: '种类', en: 'Kind' },
  act: { zh: '行为、对象和范围', en: 'Acts, objects and scope' },
  dueOn: { zh: '履行期限', en: 'To be done by' },
  done: { zh: '履行情况', en: 'Performance' },
  stays: { zh: '中止和先行措施', en: 'Stays and interim measures' },
  afterwards: { zh: '生效、救济和执行', en: 'Effect, remedies and enforcement' },
} as const satisfies Readonly<Record<string, Text>>;
