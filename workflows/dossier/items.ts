import Type from 'typebox';
import { type Id, type Item, type LegalDate, patchPart, withPart } from '../case-file.ts';
import { channelOf } from '../channels/index.ts';
import { command, dataRequirement } from '../command.ts';
import { documentKinds } from '../documents/kinds.ts';
import { choiceOf, count, type Field, itemOf, partyOf, textOf } from '../fields.ts';
import { itemClasses } from '../handoff/item-classes.ts';
import { deskRoles } from '../reference.ts';
import { excluded } from '../rules/guards.ts';
import { text } from '../text.ts';

const classLabels = Object.fromEntries(Object.entries(itemClasses).map(([id, row]) => [id, row.label])) as {
  readonly [K in keyof typeof itemClasses]: (typeof itemClasses)[K]['label'];
};

/** A file that the door has stored already, by its content; the form shows an upload control. */
export interface StoredFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
}

export const fileField: Field<StoredFile | null> = {
  label: text('文件（20 MB 以内）', 'File (up to 20 MB)'),
  hint: text(
    '没有电子文件的，填写纸质原件页数。照片请用 JPEG：HEIC 照片在许多电脑上打不开。',
    'Without a file, give the pages of the paper original. Photos as JPEG, please: many computers cannot open HEIC.',
  ),
  required: false,
  control: { kind: 'file' },
  schema: Type.Object(
    {
      sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
      bytes: Type.Integer({ minimum: 1 }),
      mediaType: Type.String({ maxLength: 120 }),
    },
    { additionalProperties: false },
  ),
  empty: null,
  choices: null,
  check: null,
};

/** What a party can hand in by itself at its own door. */
export const papersOfParties: readonly (keyof typeof documentKinds)[] = [
  'evidence',
  'propertyRightProof',
  'performanceRecord',
  'identityDocument',
];

/** Puts a paper or file on the proceeding's file, with its class: the class decides what may ever leave. */
export const addItem = command({
  type: 'addItem',
  target: 'proceeding',
  kind: 'fact',
  label: text('收录材料', 'Add an item'),
  by: deskRoles,
  relation: 'custodian',
  occurredOn: { precision: 'day', label: text('收到日期', 'Received on') },
  fields: {
    document: choiceOf({
      label: text('材料种类', 'Kind of paper'),
      of: documentKinds,
      only: ({ given }) => (given.actor.speaks === undefined ? Object.keys(documentKinds) : papersOfParties),
    }),
    title: textOf({ label: text('名称', 'Title'), maxLength: 120 }),
    class: choiceOf({
      label: text('类别', 'Class'),
      of: classLabels,
      only: ({ given }) => (given.actor.speaks === undefined ? Object.keys(classLabels) : ['partyFile']),
    }),
    file: fileField,
    pages: count({
      label: text('纸质原件页数', 'Pages of the paper original'),
      minimum: 1,
      maximum: 5000,
      optional: true,
    }),
    party: partyOf({ label: text('提交的当事人', 'Handed in by'), optional: true }),
    provenance: textOf({ label: text('来源', 'Where it comes from'), maxLength: 200, optional: true }),
  },
  requires: [
    dataRequirement<{ file: StoredFile | null; pages: number | null }>({
      code: 'item-without-content',
      basis: [],
      check: ({ data }) =>
        data.file === null && data.pages === null
          ? {
              text: text(
                '请上传文件，或填写纸质原件的页数。',
                'Upload a file, or give the pages of the paper original.',
              ),
              field: 'file',
            }
          : null,
    }),
    dataRequirement<{ document: keyof typeof documentKinds; class: keyof typeof itemClasses }>({
      code: 'process-paper-stays-inside',
      basis: [
        { instrument: 'IMR', article: '第二十二条' },
        { instrument: 'OMR', article: '第二十九条' },
      ],
      check: ({ data, proceeding }) =>
        channelOf(proceeding!.channel)?.family === 'mediation' &&
        data.document === 'mediationRecord' &&
        data.class !== 'processPrivate'
          ? {
              text: text(
                '调解笔录属于调解过程保密材料，不能归入其他类别。',
                'A mediation record belongs to the inside of the mediation and to no other class.',
              ),
              field: 'class',
            }
          : null,
    }),
    excluded<{ document: keyof typeof documentKinds }>(
      'F20',
      'mediation-record-is-no-evidence',
      'data',
      ({ data, proceeding }) =>
        data.document === 'mediationRecord' &&
        ['court', 'authority', 'arbitration'].includes(channelOf(proceeding!.channel)?.family ?? ''),
      'document',
    ),
    dataRequirement<{ document: keyof typeof documentKinds }>({
      code: 'report-needs-its-contents',
      basis: [{ instrument: 'OMR', article: '第二十一条' }],
      check: ({ data, proceeding }) =>
        proceeding?.channel === 'courtAnnexedMediation' && data.document === 'mediationReport'
          ? {
              text: text(
                '交法院的调解情况报告须写明规则要求的四项内容。',
                'The report to the court states the four things the rule asks for.',
              ),
              instead: text('请用“提交调解情况报告”登记。', 'Use “File the report to the court”.'),
              field: 'document',
            }
          : null,
    }),
  ],
  apply: ({ data, proceeding, caseFile, given, day }) => {
    const item = newItem(given.ids(), proceeding!.id, day, { ...data, provenance: data.provenance ?? '' });
    const inside = item.class === 'processPrivate';
    return {
      caseFile: withPart(caseFile, 'items', item),
      party: data.party,
      values: { item: item.id, document: item.document },
      compartment: inside,
      body: { item: item.id },
    };
  },
});

/** An item as it comes onto a file: an electronic file, or a paper original by its pages. */
export function newItem(
  id: Id,
  proceeding: Id,
  addedOn: LegalDate,
  paper: Pick<Item, 'document' | 'title' | 'class' | 'party' | 'pages' | 'provenance'> & {
    readonly file: StoredFile | null;
  },
): Item {
  const { file, document, title, party, pages, provenance } = paper;
  return {
    id,
    document,
    title,
    class: paper.class,
    proceeding,
    party,
    medium: file === null ? 'paper' : 'file',
    sha256: file?.sha256 ?? null,
    bytes: file?.bytes ?? null,
    mediaType: file?.mediaType ?? null,
    pages,
    provenance,
    addedOn,
    withdrawn: false,
  };
}

/** Takes a paper off the file; it stays on record and in manifests that already went out. */
export const withdrawItem = command({
  type: 'withdrawItem',
  target: 'proceeding',
  kind: 'fact',
  label: text('撤下材料', 'Withdraw an item'),
  by: deskRoles,
  relation: 'custodian',
  fields: {
    item: itemOf({ label: text('材料', 'Item') }),
    reason: textOf({ label: text('原因', 'Reason'), maxLength: 200 }),
  },
  requires: [],
  apply: ({ data, caseFile }) => ({
    caseFile: patchPart(caseFile, 'items', data.item, { withdrawn: true }),
    values: { item: data.item },
    compartment: caseFile.items[data.item]?.class === 'processPrivate',
  }),
});
