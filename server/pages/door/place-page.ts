import { commands, partyActs, statementLevels } from '../../../workflows/index.ts';
import { type OfferedAct, type Place, ratingWordsLength, type Visit } from '../../door/index.ts';
import type { DoorView, PublicMatterView, PublicStatusView } from '../../views/index.ts';
import * as parts from '../components/index.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { accountTexts } from '../party-account/texts.ts';
import { statusTexts } from '../texts.ts';
import { addCodeForm, trust } from './code-form.ts';
import { scoreTexts, doorTexts as texts } from './texts.ts';

/** Everything the own page of a party shows. */
export interface PlaceShown {
  readonly visit: Visit;
  readonly place: Place;
  readonly status: PublicStatusView;
  readonly view: DoorView;
  readonly acts: readonly OfferedAct[];
  readonly mayRate: boolean;
  /** Where the next session is, as it was set; null: not said. */
  readonly sessionPlace: string | null;
  /** The answer to what the party just did. */
  readonly notice?: parts.Notice;
}

/** The page: what it is about, what is asked, how to answer, then everything else. */
export function placePage(shown: PlaceShown, language: Language): Html {
  const { status, view, acts, mayRate, notice } = shown;
  const first = acts.filter(({ act }) => act.id === 'agree' || act.id === 'decline');
  const further = acts.filter((one) => !first.includes(one));
  return html`${notice && parts.notice({ ...notice, announce: true }, language)}
    ${heading(status, language)}
    ${aboutCard(shown, language)}
    ${view.call !== null && callCard(view.call, language)}
    ${mayRate && ratingCard(shown.place, language)}
    ${expectedCard(shown, first, language)}
    ${status.matters.map((matter, index) => matterCard(matter, index, status.matters.length, language))}
    ${further.length > 0 && parts.card({ heading: texts.more, content: actButtons(shown, further, language) }, language)}
    ${contactCard(status, language)}
    ${view.said.length > 0 && saidCard(view, language)}
    ${levels(acts, language)}
    ${otherCases(shown, language)}
    ${trust(language)}
    <p class="muted">${say(statusTexts.asOf, language)} ${parts.date(status.asOf)}</p>`;
}

function heading(status: PublicStatusView, language: Language): Html {
  const facts: readonly parts.Definition[] = [
    { term: statusTexts.caseCode, value: html`<span class="case-number">${status.caseCode}</span>` },
    ...(status.continuesIn === undefined
      ? []
      : [{ term: statusTexts.continuesIn, value: html`<span class="case-number">${status.continuesIn}</span>` }]),
    { term: statusTexts.youAre, value: status.side },
    { term: statusTexts.openedOn, value: parts.date(status.openedOn) },
  ];
  return parts.pageHeading({ title: statusTexts.title, facts }, language);
}

function aboutCard({ view, sessionPlace }: PlaceShown, language: Language): Html {
  const { about, mediators, cost, session } = view;
  const rows: parts.Definition[] = about.flatMap(({ right, number, product }) => [
    ...(right === null ? [] : [{ term: texts.right, value: right }]),
    ...(number === null ? [] : [{ term: texts.number, value: number }]),
    ...(product === null ? [] : [{ term: texts.product, value: product }]),
  ]);
  if (cost !== null) {
    rows.push({ term: texts.mediators, value: mediators.length === 0 ? texts.noMediator : mediators.join('、') });
    rows.push({ term: texts.cost, value: cost });
  }
  if (session !== null) {
    rows.push({ term: texts.session, value: html`<strong class="time">${session.at}</strong>` });
    rows.push({ term: texts.place, value: sessionPlace ?? texts.sessionPlace });
  }
  const content = html`${parts.definitionList({ rows }, language)}<p class="muted">${say(texts.neutral, language)}</p>`;
  return rows.length === 0 ? html`` : parts.card({ heading: texts.about, content }, language);
}

function expectedCard(shown: PlaceShown, acts: readonly OfferedAct[], language: Language): Html {
  const { expects, byWhen, silence, declining } = shown.view.expected;
  const rows: parts.Definition[] = [
    { term: texts.byWhen, value: byWhen },
    { term: texts.silence, value: silence },
    ...(declining === null ? [] : [{ term: texts.declining, value: declining }]),
  ];
  const content = html`<p class="lead">${say(expects, language)}</p>${actButtons(shown, acts, language)}${parts.definitionList({ rows }, language)}`;
  return parts.card({ heading: texts.expected, content }, language);
}

/** Each a small form: nothing happens by merely opening an address, as programs that look at links do. */
function actButtons({ place, acts: all }: PlaceShown, acts: readonly OfferedAct[], language: Language): Html {
  const isOne = new Set(all.map(({ proceeding }) => proceeding.id)).size === 1;
  return html`<div class="acts">${acts.map(({ act, proceeding }) => {
    const about = isOne || proceeding.number === null ? '' : ` ${proceeding.number}`;
    return html`<form method="post"${attributes({ action: `/status/${place.number}/${act.id}` })}>
      <input type="hidden" name="proceeding" value="${proceeding.id}">
      <button class="button button-${act.tone}" type="submit">${say(act.label, language)}${about}</button></form>`;
  })}</div>`;
}

function callCard(call: NonNullable<DoorView['call']>, language: Language): Html {
  const rows: readonly parts.Definition[] = [
    { term: texts.callWho, value: call.who },
    { term: texts.callBy, value: html`<strong>${parts.date(call.by)}</strong>` },
  ];
  const content = html`${parts.definitionList({ rows }, language)}<p>${say(texts.callMissed, language)}</p><p class="muted">${say(texts.promise, language)}</p>`;
  return parts.card({ heading: texts.call, content }, language);
}

function matterCard(matter: PublicMatterView, index: number, count: number, language: Language): Html {
  const { stage, holder, procedure, whatNext, nextDate, over } = matter;
  const now = statusTexts.now;
  const number = index + 1;
  const title = count === 1 ? now : { zh: `${now.zh}（${number}）`, en: `${now.en} (${number})` };
  const rows: parts.Definition[] = [
    { term: statusTexts.holder, value: html`${say(holder.name, language)} · ${say(procedure, language)}` },
    { term: statusTexts.next, value: whatNext },
  ];
  if (nextDate !== null) rows.push({ term: nextDate.label, value: html`<span class="time">${nextDate.on}</span>` });
  const content = html`<p class="stage">${parts.badge({ label: stage, tone: over ? 'good' : 'info', icon: over ? 'check' : 'clock' }, language)}</p>${parts.definitionList({ rows }, language)}`;
  return parts.card({ heading: title, content }, language);
}

/** Whom to ring: one tap on a telephone, and how to make sure that it is no fraud. */
export function contactCard({ contact }: Pick<PublicStatusView, 'contact'>, language: Language): Html {
  const { telephone, name } = contact;
  const ring =
    telephone === null
      ? html`<p>${say(statusTexts.noTelephone, language)}</p>`
      : html`<p><a class="button button-secondary"${attributes({ href: `tel:${telephone.replace(/[^\d+]/g, '')}` })}>${say(texts.ring, language)} ${telephone}</a></p>`;
  return parts.card(
    {
      heading: statusTexts.contact,
      content: html`<p><strong>${say(name, language)}</strong></p>${ring}<p>${say(statusTexts.verify, language)}</p>`,
    },
    language,
  );
}

function saidCard({ said }: DoorView, language: Language): Html {
  const content = html`<ul class="said">${said.map(({ label, on }) => html`<li>${say(label, language)} <span class="muted">${on}</span></li>`)}</ul>`;
  return parts.card({ heading: texts.said, content }, language);
}

/** Which act needs what, and why: from the table that the decision itself reads. */
function levels(acts: readonly OfferedAct[], language: Language): Html {
  if (acts.length === 0) return html``;
  const rows = ([0, 1] as const).flatMap((level): readonly parts.Definition[] => {
    const labels = acts.filter(({ needs }) => needs.level === level).map(({ act }) => act.label);
    const value = parts.joined(labels, language);
    return value === undefined ? [] : [{ term: statementLevels[level], value }];
  });
  const papers = Object.entries(partyActs).filter(([, { level }]) => level === 2);
  const onPaper = papers.map(
    ([type, { why }]) =>
      html`<li>${say(commands[type]!.label, language)}<br><span class="muted">${say(why, language)}</span></li>`,
  );
  const content = html`${parts.definitionList({ rows }, language)}<p><strong>${say(statementLevels[2], language)}</strong></p><ul class="said">${onPaper}</ul>`;
  return parts.disclosure({ summary: texts.why, content }, language);
}

/** Other cases of the same session, and the way to add one. */
function otherCases({ visit, place }: PlaceShown, language: Language): Html {
  if (visit.account !== null) {
    const content = html`<p><a class="button button-secondary" href="/my-cases">${say(texts.toList, language)}</a></p><p class="muted">${say(texts.leaveHint, language)}</p>`;
    return parts.card({ heading: texts.others, content }, language);
  }
  const links = visit.places.map(({ number, caseFile }) => {
    const own = attributes({
      href: `/status/${number}`,
      'aria-current': number === place.number ? 'page' : undefined,
    });
    return html`<li><a${own}>${caseFile.header.code}</a></li>`;
  });
  const list = visit.places.length > 1 ? html`<ul class="cases">${links}</ul>` : '';
  return parts.card(
    {
      heading: texts.others,
      content: html`${list}${addCodeForm(language)}${accountOffer(place, language)}<p class="muted">${say(texts.leaveHint, language)}</p>`,
    },
    language,
  );
}

/** For somebody with many cases, such as a lawyer. */
function accountOffer({ number }: Place, language: Language): Html {
  const content = html`<p>${say(accountTexts.openHint, language)}</p><form method="post"${attributes({ action: `/status/${number}/account` })}>
    <button class="button button-secondary" type="submit">${say(accountTexts.open, language)}</button></form>
    <p><a href="/my-cases">${say(accountTexts.signIn, language)}</a></p>`;
  return parts.disclosure({ summary: accountTexts.openOffer, content }, language);
}

function ratingCard({ number }: Place, language: Language): Html {
  const fields = [
    parts.radioGroup(
      {
        name: 'score',
        label: texts.score,
        required: true,
        choices: scoreTexts.map((label, index) => ({ value: String(index + 1), label })),
      },
      language,
    ),
    parts.textArea({ name: 'words', label: texts.words, rows: 2, maxLength: ratingWordsLength }, language),
  ];
  const content = html`<p>${say(texts.rateHint, language)}</p><form method="post" novalidate${attributes({ action: `/status/${number}/rating` })}>${fields}
    <p><button class="button button-primary" type="submit">${say(texts.send, language)}</button></p></form>`;
  return parts.card({ heading: texts.rate, content }, language);
}
