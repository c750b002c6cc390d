import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { citeAll, commands, commonRefusals, requirementEntries } from '../workflows/index.ts';
import { problems } from './errors.ts';

/** The table of errors as a page for people; `docs/reference/errors.md` is this text: `node server/errors-reference.ts`. */
export function errorsReference(): string {
  const sections = Object.entries(problems).map(
    ([code, { status, title, instead }]) =>
      `## ${code}\n\n${status} · ${title.zh}${instead.zh}\n\n${title.en} ${instead.en}\n`,
  );
  return [introduction, ...sections, common(), requirements()].join('\n');
}

/** Refusals every command shares. */
function common(): string {
  const rows = Object.entries(commonRefusals).map(([code, { zh, en }]) => `| \`${code}\` | ${zh} | ${en} |`);
  return `# 每项操作共有的不予办理 · Refusals every command shares\n\n| code | 中文 | English |\n|---|---|---|\n${rows.join('\n')}\n`;
}

const effects = { blocks: '不予办理 · blocks', warns: '提示 · warns', marks: '记为瑕疵 · marks' } as const;

/** Named legal requirements with their articles and the commands that ask them. */
function requirements(): string {
  const rows = requirementEntries().map(({ code, effect, basis, commands: types }) => {
    const names = types.map((type) => `${commands[type]?.label.zh ?? type} \`${type}\``).join('<br>');
    return `| \`${code}\` | ${effects[effect]} | ${citeAll(basis, 'zh')} | ${names} |`;
  });
  return `# 法定要求 · Legal requirements\n\n| code | 效果 · effect | 依据 · basis | 操作 · commands |\n|---|---|---|---|\n${rows.join('\n')}\n`;
}

/** Where the page lives; a test holds it equal to the table. */
export const errorsReferenceFile = join(import.meta.dirname, '../docs/reference/errors.md');

const introduction = `# 错误代码 · Error codes

每个错误都以 RFC 9457 的形式答复：\`code\` 固定不变，\`title\`、\`detail\`、\`instead\` 为中文，\`en\` 内为英文；\`requestId\` 可供管理员查找日志。法律上的不予办理另有自己的代码，形式相同。

Every error is answered in the form of RFC 9457: \`code\` never changes; \`title\`, \`detail\` and \`instead\` are Chinese, their English stands in \`en\`; with \`requestId\` an administrator finds the log. Refusals of the law have codes of their own in the same form.
`;

if (import.meta.main) writeFileSync(errorsReferenceFile, errorsReference());
