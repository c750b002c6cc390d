import type { Text } from '../../../workflows/index.ts';
import { type Language, say } from '../i18n.ts';

/** A detail of a record in words: 动态验证码：未使用. What has no words here, an id or a number, is shown as it was kept. */
export function detailInWords(name: string, value: unknown, language: Language): string {
  const label = Object.hasOwn(names, name) ? say(names[name]!, language) : name;
  const word = (one: unknown) => {
    const key = `${name}.${one}`;
    return Object.hasOwn(values, key) ? say(values[key]!, language) : String(one);
  };
  const shown = (Array.isArray(value) ? value : [value]).map(word).join(' ');
  return language === 'zh-CN' ? `${label}：${shown}` : `${label}: ${shown}`;
}

const names: Readonly<Record<string, Text>> = {
  secondFactor: { zh: '动态验证码', en: 'Second factor' },
  roles: { zh: '岗位', en: 'Roles' },
  proposedBy: { zh: '提出人', en: 'Proposed by' },
  field: { zh: '栏目', en: 'Field' },
  asked: { zh: '筛选条件', en: 'Asked for' },
  upTo: { zh: '截至序号', en: 'Up to number' },
  times: { zh: '次数', en: 'Times' },
  rows: { zh: '项数', en: 'Rows' },
  done: { zh: '已完成', en: 'Done' },
  deputy: { zh: '代理人', en: 'Deputy' },
  from: { zh: '自', en: 'From' },
  to: { zh: '至', en: 'To' },
  what: { zh: '更改', en: 'Change' },
  rules: { zh: '规则', en: 'Rules' },
  active: { zh: '启用', en: 'In use' },
};

const values: Readonly<Record<string, Text>> = {
  'secondFactor.none': { zh: '未使用', en: 'not used' },
  'secondFactor.passed': { zh: '已通过', en: 'passed' },
  'what.set': { zh: '已设置', en: 'set' },
  'what.removed': { zh: '已删除', en: 'removed' },
  'active.yes': { zh: '是', en: 'yes' },
  'active.no': { zh: '否', en: 'no' },
};
