import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { setOwnWorkEmail, workEmailOf } from '../administration/index.ts';
import type { Problem } from '../errors.ts';
import type { Viewer } from '../security/index.ts';
import type { Dependencies } from '../write/index.ts';
import { rolesShown } from './administration/accounts-pages.ts';
import { doneAt, formErrors, orProblem, viewerHere } from './administration/shared.ts';
import * as parts from './components/index.ts';
import { entered } from './forms/read.ts';
import { sentOf } from './forms/sent.ts';
import type { Frame } from './frame.ts';
import { html } from './html.ts';
import { links } from './layout.ts';

const texts = {
  title: { zh: '我的账号', en: 'My account' },
  roles: { zh: '岗位', en: 'Roles' },
  workEmail: { zh: '工作邮箱', en: 'Work e-mail' },
  none: { zh: '未登记', en: 'None' },
  hint: {
    zh: '期限临近、每周摘要和移送的提醒发到这里；邮件只有案件编号和日期，没有案情。留空即不再发送。',
    en: 'Reminders of time limits, the weekly digest and news of handoffs go here; they hold case codes and dates, and nothing of the cases. Leave it empty to stop them.',
  },
  change: { zh: '更改工作邮箱', en: 'Change the work e-mail' },
  save: { zh: '保存', en: 'Save' },
} as const;

/** What a person sees and changes of the own account. */
export function registerAccountPage(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  app.get(links.account, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    return viewer === null ? reply : show(request, reply, viewer, '', null);
  });

  app.post(links.account, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const typed = entered(sentOf(request), 'workEmail');
    const done = await orProblem(setOwnWorkEmail(viewer, typed, dependencies));
    if ('problem' in done) return show(request, reply, viewer, typed, done.problem);
    return doneAt(reply, links.account, 'workEmailSet');
  });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    viewer: Viewer,
    typed: string,
    wrong: Problem | null,
  ): Promise<FastifyReply> {
    const { language } = request;
    const known = await workEmailOf(viewer.accountId, dependencies);
    const facts: parts.Definition[] = [
      { term: texts.roles, value: rolesShown(viewer, language) },
      { term: texts.workEmail, value: known ?? texts.none },
    ];
    const form = parts.formPage(
      {
        heading: texts.change,
        introduction: texts.hint,
        action: links.account,
        errors: wrong === null ? [] : formErrors(wrong),
        submitLabel: texts.save,
        cancelHref: links.desk,
        fields: [
          parts.textField(
            { name: 'workEmail', label: texts.workEmail, maxLength: 120, autocomplete: 'email', value: typed },
            language,
          ),
        ],
      },
      language,
    );
    const main = html`${parts.pageHeading({ title: viewer.name, facts }, language)}${form}`;
    const content = { title: texts.title, main, width: 'narrow', address: links.account } as const;
    reply.header('cache-control', 'no-store');
    return frame.send(request, reply, content, wrong?.status ?? 200);
  }
}
