import type { FastifyInstance } from 'fastify';
import type { LetterRow } from '../../db/letters.ts';
import { fillPlaceholders, readerOf, writeLetter } from '../../workflows/index.ts';
import { ProblemError } from '../errors.ts';
import { codeFor, namesFor, publicValues } from '../letters/index.ts';
import { type CaseView, type LetterView, type Look, letterView, lookAt, maySeeLetter } from '../views/index.ts';
import { actorOf, type Dependencies, momentOf } from '../write/index.ts';
import { commandAddress } from './command-page.ts';
import * as parts from './components/index.ts';
import type { Frame } from './frame.ts';
import { attributes, type Html, html } from './html.ts';
import { type Language, say } from './i18n.ts';
import { markShown } from './papers/mark-shown.ts';
import { signInAddress } from './sign-in.ts';

const texts = {
  letters: { zh: '通知和送达', en: 'Letters and their service' },
  none: { zh: '还没有通知。', en: 'No letters yet.' },
  letter: { zh: '通知', en: 'Letter' },
  recipient: { zh: '收件人', en: 'To' },
  state: { zh: '发送', en: 'Sending' },
  service: { zh: '送达', en: 'Served' },
  notServed: { zh: '尚未送达', en: 'not served yet' },
  written: { zh: '写成', en: 'Written' },
  proof: { zh: '有凭据', en: 'with proof' },
  toAgent: { zh: '送达代理人', en: 'on the agent' },
  attempts: { zh: '次尝试', en: 'attempts' },
  recordService: { zh: '登记送达', en: 'Record service' },
  resend: { zh: '重新发送', en: 'Send again' },
  back: { zh: '返回案件', en: 'Back to the case' },
  address: { zh: '送达地址', en: 'Address' },
  addressUnknown: { zh: '（地址未登记，请当面交付）', en: '(no address on file: hand it over)' },
  codeKept: { zh: '（已随原通知发放）', en: '(given with the original letter)' },
} as const;

/** A letter as it is printed, posted or handed over. */
export function registerLetterPages(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  app.get<LetterRoute>('/cases/:caseId/letters/:letterId', async (request, reply) => {
    const { viewer, language, params } = request;
    if (viewer === null) return reply.redirect(signInAddress(request.url), 303);
    const actor = actorOf(viewer);
    const look = await lookAt(params.caseId, actor, dependencies);
    const row = look?.letters.find(({ draft }) => draft.id === params.letterId);
    if (look === null || row === undefined || !maySeeLetter(look, row)) throw new ProblemError('not-found');
    const { readLog, now } = dependencies;
    const read = { person: actor.person, caseId: look.current.id, what: 'letter', thing: row.draft.id, reason: null };
    readLog.note({ ...read, readAt: momentOf(now()) });
    const view = letterView(look, row);
    const isOurs = look.current.proceedings[row.draft.proceeding ?? '']?.organisation === actor.organisation;
    const filing =
      row.draft.proceeding === null || row.draft.recipient.kind !== 'party' || !isOurs
        ? null
        : await markShown(filedAs(row, row.draft.proceeding), request, dependencies, row.draft.language);
    const sheet = await letterSheet(look, row, view, actor.person, dependencies, filing);
    reply.header('cache-control', 'no-store');
    const main = [sheet, serviceCard(view, look.current.id, language)];
    return frame.send(request, reply, { title: view.label, main, section: 'desk', width: 'narrow' });
  });
}

interface LetterRoute {
  readonly Params: { readonly caseId: string; readonly letterId: string };
}

/** A letter that was signed for comes back as proof of its service. */
function filedAs({ draft }: LetterRow, proceeding: string) {
  return { caseId: draft.caseId ?? '', proceeding, document: 'serviceReceipt', thing: draft.id } as const;
}

/** The sheet in the recipient's own language, with its values; seeing the address is on record. */
async function letterSheet(
  look: Look,
  row: LetterRow,
  view: LetterView,
  person: string,
  dependencies: Dependencies,
  filing: Html | null,
): Promise<Html> {
  const { draft } = row;
  const letter = writeLetter(draft);
  const code =
    view.service === null ? await codeFor(row, dependencies) : { queryCode: say(texts.codeKept, draft.language) };
  const values = { ...publicValues(row, dependencies), ...(await namesFor(row, look.current, dependencies)), ...code };
  const filled = (words: string) => fillPlaceholders(words, values);
  const address = await addressOf(look, row, person, dependencies);
  return html`<article class="sheet letter"${attributes({ lang: draft.language })}>
    <p class="sheet-number">${say(draft.fields.writer, draft.language)}</p><h1>${filled(letter.subject)}</h1>
    ${address !== null && html`<p class="muted">${say(texts.address, draft.language)} ${address}</p>`}
    <p>${filled(letter.greeting)}</p>${letter.paragraphs.map((paragraph) => html`<p>${filled(paragraph)}</p>`)}
    <p class="sheet-foot">${parts.date(view.writtenAt.slice(0, 10))}</p>${filing !== null && filing}</article>`;
}

async function addressOf(
  { current }: Look,
  { draft }: LetterRow,
  person: string,
  { people }: Dependencies,
): Promise<string | null> {
  const { recipient, language } = draft;
  const personId = recipient.kind === 'party' ? readerOf(current, recipient) : null;
  if (personId === null) return null;
  const reason = `打印通知 ${draft.id}`;
  const found = await people.reveal({ personId, field: 'address', revealedTo: person, reason });
  return found.ok ? found.value : say(texts.addressUnknown, language);
}

function serviceCard(view: LetterView, caseId: string, language: Language): Html {
  const rows: parts.Definition[] = [
    { term: texts.recipient, value: view.recipient },
    { term: texts.state, value: stateShown(view, language) },
    { term: texts.service, value: serviceShown(view, language) ?? '—' },
  ];
  const open =
    view.recipientKind === 'party' && view.service === null && ['sent', 'filed', 'print', 'failed'].includes(view.state)
      ? html`<p><a class="button button-primary"${attributes({ href: commandAddress(caseId, 'recordService', null) })}>${say(texts.recordService, language)}</a>
        <a class="button button-secondary"${attributes({ href: commandAddress(caseId, 'resendLetters', null) })}>${say(texts.resend, language)}</a></p>`
      : undefined;
  const content = html`${parts.definitionList({ rows }, language)}${open}<p><a${attributes({ href: `/cases/${caseId}#letters` })}>${say(texts.back, language)}</a></p>`;
  return html`<div class="no-print">${parts.card({ heading: texts.service, content }, language)}</div>`;
}

/** The letters of a case with their state and service record. */
export function lettersCard({ letters }: CaseView, language: Language): readonly Html[] {
  if (letters.length === 0) return [];
  const table = parts.dataTable<LetterView>(
    {
      caption: texts.letters,
      rows: letters,
      empty: texts.none,
      columns: [
        {
          label: texts.letter,
          cell: ({ label, href }) => html`<a${attributes({ href })}>${say(label, language)}</a>`,
        },
        { label: texts.recipient, cell: ({ recipient }) => recipient },
        { label: texts.written, cell: ({ writtenAt }) => parts.date(writtenAt.slice(0, 10)) },
        { label: texts.state, cell: (view) => stateShown(view, language) },
        { label: texts.service, cell: (view) => serviceShown(view, language) },
      ],
    },
    language,
  );
  return [parts.card({ heading: texts.letters, id: 'letters', content: table }, language)];
}

const tones: Readonly<Record<LetterView['state'], parts.Badge['tone']>> = {
  queued: 'info',
  sent: 'good',
  filed: 'warn',
  print: 'warn',
  failed: 'bad',
  unaddressed: 'neutral',
  late: 'neutral',
};

function stateShown({ state, stateLabel, attempts, note }: LetterView, language: Language): Html {
  const tried = attempts > 1 && html`<span class="cell-detail">${attempts} ${say(texts.attempts, language)}</span>`;
  const said = note !== null && html`<span class="cell-detail">${note}</span>`;
  return html`${parts.badge({ label: stateLabel, tone: tones[state] }, language)}${tried}${said}`;
}

function serviceShown({ service, recipientKind }: LetterView, language: Language): parts.Words | undefined {
  if (service === null) return recipientKind === 'party' ? texts.notServed : undefined;
  return html`${parts.date(service.servedOn)}<span class="cell-detail">${say(service.method, language)}${service.proof !== null && html` · ${say(texts.proof, language)}`}</span>${service.toAgent && html`<span class="cell-detail">${say(texts.toAgent, language)}</span>`}`;
}
