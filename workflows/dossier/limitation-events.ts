import { type CommandDefinition, command } from '../command.ts';
import { choiceOf, flag, itemOf, legalDate, textOf } from '../fields.ts';
import { deskRoles } from '../reference.ts';
import { text } from '../text.ts';

const onMatter = { target: 'matter', machine: 'path', kind: 'fact', relation: 'anyCustodian' } as const;

/** An interruption that no proceeding of ours shows: a demand, a promise, a report to the police (CC 195, LIM 10-13). */
const recordLimitationEvent = command({
  ...onMatter,
  type: 'recordLimitationEvent',
  label: text('登记时效中断', 'Record an interruption of limitation'),
  by: deskRoles,
  occurredOn: { precision: 'day', label: text('发生日期（请求的，为到达之日）', 'On (a demand: the day it arrived)') },
  fields: {
    kind: choiceOf({
      label: text('事由', 'What happened'),
      of: {
        demand: text('权利人请求履行', 'The right holder demanded performance'),
        promise: text('义务人同意履行', 'The obligor agreed to perform'),
        request: text('向有权机构请求保护', 'Request to a body with power to resolve it'),
        suit: text('提起诉讼或申请仲裁', 'Suit or arbitration elsewhere'),
        report: text('报案或控告', 'Report to police, procuratorate or court'),
      },
    }),
    proof: itemOf({ label: text('凭据', 'Proof'), optional: true }),
    note: textOf({ label: text('说明', 'Note'), maxLength: 200, optional: true }),
  },
  requires: [],
  apply: ({ data }) => ({ values: { kind: data.kind } }),
});

/** Pre-filing preservation: the court rules within forty-eight hours, and thirty days from the measure to sue run through any mediation (CPL 104). */
const recordPreservation = command({
  ...onMatter,
  type: 'recordPreservation',
  label: text('登记诉前保全', 'Record pre-filing preservation'),
  by: deskRoles,
  occurredOn: { precision: 'minute', label: text('法院接受申请的时间', 'Application accepted at') },
  fields: {
    takenOn: legalDate({ label: text('采取保全措施之日', 'Measure taken on'), optional: true }),
    refused: flag({ label: text('裁定驳回申请', 'Refused') }),
  },
  requires: [],
  apply: ({ data }) => ({
    facts: [
      { type: 'preservationApplied' },
      ...(data.takenOn === null ? [] : [{ type: 'preservationMeasureTaken', occurredOn: data.takenOn }]),
      ...(data.refused ? [{ type: 'preservationRefused' }] : []),
    ],
  }),
});

export const limitationCommands: readonly CommandDefinition[] = [recordLimitationEvent, recordPreservation];
