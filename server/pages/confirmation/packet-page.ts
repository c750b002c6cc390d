import type { AgreementView, ClockView, HandoffView, PacketView, PartyView, PreflightView } from '../../views/index.ts';
import { actionsOffered } from '../actions-offered.ts';
import * as parts from '../components/index.ts';
import { handoffBadge, manifestRow } from '../handoffs-shown.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Language, say, type Text, t } from '../i18n.ts';
import { columns } from '../layout.ts';
import { preflightCard } from './preflight-shown.ts';
import { preflightTexts, packetTexts as texts } from './texts.ts';

/** An application for confirmation on one page, which is also its print of two sheets. */
export function confirmationPacket(view: PacketView, caseId: string, language: Language): readonly Html[] {
  const { handoff } = view;
  const agreement = handoff.agreement === null ? [] : [clausesCard(handoff.agreement, view.checks, language)];
  return [
    html`<div class="packet">${heading(view, language)}${columns({
      side: [actionsCard(view, caseId, language)],
      main: [
        ...agreement,
        preflightCard(view.checks, language),
        datesCard(view, language),
        partiesCard(view, language),
        papersCard(handoff, language),
        rulesCard(handoff, language),
      ],
    })}</div>`,
  ];
}

function heading({ handoff, caseCode, caseTitle, courtNumber, stage }: PacketView, language: Language): Html {
  const facts: parts.Definition[] = [
    { term: texts.court, value: handoff.to.name },
    { term: texts.from, value: handoff.from.name },
  ];
  const matters = parts.joined(handoff.matters, language);
  if (matters !== undefined) facts.push({ term: texts.matters, value: matters });
  if (courtNumber !== null) facts.push({ term: texts.courtNumber, value: courtNumber });
  if (stage !== null) facts.push({ term: texts.stage, value: stage });
  for (const { note } of handoff.marks) if (note !== null) facts.push({ term: t.markOnBehalf, value: note });
  if (handoff.returnReason !== null) facts.push({ term: t.returnReason, value: handoff.returnReason });
  if (handoff.note !== '') facts.push({ term: t.notice, value: handoff.note });
  const badges = [handoffBadge(handoff), { label: preflightTexts.advice, tone: 'info' } as const];
  return parts.pageHeading({ title: handoff.label, caseNumber: caseCode, lead: caseTitle, badges, facts }, language);
}

/** What can be recorded now, each one link away; the sheet itself and the case beside it. */
function actionsCard({ handoff, actions, notNow }: PacketView, caseId: string, language: Language): Html {
  const { receiptHref } = handoff;
  const links = html`<p class="packet-links"><a${attributes({ href: `/cases/${caseId}` })}>${say(preflightTexts.toCase, language)}</a>${receiptHref !== null && html` · <a${attributes({ href: receiptHref })}>${say(t.receipt, language)}</a>`}</p><p class="hint">${say(texts.print, language)}</p>`;
  return html`<div class="no-print">${actionsOffered(caseId, actions, notNow, language)}${parts.card({ content: links }, language)}</div>`;
}

type ClauseRow = AgreementView['clauses'][number] & { readonly number: number };

/** Each clause with what is owed under it, beside the points it leaves open. */
function clausesCard(agreement: AgreementView, checks: readonly PreflightView[], language: Language): Html {
  const { number, form, effectiveOn, clauses } = agreement;
  const table = parts.dataTable<ClauseRow>(
    {
      caption: texts.clauses,
      rows: clauses.map((clause, index) => ({ ...clause, number: index + 1 })),
      columns: [
        { label: texts.clause, cell: (row) => html`${row.number}. ${say(row.subject, language)}` },
        { label: texts.content, cell: ({ act }) => act },
        { label: texts.owes, cell: (row) => owesShown(row, language) },
        {
          label: texts.amount,
          numeric: true,
          cell: ({ amountFen }) => (amountFen === null ? undefined : parts.money(amountFen)),
        },
        { label: texts.by, cell: ({ dueOn }) => (dueOn === null ? undefined : parts.date(dueOn)) },
        { label: texts.check, cell: (row) => clauseChecked(row.number, checks, language) },
      ],
    },
    language,
  );
  const about = html`<p class="muted">${number !== null && html`<span class="case-number">${number}</span> · `}${say(form, language)}${effectiveOn !== null && html` · ${say(texts.effective, language)} ${parts.date(effectiveOn)}`}</p>`;
  return parts.card({ heading: texts.clauses, id: 'clauses', content: html`${about}${table}` }, language);
}

function owesShown({ obligor, obligee }: ClauseRow, language: Language): Html | undefined {
  if (obligor === null && obligee === null) return undefined;
  const name = (words: ClauseRow['obligor']) => (words === null ? '—' : say(words, language));
  return html`${name(obligor)}${obligee !== null && html` → ${name(obligee)}`}`;
}

/** The points a clause was found wanting in, or that nothing was found. */
function clauseChecked(number: number, checks: readonly PreflightView[], language: Language): Html {
  const wanting = checks.filter(({ clauses }) => clauses.includes(number));
  if (wanting.length === 0) return parts.badge({ label: texts.nothingFound, tone: 'good' }, language);
  return html`${wanting.map(({ label, result }) => html`<span class="cell-line">${parts.badge({ label, tone: result === 'missing' ? 'bad' : 'warn' }, language)}</span>`)}`;
}

interface DateRow {
  readonly label: parts.Words;
  readonly day: Html;
  readonly proof: readonly Text[];
  readonly basis: Html;
}

/** What happened when, and until when what must happen, each limit with the steps of its proof. */
function datesCard({ handoff, window, clocks }: PacketView, language: Language): Html {
  const rows: DateRow[] = [];
  const happened = (label: parts.Words, on: string | null | undefined) => {
    if (on !== null && on !== undefined) rows.push({ label, day: html`${parts.date(on)}`, proof: [], basis: html`` });
  };
  happened(texts.effective, handoff.agreement?.effectiveOn);
  if (window !== null && window.due !== null)
    rows.push({
      label: window.label,
      day: dueShown(window.due, window.provisional, language),
      proof: window.steps,
      basis: parts.basisOf(window.basis, language),
    });
  happened(texts.offered, handoff.offeredAt);
  happened(texts.received, handoff.receivedAt);
  rows.push(...clocks.flatMap((clock) => clockRow(clock, language)));
  const table = parts.dataTable<DateRow>(
    {
      caption: texts.dates,
      rows,
      columns: [
        { label: texts.what, cell: ({ label }) => label },
        { label: texts.day, cell: ({ day }) => day },
        {
          label: texts.proof,
          cell: ({ proof, basis }) =>
            proof.length === 0 ? undefined : html`${proof.map((step) => html`${say(step, language)} `)}${basis}`,
        },
      ],
    },
    language,
  );
  return parts.card({ heading: texts.dates, id: 'clocks', content: table }, language);
}

function clockRow(clock: ClockView, language: Language): readonly DateRow[] {
  if (clock.due === null) return [];
  const party = clock.party === null ? '' : ` · ${say(clock.party, language)}`;
  return [
    {
      label: `${say(clock.label, language)}${party}`,
      day: dueShown(clock.due, clock.provisional, language, clock),
      proof: clock.proof.steps,
      basis: parts.basisOf(clock.proof.basis, language),
    },
  ];
}

function dueShown(due: string, provisional: boolean, language: Language, clock?: ClockView): Html {
  const left = clock?.daysLeft ?? null;
  const sign =
    provisional && html` ${parts.badge({ label: texts.provisional, tone: 'warn', icon: 'clock' }, language)}`;
  const unverified = clock?.toVerify === true && html` ${parts.badge({ label: t.unverified, tone: 'warn' }, language)}`;
  const leftShown =
    clock !== undefined &&
    left !== null &&
    html`<span class="cell-line">${parts.daysLeftText({ daysLeft: left, kind: clock.kind }, language)}</span>`;
  return html`${parts.date(due)}${sign}${unverified}${leftShown}`;
}

function partiesCard({ parties, signedOn }: PacketView, language: Language): Html {
  const table = parts.dataTable<PartyView>(
    {
      caption: texts.parties,
      rows: parties,
      columns: [
        {
          label: texts.party,
          cell: ({ name, sideLabel }) =>
            html`${say(name, language)} <span class="muted">${say(sideLabel, language)}</span>`,
        },
        {
          label: texts.agents,
          cell: ({ agents }) =>
            parts.joined(
              agents.map(({ name, authorityLabel }) => `${say(name, language)}（${say(authorityLabel, language)}）`),
              language,
            ),
        },
        {
          label: texts.address,
          cell: ({ serviceMethod, serviceConfirmedOn }) =>
            serviceConfirmedOn === null
              ? texts.notConfirmed
              : html`${serviceMethod !== null && say(serviceMethod, language)} ${parts.date(serviceConfirmedOn)}`,
        },
        {
          label: texts.signedOn,
          cell: ({ id }) => {
            const on = signedOn[id];
            return on === undefined ? undefined : parts.date(on);
          },
        },
      ],
    },
    language,
  );
  return parts.card({ heading: texts.parties, content: table }, language);
}

/** The papers that must be there, each with whether it is, and the manifest with the whole of every hash. */
function papersCard({ manifest, mustTravel }: HandoffView, language: Language): Html {
  // What is not needed here says nothing of this packet.
  const required = mustTravel
    .filter(({ there, missing }) => missing || there)
    .map(
      ({ label, onlyIf, missing }) =>
        html`<li>${parts.badge(missing ? { label: preflightTexts.missing, tone: 'bad' } : { label: texts.there, tone: 'good' }, language)} ${say(label, language)}${onlyIf !== null && html` <span class="muted">${say(onlyIf, language)}</span>`}</li>`,
    );
  const rows = manifest.map((row, index) => manifestRow(row, index, language));
  const content = html`${parts.itemsTable(rows, language, { caption: t.manifest, printed: true })}<h3>${say(texts.required, language)}</h3><ul class="packet-papers">${required}</ul>`;
  return parts.card({ heading: texts.papers, id: 'papers', content }, language);
}

function rulesCard(handoff: HandoffView, language: Language): Html {
  const rows: parts.Definition[] = [{ term: texts.silence, value: handoff.onSilence }];
  if (handoff.returnRefusedBecause !== null) rows.push({ term: texts.returning, value: handoff.returnRefusedBecause });
  const kept = parts.joined(handoff.mustNotTravel, language);
  if (kept !== undefined) rows.push({ term: texts.mustNotTravel, value: kept });
  const basis = parts.citation(handoff.basis, language);
  if (basis !== undefined) rows.push({ term: t.basis, value: basis });
  return html`<div class="no-print">${parts.card({ heading: texts.rules, content: parts.definitionList({ rows }, language) }, language)}</div>`;
}
