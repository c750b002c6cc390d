import type { FastifyInstance } from 'fastify';
import { statusOf } from '../api/index.ts';
import { problems } from '../errors.ts';
import { guessingLimit } from '../security/index.ts';
import type { PublicMatterView, PublicStatusView } from '../views/index.ts';
import type { Dependencies } from '../write/index.ts';
import * as parts from './components/index.ts';
import { entered } from './forms/read.ts';
import { sentOf } from './forms/sent.ts';
import type { Frame } from './frame.ts';
import { attributes, type Html, html } from './html.ts';
import { type Language, say } from './i18n.ts';
import { statusTexts } from './texts.ts';
import { triageTexts } from './triage-texts.ts';

/** Where a party sees with its query code how its case stands: no account, no names, nothing in the address. */
export function registerStatusPage(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  app.get('/status', async (request, reply) =>
    frame.send(request, reply, { title: statusTexts.title, main: codeForm(request.language, false), width: 'narrow' }),
  );

  app.post('/status', { config: guessingLimit(dependencies.config) }, async (request, reply) => {
    const { language } = request;
    const status = await statusOf(entered(sentOf(request), 'code').slice(0, 60), dependencies);
    reply.header('cache-control', 'no-store');
    const main = status === null ? codeForm(language, true) : statusShown(status, language);
    const code = status === null ? problems['query-code-unknown'].status : 200;
    return frame.send(request, reply, { title: statusTexts.title, main, width: 'narrow', address: '/status' }, code);
  });
}

/** The same page for everybody; a wrong, an old and an unheard-of code are answered alike. */
function codeForm(language: Language, isUnknown: boolean): Html {
  const { title, instead } = problems['query-code-unknown'];
  const error = isUnknown ? { error: title } : {};
  const form = parts.formPage(
    {
      heading: statusTexts.title,
      introduction: statusTexts.introduction,
      action: '/status',
      errors: isUnknown ? [{ field: 'code', message: title, instead }] : [],
      submitLabel: statusTexts.look,
      fields: [
        parts.textField(
          {
            name: 'code',
            label: statusTexts.code,
            hint: statusTexts.codeHint,
            autocomplete: 'off',
            maxLength: 60,
            required: true,
            width: 'short',
            ...error,
          },
          language,
        ),
      ],
    },
    language,
  );
  const ways = html`<p><a href="/triage">${say(triageTexts.title, language)}</a></p>`;
  return html`<div class="plain">${form}${ways}${trust(language)}</div>`;
}

function statusShown(status: PublicStatusView, language: Language): Html {
  const { caseCode, side, openedOn, matters, contact, asOf } = status;
  const facts: parts.Definition[] = [
    { term: statusTexts.caseCode, value: html`<span class="case-number">${caseCode}</span>` },
    ...(status.continuesIn === undefined
      ? []
      : [{ term: statusTexts.continuesIn, value: html`<span class="case-number">${status.continuesIn}</span>` }]),
    { term: statusTexts.youAre, value: side },
    { term: statusTexts.openedOn, value: parts.date(openedOn) },
  ];
  const telephone = contact.telephone;
  const ring =
    telephone === null
      ? say(statusTexts.noTelephone, language)
      : html`<a${attributes({ href: `tel:${telephone.replaceAll(/[^\d+]/g, '')}` })}>${telephone}</a>`;
  const who = parts.card(
    {
      heading: statusTexts.contact,
      content: html`<p><strong>${say(contact.name, language)}</strong></p><p class="big">${ring}</p><p>${say(statusTexts.verify, language)}</p>`,
    },
    language,
  );
  return html`<div class="plain">${parts.pageHeading({ title: statusTexts.title, facts }, language)}${matters.map((matter, index) => matterCard(matter, index, matters.length, language))}${who}${trust(language)}<p class="muted">${say(statusTexts.asOf, language)} ${parts.date(asOf)}</p></div>`;
}

function matterCard(matter: PublicMatterView, index: number, count: number, language: Language): Html {
  const { stage, holder, procedure, whatNext, nextDate, over } = matter;
  const heading =
    count === 1
      ? statusTexts.now
      : { zh: `${statusTexts.now.zh}（${index + 1}）`, en: `${statusTexts.now.en} (${index + 1})` };
  const rows: parts.Definition[] = [
    { term: statusTexts.holder, value: html`${say(holder.name, language)} · ${say(procedure, language)}` },
    { term: statusTexts.next, value: whatNext },
  ];
  if (nextDate !== null) rows.push({ term: nextDate.label, value: html`<span class="time">${nextDate.on}</span>` });
  const content = html`<p class="stage">${parts.badge({ label: stage, tone: over ? 'good' : 'info', icon: over ? 'check' : 'clock' }, language)}</p>${parts.definitionList({ rows }, language)}`;
  return parts.card({ heading, content }, language);
}

/** How to tell that this page is no fraud. */
function trust(language: Language): Html {
  return parts.notice({ tone: 'info', heading: statusTexts.trust, text: statusTexts.trustText }, language);
}
