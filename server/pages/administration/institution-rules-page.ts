import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ArbitrationRules } from '../../../workflows/index.ts';
import {
  decideRules,
  type InstitutionView,
  institutionRulesViews,
  proposeRules,
  proposeRulesSwitch,
  type RulesProposalView,
  rulesProposalViews,
} from '../../administration/index.ts';
import type { Problem } from '../../errors.ts';
import type { Viewer } from '../../security/index.ts';
import type { Dependencies } from '../../write/index.ts';
import * as parts from '../components/index.ts';
import type { Sent } from '../forms/read.ts';
import { sentOf } from '../forms/sent.ts';
import type { Frame } from '../frame.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { links } from '../layout.ts';
import { readRules, rulesForm } from './rules-form.ts';
import { stepLabels, rulesTexts as texts, unitLabels } from './rules-texts.ts';
import { actButton, doneAt, formErrors, orProblem, viewerHere } from './shared.ts';

interface One {
  readonly Params: { readonly id: string };
}

/** The rules of arbitration institutions: read by everybody who is signed in, entered and switched by two administrators. */
export function registerInstitutionRulesPage(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  const at = links.arbitrationRules;
  app.get(at, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const main = await rulesMain(viewer, dependencies, request.language);
    return frame.send(request, reply, { title: texts.title, main, section: 'arbitrationRules' });
  });
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    sent: Sent,
    errors: readonly parts.FieldError[],
  ) => {
    const { institutions } = await institutionRulesViews(dependencies);
    const choices = institutions.map(({ id, name }) => ({ value: id, label: name }));
    const main = rulesForm(sent, errors, choices, request.language);
    const content = {
      title: texts.enter,
      main,
      section: 'arbitrationRules',
      width: 'narrow',
      address: `${at}/new`,
    } as const;
    return frame.send(request, reply, content, errors.length === 0 ? 200 : 422);
  };
  app.get(`${at}/new`, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    return viewer.roles.includes('systemAdministrator') ? show(request, reply, {}, []) : reply.redirect(at, 303);
  });
  app.post(`${at}/new`, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const sent = sentOf(request);
    const { rules, errors } = readRules(sent);
    if (errors.length > 0) return show(request, reply, sent, errors);
    const done = await orProblem(proposeRules(viewer, rules, dependencies));
    return 'problem' in done ? show(request, reply, sent, errorsOf(done.problem)) : doneAt(reply, at, 'proposed');
  });
  const acts = {
    'switch-on': ['proposed', (viewer: Viewer, id: string) => proposeRulesSwitch(viewer, id, true, dependencies)],
    'switch-off': ['proposed', (viewer: Viewer, id: string) => proposeRulesSwitch(viewer, id, false, dependencies)],
    confirm: ['proposalConfirmed', (viewer: Viewer, id: string) => decideRules(viewer, id, 'confirmed', dependencies)],
    reject: ['proposalRejected', (viewer: Viewer, id: string) => decideRules(viewer, id, 'rejected', dependencies)],
    withdraw: ['proposalWithdrawn', (viewer: Viewer, id: string) => decideRules(viewer, id, 'withdrawn', dependencies)],
  } as const;
  for (const [name, [done, run]] of Object.entries(acts)) {
    app.post<One>(`${at}/:id/${name}`, async (request, reply) => {
      const viewer = viewerHere(request, reply);
      if (viewer === null) return reply;
      await run(viewer, request.params.id);
      return doneAt(reply, at, done);
    });
  }
}

/** The mistakes of a problem, each at its control. */
function errorsOf(problem: Problem): readonly parts.FieldError[] {
  const { fields } = problem as { readonly fields?: readonly { pointer: string; zh: string; en: string }[] };
  const at = (fields ?? []).map(({ pointer, zh, en }) => ({ field: pointer.slice(1), message: { zh, en } }));
  return at.length > 0 ? at : formErrors(problem);
}

async function rulesMain(viewer: Viewer, dependencies: Dependencies, language: Language): Promise<readonly Html[]> {
  const { institutions, examples } = await institutionRulesViews(dependencies);
  const isSystem = viewer.roles.includes('systemAdministrator');
  const mayDecide = isSystem || viewer.roles.includes('securityAdministrator');
  const waiting = mayDecide ? [waitingCard(await rulesProposalViews(viewer, dependencies), isSystem, language)] : [];
  const enter =
    isSystem &&
    html`<a class="button button-primary"${attributes({ href: `${links.arbitrationRules}/new` })}>${say(texts.enter, language)}</a>`;
  return [
    html`<div class="desk-heading"><h1>${say(texts.title, language)}</h1>${enter}</div><p>${say(texts.introduction, language)}</p>`,
    ...waiting,
    ...institutions.map((one) => institutionCard(one, isSystem, language)),
    ...(examples.length === 0
      ? []
      : [
          parts.card(
            { heading: texts.example, content: html`${examples.map((one) => rulesShown(one, false, language))}` },
            language,
          ),
        ]),
  ];
}

function institutionCard({ name, rules }: InstitutionView, maySwitch: boolean, language: Language): Html {
  const content =
    rules.length === 0
      ? html`<p class="muted">${say(texts.none, language)}</p>`
      : html`${rules.map((one) => rulesShown(one, maySwitch, language))}`;
  return parts.card({ heading: name, content }, language);
}

type TermRow = Pick<ArbitrationRules['terms'][number], 'article'> & {
  readonly step: parts.Words;
  readonly amount: parts.Words;
  readonly foreign: parts.Words;
};

function rulesShown(rules: ArbitrationRules, maySwitch: boolean, language: Language): Html {
  const { id, name, active, verified, source } = rules;
  const badges = [
    parts.badge({ label: active ? texts.inUse : texts.notInUse, tone: active ? 'good' : 'neutral' }, language),
    verified !== 'text' && parts.badge({ label: texts.toVerify, tone: 'warn', icon: 'info' }, language),
  ].filter((one) => one !== false);
  const table = parts.dataTable<TermRow>(
    {
      caption: texts.terms,
      rows: termRows(rules),
      columns: [
        { label: texts.step, cell: ({ step }) => step },
        { label: texts.amount, cell: ({ amount }) => amount },
        { label: texts.foreignAmount, cell: ({ foreign }) => foreign },
        { label: texts.article, cell: ({ article }) => article },
      ],
    },
    language,
  );
  const facts = parts.definitionList(
    {
      rows: [
        { term: texts.period, value: periodOf(rules) },
        { term: texts.source, value: source },
      ],
      wide: true,
    },
    language,
  );
  const act = active ? 'switch-off' : 'switch-on';
  const button =
    maySwitch &&
    actButton(`${links.arbitrationRules}/${id}/${act}`, active ? texts.switchOff : texts.switchOn, language);
  return html`<article class="agreement"><p class="page-heading-top"><strong>${say(name, language)}</strong>${badges}</p>${facts}${table}${button}</article>`;
}

function periodOf({ inForceFrom, inForceTo }: ArbitrationRules): parts.Words {
  return inForceFrom === null ? texts.unknownPeriod : `${inForceFrom} – ${inForceTo ?? ''}`;
}

function termRows({ terms, hearingNotice }: ArbitrationRules): readonly TermRow[] {
  const rows = terms.map(({ step, amount, foreignAmount, unit, article }) => {
    const said = (many: number) => ({ zh: `${many}${unitLabels[unit].zh}`, en: `${many} ${unitLabels[unit].en}` });
    return { step: stepLabels[step], amount: said(amount), foreign: said(foreignAmount ?? amount), article };
  });
  if (hearingNotice === null) return rows;
  const before = (days: number) => ({ zh: `开庭${days}日前`, en: `${days} days before` });
  const { days, foreignDays, article } = hearingNotice;
  return [...rows, { step: texts.hearingNotice, amount: before(days), foreign: before(foreignDays), article }];
}

function waitingCard(rows: readonly RulesProposalView[], isSystem: boolean, language: Language): Html {
  const to = (id: string, act: string) => `${links.arbitrationRules}/${id}/${act}`;
  const content = parts.dataTable<RulesProposalView>(
    {
      caption: texts.waiting,
      rows,
      empty: texts.nothingWaits,
      columns: [
        { label: texts.institution, cell: ({ institutionName }) => institutionName },
        { label: texts.what, cell: (one) => proposalShown(one, language) },
        {
          label: texts.by,
          cell: ({ proposedByName, proposedAt }) => html`${proposedByName} ${parts.date(proposedAt)}`,
        },
        {
          label: texts.act,
          cell: ({ id }) =>
            isSystem
              ? actButton(to(id, 'withdraw'), texts.withdraw, language)
              : html`${actButton(to(id, 'confirm'), texts.confirm, language, 'primary')}${actButton(to(id, 'reject'), texts.reject, language)}`,
        },
      ],
    },
    language,
  );
  return parts.card({ heading: texts.waiting, content }, language);
}

/** Whoever confirms sees the whole text, not only its name. */
function proposalShown({ rules, isSwitch }: RulesProposalView, language: Language): Html {
  const what = !isSwitch ? texts.toUse : rules.active ? texts.switchOn : texts.switchOff;
  return html`${say(what, language)}${rulesShown(rules, false, language)}`;
}
