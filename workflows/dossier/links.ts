/** Cases that belong together. A link stands in the file of the case whose custodian recorded it; the other side is found by it. */
import type { CaseFile, Id } from '../case-file.ts';
import { type CommandDefinition, type Context, command, type Requirement, stateRequirement } from '../command.ts';
import { factsOf, latestFact } from '../facts.ts';
import { choiceOf, oneOf, textOf } from '../fields.ts';
import { kit } from '../machines.ts';
import type { Reaction } from '../reactions.ts';
import { deskRoles } from '../reference.ts';
import { text } from '../text.ts';

export const linkKinds = {
  sameRight: text('同一权利的系列案件', 'A series over one right'),
  sameDispute: text('同一争议的另一案件', 'The same dispute elsewhere'),
  declaratorySuit: text('确认不侵权之诉', 'A declaratory suit (no infringement)'),
  damagesAfterRuling: text('裁决后的赔偿案件', 'Damages after a ruling'),
  invalidation: text('无效宣告', 'Invalidation of the right'),
  criminal: text('相关刑事案件', 'A related criminal case'),
  repeatInfringement: text('再次侵权', 'A repeated infringement'),
  other: text('其他关联', 'Another connection'),
} as const;
export type LinkKind = keyof typeof linkKinds;

/** A link recorded in this case: to which other case, of which kind. Holds no names. */
export interface CaseLink {
  readonly fact: Id;
  readonly other: Id;
  readonly otherCode: string;
  readonly kind: LinkKind;
  readonly since: string;
}

/** The links that stand in this case's own file. */
export function linksOf(caseFile: CaseFile): readonly CaseLink[] {
  const ended = new Set(factsOf(caseFile, 'unlinkCase').map(({ values }) => values.link));
  return [...factsOf(caseFile, 'linkCases'), ...factsOf(caseFile, 'absorbCase')]
    .filter(({ id }) => !ended.has(id))
    .map(({ id, values, occurredOn }) => ({
      fact: id,
      other: String(values.other),
      otherCode: String(values.otherCode),
      kind: kindOf(values.kind),
      since: occurredOn,
    }));
}

/** Links that can be ended; the pointer of an absorbed case stays where it is. */
function endable(caseFile: CaseFile): readonly CaseLink[] {
  return linksOf(caseFile).filter(({ fact }) => caseFile.facts[fact]?.type === 'linkCases');
}

function kindOf(value: unknown): LinkKind {
  // The keys of the table are exactly the kinds; Object.keys forgets that.
  return (Object.keys(linkKinds) as LinkKind[]).find((kind) => kind === value) ?? 'other';
}

/** Where this case went when it was absorbed; null while it goes its own way, also after one of its matters was reopened. */
export function absorbedInto(caseFile: CaseFile): { readonly other: Id; readonly otherCode: string } | null {
  const fact = latestFact(caseFile, 'absorbCase');
  if (fact === null || Object.values(caseFile.matters).some(({ slot }) => !kit.meta(slot).over)) return null;
  return { other: String(fact.values.other), otherCode: String(fact.values.otherCode) };
}

const otherField = {
  other: textOf({ label: text('另一案件的案件码', 'Code of the other case'), maxLength: 60 }),
} as const;

const otherIsThere: Requirement = {
  code: 'other-case-unknown',
  effect: 'blocks',
  decidedBy: 'us',
  basis: [],
  looksAt: 'data',
  check: ({ given }) =>
    given.found.otherCase === undefined || given.found.otherCase === null
      ? {
          text: text('没有这个案件码，请核对。', 'There is no case with this code; compare it.'),
          field: 'other',
        }
      : null,
};

const otherIsAnother: Requirement = {
  code: 'case-linked-to-itself',
  effect: 'blocks',
  decidedBy: 'us',
  basis: [],
  looksAt: 'data',
  check: ({ given, caseFile }) =>
    given.found.otherCase?.id === caseFile.id
      ? { text: text('这就是本案的案件码。', 'This is the code of this very case.'), field: 'other' }
      : null,
};

const notLinkedYet: Requirement = {
  code: 'cases-linked-already',
  effect: 'blocks',
  decidedBy: 'us',
  basis: [],
  looksAt: 'data',
  check: ({ given, caseFile }) =>
    linksOf(caseFile).some(({ other }) => other === given.found.otherCase?.id)
      ? { text: text('两案已经关联。', 'These cases are linked already.'), field: 'other' }
      : null,
};

function pointer({ given }: Context<unknown>) {
  const found = given.found.otherCase;
  return { other: found?.id ?? '', otherCode: found?.code ?? '' };
}

const linkCases = command({
  type: 'linkCases',
  target: 'case',
  kind: 'fact',
  label: text('关联案件', 'Link another case'),
  hint: text(
    '对方案件的承办机构会看到本案的案件码和关联种类，看不到本案卷宗；您也不会因此看到对方的卷宗。',
    'Who holds the other case will see the code of this one and the kind of link, not its file; nor will you see theirs.',
  ),
  by: deskRoles,
  relation: 'anyCustodian',
  needs: ['otherCase'],
  fields: { ...otherField, kind: choiceOf({ label: text('关联种类', 'Kind of link'), of: linkKinds }) },
  requires: [otherIsThere, otherIsAnother, notLinkedYet],
  apply: (context) => ({ values: { ...pointer(context), kind: context.data.kind } }),
});

const unlinkCase = command({
  type: 'unlinkCase',
  target: 'case',
  kind: 'fact',
  label: text('解除关联', 'End a link'),
  by: deskRoles,
  relation: 'anyCustodian',
  fields: {
    link: oneOf({
      label: text('关联', 'Link'),
      choices: ({ caseFile }) =>
        endable(caseFile).map(({ fact, otherCode, kind }) => ({
          value: fact,
          label: text(`${otherCode} · ${linkKinds[kind].zh}`, `${otherCode} · ${linkKinds[kind].en}`),
          person: null,
        })),
    }),
    reason: textOf({ label: text('原因', 'Reason'), maxLength: 200 }),
  },
  requires: [
    stateRequirement({
      code: 'no-links',
      basis: [],
      check: ({ caseFile }) =>
        endable(caseFile).length === 0 ? { text: text('没有关联案件。', 'No case is linked.') } : null,
    }),
  ],
  apply: ({ data }) => ({ values: { link: data.link } }),
});

/** Only a case that has got no further than the door is absorbed: a proceeding that runs is ended in its own words first. */
const onlyAtTheDoor = stateRequirement({
  code: 'proceeding-still-open',
  basis: [],
  check: ({ caseFile }) =>
    Object.values(caseFile.proceedings).every(({ channel, endedOn }) => channel === 'intake' || endedOn !== null)
      ? null
      : {
          text: text(
            '本案还有正在进行的程序，不能并入。',
            'A proceeding of this case is still running: it cannot be absorbed.',
          ),
          instead: text(
            '请先在该程序内记录结果（如撤回、终结），再并入；或者只作关联。',
            'Record its outcome there first (withdrawn, ended), or only link the cases.',
          ),
        },
});

const allHere = stateRequirement({
  code: 'case-held-elsewhere-too',
  basis: [],
  check: ({ caseFile, given }) =>
    Object.values(caseFile.proceedings).every(
      ({ organisation, endedOn }) => endedOn !== null || organisation === given.actor.organisation,
    )
      ? null
      : { text: text('本案还有其他机构在办。', 'Another organisation holds a proceeding of this case.') },
});

const nothingTravels = stateRequirement({
  code: 'handoff-already-open',
  basis: [],
  check: ({ caseFile }) =>
    Object.values(caseFile.handoffs).every(
      ({ slot }) => !['drafted', 'offered', 'received'].includes(String(slot.value)),
    )
      ? null
      : {
          text: text('已有一件移送尚未办结。', 'A handoff is still open.'),
          instead: text('请先办结、撤回或撤销。', 'Finish, recall or discard it first.'),
        },
});

const somethingOpen = stateRequirement({
  code: 'case-over-already',
  basis: [],
  check: ({ caseFile }) =>
    Object.values(caseFile.matters).some(({ slot }) => !kit.meta(slot).over)
      ? null
      : { text: text('本案已经办结。', 'This case is over already.') },
});

const otherIsOurs: Requirement = {
  code: 'other-case-not-held-here',
  effect: 'blocks',
  decidedBy: 'us',
  basis: [],
  looksAt: 'data',
  check: ({ given }) =>
    given.found.otherCase?.held
      ? null
      : {
          text: text(
            '只能并入本机构正在办理的案件。',
            'A case is absorbed only by one that your organisation is handling.',
          ),
          instead: text('请改用“关联案件”。', 'Link the cases instead.'),
          field: 'other',
        },
};

const absorbCase = command({
  type: 'absorbCase',
  target: 'case',
  kind: 'fact',
  label: text('并入另一案件', 'Absorb into another case'),
  hint: text(
    '本案到此结束并指向另一案件；当事人的查询码照常使用。卷宗材料不自动转移。',
    'This case ends here and points to the other; query codes go on working. Papers do not move by themselves.',
  ),
  tone: 'danger',
  by: deskRoles,
  relation: 'anyCustodian',
  needs: ['otherCase'],
  fields: { ...otherField, reason: textOf({ label: text('原因', 'Reason'), maxLength: 200 }) },
  requires: [somethingOpen, onlyAtTheDoor, allHere, nothingTravels, otherIsThere, otherIsAnother, otherIsOurs],
  apply: (context) => ({
    matters: Object.keys(context.caseFile.matters),
    values: { ...pointer(context), kind: 'sameDispute' },
  }),
});

/** With the pointer the door closes and every matter that was open is over. */
export const linkReactions: readonly Reaction[] = [
  {
    id: 'absorbed',
    on: { fact: 'absorbCase' },
    give: ({ caseFile }) => [
      ...Object.values(caseFile.proceedings)
        .filter(({ channel, endedOn }) => channel === 'intake' && endedOn === null)
        .map(({ id }) => ({ type: 'leaveByHandoff', target: { kind: 'proceeding' as const, id }, data: {} })),
      ...Object.values(caseFile.matters)
        .filter(({ slot }) => !kit.meta(slot).over)
        .map(({ id }) => ({
          type: 'finishMatter',
          target: { kind: 'matter' as const, id },
          data: { reason: 'absorbed' },
        })),
    ],
  },
];

export const linkCommands: readonly CommandDefinition[] = [linkCases, unlinkCase, absorbCase];
