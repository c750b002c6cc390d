import * as parts from '../../../server/pages/components/index.ts';
import { type Html, html } from '../../../server/pages/html.ts';
import type { Language } from '../../../server/pages/i18n.ts';
import { columns, type Page } from '../../../server/pages/layout.ts';
import { actions, type CaseRow, cases, clocks, entries, errors, handoffs, items, parties } from './sample-data.ts';
import { lanes, path, ways } from './sample-path.ts';

function caseTable(language: Language): Html {
  return parts.dataTable<CaseRow>(
    {
      caption: { zh: '我的案件', en: 'My cases' },
      rows: cases,
      columns: [
        {
          label: { zh: '案号', en: 'Number' },
          cell: ({ number }) => html`<a class="case-number" href="/cases/1">${number}</a>`,
        },
        { label: { zh: '当事人', en: 'Parties' }, cell: (row) => row.parties },
        { label: { zh: '类型', en: 'Kind' }, cell: ({ kind }) => kind },
        { label: { zh: '阶段', en: 'Stage' }, cell: ({ stage }) => parts.badge(stage, language) },
        {
          label: { zh: '最近期限', en: 'Next limit' },
          cell: ({ left }) => parts.daysLeftText({ daysLeft: left, kind: 'statutory' }, language),
        },
        {
          label: { zh: '标的额', en: 'Amount' },
          cell: ({ amount }) => (amount < 100 ? undefined : parts.money(amount)),
          numeric: true,
        },
      ],
    },
    language,
  );
}

function formSample(language: Language): Html {
  const error = (field: string) => parts.errorOf(errors, field);
  return parts.formPage(
    {
      heading: { zh: '登记调解协议', en: 'Record the agreement' },
      introduction: {
        zh: '书面协议自各方签名、调解员签名并加盖印章之日起生效（人民调解法第29条）。',
        en: 'A written agreement takes effect once all have signed and it is sealed.',
      },
      action: '/cases/1/recordAgreement',
      errors,
      cancelHref: '/cases/1',
      idempotencyKey: 'key-1',
      revision: 17,
      multipart: true,
      hidden: { proceeding: 'p1', nothing: undefined },
      fields: controls(language, error),
      aside: parts.card({ heading: '烟知调〔2026〕0137号', content: html`<p>海岳电器 / 鑫达商行</p>` }, language),
    },
    language,
  );
}

function controls(language: Language, error: (field: string) => parts.Words | undefined): readonly Html[] {
  const choices: readonly parts.Choice[] = [
    {
      value: 'written',
      label: { zh: '书面协议', en: 'Written' },
      hint: { zh: '各方签名并盖章', en: 'signed and sealed' },
    },
    { value: 'oral', label: { zh: '口头协议', en: 'Oral' } },
    { value: 'other', label: '其他', disabled: true },
  ];
  return [
    parts.radioGroup(
      { name: 'effect', label: { zh: '协议形式', en: 'Form' }, choices, required: true, error: error('effect') },
      language,
    ),
    parts.dateField(
      {
        name: 'effectiveOn',
        label: { zh: '生效日期', en: 'Effective date' },
        hint: '最后一个签名或印章的日期',
        value: '2026-12-29',
        max: '2026-11-22',
        required: true,
        error: error('effectiveOn'),
      },
      language,
    ),
    parts.dateTimeField(
      { name: 'sessionAt', label: { zh: '会议时间', en: 'Session' }, value: '2026-11-25T14:30' },
      language,
    ),
    parts.monthField({ name: 'knownOn', label: { zh: '知道侵权的月份', en: 'Month of knowledge' } }, language),
    parts.moneyField(
      { name: 'amount', label: { zh: '总金额', en: 'Total' }, value: '186,000.00', required: true },
      language,
    ),
    parts.rowsField(
      {
        name: 'payments',
        label: { zh: '分期付款', en: 'Payments' },
        hint: '一次付清的填一项',
        error: error('payments'),
        required: true,
        rows: [{ amount: '100000' }],
        addLabel: { zh: '再加一期', en: 'Add a payment' },
        fields: (row) => [
          parts.moneyField(
            {
              name: row.name('amount'),
              label: { zh: '金额', en: 'Amount' },
              value: row.value('amount'),
              required: !row.blank,
            },
            language,
          ),
          parts.dateField({ name: row.name('dueOn'), label: { zh: '最迟日期', en: 'By' } }, language),
        ],
      },
      language,
    ),
    parts.selectField({ name: 'court', label: { zh: '确认法院', en: 'Court' }, choices, value: 'oral' }, language),
    parts.checkboxGroup(
      { name: 'means', label: { zh: '送达方式', en: 'Service by' }, choices, values: ['oral'], error: '请至少选一项' },
      language,
    ),
    parts.textArea(
      { name: 'content', label: { zh: '协议内容', en: 'Content' }, value: '<b>第一条</b>\n停止销售', rows: 4 },
      language,
    ),
    parts.textField(
      {
        name: 'number',
        label: { zh: '案号', en: 'Number' },
        hint: '如（2026）鲁0602诉前调确123号',
        value: '（2026）鲁0602诉前调确123号',
        inputMode: 'text',
        autocomplete: 'off',
      },
      language,
    ),
    parts.textField(
      { name: 'password', label: '密码', type: 'password', value: 'secret-in-page', width: 'short' },
      language,
    ),
    parts.fileField(
      {
        name: 'scan',
        label: { zh: '扫描件', en: 'Scan' },
        accept: '.pdf,image/*',
        multiple: true,
        maximumBytes: 20 * 1024 * 1024,
        hint: 'PDF 或照片。',
      },
      language,
    ),
    parts.fieldGroup(
      {
        legend: { zh: '声明', en: 'Statement' },
        fields: [
          parts.checkbox(
            {
              name: 'acknowledged',
              label: { zh: '已知悉另案在审', en: 'I know of the other case' },
              required: true,
              error: '请确认',
            },
            language,
          ),
        ],
      },
      language,
    ),
  ];
}

/** Every part of the catalogue once, with contents as in a real case, by name. */
export function samples(language: Language): Readonly<Record<string, Html>> {
  const title = '烟台海岳电器有限公司与芝罘区鑫达商行外观设计专利侵权纠纷';
  return {
    pageHeading: parts.pageHeading(
      {
        title,
        caseNumber: '烟知调〔2026〕0137号',
        badges: [
          { label: '电商快速通道', tone: 'info' },
          { label: '调解中', tone: 'warn', icon: 'clock' },
        ],
        facts: [
          { term: { zh: '案由', en: 'Cause' }, value: '侵害外观设计专利权纠纷' },
          { term: { zh: '标的额', en: 'Amount' }, value: parts.money(18_600_000) },
          { term: { zh: '调解员', en: 'Mediator' }, value: '孙丽华（市知识产权纠纷人民调解委员会）' },
          { term: { zh: '承办机构', en: 'Custodian' }, value: '中国（烟台）知识产权保护中心' },
        ],
      },
      language,
    ),
    path: parts.card(
      {
        heading: { zh: '案件路径', en: 'Path of the case' },
        content: parts.pathMap(
          path.map((line, index) => (index === 0 ? { ...line, lanes, ways } : line)),
          language,
        ),
      },
      language,
    ),
    columns: columns({
      side: [parts.actionPanel(actions, language), parts.clocksCard(clocks, language)],
      main: [
        parts.card(
          { heading: { zh: '移送', en: 'Handoffs' }, content: parts.handoffList(handoffs, language) },
          language,
        ),
        parts.card(
          {
            heading: { zh: '办理记录', en: 'Timeline' },
            aside: html`<a href="/all">全部</a>`,
            content: parts.timeline(entries, language),
          },
          language,
        ),
        parts.card(
          { heading: { zh: '当事人', en: 'Parties' }, content: parts.partiesTable(parties, language) },
          language,
        ),
        parts.card({ heading: { zh: '材料', en: 'Items' }, content: parts.itemsTable(items, language) }, language),
      ],
    }),
    cases: parts.card(
      {
        heading: { zh: '我的案件', en: 'My cases' },
        content: html`${caseTable(language)}${parts.pager({ nextHref: '/desk?after=9', previousHref: '/desk', summary: '4 / 128' }, language)}`,
      },
      language,
    ),
    ...smallSamples(language),
    form: formSample(language),
    receipt: receiptSample(language),
  };
}

function smallSamples(language: Language): Readonly<Record<string, Html>> {
  return {
    notices: html`${(['info', 'good', 'warn', 'bad'] as const).map((tone) => parts.notice({ tone, announce: tone === 'good', text: { zh: '已登记调解协议，确认期限至 2026-11-28。', en: 'The agreement is recorded.' } }, language))}`,
    counts: parts.countsRow(
      [
        { label: { zh: '今日到期', en: 'Due today' }, value: 3, href: '/desk?due=today', tone: 'bad' },
        { label: { zh: '等我办理', en: 'Waiting for me' }, value: 12, href: '/desk?waiting=me', tone: 'warn' },
        { label: { zh: '待答复移送', en: 'Handoffs to answer' }, value: 0, href: '/handoffs', tone: 'warn' },
        { label: { zh: '我的案件', en: 'My cases' }, value: 1284 },
      ],
      language,
    ),
    tabs: parts.tabs(
      {
        label: { zh: '案件列表', en: 'Lists' },
        tabs: [
          { label: { zh: '进行中', en: 'Open' }, href: '/desk', current: true, count: 12 },
          { label: { zh: '已结', en: 'Closed' }, href: '/desk?closed=yes' },
        ],
      },
      language,
    ),
    tasks: parts.card(
      {
        heading: { zh: '今日到期', en: 'Due today' },
        content: parts.taskList(
          [
            {
              label: { zh: '登记调解结果', en: 'Record the result' },
              href: '/cases/1',
              caseNumber: '烟知调〔2026〕0137号',
              caseTitle: '海岳电器 / 鑫达商行',
              dueOn: '2026-11-22',
              daysLeft: 0,
              badge: { label: { zh: '代录', en: 'on behalf' }, tone: 'info' },
            },
            {
              label: { zh: '回访', en: 'Follow up' },
              href: '/cases/2',
              daysLeft: -3,
              kind: 'guideline',
              unit: 'workingDay',
            },
          ],
          language,
        ),
      },
      language,
    ),
    empty: html`${parts.taskList([], language)}${parts.timeline([], language)}${parts.handoffList([], language)}${parts.itemsTable([], language)}${parts.clocksCard([], language)}${parts.actionPanel({ available: [] }, language)}${parts.pathMap([{ steps: [] }], language)}${parts.pager({}, language)}${parts.errorSummary([], language)}${parts.emptyState({ text: { zh: '还没有案件。', en: 'No cases yet.' }, action: { label: { zh: '登记案件', en: 'Open a case' }, href: '/cases/new' } }, language)}`,
    copyable: html`<p>${parts.copyable({ text: '7KQ4-M2XD-9PQR', label: { zh: '查询码', en: 'query code' } }, language)}</p>`,
  };
}

function receiptSample(language: Language): Html {
  return parts.receipt(
    {
      title: { zh: '材料交接回执', en: 'Receipt' },
      number: '烟知调〔2026〕0137号-3',
      rows: [
        { term: { zh: '移出单位', en: 'From' }, value: '烟台市知识产权纠纷人民调解委员会' },
        { term: { zh: '接收单位', en: 'To' }, value: '烟台市芝罘区人民法院' },
        { term: { zh: '签收时间', en: 'Received' }, value: parts.date('2026-11-19T09:30+08:00') },
      ],
      manifest: items,
      statement: { zh: '上列材料已当面清点，数量与指纹核对一致。', en: 'The items above were counted and compared.' },
      signatures: [
        { organisation: '烟台市知识产权纠纷人民调解委员会', sealed: true },
        { organisation: '烟台市芝罘区人民法院', sealed: true },
      ],
      printedAt: '2026-11-22T14:30+08:00',
      verify: { zh: '核验：输入回执号', en: 'Verify by number' },
    },
    language,
  );
}

/** A page frame around some content, as a signed-in mediator sees it. */
export function samplePage(language: Language, main: Html | readonly Html[]): Page {
  return {
    language,
    title: { zh: '部件', en: 'Parts' },
    address: '/desk?due=today',
    main,
    section: 'desk',
    signedIn: {
      name: '孙丽华',
      organisation: { zh: '市知识产权纠纷人民调解委员会', en: 'IP Mediation Committee' },
      sections: ['desk', 'handoffs', 'openCase'],
      counts: { handoffs: 2 },
      maySearch: true,
    },
    searchText: '海岳"电器',
    demo: true,
    flash: { tone: 'good', text: { zh: '已登记调解会议。', en: 'The session is recorded.' } },
    now: '2026-11-22T14:30+08:00',
  };
}
