import { text } from '../text.ts';
import type { Route } from './transitions.ts';

/** Routes out of intake. */
export const routesFromIntake = [
  {
    id: 'T1',
    from: ['intake'],
    to: ['peopleMediation', 'commercialMediation'],
    condition: text(
      '争议可以调解，且没有一方明确拒绝调解。',
      'The dispute can be mediated and no side has clearly refused.',
    ),
    basis: [
      { instrument: 'PML', article: '第十七条' },
      { instrument: 'CMR', article: '第十五条' },
    ],
    decidedBy: 'us',
    handoff: 'H5',
    verified: 'text',
  },
  {
    id: 'T2',
    from: ['intake'],
    to: ['adminMediation'],
    condition: text(
      '属于可由专利管理部门调解的专利纠纷；对方收到通知后表示同意。',
      'A patent dispute the patent department may mediate; the other side, once notified, agrees.',
    ),
    basis: [
      { instrument: 'O81', article: '第六十三条至第六十六条' },
      { instrument: 'PLR', article: '第一百零二条' },
    ],
    decidedBy: 'receiver',
    handoff: 'H6',
    verified: 'text',
  },
  {
    id: 'T3',
    from: ['intake'],
    to: ['adminRuling'],
    condition: text(
      '由专利权人或利害关系人请求，被请求人、请求事项和事实明确，属于受理和管辖范围，任何一方都未起诉，也未约定其他解决方式。',
      'The patentee or an interested party asks, with a definite respondent, request and facts, within remit and jurisdiction; nobody has sued and no other way was agreed.',
    ),
    basis: [{ instrument: 'O81', article: '第十二条' }],
    decidedBy: 'receiver',
    handoff: 'H6',
    verified: 'text',
  },
  {
    id: 'T4',
    from: ['intake'],
    to: ['trademarkEnforcement'],
    condition: text(
      '涉嫌侵犯注册商标专用权，可请求市场监管部门处理；2027年1月1日起适用新商标法。',
      'A registered trademark seems infringed: the market regulator may be asked to act; from 2027-01-01 the new Trademark Law applies.',
    ),
    basis: [
      { instrument: 'TM19', article: '第六十条' },
      { instrument: 'TM26', article: '第七十四条' },
    ],
    decidedBy: 'receiver',
    handoff: 'H6',
    verified: 'text',
  },
  {
    id: 'T5',
    from: ['intake'],
    to: ['arbitration'],
    condition: text(
      '有有效的仲裁协议：争议前或争议后订立，或者对方在首次开庭前未否认。',
      'There is a valid arbitration agreement: made before or after the dispute, or not denied by the other side before the first hearing.',
    ),
    basis: [{ instrument: 'AL25', article: '第四条、第二十七条' }],
    decidedBy: 'receiver',
    handoff: 'H10',
    verified: 'text',
  },
  {
    id: 'T6',
    from: ['intake'],
    to: ['litigation'],
    condition: text(
      '符合起诉条件，且没有有效的仲裁协议。',
      'The conditions for a suit are met and there is no valid arbitration agreement.',
    ),
    basis: [
      { instrument: 'CPL', article: '第一百二十二条、第一百二十六条' },
      { instrument: 'AL25', article: '第五条' },
    ],
    decidedBy: 'receiver',
    handoff: 'H16',
    verified: 'text',
  },
] as const satisfies readonly Route[];
