import { withPart } from '../../case-file.ts';
import { command, dataRequirement } from '../../command.ts';
import { fileField, newItem, type StoredFile } from '../../dossier/items.ts';
import { count, flag, textOf } from '../../fields.ts';
import { text } from '../../text.ts';

/**
 * The written report to the court on a mediation without agreement, with the contents of rule 21: how it went, why it failed,
 * what raised the other side's cost, what the court should know. It becomes a paper of class `processReport`: for the court
 * alone, and it carries no proposal and no concession (OMR 18, IMR 22).
 */
export const fileCourtReport = command({
  type: 'fileCourtReport',
  target: 'proceeding',
  machine: 'courtAnnexedMediation',
  kind: 'fact',
  label: text('提交调解情况报告', 'File the report to the court'),
  hint: text(
    '只写规则要求的四项，不写各方的方案和让步。',
    'Only the four things the rule asks for; no proposals, no concessions.',
  ),
  by: ['mediator'],
  relation: 'assigned',
  occurredOn: { precision: 'day', label: text('报告日期', 'Dated') },
  fields: {
    course: textOf({ label: text('调解基本情况', 'How the mediation went'), maxLength: 1000, multiline: true }),
    whyNotAgreed: textOf({ label: text('调解不成的原因', 'Why it failed'), maxLength: 1000, multiline: true }),
    costlyConduct: textOf({
      label: text(
        '导致其他当事人诉讼成本增加的行为（没有的写“无”）',
        "Conduct that raised the other side's cost (or none)",
      ),
      maxLength: 1000,
      multiline: true,
    }),
    hints: textOf({
      label: text('需要向法院提示的其他情况（没有的写“无”）', 'What else the court should know (or none)'),
      maxLength: 1000,
      multiline: true,
    }),
    clean: flag({
      label: text('已核对：不含方案、让步和单方谈话内容', 'Checked: no proposals, concessions or caucus talk'),
    }),
    file: fileField,
    pages: count({
      label: text('纸质原件页数', 'Pages of the paper original'),
      minimum: 1,
      maximum: 100,
      optional: true,
    }),
  },
  requires: [
    dataRequirement<{ clean: boolean }>({
      code: 'report-not-checked',
      basis: [
        { instrument: 'OMR', article: '第十八条' },
        { instrument: 'IMR', article: '第二十二条' },
      ],
      check: ({ data }) =>
        data.clean
          ? null
          : {
              text: text(
                '报告交法院前须核对不含调解中的方案、让步和单方谈话。',
                'Before it goes to the court the report is checked for proposals, concessions and caucus talk.',
              ),
              field: 'clean',
            },
    }),
    dataRequirement<{ file: StoredFile | null; pages: number | null }>({
      code: 'item-without-content',
      basis: [],
      check: ({ data }) =>
        data.file === null && data.pages === null
          ? {
              text: text('请上传报告，或填写纸质原件的页数。', 'Upload the report, or give the pages of the original.'),
              field: 'file',
            }
          : null,
    }),
  ],
  apply: ({ data, caseFile, proceeding, given, day }) => {
    const item = newItem(given.ids(), proceeding!.id, day, {
      document: 'mediationReport',
      title: '调解情况书面报告',
      class: 'processReport',
      file: data.file,
      pages: data.pages,
      party: null,
      provenance: '人民法院在线调解规则第二十一条',
    });
    return {
      caseFile: withPart(caseFile, 'items', item),
      values: { item: item.id, document: item.document },
      body: { item: item.id },
    };
  },
});
