/** What a party asks for or tells in a mediation, at its own door or by telephone to whoever writes it down. */
import type { Id } from '../case-file.ts';
import { channelOf } from '../channels/index.ts';
import { type CommandDefinition, type Context, command, dataRequirement } from '../command.ts';
import { choiceOf, moment, oneOf, partyOf, person } from '../fields.ts';
import { type Obligation, obligationsOf } from '../obligations.ts';
import { deskRoles } from '../reference.ts';
import { text } from '../text.ts';
import { clauseSubjects } from './agreement-commands.ts';
import { committee, here } from './shared.ts';

export const callTimes = {
  morning: text('上午', 'In the morning'),
  afternoon: text('下午', 'In the afternoon'),
  anyTime: text('都可以', 'At any time'),
} as const;

const party = partyOf({ label: text('当事人', 'Party') });

/** Somebody wants to be called. Only the number on file is rung: none can be given here. */
const askForCall = command({
  type: 'askForCall',
  target: 'proceeding',
  kind: 'fact',
  label: text('请求回电', 'Ask to be called'),
  hint: text('只拨打已登记的号码。', 'Only the number on file is rung.'),
  by: deskRoles,
  relation: 'custodian',
  occurredOn: null,
  fields: { party, when: choiceOf({ label: text('方便接听的时间', 'When it suits'), of: callTimes }) },
  requires: [],
  apply: ({ data }) => ({ party: data.party, values: { when: data.when } }),
});

/** Up to three times at which a session would suit a party; the mediator sets one. */
const proposeTime = command({
  ...here,
  type: 'proposeTime',
  kind: 'fact',
  label: text('提议调解时间', 'Propose a time'),
  by: committee,
  relation: 'custodian',
  occurredOn: null,
  fields: {
    party,
    first: moment({ label: text('第一个时间', 'First time') }),
    second: moment({ label: text('第二个时间', 'Second time'), optional: true }),
    third: moment({ label: text('第三个时间', 'Third time'), optional: true }),
  },
  requires: [
    dataRequirement<Times>({
      code: 'time-has-passed',
      basis: [],
      check: ({ data, given }) => {
        const past = (['first', 'second', 'third'] as const).find((name) => {
          const at = data[name];
          return at !== null && at <= given.now.slice(0, 16);
        });
        return past === undefined
          ? null
          : { text: text('请选择今后的时间。', 'Choose a time that is still to come.'), field: past };
      },
    }),
  ],
  apply: ({ data }) => ({
    party: data.party,
    values: { times: [data.first, data.second, data.third].filter((at) => at !== null) },
  }),
});

interface Times {
  readonly first: string;
  readonly second: string | null;
  readonly third: string | null;
}

/** Asks for another mediator (PML 19, 23); whether one is named is for the committee to decide. */
const askForMediator = command({
  ...here,
  type: 'askForMediator',
  kind: 'fact',
  label: text('请求更换调解员', 'Ask for another mediator'),
  by: committee,
  relation: 'custodian',
  occurredOn: null,
  fields: {
    party,
    reason: choiceOf({
      label: text('原因', 'Reason'),
      of: {
        kinship: text('与对方有亲属等关系', 'A relation to the other side'),
        interest: text('与本案有利害关系', 'An interest in the case'),
        acted: text('曾参与处理本案', 'Dealt with this case before'),
        other: text('其他原因（来电说明）', 'Another reason, told by telephone'),
      },
    }),
  },
  requires: [],
  apply: ({ data }) => ({ party: data.party, values: { reason: data.reason } }),
});

/** Who supplied the goods. Said in a mediation it stays inside, and makes nobody a party of the case (IMR 22). */
const nameSupplier = command({
  ...here,
  sharedWith: [...here.sharedWith, 'intake'],
  type: 'nameSupplier',
  kind: 'fact',
  label: text('说明供货人', 'Name the supplier'),
  hint: text(
    '在调解中说明的，只供调解使用；不会因此成为本案当事人。',
    'Said in a mediation it stays there; nobody becomes a party of the case by it.',
  ),
  by: committee,
  relation: 'custodian',
  occurredOn: null,
  fields: { party, supplier: person({ label: text('供货人', 'Supplier') }) },
  requires: [],
  apply: (context) => {
    const id = context.given.ids();
    return {
      party: context.data.party,
      persons: [{ id, input: context.data.supplier }],
      values: { named: id },
      body: { named: id },
      compartment: channelOf(context.proceeding!.channel)?.family === 'mediation',
    };
  },
});

/** What a party owes, or is owed, under the agreements of this mediation. */
function concernedIn(context: Context, self: Id | null): readonly Obligation[] {
  return obligationsOf(context.caseFile).filter(
    ({ proceeding, obligor, obligee }) =>
      proceeding === context.proceeding?.id && (self === null || obligor === self || obligee === self),
  );
}

/** Whether a clause was performed, as a party tells it. Whoever is owed it can say so for good; from whoever owes it, it is a claim to be checked. */
const tellPerformance = command({
  ...here,
  type: 'tellPerformance',
  kind: 'fact',
  label: text('说明履行情况', 'Tell whether it was performed'),
  by: committee,
  relation: 'custodian',
  occurredOn: null,
  fields: {
    party,
    obligation: oneOf({
      label: text('协议的哪一项', 'Which clause'),
      choices: (context) =>
        concernedIn(context, context.given.actor.speaks?.party ?? null).map(({ id, clause, subject }) => ({
          value: id,
          label: text(
            `第 ${clause} 项 ${clauseSubjects[subject].zh}`,
            `Clause ${clause}: ${clauseSubjects[subject].en}`,
          ),
          person: null,
        })),
    }),
    result: choiceOf({
      label: text('情况', 'Result'),
      of: {
        full: text('已经履行完毕', 'Performed in full'),
        part: text('履行了一部分', 'Performed in part'),
        none: text('还没有履行', 'Not yet'),
      },
    }),
  },
  requires: [
    dataRequirement<{ party: Id; obligation: string }>({
      code: 'obligation-of-others',
      basis: [],
      check: (context) =>
        concernedIn(context, context.data.party).some(({ id }) => id === context.data.obligation)
          ? null
          : {
              text: text('这一项与该当事人无关。', 'That clause does not concern this party.'),
              field: 'obligation',
            },
    }),
  ],
  apply: (context) => {
    const { party: self, obligation, result } = context.data;
    const owed = concernedIn(context, self).find(({ id }) => id === obligation);
    const values = { obligation, result };
    const isOwed = owed?.obligee === self && owed.obligor !== null && result !== 'none';
    return {
      party: self,
      values,
      facts: isOwed ? [{ type: 'recordPerformance', party: owed.obligor, values }] : [],
    };
  },
});

export const partyRequestCommands: readonly CommandDefinition[] = [
  askForCall,
  proposeTime,
  askForMediator,
  nameSupplier,
  tellPerformance,
];
