/** Goods with a custody record of their own: who had them, since when, and where they went. Each lot is a list of goods on the file. */
import type { CaseFile, Fact, Id, OccurredOn } from '../case-file.ts';
import { command, dataRequirement } from '../command.ts';
import { factsOf } from '../facts.ts';
import { choiceOf, count, itemOf, organisationOf, textOf } from '../fields.ts';
import { text } from '../text.ts';

/** What happens to goods; the last three end their record. */
export const goodsEvents = {
  detained: text('海关扣留', 'Detained by customs'),
  sealed: text('查封', 'Sealed'),
  seized: text('扣押', 'Seized'),
  stored: text('入库保管', 'Put in storage'),
  inspected: text('送检', 'Sent for testing'),
  handedOver: text('移交', 'Handed over'),
  confiscated: text('没收', 'Confiscated'),
  returned: text('退还', 'Returned'),
  released: text('放行', 'Released'),
  destroyed: text('销毁', 'Destroyed'),
} as const;
export type GoodsEvent = keyof typeof goodsEvents;

const last: readonly GoodsEvent[] = ['returned', 'released', 'destroyed'];

/** One line of a lot's record. */
export interface CustodyLine {
  readonly event: GoodsEvent;
  readonly holder: Id;
  readonly quantity: number | null;
  readonly on: OccurredOn;
  readonly fact: Id;
}

/** A lot of goods with its chain of custody, in the order of the days. */
export interface Goods {
  /** The list of goods that names the lot. */
  readonly item: Id;
  readonly chain: readonly CustodyLine[];
  /** Who has it now; null when nobody does any more. */
  readonly holder: Id | null;
}

/** Every lot of a case that has a custody record. */
export function goodsOf(caseFile: CaseFile): readonly Goods[] {
  const lines = Map.groupBy(factsOf(caseFile, 'recordGoodsCustody'), (fact) => String(fact.values.lot));
  return [...lines].map(([item, facts]) => {
    const chain = facts.map(lineOf);
    const now = chain.at(-1)!;
    return { item, chain, holder: last.includes(now.event) ? null : now.holder };
  });
}

function lineOf(fact: Fact): CustodyLine {
  const { event, holder, quantity } = fact.values;
  return {
    // The field of the command is the list of events; the fact carries one of them.
    event: event as GoodsEvent,
    holder: String(holder),
    quantity: typeof quantity === 'number' ? quantity : null,
    on: fact.occurredOn,
    fact: fact.id,
  };
}

/** Writes the next line of a lot's record. */
export const recordGoodsCustody = command({
  type: 'recordGoodsCustody',
  target: 'proceeding',
  kind: 'fact',
  label: text('登记涉案物品保管流转', 'Record custody of goods'),
  hint: text('先收录涉案物品清单，再逐次登记。', 'Add the list of goods to the file first, then record each movement.'),
  by: ['enforcementOfficer', 'enforcementJudge', 'rulingOfficer', 'criminalLiaison', 'centreStaff'],
  relation: 'custodian',
  occurredOn: { precision: 'minute', label: text('发生时间', 'When') },
  fields: {
    lot: itemOf({ label: text('涉案物品清单', 'List of goods') }),
    event: choiceOf({ label: text('事项', 'What happened'), of: goodsEvents }),
    holder: organisationOf({
      label: text('其后由谁保管', 'Who has them afterwards'),
      kinds: [
        'customs',
        'trademarkEnforcementDepartment',
        'patentAdministrationDepartment',
        'copyrightAuthority',
        'plantVarietyAuthority',
        'publicSecurity',
        'procuratorate',
        'court',
        'protectionCentre',
      ],
    }),
    quantity: count({ label: text('数量', 'Quantity'), minimum: 1, maximum: 100_000_000, optional: true }),
    place: textOf({ label: text('存放地点', 'Place'), maxLength: 120, optional: true }),
  },
  requires: [
    dataRequirement<{ lot: Id }>({
      code: 'not-a-list-of-goods',
      basis: [],
      check: ({ data, caseFile }) =>
        ['goodsList', 'sample'].includes(caseFile.items[data.lot]?.document ?? '')
          ? null
          : {
              text: text('请选择涉案物品清单或样品。', 'Choose a list of goods or a sample.'),
              field: 'lot',
            },
    }),
    dataRequirement<{ lot: Id }>({
      code: 'goods-no-longer-held',
      basis: [],
      check: ({ data, caseFile }) =>
        goodsOf(caseFile).some(({ item, holder }) => item === data.lot && holder === null)
          ? {
              text: text('这批物品已退还、放行或销毁。', 'These goods were returned, released or destroyed already.'),
              field: 'lot',
            }
          : null,
    }),
  ],
  apply: ({ data }) => ({
    values: { lot: data.lot, event: data.event, holder: data.holder, quantity: data.quantity },
  }),
});
