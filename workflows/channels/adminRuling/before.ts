import { type CommandDefinition, command } from '../../command.ts';
import { choiceOf } from '../../fields.ts';
import { deskRoles } from '../../reference.ts';
import { text } from '../../text.ts';

const onMatter = { target: 'matter', machine: 'path', kind: 'fact', by: deskRoles, relation: 'anyCustodian' } as const;

/** A warned person demands in writing that the right holder act, or states that it does not infringe; if nothing follows it may ask the department for an opinion (O81 13). */
const recordWarningAnswer = command({
  ...onMatter,
  type: 'recordWarningAnswer',
  label: text('登记被警告人的书面催告或不侵权声明', 'Record a written demand of a warned person'),
  occurredOn: { precision: 'day', label: text('日期', 'On') },
  fields: {
    counted: choiceOf({
      label: text('该日期是', 'That day is'),
      of: {
        received: text('权利人收到之日', 'when the right holder received it'),
        sent: text('书面文件发出之日', 'when it was sent'),
      },
    }),
  },
  requires: [],
  apply: ({ data }) => ({
    values: { counted: data.counted },
    facts: [{ type: data.counted === 'received' ? 'warningAnswerReceived' : 'warningAnswerSent' }],
  }),
});

/** The application for marketing a drug was published: the patentee's days to ask for a ruling run (O81 60, PL 76). */
const recordDrugPublication = command({
  ...onMatter,
  type: 'recordDrugPublication',
  label: text('登记药品上市申请公开', 'Record the publication of a drug application'),
  occurredOn: { precision: 'day', label: text('公开日期', 'Published on') },
  fields: {},
  requires: [],
  apply: () => ({ facts: [{ type: 'drugApplicationPublished' }] }),
});

/** What happens before anybody asks for a ruling, and starts a time. */
export const beforeRulingCommands: readonly CommandDefinition[] = [recordWarningAnswer, recordDrugPublication];
