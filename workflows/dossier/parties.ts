import { type Agent, type CaseFile, type Id, type Party, patchPart, withPart } from '../case-file.ts';
import { channelOf } from '../channels/index.ts';
import { command, dataRequirement, stateRequirement } from '../command.ts';
import { agentOf, choiceOf, flag, itemOf, legalDate, mattersOf, partyOf, person } from '../fields.ts';
import { radarWarnings } from '../radar/requirements.ts';
import { deskRoles, type Reference } from '../reference.ts';
import { excluded } from '../rules/guards.ts';
import { text } from '../text.ts';
import { newParty } from './opening.ts';

export const sideLabels = {
  claimant: text('申请人', 'Claimant'),
  respondent: text('被申请人', 'Respondent'),
  third: text('第三人', 'Third party'),
} as const;

export const capacityLabels = {
  full: text('完全民事行为能力', 'Full capacity'),
  limited: text('限制民事行为能力（8至17周岁等）', 'Limited capacity (8 to 17, and others)'),
  none: text('无民事行为能力（不满8周岁等）', 'No capacity (under 8, and others)'),
} as const;

export const authorityLabels = {
  legalRepresentative: text('法定代表人（负责人）', 'Legal representative'),
  guardian: text('法定代理人（监护人）', 'Guardian'),
  general: text('一般授权代理人', 'Agent with general authority'),
  special: text('特别授权代理人', 'Agent with special authority'),
} as const;

export const serviceMethodLabels = {
  email: text('电子邮件', 'E-mail'),
  sms: text('短信', 'Text message'),
  post: text('邮寄', 'Post'),
  inPerson: text('当面', 'In person'),
} as const;

export const addParty = command({
  type: 'addParty',
  target: 'case',
  kind: 'fact',
  label: text('增加当事人', 'Add a party'),
  by: deskRoles,
  relation: 'anyCustodian',
  fields: {
    side: choiceOf({ label: text('地位', 'Side'), of: sideLabels }),
    who: person({ label: text('当事人', 'Party') }),
    capacity: choiceOf({ label: text('民事行为能力', 'Capacity'), of: capacityLabels, optional: true }),
    foreign: flag({ label: text('境外当事人（含港澳台）', 'From abroad, Hong Kong, Macao or Taiwan') }),
    matters: mattersOf({ label: text('涉及的争议事项（不选为全部）', 'Matters (none: all)') }),
  },
  needs: ['relatedCases'],
  requires: [
    ...radarWarnings,
    dataRequirement<{ side: string; matters: readonly Id[] }>({
      code: 'respondent-after-hearing',
      basis: [{ instrument: 'O81', article: '第二十四条第三款' }],
      check: ({ data, caseFile }) => {
        const heard = Object.values(caseFile.proceedings).some(
          (one) =>
            one.channel === 'adminRuling' &&
            String(one.slot.value) === 'deliberation' &&
            (data.matters.length === 0 || data.matters.some((id) => one.matters.includes(id))),
        );
        return data.side === 'respondent' && heard
          ? {
              text: text(
                '行政裁决口头审理后，不再追加被请求人。',
                'After the oral hearing of a ruling no respondent is added.',
              ),
              instead: text('请另行提出请求。', 'A request of its own is possible.'),
              field: 'side',
            }
          : null;
      },
    }),
  ],
  apply: ({ data, caseFile, given }) => {
    const { party: known, draft } = newParty(given.ids, data.side, data.who);
    const party: Party = { ...known, capacity: data.capacity ?? 'full', foreign: data.foreign };
    const matters = data.matters.length > 0 ? data.matters : Object.keys(caseFile.matters);
    const group = { claimant: 'claimants', respondent: 'respondents', third: null }[data.side] as
      | 'claimants'
      | 'respondents'
      | null;
    const added = withPart(caseFile, 'parties', party);
    const joined =
      group === null
        ? added
        : matters.reduce(
            (file, id) => patchPart(file, 'matters', id, { [group]: [...file.matters[id]![group], party.id] }),
            added,
          );
    return { caseFile: joined, persons: [draft], party: party.id, matters, body: { party: party.id } };
  },
});

/** Agents of a party who may act on a day. */
export function agentsOn(party: Party, day: string): readonly Agent[] {
  return party.agents.filter((agent) => agent.from <= day && (agent.to === null || agent.to >= day));
}

/** Names of everybody who mediates or has mediated in the case. */
export function mediatorsOf(caseFile: CaseFile, { officers }: Reference): readonly string[] {
  const mediations = Object.values(caseFile.proceedings).filter(
    ({ channel }) => channelOf(channel)?.family === 'mediation',
  );
  return mediations.flatMap(({ assignments }) => assignments.flatMap(({ person }) => officers[person]?.name ?? []));
}

const representativeKinds: readonly Agent['authority'][] = ['legalRepresentative', 'guardian'];

/** Appoints an agent. One party may be represented by two agents at most; representatives by law do not count (CPL 61). */
export const appointAgent = command({
  type: 'appointAgent',
  target: 'case',
  kind: 'fact',
  label: text('登记代理人', 'Appoint an agent'),
  by: deskRoles,
  relation: 'anyCustodian',
  occurredOn: { precision: 'day', label: text('授权日期', 'Authorised on') },
  fields: {
    party: partyOf({ label: text('被代理的当事人', 'Party represented') }),
    who: person({ label: text('代理人', 'Agent') }),
    authority: choiceOf({
      label: text('权限', 'Authority'),
      of: authorityLabels,
      hint: text(
        '一般授权代理人不能代为和解、承认或者放弃请求。',
        'An agent with general authority cannot settle, admit or waive.',
      ),
    }),
    receivesBy: choiceOf({
      label: text('有权代收文书的，送达方式', 'If entitled to receive papers: by which way'),
      hint: text(
        '填写后，发给当事人的通知同时发给该代理人，送达代理人即为送达当事人。',
        'Letters to the party then go to this agent, too, and service on the agent is service on the party.',
      ),
      of: serviceMethodLabels,
      optional: true,
    }),
    to: legalDate({ label: text('授权期限至', 'Authority ends on'), mayBeFuture: true, optional: true }),
    evidence: itemOf({ label: text('授权委托书', 'Power of attorney'), optional: true }),
  },
  requires: [
    excluded<{ who: { readonly name: string } }>(
      'F17',
      'mediator-cannot-act-later',
      'data',
      ({ data, caseFile, given }) => mediatorsOf(caseFile, given.reference).includes(data.who.name),
      'who',
    ),
    dataRequirement<{ party: Id; authority: Agent['authority'] }>({
      code: 'third-agent-refused',
      basis: [
        { instrument: 'CPL', article: '第六十一条' },
        { instrument: 'O81', article: '第十七条' },
      ],
      check: ({ data, caseFile, day }) => {
        if (representativeKinds.includes(data.authority)) return null;
        const agents = agentsOn(caseFile.parties[data.party]!, day).filter(
          (agent) => !representativeKinds.includes(agent.authority),
        );
        return agents.length < 2
          ? null
          : {
              text: text('一方当事人最多委托两名代理人。', 'A party may have two agents at most.'),
              instead: text('请先终止一名代理人的授权。', 'End the authority of one of them first.'),
              field: 'who',
            };
      },
    }),
    ...radarWarnings,
  ],
  needs: ['relatedCases'],
  apply: ({ data, caseFile, given, day }) => {
    const party = caseFile.parties[data.party]!;
    const agent: Agent = {
      id: given.ids(),
      person: given.ids(),
      authority: data.authority,
      from: day,
      to: data.to,
      evidence: data.evidence,
      receivesBy: data.receivesBy,
    };
    return {
      caseFile: patchPart(caseFile, 'parties', party.id, { agents: [...party.agents, agent] }),
      persons: [{ id: agent.person, input: data.who }],
      party: party.id,
      values: { agent: agent.id, authority: agent.authority },
      body: { agent: agent.id, person: agent.person },
    };
  },
});

export const endAgency = command({
  type: 'endAgency',
  target: 'case',
  kind: 'fact',
  label: text('终止代理', 'End an agency'),
  hint: text(
    '代理终止后，该当事人原有的查询码随之停用；请为当事人重新发放。',
    'The query code the party had stops working then; issue a new one to the party.',
  ),
  by: deskRoles,
  relation: 'anyCustodian',
  fields: { agent: agentOf({ label: text('代理人', 'Agent') }) },
  requires: [
    stateRequirement({
      code: 'no-agents',
      basis: [],
      check: ({ caseFile }) =>
        Object.values(caseFile.parties).some((party) => party.agents.length > 0)
          ? null
          : { text: text('还没有登记代理人。', 'No agent is registered.') },
    }),
  ],
  apply: ({ data, caseFile, day }) => {
    const party = Object.values(caseFile.parties).find((one) => one.agents.some((agent) => agent.id === data.agent))!;
    const agents = party.agents.map((agent) => (agent.id === data.agent ? { ...agent, to: day } : agent));
    return {
      caseFile: patchPart(caseFile, 'parties', party.id, { agents }),
      party: party.id,
      values: { agent: data.agent },
    };
  },
});

/** Confirms the address for service; consent to electronic service must stand in it and carries over (CPLI 136-137). */
export const confirmServiceAddress = command({
  type: 'confirmServiceAddress',
  target: 'case',
  kind: 'fact',
  label: text('确认送达地址', 'Confirm address for service'),
  by: deskRoles,
  relation: 'anyCustodian',
  occurredOn: { precision: 'day', label: text('确认日期', 'Confirmed on') },
  fields: {
    party: partyOf({ label: text('当事人', 'Party') }),
    method: choiceOf({ label: text('送达方式', 'Service method'), of: serviceMethodLabels }),
    language: choiceOf({
      label: text('文书语言', 'Language of letters'),
      of: { 'zh-CN': text('中文', 'Chinese'), en: text('英文', 'English') },
      optional: true,
    }),
    evidence: itemOf({ label: text('送达地址确认书', 'Address confirmation'), optional: true }),
  },
  requires: [],
  apply: ({ data, caseFile, day }) => ({
    caseFile: patchPart(caseFile, 'parties', data.party, {
      serviceMethod: data.method,
      serviceConfirmedOn: day,
      language: data.language ?? 'zh-CN',
    }),
    party: data.party,
    values: { method: data.method },
  }),
});

/** Corrects a party's legal facts; names and contacts are corrected in the person store. */
export const describeParty = command({
  type: 'describeParty',
  target: 'case',
  kind: 'fact',
  label: text('补充当事人情况', 'Complete a party'),
  by: deskRoles,
  relation: 'anyCustodian',
  fields: {
    party: partyOf({ label: text('当事人', 'Party') }),
    capacity: choiceOf({ label: text('民事行为能力', 'Capacity'), of: capacityLabels }),
    foreign: flag({ label: text('境外当事人（含港澳台）', 'From abroad, Hong Kong, Macao or Taiwan') }),
    who: person({ label: text('更正姓名和联系方式', 'Correct name and contacts'), optional: true }),
  },
  needs: ['relatedCases'],
  requires: radarWarnings,
  apply: ({ data, caseFile }) => ({
    caseFile: patchPart(caseFile, 'parties', data.party, { capacity: data.capacity, foreign: data.foreign }),
    party: data.party,
    values: { capacity: data.capacity },
    persons: data.who === null ? [] : [{ id: caseFile.parties[data.party]!.person, input: data.who }],
  }),
});
