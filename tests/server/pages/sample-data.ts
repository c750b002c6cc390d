import type * as parts from '../../../server/pages/components/index.ts';
import { html } from '../../../server/pages/html.ts';

// What the sample parts say: one mediated design-patent case as its mediator sees it.

const sha256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

export const clocks: readonly parts.Clock[] = [
  {
    label: { zh: '申请司法确认', en: 'Application for judicial confirmation' },
    kind: 'statutory',
    daysLeft: 6,
    dueOn: '2026-11-28',
    progress: { daysUsed: 24, daysTotal: 30 },
    note: { zh: '双方共同申请', en: 'both parties jointly' },
    proof: {
      rule: {
        zh: '双方自调解协议生效之日起三十日内共同申请',
        en: 'Both apply within 30 days of the day the agreement takes effect',
      },
      instrument: { zh: '民事诉讼法（2023 修正）', en: 'Civil Procedure Law (2023)' },
      article: { zh: '第205条', en: 'art. 205' },
      trigger: {
        fact: { zh: '调解协议生效', en: 'Agreement took effect' },
        on: '2026-10-29',
        evidence: html`<a href="/items/7">调解协议书.pdf</a>`,
      },
      calendar: { zh: '2026 年国务院办公厅放假安排', en: 'Official holiday notice for 2026' },
      tolling: [
        { from: '2026-11-01', until: '2026-11-03', days: 2, reason: '诉前委托鉴定' },
        { from: '2026-11-20', days: 2, reason: { zh: '补正材料', en: 'supplement' } },
      ],
      steps: [
        '2026-10-29 不计入，自 2026-10-30 起算 30 日',
        { zh: '第 30 日为 2026-11-28（周六），顺延至 2026-11-30', en: 'Day 30 is a Saturday: moved to 2026-11-30' },
      ],
      consequence: {
        zh: '逾期申请是否受理由法院决定',
        en: 'Whether a late application is accepted is for the court to decide',
      },
      moved: {
        zh: '由 2026-11-26 变为 2026-11-28：生效日期更正',
        en: 'from 2026-11-26 to 2026-11-28: effective date corrected',
      },
    },
  },
  {
    label: { zh: '调解期限', en: 'Mediation term' },
    kind: 'guideline',
    daysLeft: -2,
    dueOn: '2026-11-20',
    progress: { daysUsed: 33, daysTotal: 31 },
    unverified: true,
  },
  {
    label: { zh: '法院补充材料', en: 'Supplement asked by the court' },
    kind: 'statutory',
    daysLeft: -2,
    unit: 'workingDay',
    dueOn: '2026-11-20',
    progress: { daysUsed: 7, daysTotal: 5 },
  },
  {
    label: { zh: '支付第一期款项', en: 'First payment' },
    kind: 'agreed',
    daysLeft: 41,
    dueOn: '2027-01-02',
    provisional: true,
    oldLaw: true,
    progress: { daysUsed: 9, daysTotal: 50 },
  },
  {
    label: { zh: '首次联系被申请人', en: 'First contact with the respondent' },
    kind: 'target',
    daysLeft: 0,
    dueOn: '2026-11-22T18:00+08:00',
    progress: { daysUsed: 3, daysTotal: 3 },
  },
  {
    label: { zh: '委派调解', en: 'Delegated mediation' },
    kind: 'statutory',
    daysLeft: 11,
    dueOn: '2026-12-03',
    state: 'suspended',
  },
  {
    label: { zh: '受理审查', en: 'Review of the application' },
    kind: 'statutory',
    daysLeft: 0,
    dueOn: '2026-11-04',
    state: 'met',
  },
];

export const actions: parts.ActionPanel = {
  available: [
    { label: { zh: '登记调解会议', en: 'Record a session' }, href: '/cases/1/recordSession', tone: 'primary' },
    { label: { zh: '达成协议', en: 'Record an agreement' }, href: '/cases/1/recordAgreement', depends: true },
    { label: { zh: '签收', en: 'Receive' }, post: '/handoffs/3/receive', values: { revision: '4', note: undefined } },
    {
      label: { zh: '调解不成 · 转出', en: 'Mediation failed' },
      href: '/cases/1/recordFailure',
      tone: 'danger',
      note: { zh: '须告知其他途径', en: 'other routes must be explained' },
    },
  ],
  unavailable: [
    {
      label: { zh: '申请司法确认', en: 'Apply for confirmation' },
      reason: { zh: '调解协议尚未生效：缺调解委员会印章。', en: 'The agreement has no seal of the committee yet.' },
      article: '人民调解法第29条',
      instead: { zh: '登记盖章日期', en: 'Record the date of the seal' },
      insteadHref: '/cases/1/recordSeal',
    },
    {
      label: { zh: '登记专利权属协议', en: 'Record an ownership agreement' },
      reason: { zh: '涉及确权的条款不能确认。', en: 'Ownership clauses cannot be confirmed.' },
      instead: { zh: '拆分争议事项', en: 'Split the matter' },
    },
    {
      label: { zh: '第三名代理人', en: 'A third agent' },
      reason: { zh: '每方至多两名代理人。', en: 'At most two agents.' },
      article: '民事诉讼法第61条',
    },
  ],
};

export const entries: readonly parts.TimelineEntry[] = [
  {
    on: { at: '2026-11-09T09:12+08:00', precision: 'minute' },
    recordedAt: '2026-11-09T01:20:00Z',
    what: { zh: '保护中心 → 市知识产权纠纷人民调解委员会', en: 'Protection centre → Mediation committee' },
    organisation: '市知识产权纠纷人民调解委员会',
    who: { zh: '调解员 孙丽华', en: 'mediator Sun Lihua' },
    body: { zh: '指派调解员孙丽华，移交案卷 12 份', en: 'Mediator assigned; 12 items handed over' },
    status: { label: { zh: '已签收', en: 'Received' }, tone: 'good' },
    links: [
      { label: '指派函.docx', href: '/items/1' },
      { label: '案卷目录.pdf', href: '/items/2' },
    ],
    id: 'e1',
  },
  {
    on: { at: '2026-11-04', precision: 'day' },
    recordedAt: '2026-11-06T03:00:00Z',
    what: { zh: '第一次调解会议', en: 'First session' },
    organisation: '调解室',
    marks: [
      {
        kind: 'irregular',
        note: {
          zh: '会议早于权利义务告知；已补告知（人民调解法第23条）',
          en: 'held before the rights notice; repaired',
        },
      },
      { kind: 'corrected', note: { zh: '日期原记为 2026-11-05', en: 'was dated 2026-11-05' } },
      { kind: 'compartment' },
    ],
  },
  {
    on: { at: '2026-11-03', precision: 'day' },
    what: { zh: '法院签收材料', en: 'Court received the packet' },
    organisation: '芝罘区人民法院',
    marks: [{ kind: 'onBehalf', note: { zh: '凭送达回证第 3 号代录', en: 'on service receipt 3' } }],
  },
  {
    on: { at: '2024-08', precision: 'month' },
    what: { zh: '发现侵权产品上架', en: 'Infringing product found on sale' },
    marks: [{ kind: 'annulled' }, { kind: 'system' }, { kind: 'removed' }],
  },
];

export const items: readonly parts.ItemRow[] = [
  {
    number: 1,
    name: '调解协议书',
    href: '/items/7',
    itemClass: { label: { zh: '双方签署', en: 'Jointly signed' }, tone: 'good' },
    provenance: { zh: '双方当事人', en: 'both parties' },
    receivedOn: '2026-10-29',
    pages: 4,
    sha256,
  },
  {
    number: 2,
    name: '侵权比对表<final>.xlsx',
    itemClass: { label: { zh: '证据', en: 'Evidence' }, tone: 'info' },
    receivedOn: '2026-11-02',
    bytes: 48_213,
    sha256,
    inCompartment: true,
  },
];

export const handoffs: readonly parts.Handoff[] = [
  {
    label: { zh: '申请司法确认', en: 'Application for confirmation' },
    from: '烟台市知识产权纠纷人民调解委员会',
    to: '烟台市芝罘区人民法院',
    status: { label: { zh: '已送出', en: 'Offered' }, tone: 'info' },
    caseNumber: '烟知调〔2026〕0137号',
    caseTitle: '海岳电器与鑫达商行外观设计专利侵权纠纷',
    caseHref: '/cases/1',
    moments: { offeredAt: '2026-11-18T10:05+08:00', receivedAt: '2026-11-19' },
    answerBy: { on: '2026-11-24', daysLeft: 2 },
    marks: [{ kind: 'onBehalf', note: { zh: '送达回证（2026）003', en: 'service receipt 003' } }],
    manifest: items,
    receiptHref: '/handoffs/3/receipt',
    actions: [
      { label: { zh: '接受', en: 'Accept' }, href: '/handoffs/3/accept', tone: 'primary' },
      { label: { zh: '退回', en: 'Return' }, href: '/handoffs/3/return', tone: 'danger' },
    ],
  },
  {
    label: { zh: '委派调解', en: 'Delegation' },
    from: '芝罘区人民法院',
    to: '保护中心',
    status: { label: { zh: '已退回', en: 'Returned' }, tone: 'warn' },
    moments: { offeredAt: '2026-11-01', returnedAt: '2026-11-02' },
    returnReason: { zh: '超出调解范围', en: 'outside the remit' },
    note: { zh: '已告知当事人', en: 'parties told' },
  },
];

export const parties: readonly parts.PartyRow[] = [
  {
    name: '烟台海岳电器有限公司',
    side: { zh: '申请人', en: 'Claimant' },
    href: '/parties/1',
    details: ['9137060********42X'],
    agents: [
      { name: '王志强', authority: { zh: '特别授权', en: 'special authority' } },
      { name: '李敏', authority: { zh: '一般授权', en: 'general authority' } },
    ],
    serviceAddress: '烟台市芝罘区南大街 1 号',
    outcome: { label: { zh: '已达成协议', en: 'Settled' }, tone: 'good' },
  },
  { name: '芝罘区鑫达商行', side: { zh: '被申请人', en: 'Respondent' } },
];

export type CaseRow = {
  number: string;
  parties: string;
  kind: string;
  stage: parts.Badge;
  left: number;
  amount: number;
};
export const cases: readonly CaseRow[] = [
  {
    number: '烟知调〔2026〕0137号',
    parties: '海岳电器 / 鑫达商行',
    kind: '外观设计',
    stage: { label: '调解中', tone: 'warn', icon: 'clock' },
    left: 6,
    amount: 18_600_000,
  },
  {
    number: '烟知调〔2026〕0136号',
    parties: '张裕酿酒 / 某酒业贸易行',
    kind: '商标',
    stage: { label: '司法确认', tone: 'info' },
    left: 11,
    amount: 5_000_050,
  },
  {
    number: '烟知调〔2026〕0131号',
    parties: '东方海洋 / 某跨境电商店铺',
    kind: '商标 · 进出口',
    stage: { label: '待委派', tone: 'bad' },
    left: -1,
    amount: 99,
  },
  {
    number: '烟知调〔2026〕0102号',
    parties: '某软件公司 / 某培训学校',
    kind: '著作权',
    stage: { label: '已转诉讼', tone: 'neutral' },
    left: 0,
    amount: 123_456_789,
  },
];

export const errors: readonly parts.FieldError[] = [
  { field: 'effectiveOn', message: { zh: '生效日期不能晚于今天', en: 'The effective date cannot be in the future' } },
  {
    field: 'payments',
    message: { zh: '请写明每期付款日期', en: 'Give a date for every payment' },
    article: '民诉法解释第358条',
    instead: { zh: '写成“2026-12-31 前”', en: 'Write "by 2026-12-31"' },
  },
  { field: 'effect', message: { zh: '请选择协议形式', en: 'Choose the form of the agreement' } },
  {
    message: { zh: '该案刚被他人修改，请核对后再提交', en: 'Somebody changed this case; check and submit again' },
    article: '—',
  },
];
