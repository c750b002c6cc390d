import { text } from '../text.ts';
import type { Route } from './transitions.ts';

/** Routes out of authorities: rulings, enforcement, criminal referral and arbitration. */
export const routesFromAuthorities = [
  {
    id: 'T20',
    from: ['adminRuling'],
    to: ['adminRuling'],
    condition: text(
      '裁决过程中各方愿意调解，在裁决程序内达成协议结案。',
      'During the ruling both sides wish to settle and the case ends by agreement inside it.',
    ),
    basis: [
      { instrument: 'O81', article: '第三十五条' },
      { instrument: 'SDR', article: '第三十六条' },
    ],
    decidedBy: 'receiver',
    handoff: null,
    verified: 'text',
  },
  {
    id: 'T21',
    from: ['adminRuling'],
    to: ['adminMediation', 'litigation'],
    condition: text(
      '裁决认定侵权后，可请求就赔偿数额调解；调解不成或者不请求调解的，就赔偿起诉。',
      'Once a ruling finds infringement, the amount of damages may be mediated; failing that, or without it, sue for it.',
    ),
    basis: [
      { instrument: 'PL', article: '第六十五条' },
      { instrument: 'O81', article: '第六十四条' },
    ],
    decidedBy: 'receiver',
    handoff: null,
    verified: 'text',
  },
  {
    id: 'T22',
    from: ['adminRuling'],
    to: ['administrativeLitigation'],
    condition: text(
      '不服裁决的，在法定期限内以作出裁决的机关为被告提起行政诉讼；起诉不停止裁决的执行，也不影响就赔偿另行起诉。',
      'Whoever disagrees with the ruling sues the authority within the time the law sets; the suit neither stops its enforcement nor shuts out one for damages.',
    ),
    basis: [
      { instrument: 'PL', article: '第六十五条' },
      { instrument: 'O81', article: '第八十条' },
      { instrument: 'APL', article: '第二十六条、第五十六条' },
    ],
    decidedBy: 'receiver',
    // The party files it itself; the authority, which is the defendant, carries nothing.
    handoff: null,
    verified: 'text',
  },
  {
    id: 'T23',
    from: ['adminRuling'],
    to: ['enforcement'],
    condition: text(
      '裁决已可执行而对方不履行，由主管部门或权利人申请法院强制执行。',
      'The ruling can be enforced and is not obeyed: the department, or then the right holder, applies to the court.',
    ),
    basis: [
      { instrument: 'AEL', article: '第五十三条至第五十七条' },
      { instrument: 'O81', article: '第八十条' },
    ],
    decidedBy: 'receiver',
    handoff: 'H12',
    verified: 'text',
  },
  {
    id: 'T25',
    from: ['trademarkEnforcement'],
    to: ['generalAdminMediation'],
    condition: text(
      '查处过程中，双方请求就赔偿调解；调解不成或不履行的，可以起诉，查处不因此结束。',
      'During enforcement the sides ask to mediate damages; if that fails or is not kept, sue; the enforcement case goes on all the same.',
    ),
    basis: [
      { instrument: 'TM19', article: '第六十条第三款' },
      { instrument: 'O363', article: '第六条' },
    ],
    decidedBy: 'receiver',
    handoff: null,
    verified: 'secondary',
  },
  {
    id: 'T26',
    from: ['trademarkEnforcement', 'adminRuling'],
    to: ['criminalReferral'],
    condition: text(
      '行政机关有合理理由怀疑涉嫌犯罪，经负责人批准移送公安机关。',
      'The authority reasonably suspects a crime and its head approves the transfer to the police.',
    ),
    basis: [{ instrument: 'TRR', article: '第三条、第五条' }],
    decidedBy: 'receiver',
    handoff: 'H7',
    verified: 'text',
  },
  {
    id: 'T27',
    from: ['criminalReferral'],
    to: ['trademarkEnforcement'],
    condition: text(
      '不予立案、犯罪情节轻微或无犯罪事实，但应给予行政处罚的，移送同级行政机关。',
      'No case opened, or a minor or no crime, but an administrative penalty is due: it goes to the authority of the same level.',
    ),
    basis: [
      { instrument: 'TRR', article: '第十条、第十三条' },
      { instrument: 'TM26', article: '第七十五条' },
    ],
    decidedBy: 'receiver',
    handoff: 'H8',
    verified: 'text',
  },
  {
    id: 'T30',
    from: ['arbitration'],
    to: ['arbitration'],
    condition: text(
      '仲裁中可以调解或和解；和解后撤回的，一方反悔可依原仲裁协议再申请仲裁。',
      'Mediation and settlement are possible inside arbitration; after a withdrawal, whoever is let down may arbitrate again.',
    ),
    basis: [{ instrument: 'AL25', article: '第六十二条至第六十四条' }],
    decidedBy: 'receiver',
    handoff: null,
    verified: 'text',
  },
  {
    id: 'T31',
    from: ['arbitration'],
    to: ['arbitration', 'litigation'],
    condition: text(
      '裁决被撤销或不予执行的，可重新达成仲裁协议申请仲裁，也可以起诉。',
      'The award was set aside or refused enforcement: make a new arbitration agreement, or sue.',
    ),
    basis: [{ instrument: 'AL25', article: '第十条' }],
    decidedBy: 'receiver',
    handoff: 'H16',
    verified: 'text',
  },
  {
    id: 'T38',
    from: ['adminRuling'],
    to: ['trademarkEnforcement'],
    condition: text(
      '裁决认定侵权后再次侵犯同一专利的，山东省专利行政部门可给予行政处罚（条文和数额待核实）。',
      'After a ruling of infringement the same patent is infringed again: the Shandong patent department may impose a penalty (article and amount to be confirmed).',
    ),
    basis: [
      { instrument: 'O352', article: '' },
      { instrument: 'O81', article: '第三十四条' },
    ],
    decidedBy: 'receiver',
    handoff: null,
    verified: 'secondary',
  },
] as const satisfies readonly Route[];
