import type { OfferView, QueueLimit, QueueRowView } from '../../views/index.ts';
import { toneOf } from '../clocks-shown.ts';
import { commandAddress } from '../command-page.ts';
import * as parts from '../components/index.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Language, say, t } from '../i18n.ts';
import { daysWaited, moreActs, queueTexts as texts } from './texts.ts';

/** How many acts stand in a row; a link leads to the rest on the packet or the case page. */
const actsInRow = 6;

/** What an office has to deal with, each row with its day and the acts that can be recorded now. */
export function queueTable(rows: readonly QueueRowView[], language: Language): Html {
  return parts.dataTable<QueueRowView>(
    {
      caption: texts.title,
      rows,
      empty: texts.nothing,
      columns: [
        { label: texts.what, cell: (row) => whatShown(row, language) },
        { label: texts.limit, cell: (row) => whenShown(row, language) },
        {
          label: texts.case,
          cell: ({ case: of, number }) =>
            html`<span class="case-number">${number ?? of.code}</span><span class="cell-detail">${say(of.title, language)}</span>`,
        },
        { label: texts.record, cell: (row) => actsShown(row, language) },
      ],
    },
    language,
  );
}

function whatShown({ label, stage, from, href }: QueueRowView, language: Language): Html {
  return html`<a${attributes({ href })}>${say(label, language)}</a><span class="cell-detail">${say(stage, language)}${from !== null && html` · ${say(from.shortName, language)}`}</span>`;
}

function whenShown({ limit, waitingDays }: QueueRowView, language: Language): Html | undefined {
  const waiting =
    waitingDays !== null &&
    html`<span class="cell-detail">${say(texts.waiting, language)} ${say(daysWaited(waitingDays), language)}</span>`;
  if (limit === null) return waitingDays === null ? undefined : html`${waiting}`;
  return html`${limitShown(limit, language)}${waiting}`;
}

/** A day, how many days are left, which limit it is and the article that gives it. */
export function limitShown(limit: QueueLimit, language: Language): Html {
  const { label, due, daysLeft, kind, basis, toVerify } = limit;
  return html`${parts.date(due)} ${parts.daysLeftText({ daysLeft, kind, tone: toneOf(limit) }, language)}<span class="cell-detail">${say(label, language)}${parts.basisOf(basis, language)}${toVerify && html` ${parts.badge({ label: t.unverified, tone: 'warn' }, language)}`}</span>`;
}

function actsShown({ case: of, actions, label, href }: QueueRowView, language: Language): Html | undefined {
  if (actions.length === 0) return undefined;
  // A link says for itself which row it belongs to, for those who hear links one by one.
  const about = html`<span class="visually-hidden"> ${say(label, language)} ${of.code}</span>`;
  const act = ({ type, target, label: name, tone }: OfferView) =>
    html`<li><a class="button button-small button-${tone === 'normal' ? 'secondary' : tone}"${attributes({ href: commandAddress(of.id, type, target.id) })}>${say(name, language)}${about}</a></li>`;
  const rest = actions.length - actsInRow;
  const more =
    rest > 0 &&
    html`<li><a class="button button-small button-plain"${attributes({ href })}>${say(moreActs(rest), language)}${about}</a></li>`;
  return html`<ul class="queue-acts no-print">${actions.slice(0, actsInRow).map(act)}${more}</ul>`;
}
