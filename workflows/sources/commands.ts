import { type CommandDefinition, command } from '../command.ts';
import { sourceLabels } from '../dossier/opening.ts';
import { choiceOf, choicesOf, legalDate, textOf } from '../fields.ts';
import { deskRoles } from '../reference.ts';
import { text } from '../text.ts';
import { customsCommands } from './customs.ts';
import { exhibitionCommands } from './exhibition.ts';
import { platformCommands } from './platform.ts';
import { cameInBy, onMatter } from './shared.ts';

/** A complaint in a specialised market: its operator may check, mediate on the spot and take goods off; no law sets it a term. */
const recordMarketComplaint = command({
  ...onMatter,
  concerns: cameInBy('market'),
  type: 'recordMarketComplaint',
  label: text('登记市场内投诉', 'Record a complaint in a market'),
  occurredOn: { precision: 'day', label: text('投诉日期', 'Complained on') },
  fields: {
    market: textOf({ label: text('专业市场', 'Market'), maxLength: 120 }),
    stall: textOf({ label: text('摊位', 'Stall'), maxLength: 60 }),
    operatorToldOn: legalDate({ label: text('告知市场开办者之日', 'Operator told on'), optional: true }),
    measures: choicesOf({
      label: text('市场开办者的措施', 'What the operator did'),
      of: {
        checked: text('现场核查', 'Checked on the spot'),
        takenOff: text('暂停销售、下架', 'Taken off sale'),
        records: text('提供经营者信息和交易记录', "Gave the trader's data and records"),
        none: text('未采取措施', 'Nothing'),
      },
    }),
  },
  requires: [],
  apply: ({ data }) => ({ values: { operatorToldOn: data.operatorToldOn, measures: data.measures } }),
});

/** How a case came in was noted wrongly, or it went over to a fast lane: that lane's steps are then offered. */
const changeSource = command({
  type: 'changeSource',
  target: 'case',
  kind: 'fact',
  label: text('更正案件来源', 'Change how the case came in'),
  by: deskRoles,
  relation: 'anyCustodian',
  fields: {
    source: choiceOf({ label: text('案件来源', 'How it came in'), of: sourceLabels }),
    reason: textOf({ label: text('原因', 'Reason'), maxLength: 200 }),
  },
  requires: [],
  apply: ({ data, caseFile }) => ({
    caseFile: { ...caseFile, header: { ...caseFile.header, source: data.source } },
    values: { from: caseFile.header.source, to: data.source },
  }),
});

/** Fast lanes: sources with steps and clocks of their own, offered in the cases that came in by them. */
export const sourceCommands: readonly CommandDefinition[] = [
  ...platformCommands,
  ...exhibitionCommands,
  ...customsCommands,
  recordMarketComplaint,
  changeSource,
];
