import type { FastifyInstance } from 'fastify';
import {
  clockRulesView,
  commandsView,
  exclusionsView,
  machinesView,
  organisationsView,
  reasonsView,
  routesView,
} from '../views/index.ts';
import type { Dependencies } from '../write/index.ts';

/** The law and the town as data. Open to everybody: it says nothing of any case. */
export function registerReference(app: FastifyInstance, { town }: Dependencies): void {
  const tables = {
    organisations: { summary: '机构 / Organisations', view: () => organisationsView(town) },
    machines: { summary: '状态机 / Machines', view: machinesView },
    commands: { summary: '操作 / Commands', view: commandsView },
    routes: { summary: '衔接路径 T1–T38 / Routes', view: routesView },
    exclusions: { summary: '禁止事项 F1–F21 / Exclusions', view: exclusionsView },
    'clock-rules': { summary: '期限规则 / Clock rules', view: clockRulesView },
    reasons: { summary: '理由清单 / Lists of reasons', view: reasonsView },
  };
  for (const [name, { summary, view }] of Object.entries(tables)) {
    app.get(`/api/reference/${name}`, { schema: { tags: ['reference'], summary } }, async () => view());
  }
}
