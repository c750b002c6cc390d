import type { CaseView, CustodyLineView, LotView } from '../views/index.ts';
import * as parts from './components/index.ts';
import { attributes, type Html, html } from './html.ts';
import { type Language, say, type Text } from './i18n.ts';
import { stepsShown } from './steps-shown.ts';

/** The goods of the case: every lot with who had it from when on, and the measures over goods; nothing where there are none. */
export function goodsCard({ goods: { lots, measures } }: CaseView, language: Language): readonly Html[] {
  if (lots.length === 0 && measures.length === 0) return [];
  const content = html`${lots.map((lot) => lotShown(lot, language))}${stepsShown(texts.measures, measures, language)}`;
  return [parts.card({ heading: texts.goods, id: 'goods', content }, language)];
}

function lotShown({ title, holder, lines }: LotView, language: Language): Html {
  const now: parts.Badge =
    holder === null
      ? { label: texts.nobody, tone: 'neutral' }
      : { label: { zh: `现由${holder.name.zh}保管`, en: `Held by ${holder.name.en}` }, tone: 'info' };
  const table = parts.dataTable<CustodyLineView>(
    {
      caption: texts.custody,
      rows: lines,
      columns: [
        {
          label: texts.on,
          cell: ({ on, entry }) => html`<a${attributes({ href: `#entry-${entry}` })}>${parts.date(on)}</a>`,
        },
        {
          label: texts.event,
          cell: ({ label, marks }) =>
            html`${say(label, language)}${marks.map(({ kind }) => html` ${parts.badge(parts.markBadge({ kind }), language)}`)}`,
        },
        { label: texts.holder, cell: (line) => line.holder.name },
        {
          label: texts.quantity,
          numeric: true,
          cell: ({ quantity }) => (quantity === null ? undefined : String(quantity)),
        },
        { label: texts.place, cell: ({ place }) => place ?? undefined },
      ],
    },
    language,
  );
  return html`<article class="agreement"><p class="page-heading-top"><strong>${say(title, language)}</strong>${parts.badge(now, language)}</p>${table}</article>`;
}

const texts = {
  goods: { zh: '涉案物品', en: 'Goods in dispute' },
  custody: { zh: '保管流转', en: 'Record of custody' },
  measures: { zh: '对物品采取的措施', en: 'Measures over goods' },
  nobody: { zh: '已不再保管', en: 'No longer held' },
  on: { zh: '日期', en: 'On' },
  event: { zh: '事项', en: 'What happened' },
  holder: { zh: '其后由谁保管', en: 'Who has them afterwards' },
  quantity: { zh: '数量', en: 'Quantity' },
  place: { zh: '存放地点', en: 'Place' },
} as const satisfies Readonly<Record<string, Text>>;
