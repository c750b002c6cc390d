import { fill, statementLevels, type Text, text } from '../../workflows/index.ts';
import type { AgreementView, CaseView, ItemView, PartyView, ProceedingView, StatementView } from '../views/index.ts';
import { revealTexts } from './administration/texts.ts';
import * as parts from './components/index.ts';
import { attributes, type Html, html } from './html.ts';
import { colon, type Language, say, t } from './i18n.ts';
import { paperTexts } from './papers/texts.ts';
import { caseTexts } from './texts.ts';

/** What the viewer's organisation still has to do in this case. */
export function tasksCard({ tasks, id }: CaseView, language: Language): readonly Html[] {
  if (tasks.length === 0) return [];
  const rows = tasks.map(
    ({ text, handoff, dueOn, daysLeft, person, mine }): parts.Task => ({
      label: text,
      href: handoff === null ? `/cases/${id}#actions` : `/cases/${id}/handoffs/${handoff}`,
      ...(person === null || mine ? {} : { caseTitle: person.name }),
      ...(dueOn === null ? {} : { dueOn }),
      ...(daysLeft === null ? {} : { daysLeft }),
    }),
  );
  return [parts.card({ heading: caseTexts.tasks, content: parts.taskList(rows, language) }, language)];
}

/** Parties with their agents, masked contacts and address for service. */
export function partiesCard({ parties, id }: CaseView, language: Language): Html {
  const rows = parties.map((party) => partyRow(party, language));
  const content = parts.partiesTable(rows, language);
  const aside = html`<a${attributes({ href: `/cases/${id}/reveal` })}>${say(revealTexts.link, language)}</a>`;
  const mayReveal = parties.some(({ revealable }) => revealable);
  return parts.card({ heading: t.parties, id: 'parties', content, ...(mayReveal ? { aside } : {}) }, language);
}

function partyRow(party: PartyView, language: Language): parts.PartyRow {
  const { contact, serviceMethod, serviceConfirmedOn } = party;
  const details = [contact.creditCode, contact.identityNumber, contact.telephone, contact.email, contact.address];
  const special = [
    ...(party.capacity === 'full' ? [] : [party.capacityLabel]),
    ...(party.foreign ? [caseTexts.foreign] : []),
    ...party.roles,
    ...(party.succeeds === null ? [] : [fill(caseTexts.succeeds, { name: say(party.succeeds, language) })]),
    ...party.formerNames.map(({ name, until }) => fill(caseTexts.formerly, { name: say(name, language), until })),
    ...(party.endedOn === null ? [] : [fill(caseTexts.partyEnded, { until: party.endedOn })]),
  ];
  return {
    name: say(party.name, language),
    side: party.sideLabel,
    statements: party.statements.map((one) => statementShown(one, language)),
    details: [...special, ...details.filter((one) => one !== null)],
    ...(party.outcome.length === 0
      ? {}
      : { outcome: { label: party.outcome.map((one) => say(one, language)).join(' / '), tone: 'neutral' as const } }),
    agents: party.agents.map(({ name, authorityLabel, receivesBy }) => ({
      name: say(name, language),
      authority: receivesBy === null ? authorityLabel : receiving(authorityLabel, receivesBy),
    })),
    ...(serviceMethod === null || serviceConfirmedOn === null
      ? {}
      : {
          serviceAddress: html`${say(serviceMethod, language)} · ${say(caseTexts.confirmedOn, language)} ${parts.date(serviceConfirmedOn)}`,
        }),
  };
}

/** What was said, when, and how sure we are who said it. */
function statementShown({ what, on, level, levelLabel, own, entry }: StatementView, language: Language): Html {
  const said =
    entry === null
      ? say(what, language)
      : html`<a${attributes({ href: `#entry-${entry}` })}>${say(what, language)}</a>`;
  const sign = parts.badge(
    { label: fill(caseTexts.level, { level: String(level) }), tone: level === 0 ? 'warn' : 'good', icon: 'person' },
    language,
  );
  return html`${said} ${parts.date(on.slice(0, 10))} ${sign}<span class="cell-detail">${say(levelLabel, language)}${own && html` · ${say(caseTexts.ownWord, language)}`}</span>`;
}

/** What an agent may do, and that letters go to it. */
function receiving(authority: Text, by: Text): Text {
  return text(`${authority.zh}，代收文书：${by.zh}`, `${authority.en}, receives by ${by.en.toLowerCase()}`);
}

/** Papers and files on the case, as far as they are open to the viewer. */
export function itemsCard({ items, id }: CaseView, language: Language): Html {
  const links = html`<p class="no-print"><a${attributes({ href: `/cases/${id}/papers` })}>${say(paperTexts.slips, language)}</a> · <a href="/papers">${say(paperTexts.title, language)}</a></p>`;
  const content = html`${parts.itemsTable(items.map(itemRow), language)}${links}`;
  return parts.card({ heading: t.items, id: 'items', content }, language);
}

function itemRow(item: ItemView): parts.ItemRow {
  const { provenance, pages, bytes, sha256, href, withdrawn } = item;
  return {
    name: item.title,
    itemClass: withdrawn
      ? { label: caseTexts.withdrawn, tone: 'neutral' }
      : {
          label: item.classLabel,
          tone: item.class === 'processPrivate' ? 'warn' : 'info',
          icon: item.class === 'processPrivate' ? 'lock' : 'dot',
        },
    receivedOn: item.addedOn,
    inCompartment: item.class === 'processPrivate',
    ...(provenance === '' ? {} : { provenance }),
    ...(pages === null ? {} : { pages }),
    ...(bytes === null ? {} : { bytes }),
    ...(sha256 === null ? {} : { sha256 }),
    ...(href === null ? {} : { href }),
  };
}

/** Several matters side by side; with one the heading says it all. */
export function mattersCard({ matters }: CaseView, language: Language): readonly Html[] {
  if (matters.length < 2) return [];
  const table = parts.dataTable(
    {
      caption: caseTexts.matters,
      rows: matters,
      columns: [
        { label: caseTexts.matter, cell: ({ number }) => ({ zh: `争议事项 ${number}`, en: `Matter ${number}` }) },
        {
          label: caseTexts.respondents,
          cell: ({ respondents }) =>
            parts.joined(
              respondents.map(({ name }) => name),
              language,
            ),
        },
        { label: caseTexts.dispute, cell: ({ right, dispute }) => parts.joined([right, dispute], language) },
        { label: caseTexts.relief, cell: ({ relief }) => parts.joined(relief, language) },
        { label: caseTexts.state, cell: ({ steps, over }) => stateBadge(steps.at(-1)?.label, over, language) },
      ],
    },
    language,
  );
  return [parts.card({ heading: caseTexts.matters, content: table }, language)];
}

function stateBadge(label: parts.Words | undefined, over: boolean, language: Language): Html | undefined {
  return label === undefined
    ? undefined
    : parts.badge({ label, tone: over ? 'good' : 'warn', icon: over ? 'check' : 'clock' }, language);
}

/** The proceedings of the case; of those of others only the public line. */
export function proceedingsCard({ proceedings }: CaseView, language: Language): Html {
  const table = parts.dataTable<ProceedingView>(
    {
      caption: caseTexts.proceedings,
      rows: proceedings,
      columns: [
        {
          label: caseTexts.proceeding,
          cell: ({ label, roles }) =>
            html`${say(label, language)}${roles.map(({ role, who }) => html`<br>${say(role, language)}${colon(language)}${say(who, language)}`)}`,
        },
        { label: caseTexts.custodian, cell: ({ organisation }) => organisation.name },
        {
          label: caseTexts.number,
          cell: ({ number }) => (number === null ? undefined : html`<span class="case-number">${number}</span>`),
        },
        {
          label: caseTexts.officer,
          cell: ({ officers }) =>
            parts.joined(
              officers.map(({ name }) => name),
              language,
            ),
        },
        { label: caseTexts.state, cell: ({ stateLabel, open }) => stateBadge(stateLabel, !open, language) },
        {
          label: caseTexts.period,
          cell: ({ openedOn, endedOn }) =>
            html`${parts.date(openedOn)}${endedOn !== null && html` – ${parts.date(endedOn)}`}`,
        },
      ],
    },
    language,
  );
  return parts.card({ heading: caseTexts.proceedings, content: table }, language);
}

/** Agreements with their clauses, where the viewer may read them. */
export function agreementsCard({ proceedings }: CaseView, language: Language): readonly Html[] {
  const agreements = proceedings.flatMap((one) => one.agreements);
  if (agreements.length === 0) return [];
  return [
    parts.card(
      {
        heading: caseTexts.agreements,
        id: 'agreements',
        content: html`${agreements.map((one) => agreementShown(one, language))}`,
      },
      language,
    ),
  ];
}

export function agreementShown(agreement: AgreementView, language: Language): Html {
  const { number, form, effectiveOn, abandoned, clauses, matters } = agreement;
  const effect: parts.Badge = abandoned
    ? { label: caseTexts.abandoned, tone: 'neutral' }
    : effectiveOn === null
      ? { label: caseTexts.notInEffect, tone: 'warn' }
      : { label: { zh: `${effectiveOn} 生效`, en: `in effect since ${effectiveOn}` }, tone: 'good' };
  const rows = parts.dataTable(
    {
      caption: caseTexts.clauses,
      rows: clauses,
      columns: [
        { label: caseTexts.clause, cell: ({ subject }) => subject },
        { label: caseTexts.act, cell: ({ act }) => act },
        { label: caseTexts.obligor, cell: ({ obligor }) => obligor ?? undefined },
        { label: caseTexts.obligee, cell: ({ obligee }) => obligee ?? undefined },
        {
          label: caseTexts.amount,
          numeric: true,
          cell: ({ amountFen }) => (amountFen === null ? undefined : parts.money(amountFen)),
        },
        { label: caseTexts.performBy, cell: ({ dueOn }) => (dueOn === null ? undefined : parts.date(dueOn)) },
      ],
    },
    language,
  );
  return html`<article class="agreement"><p class="page-heading-top"><strong${attributes({ class: 'case-number' })}>${number ?? say(caseTexts.agreement, language)}</strong>${parts.badge(effect, language)}<span class="muted">${say(form, language)} · ${parts.joined(matters, language)}</span></p>${rows}${signaturesShown(agreement, language)}</article>`;
}

/** Who signed when, and how sure we are of it. */
function signaturesShown({ signatures }: AgreementView, language: Language): Html {
  const lines = signatures.map(
    ({ party, signedOn, level }) =>
      html`<li>${say(party, language)} ${parts.date(signedOn)} ${parts.badge({ label: fill(caseTexts.level, { level: String(level) }), tone: 'good', icon: 'person' }, language)} <span class="muted">${say(statementLevels[level], language)}</span></li>`,
  );
  return html`${lines.length > 0 && html`<p class="muted">${say(caseTexts.signatures, language)}</p><ul class="plain-list">${lines}</ul>`}`;
}
