import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import {
  decideRules,
  institutionRulesViews,
  proposeRules,
  proposeRulesSwitch,
  rulesProposalViews,
} from '../administration/index.ts';
import { requireViewer } from '../security/index.ts';
import type { Dependencies } from '../write/index.ts';
import { type IdParams, idParams, shortText } from './schemas.ts';

const known = '/api/arbitration-rules';
const proposals = '/api/administration/arbitration-rules';

/** Rules of arbitration institutions: everybody who is signed in reads them, two administrators enter and switch them. */
export function registerInstitutionRules(app: FastifyInstance, dependencies: Dependencies): void {
  const tags = ['administration'];
  app.get(known, { schema: { tags: ['reference'], summary: '仲裁规则 / Arbitration rules' } }, async (request) => {
    requireViewer(request);
    return institutionRulesViews(dependencies);
  });
  app.get(proposals, { schema: { tags, summary: '待确认的仲裁规则 / Rules that wait' } }, async (request) => ({
    rows: await rulesProposalViews(requireViewer(request), dependencies),
  }));
  app.post<{ Body: RulesBody }>(
    proposals,
    { schema: { tags, summary: '提出仲裁规则（待安全管理员确认） / Enter rules; they wait', body: rulesBody } },
    async (request, reply) => {
      await proposeRules(requireViewer(request), request.body, dependencies);
      return reply.code(204).send();
    },
  );
  for (const [name, active] of Object.entries({ 'switch-on': true, 'switch-off': false })) {
    app.post<{ Params: IdParams }>(
      `${known}/:id/${name}`,
      {
        schema: {
          tags,
          summary: active ? '提出启用 / Propose to use' : '提出停用 / Propose to stop',
          params: idParams,
        },
      },
      async (request, reply) => {
        await proposeRulesSwitch(requireViewer(request), request.params.id, active, dependencies);
        return reply.code(204).send();
      },
    );
  }
  const decisions = { confirm: 'confirmed', reject: 'rejected', withdraw: 'withdrawn' } as const;
  for (const [name, as] of Object.entries(decisions)) {
    app.post<{ Params: IdParams }>(
      `${proposals}/:id/${name}`,
      { schema: { tags, summary: `仲裁规则申请 / Proposal of rules: ${name}`, params: idParams } },
      async (request, reply) => {
        await decideRules(requireViewer(request), request.params.id, as, dependencies);
        return reply.code(204).send();
      },
    );
  }
}

const count = Type.Integer({ minimum: 1, maximum: 400 });
const day = Type.Union([Type.String({ format: 'date' }), Type.Null()]);
const text = Type.String({ maxLength: 200 });
const rulesBody = Type.Object(
  {
    institution: shortText(60),
    name: Type.Object({ zh: text, en: text }, { additionalProperties: false }),
    inForceFrom: day,
    inForceTo: day,
    source: text,
    textRead: Type.Boolean({
      description: '已核对规则原文；否则显示待核实 / the text itself was read; otherwise to be verified',
    }),
    terms: Type.Array(
      Type.Object(
        {
          step: Type.Enum(['answer', 'tribunal', 'award']),
          amount: count,
          foreignAmount: Type.Union([count, Type.Null()]),
          unit: Type.Enum(['calendarDay', 'workingDay', 'month']),
          article: text,
        },
        { additionalProperties: false },
      ),
      { maxItems: 3 },
    ),
    hearingNotice: Type.Union([
      Type.Object({ days: count, foreignDays: count, article: text }, { additionalProperties: false }),
      Type.Null(),
    ]),
  },
  { additionalProperties: false },
);
type RulesBody = Static<typeof rulesBody>;
