/**
 * What a party may do at its own door, and how sure we must be who spoke (design §7). A house rule except where an article
 * is named: each row says why its level is enough.
 */
import { type Text, text } from '../text.ts';
import type { Basis } from './law.ts';
import type { StatementLevel } from './reasons.ts';

/** One command as a party may give it. Level 2 is never reached at this door: it needs a person or a signed paper. */
export interface PartyAct {
  readonly level: StatementLevel;
  readonly why: Text;
  readonly basis: readonly Basis[];
  /** Also after the proceeding has ended. */
  readonly afterEnd?: true;
  /** Only in these kinds of proceedings; absent: in a mediation, or while the way is still being chosen. */
  readonly anywhere?: true;
}

const answer = text(
  '是对本机构的正式答复，须确认是当事人本人；随时可以更改，因此不要求签名。',
  'A formal answer: we must know that the party itself spoke. It can be changed at any time, so no signature is asked for.',
);
const statement = text(
  '是当事人的陈述，须确认是本人；是否属实另行核实。',
  'A statement of the party: we must know that it spoke itself. Whether it is true is looked into later.',
);
const voluntary: Basis = { instrument: 'PML', article: '第十七条' };
const rights: Basis = { instrument: 'PML', article: '第二十三条' };

/** By command. What stands in no row is no act of this door. */
export const partyActs: Readonly<Record<string, PartyAct>> = {
  askForCall: {
    level: 0,
    why: text(
      '只会拨打已登记的号码，冒用者得不到任何信息。',
      'We ring only the number on file, so that a stranger with the code gains nothing.',
    ),
    basis: [],
    anywhere: true,
  },
  recordConsent: { level: 1, why: answer, basis: [voluntary] },
  proposeTime: { level: 1, why: answer, basis: [rights] },
  askForMediator: { level: 1, why: answer, basis: [{ instrument: 'PML', article: '第十九条' }] },
  recordDefence: { level: 1, why: statement, basis: [rights] },
  nameSupplier: { level: 1, why: statement, basis: [rights] },
  addItem: { level: 1, why: statement, basis: [rights] },
  tellPerformance: {
    level: 1,
    why: statement,
    basis: [{ instrument: 'PML', article: '第三十一条' }],
    afterEnd: true,
  },
  appointAgent: {
    level: 2,
    why: text('授权委托须有签名或者盖章的书面文件。', 'Authority is given by a signed or sealed paper.'),
    basis: [{ instrument: 'CPL', article: '第六十二条' }],
  },
  confirmServiceAddress: {
    level: 2,
    why: text(
      '以后的文书寄到这个地址即视为送达，因此须本人签名确认，包括同意电子送达。',
      'Papers sent there count as served, so the party signs for it, also for electronic service.',
    ),
    basis: [{ instrument: 'CPLI', article: '第一百三十六条、第一百三十七条' }],
  },
  recordAgreement: {
    level: 2,
    why: text('调解协议由各方签名、盖章或者按指印。', 'An agreement is signed, sealed or fingerprinted by all sides.'),
    basis: [{ instrument: 'PML', article: '第二十九条' }],
  },
};
