import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { blankFacts, disputeLabels, rightKindLabels, type TriageFacts } from '../../workflows/index.ts';
import { competenceViews, type TriageView, triageView } from '../views/index.ts';
import { type Dependencies, momentOf } from '../write/index.ts';

const yesNo = Type.Optional(Type.Enum(['yes', 'no', 'unknown']));
const rightKind = Type.Enum(Object.keys(rightKindLabels) as (keyof typeof rightKindLabels)[]); // The keys of the table are exactly the kinds of right.
const dispute = Type.Enum(Object.keys(disputeLabels) as (keyof typeof disputeLabels)[]); // The keys of the table are exactly the kinds of dispute.
const division = Type.String({
  pattern: '^\\d{6}$',
  description: '对方住所地或行为地的行政区划代码 / division code of the other side or of the act, e.g. 370602',
});
const on = Type.String({
  format: 'date',
  description: '按哪一天的法律，默认今天 / by the law of which day; today if left out',
});

/** Screening facts as a query or a body. What is left out is not known. Nothing that names anybody is asked or taken. */
export const triageQuery = Type.Object(
  {
    rightKind: Type.Optional(rightKind),
    dispute: Type.Optional(dispute),
    damages: yesNo,
    respondentKnown: yesNo,
    mediationRefused: yesNo,
    mediability: Type.Optional(Type.Enum(['mediable', 'validity', 'sanction', 'criminal', 'unknown'])),
    arbitrationAgreement: yesNo,
    suitPending: yesNo,
    earlierOutcome: yesNo,
    standing: Type.Optional(Type.Enum(['owner', 'exclusive', 'sole', 'ordinary', 'other', 'unknown'])),
    crimeIndicators: yesNo,
    agreementInEffect: yesNo,
    agreementPays: yesNo,
    division: Type.Optional(division),
    on: Type.Optional(on),
  },
  { additionalProperties: false },
);
export type TriageQuery = Static<typeof triageQuery>;

const competenceQuery = Type.Object(
  { rightKind, dispute: Type.Optional(dispute), division: Type.Optional(division), on: Type.Optional(on) },
  { additionalProperties: false },
);

/**
 * Which way is open, and who is competent: for everybody, because it says nothing of any case. Read or posted, nothing is
 * stored.
 */
export function registerTriage(app: FastifyInstance, dependencies: Dependencies): void {
  const tags = ['public'];
  const summary = '纠纷解决途径查询 / Which ways are open';
  app.get<{ Querystring: TriageQuery }>(
    '/api/triage',
    { schema: { tags, summary, querystring: triageQuery } },
    async (request) => triageAsked(request.query, dependencies),
  );
  app.post<{ Body: TriageQuery }>('/api/triage', { schema: { tags, summary, body: triageQuery } }, async (request) =>
    triageAsked(request.body, dependencies),
  );
  app.get<{ Querystring: Static<typeof competenceQuery> }>(
    '/api/jurisdiction',
    { schema: { tags, summary: '向哪里提出 / Who is competent', querystring: competenceQuery } },
    async ({ query }) => {
      const asked = {
        rightKind: query.rightKind,
        dispute: query.dispute ?? null,
        on: query.on ?? todayOf(dependencies),
      };
      return { rows: competenceViews(asked, divisionsOf(query), dependencies.town) };
    },
  );
}

/** The answer to screening facts that belong to no case. */
export function triageAsked(query: TriageQuery, dependencies: Pick<Dependencies, 'town' | 'now'>): TriageView {
  const { division: _place, on: day = todayOf(dependencies), ...said } = query;
  const facts: TriageFacts = { ...blankFacts(day), ...said };
  return triageView(facts, divisionsOf(query), dependencies.town);
}

function todayOf({ now }: Pick<Dependencies, 'now'>): string {
  return momentOf(now()).slice(0, 10);
}

function divisionsOf({ division: code }: { readonly division?: string }): readonly string[] {
  return code === undefined ? [] : [code];
}
