import type { AnswerCounts } from '../administration/index.ts';
import * as parts from './components/index.ts';
import { type Html, html } from './html.ts';
import { type Language, say, type Text } from './i18n.ts';

const texts = {
  heading: { zh: '受邀当事人的答复', en: 'How those invited answered' },
  scope: {
    zh: '统计范围：本机构和所属组织发出的全部调解邀请。',
    en: 'Counted over all invitations of this organisation and of those that belong to it.',
  },
  invited: { zh: '已邀请', en: 'Invited' },
  served: { zh: '已送达', en: 'Served' },
  agreed: { zh: '同意', en: 'Agreed' },
  declined: { zh: '不参加', en: 'Declined' },
  waiting: { zh: '未答复', en: 'No answer yet' },
  how: { zh: '答复方式', en: 'How they answered' },
  count: { zh: '人次', en: 'Answers' },
  within: { zh: '从通知到答复（自然日）', en: 'From letter to answer (calendar days)' },
  sameDay: { zh: '当日', en: 'The same day' },
  threeDays: { zh: '三日内', en: 'Within three days' },
  week: { zh: '七日内', en: 'Within seven days' },
  later: { zh: '更久', en: 'Later' },
  rating: { zh: '当事人评分（不记名）', en: 'What users thought (no names)' },
  average: { zh: '平均分', en: 'Average' },
  ratings: { zh: '评分人数', en: 'Ratings' },
  few: { zh: '不足三人评分时不显示。', en: 'Shown from three ratings on.' },
  words: { zh: '留言', en: 'What they wrote' },
} as const satisfies Record<string, Text>;

/** How invitations were answered, in numbers, for the head of an organisation. */
export function answersCard(answers: AnswerCounts, language: Language): Html {
  const { invited, served, agreed, declined, ways, within } = answers;
  const counts = parts.countsRow(
    [
      { label: texts.invited, value: invited },
      { label: texts.served, value: served },
      { label: texts.agreed, value: agreed },
      { label: texts.declined, value: declined },
      { label: texts.waiting, value: invited - agreed - declined },
    ],
    language,
  );
  const days = (['sameDay', 'threeDays', 'week', 'later'] as const).map((name) => ({
    label: texts[name],
    count: within[name],
  }));
  const content = html`<p class="muted">${say(texts.scope, language)}</p>${counts}
    <div class="side-by-side">${table(texts.how, ways, language)}${table(texts.within, days, language)}</div>${ratingPart(answers.rating, language)}`;
  return parts.card({ heading: texts.heading, content }, language);
}

function table(
  caption: Text,
  rows: readonly { readonly label: Text; readonly count: number }[],
  language: Language,
): Html {
  return parts.dataTable(
    {
      caption,
      rows,
      columns: [
        { label: caption, cell: ({ label }) => label },
        { label: texts.count, cell: ({ count }) => String(count), numeric: true },
      ],
    },
    language,
  );
}

function ratingPart(rating: AnswerCounts['rating'], language: Language): Html {
  if (rating === null) return html`<h3>${say(texts.rating, language)}</h3><p>${say(texts.few, language)}</p>`;
  const rows: readonly parts.Definition[] = [
    { term: texts.average, value: rating.average.toFixed(1) },
    { term: texts.ratings, value: String(rating.count) },
  ];
  const words = rating.words.map((one) => html`<li>${one}</li>`);
  const said =
    words.length === 0 ? '' : parts.disclosure({ summary: texts.words, content: html`<ul>${words}</ul>` }, language);
  return html`<h3>${say(texts.rating, language)}</h3>${parts.definitionList({ rows }, language)}${said}`;
}
