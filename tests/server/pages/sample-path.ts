import type * as parts from '../../../server/pages/components/index.ts';

export const path: readonly parts.PathLine[] = [
  {
    label: { zh: '鑫达商行：外观设计侵权', en: 'Xinda: design infringement' },
    steps: [
      {
        label: { zh: '登记受理', en: 'Intake' },
        state: 'done',
        organisation: '保护中心',
        dates: '11-02',
        note: { zh: '当日受理', en: 'accepted the same day' },
      },
      {
        label: { zh: '委派调解', en: 'Delegated' },
        state: 'done',
        organisation: '芝罘区法院',
        dates: '11-04',
        href: '#e1',
      },
      {
        label: { zh: '调解中', en: 'In mediation' },
        state: 'current',
        organisation: '人民调解委员会',
        dates: { zh: '11-09 起', en: 'since 11-09' },
        note: { zh: '剩 6 个工作日', en: '6 working days left' },
      },
      { label: { zh: '达成协议', en: 'Settled' }, state: 'possible', organisation: '人民调解委员会' },
      {
        label: { zh: '司法确认', en: 'Confirmation' },
        state: 'possible',
        organisation: '人民法院',
        note: { zh: '30 日内共同申请', en: 'joint application within 30 days' },
      },
      {
        label: { zh: '履行', en: 'Performance' },
        state: 'possible',
        organisation: { zh: '双方当事人', en: 'parties' },
      },
      { label: { zh: '结案归档', en: 'Closed' }, state: 'possible', organisation: '保护中心' },
    ],
  },
  {
    label: { zh: '甲乙公司：专利权属', en: 'Company A: ownership of the patent' },
    steps: [
      { label: { zh: '登记受理', en: 'Intake' }, state: 'done' },
      { label: { zh: '调解不成', en: 'Not settled' }, state: 'current', dates: '2026-11-18' },
      {
        label: { zh: '司法确认', en: 'Confirmation' },
        state: 'notPossible',
        note: { zh: '涉及知识产权确权', en: 'concerns ownership of a right' },
      },
      { label: { zh: '诉讼', en: 'Litigation' }, state: 'possible', organisation: '青岛知识产权法庭' },
    ],
  },
];

export const lanes: readonly parts.Lane[] = [
  {
    label: { zh: '登记分流', en: 'Intake' },
    state: 'ended',
    badge: { label: { zh: '已分流', en: 'Routed' }, tone: 'neutral', icon: 'check' },
    from: 0,
    to: 0,
    details: ['保护中心 · 11-02'],
  },
  {
    label: { zh: '人民调解', en: "People's mediation" },
    state: 'running',
    badge: { label: { zh: '调解中', en: 'In session' }, tone: 'warn', icon: 'clock' },
    from: 1,
    to: 2,
    href: '/cases/1?proceeding=2#timeline',
    details: ['市调委会 · 11-04 起', '（2026）烟知人调字第004号'],
  },
  {
    label: { zh: '诉讼', en: 'Litigation' },
    state: 'stayed',
    badge: { label: { zh: '中止审理', en: 'Stayed' }, tone: 'warn', icon: 'clock' },
    from: 2,
    to: 2,
    details: [{ zh: '11-09 起停在这里，等待无效宣告', en: 'at a standstill since 11-09, waiting for invalidation' }],
  },
  {
    label: { zh: '移送仲裁', en: 'To arbitration' },
    state: 'onTheWay',
    badge: { label: { zh: '已发出', en: 'Offered' }, tone: 'info', icon: 'arrow' },
    from: 2,
    to: 2,
    href: '/cases/1/handoffs/1',
    details: ['市调委会 → 烟台仲裁委员会'],
  },
];

export const ways: readonly parts.WayGroup[] = [
  {
    heading: { zh: '现在可走', en: 'Open now' },
    tone: 'good',
    icon: 'check',
    folded: false,
    ways: [
      {
        label: { zh: '转行政裁决', en: 'Administrative ruling' },
        notes: [],
        condition: { zh: '请求人申请 → 市市场监管局', en: 'on request → Market Supervision' },
        article: '专利法第65条',
        wants: [],
        action: { label: { zh: '准备移送', en: 'Prepare a handoff' }, href: '/cases/1/ruling' },
      },
    ],
  },
  {
    heading: { zh: '尚缺条件', en: 'Something is wanting' },
    tone: 'warn',
    icon: 'info',
    folded: true,
    ways: [
      {
        label: { zh: '转仲裁', en: 'Arbitration' },
        notes: [{ label: { zh: '待核实', en: 'to be confirmed' }, tone: 'neutral', icon: 'info' }],
        condition: {
          zh: '双方有仲裁协议 → 烟台仲裁委员会',
          en: 'with an arbitration agreement → Yantai Arbitration Commission',
        },
        article: '仲裁法第27条',
        wants: [
          {
            sign: { label: { zh: '未知', en: 'not known' }, tone: 'warn' },
            text: { zh: '双方有书面的仲裁约定', en: 'both sides agreed on arbitration in writing' },
            article: '仲裁法第4条',
            instead: { zh: '现在与对方约定仲裁', en: 'agree on it now' },
          },
        ],
      },
    ],
  },
];
