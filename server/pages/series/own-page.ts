import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { agreementOfSeries, isRefusal, type JsonObject } from '../../../workflows/index.ts';
import { ProblemError } from '../../errors.ts';
import { ownOf, rowNumbered, seriesOf, termsOf, writeOwn } from '../../series/index.ts';
import { formView } from '../../views/form-view.ts';
import { lookAt } from '../../views/look.ts';
import { actorOf, type Dependencies } from '../../write/index.ts';
import { formErrors, orProblem, viewerHere } from '../administration/shared.ts';
import { caseAside } from '../case-aside.ts';
import * as parts from '../components/index.ts';
import { allControls } from '../forms/controls.ts';
import { filledWith } from '../forms/filled.ts';
import { dayFrom, entered, readFields, type Sent } from '../forms/read.ts';
import { sentOf } from '../forms/sent.ts';
import { formTexts } from '../forms/texts.ts';
import type { Frame } from '../frame.ts';
import { links } from '../layout.ts';
import { seriesAddress } from './series-shown.ts';
import { seriesTexts as texts } from './texts.ts';

type OwnRequest = FastifyRequest<{ Params: { id: string; number: string } }>;
interface OneCase {
  readonly Params: { readonly id: string; readonly number: string };
}

/** The whole form of one case in a series: what would be recorded there, to be changed for this case alone. */
export function registerOwnPages(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  const pages: Pages = { dependencies, frame };
  const address = `${links.series}/:id/cases/:number`;
  app.get<OneCase>(address, async (request, reply) => {
    const open = await openForm(pages, request, reply);
    return open === null ? reply : show(pages, open, request, reply, open.proposed, [], 200);
  });

  app.post<OneCase>(address, async (request, reply) => {
    const open = await openForm(pages, request, reply);
    if (open === null) return reply;
    const sent = sentOf(request);
    const read = readFields(open.form.fields, sent);
    const occurredOn = dayFrom(entered(sent, 'occurredOn'));
    const typed = { ...read.kept, occurredOn: sent.occurredOn ?? [] };
    if (Object.keys(sent).some((name) => name.startsWith('addRow:')))
      return show(pages, open, request, reply, typed, [], 200);
    const isBack = entered(sent, 'common') === 'yes';
    const dayMissing = occurredOn === undefined ? [{ field: 'occurredOn', message: formTexts.whenUnreadable }] : [];
    const errors = isBack ? [] : [...dayMissing, ...read.problems];
    if (errors.length > 0) return show(pages, open, request, reply, typed, errors, 422);
    const whole = isBack || occurredOn === undefined ? null : { occurredOn, data: read.data };
    const version = Number(entered(sent, 'version')) || 0;
    const { viewer, series, row } = open;
    const done = await orProblem(writeOwn(viewer, series.id, version, row.number, whole, dependencies));
    if ('problem' in done)
      return show(pages, open, request, reply, typed, formErrors(done.problem), done.problem.status);
    return reply.redirect(`${seriesAddress(series.id)}#check`, 303);
  });
}

interface Pages {
  readonly dependencies: Dependencies;
  readonly frame: Frame;
}

/** The form as it can be shown; null when the reply already leads to the sign-in page. Throws `not-found`. */
async function openForm({ dependencies }: Pages, request: OwnRequest, reply: FastifyReply) {
  const viewer = viewerHere(request, reply);
  if (viewer === null) return null;
  const series = await seriesOf(viewer, request.params.id, dependencies);
  const row = rowNumbered(series, Number(request.params.number));
  const terms = termsOf(series);
  const look = await lookAt(row.caseId, actorOf(viewer), dependencies);
  const target = { kind: 'proceeding', id: row.proceeding } as const;
  const form = look === null ? null : formView(look, 'recordAgreement', target);
  if (look === null || form === null || terms === null || row.state === 'done' || row.agreed)
    throw new ProblemError('not-found');
  const proceeding = look.current.proceedings[row.proceeding]!;
  const made = agreementOfSeries(look.current, proceeding, terms, ownOf(row));
  // What cannot be told apart is left for this form to say; the rest is there.
  const sides = terms.clauses.map((clause) => ({ ...clause, owedBy: null, owedTo: null }));
  const { amountFen: _sum, ...own } = ownOf(row);
  const plain = agreementOfSeries(look.current, proceeding, { ...terms, clauses: sides }, { ...own, amountFen: null });
  const { occurredOn, data } = isRefusal(made) ? (plain as { occurredOn: string; data: JsonObject }) : made;
  const proposed: Sent = { ...filledWith(form.fields, data), occurredOn: [occurredOn] };
  return { viewer, series, row, look, form, target, proposed };
}

type Open = NonNullable<Awaited<ReturnType<typeof openForm>>>;

function show(
  { dependencies, frame }: Pages,
  { series, row, look, form, target }: Open,
  request: OwnRequest,
  reply: FastifyReply,
  sent: Sent,
  errors: readonly parts.FieldError[],
  status: number,
): Promise<FastifyReply> {
  const { language } = request;
  const drawing = { language, sent, errors, uploadLimitBytes: dependencies.config.uploadLimitBytes };
  const error = parts.errorOf(errors, 'occurredOn');
  const day = parts.dateField(
    {
      name: 'occurredOn',
      label: form.occurredOn?.label ?? texts.reachedOn,
      value: entered(sent, 'occurredOn'),
      max: form.today,
      ...(error === undefined ? {} : { error }),
    },
    language,
  );
  const fields = [day, ...allControls(form.fields, drawing)];
  if (ownOf(row).whole !== null) fields.push(parts.checkbox({ name: 'common', label: texts.backToCommon }, language));
  const main = parts.formPage(
    {
      heading: { zh: `${texts.ownForm.zh}：${row.caseCode}`, en: `${texts.ownForm.en}: ${row.caseCode}` },
      introduction: texts.ownFormHint,
      action: seriesAddress(series.id, row.number),
      errors,
      cancelHref: seriesAddress(series.id),
      hidden: { version: String(series.version) },
      submitLabel: texts.save,
      fields,
      aside: caseAside(look, target, language),
    },
    language,
  );
  const content = {
    title: texts.ownForm,
    main,
    section: 'series',
    address: seriesAddress(series.id, row.number),
  } as const;
  return frame.send(request, reply, content, status);
}
