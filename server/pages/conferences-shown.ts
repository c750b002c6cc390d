import type { CaseView, ConferenceTaskView, ConferenceView } from '../views/index.ts';
import * as parts from './components/index.ts';
import { attributes, type Html, html } from './html.ts';
import { type Language, say, type Text } from './i18n.ts';

/** Conferences and joint actions, with what each left to do; nothing where there were none. */
export function conferencesCard({ conferences }: CaseView, language: Language): readonly Html[] {
  if (conferences.length === 0) return [];
  const content = html`${conferences.map((one) => conferenceShown(one, language))}`;
  return [parts.card({ heading: texts.heading, id: 'conferences', content }, language)];
}

function conferenceShown(one: ConferenceView, language: Language): Html {
  const { entry, on, kind, topic, decision, participants, tasks, marks } = one;
  const facts = parts.definitionList(
    {
      rows: [
        { term: texts.topic, value: topic },
        {
          term: texts.participants,
          value:
            parts.joined(
              participants.map(({ name }) => name),
              language,
            ) ?? '—',
        },
        { term: texts.decision, value: decision },
      ],
      wide: true,
    },
    language,
  );
  const table =
    tasks.length > 0 &&
    parts.dataTable<ConferenceTaskView>(
      {
        caption: texts.tasks,
        rows: tasks,
        columns: [
          { label: texts.body, cell: ({ organisation }) => organisation.name },
          { label: texts.what, cell: ({ what }) => what },
          { label: texts.dueOn, cell: ({ dueOn }) => (dueOn === null ? undefined : parts.date(dueOn)) },
          { label: texts.done, cell: (task) => doneShown(task, language) },
        ],
      },
      language,
    );
  const badges = marks.map(({ kind: mark }) => parts.badge(parts.markBadge({ kind: mark }), language));
  return html`<article class="agreement"><p class="page-heading-top"><strong>${kind === null ? say(texts.heading, language) : say(kind, language)}</strong>${badges}<a${attributes({ href: `#entry-${entry}` })}>${parts.date(on)}</a></p>${facts}${table}</article>`;
}

function doneShown({ doneOn, result }: ConferenceTaskView, language: Language): Html {
  if (doneOn === null) return parts.badge({ label: texts.open, tone: 'warn' }, language);
  return html`${parts.badge({ label: texts.finished, tone: 'good' }, language)} ${parts.date(doneOn)}${result !== null && html`<span class="cell-detail">${result}</span>`}`;
}

const texts = {
  heading: { zh: '会商和联合行动', en: 'Conferences and joint action' },
  topic: { zh: '议题', en: 'Topic' },
  participants: { zh: '参加单位', en: 'Took part' },
  decision: { zh: '会商意见', en: 'Decided' },
  tasks: { zh: '分工', en: 'Who does what' },
  body: { zh: '单位', en: 'Body' },
  what: { zh: '事项', en: 'What' },
  dueOn: { zh: '完成日期', en: 'By' },
  done: { zh: '完成情况', en: 'Done' },
  open: { zh: '未完成', en: 'Open' },
  finished: { zh: '已完成', en: 'Done' },
} as const satisfies Readonly<Record<string, Text>>;
