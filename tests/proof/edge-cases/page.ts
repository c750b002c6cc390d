import { rulesRead, testsNamed } from './index.ts';
import type { RuleRead } from './rule.ts';

const sections = {
  7: '情形 · Cases',
  8: '期限的计算 · How terms are counted',
  10: '更正和补充 · Corrections and additions',
  11: '第三次通读 · The third reading',
} as const;

function row([id, rule]: readonly [string, RuleRead]): string {
  const { zh, en } = rule.says;
  const answer =
    'because' in rule
      ? `— ${rule.because.zh}<br>— ${rule.because.en}`
      : rule.heldBy.map((one) => `\`${one.split(' › ')[0]}\`: ${testsNamed(one)[0]}`).join('<br>');
  return `| ${id} | ${zh}<br>${en} | ${answer.replaceAll('|', '\\|')} |`;
}

/** The page as text. */
export function edgeCasesPage(): string {
  const all = Object.entries(rulesRead);
  const tables = Object.entries(sections).map(([section, title]) => {
    const rows = all.filter(([id]) => id.startsWith(`${section}.`)).map(row);
    return `## §${section} ${title} (${rows.length})\n\n| no. | 规则 rule | 检验 held by |\n|---|---|---|\n${rows.join('\n')}\n`;
  });
  const open = all.filter(([, rule]) => 'because' in rule).length;
  return `# 规则与检验 · Rules and what holds them

由检验生成。编号依通读笔记；一个编号含几条规则的，以字母区分。每条规则写明由哪一项检验保证；没有检验的写明原因。共 ${all.length} 条，其中 ${open} 条没有检验。

Generated from the tests. The numbers are those of the reading notes; letters tell several rules of one number apart. Each rule names the test that holds it, or the reason why none does: ${all.length} rules, ${open} of them without a test.

${tables.join('\n')}`;
}
