import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Json, JsonObject, Text } from '../../../workflows/index.ts';
import {
  doorActs,
  giveAsParty,
  givenBefore,
  type OfferedAct,
  offeredActs,
  type Place,
  type SentCode,
  sendCode,
  speakerOf,
  tryCode,
  type Visit,
} from '../../door/index.ts';
import { type Posts, postsOf } from '../../letters/index.ts';
import { guessingLimit } from '../../security/index.ts';
import { type Dependencies, givenFor, momentOf, systemActor } from '../../write/index.ts';
import type { FieldError } from '../components/index.ts';
import { dataPrefix, entered, readFields, type Sent } from '../forms/read.ts';
import { type ActForm, actPage, fieldsOfAct, receiptPage } from './act-page.ts';
import { type DoorForm, readDoorForm } from './door-form.ts';
import { sendDoorPage } from './layout.ts';
import { placeOf, statusOf } from './places.ts';
import { doorTexts as texts } from './texts.ts';

/** What a party does: its form, then the act itself. Both are posts, so that nothing happens by opening an address. */
export function registerActs(app: FastifyInstance, dependencies: Dependencies): void {
  const { config } = dependencies;
  const posts = postsOf(config);

  app.post<{ Params: { place: string; act: string } }>(
    '/status/:place/:act',
    { config: guessingLimit(config) },
    async (request, reply) => {
      const at = await placeOf(request, dependencies);
      if (at === null) return reply.redirect('/status', 303);
      const asking: Asking = { ...at, dependencies, posts, request, reply, tried: null };
      const form = await readDoorForm(request, speakerOf(at.place), (sent) => isSure(asking, sent), dependencies);
      const given = await givenFor(systemActor, dependencies);
      const offered = actOf(offeredActs(at.place.caseFile, at.place.party, given), request.params.act, form.sent);
      if (offered === null) return sentBefore(asking, request.params.act, form.sent);
      const begins = entered(form.sent, 'step') !== 'give';
      const again = entered(form.sent, 'again') === 'yes';
      if (begins || again) return ask(asking, offered, again ? form.sent : {}, []);
      return give(asking, offered, form);
    },
  );
}

/** Whether it is sure enough who speaks: by the session, or by the code on this form, which is tried once. */
async function isSure(asking: Asking, sent: Sent): Promise<boolean> {
  if (asking.place.isChecked) return true;
  if (entered(sent, 'again') === 'yes' || entered(sent, 'step') !== 'give') return false;
  asking.tried ??= await tryCode(asking.visit, asking.place, entered(sent, 'code').slice(0, 40), asking.dependencies);
  return asking.tried === 'right';
}

/** Shows the form; where the act needs it, a one-time code goes out with it. */
async function ask(asking: Asking, offered: OfferedAct, sent: Sent, errors: readonly FieldError[]) {
  const asksCode = offered.needs.level > 0 && !asking.place.isChecked;
  const { contact } = await statusOf(asking.place, asking.dependencies);
  const code = asksCode
    ? await sendCode(asking.visit, asking.place, contact.name, asking.posts, asking.dependencies)
    : null;
  return showForm(asking, offered, { ...sent, code: [] }, errors, asksCode, code);
}

async function give(asking: Asking, offered: OfferedAct, form: DoorForm): Promise<FastifyReply> {
  const needsCode = offered.needs.level > 0;
  const isKnown = !needsCode || (await isSure(asking, form.sent));
  const given = await givenFor(systemActor, asking.dependencies);
  const fields = fieldsOfAct(offered, asking.place, given);
  const read = readFields(
    fields.filter(({ control }) => control.kind !== 'file'),
    form.sent,
  );
  const errors: FieldError[] = [...read.problems];
  const file = fields.find(({ control }) => control.kind === 'file');
  const chosen = form.files[`${dataPrefix}${file?.name ?? ''}`];
  if (file !== undefined && isKnown && chosen === undefined) {
    errors.push({
      field: `${dataPrefix}${file.name}`,
      message: form.isWrongType ? texts.fileType : texts.fileMissing,
    });
  }
  if (!isKnown) errors.unshift({ field: 'code', message: codeProblem(asking, form.sent) });
  const place: Place = { ...asking.place, isChecked: asking.place.isChecked || (needsCode && isKnown) };
  const now: Asking = { ...asking, place };
  if (errors.length > 0) return showForm(now, offered, form.sent, errors, needsCode && !isKnown, null, 422);
  const data: JsonObject =
    file === undefined || chosen === undefined ? read.data : { ...read.data, [file.name]: { ...chosen } as Json };
  const key = entered(form.sent, 'key').slice(0, 60) || randomUUID();
  const done = await giveAsParty(place, offered, data, key, asking.dependencies);
  if (done.kind === 'done') return showReceipt(now, offered.act.label, done);
  const refused: FieldError =
    done.kind === 'busy'
      ? { message: texts.busy }
      : {
          message: done.refusal.text,
          ...(done.refusal.field === null ? {} : { field: dataPrefix + done.refusal.field }),
          ...(done.refusal.instead === null ? {} : { instead: done.refusal.instead }),
        };
  return showForm(now, offered, form.sent, [refused], false, null, 422);
}

/** A form that arrives twice has its receipt again; what is not possible leads back to what is. */
async function sentBefore(asking: Asking, id: string, sent: Sent): Promise<FastifyReply> {
  const act = doorActs.find((one) => one.id === id);
  const done = await givenBefore(asking.place, entered(sent, 'key').slice(0, 60), asking.dependencies);
  if (act === undefined || done?.kind !== 'done') return asking.reply.redirect(`/status/${asking.place.number}`, 303);
  return showReceipt(asking, act.label, done);
}

function showReceipt(asking: Asking, label: Text, done: { readonly code: string; readonly entry: number }) {
  const at = momentOf(asking.dependencies.now());
  return show(asking, texts.receipt, receiptPage(asking.place, label, { ...done, at }, asking.request.language));
}

async function showForm(
  asking: Asking,
  offered: OfferedAct,
  sent: Sent,
  errors: readonly FieldError[],
  asksCode: boolean,
  code: SentCode | null,
  status = 200,
): Promise<FastifyReply> {
  const given = await givenFor(systemActor, asking.dependencies);
  const form: ActForm = {
    place: asking.place,
    offered,
    fields: fieldsOfAct(offered, asking.place, given),
    sent,
    errors,
    key: entered(sent, 'key') || randomUUID(),
    asksCode,
    code,
    uploadLimitBytes: asking.dependencies.config.uploadLimitBytes,
  };
  const main = actPage(form, await statusOf(asking.place, asking.dependencies), asking.request.language);
  return show(asking, offered.act.label, main, status);
}

function show({ request, reply, place, dependencies }: Asking, title: Text, main: ActMain, status = 200) {
  const page = { title, main, address: `/status/${place.number}`, isIn: true, demo: dependencies.config.demo };
  return sendDoorPage(request, reply, page, status);
}

type ActMain = ReturnType<typeof actPage>;

/** One request at the door. `tried` is what became of the code on its form. */
interface Asking {
  readonly dependencies: Dependencies;
  readonly posts: Posts;
  readonly visit: Visit;
  readonly place: Place;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  tried: Awaited<ReturnType<typeof tryCode>> | null;
}

function codeProblem({ tried }: Asking, sent: Sent) {
  if (entered(sent, 'code').trim() === '') return texts.codeMissing;
  return tried === 'gone' ? texts.codeGone : texts.codeWrong;
}

/** The act asked for, as it is possible now; the proceeding may be left out where there is one only. */
function actOf(offered: readonly OfferedAct[], id: string, sent: Sent): OfferedAct | null {
  const named = entered(sent, 'proceeding');
  const fitting = offered.filter(({ act }) => act.id === id);
  return (named === '' ? fitting.at(-1) : fitting.find(({ proceeding }) => proceeding.id === named)) ?? null;
}
