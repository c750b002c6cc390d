/** What a party can do on its own page: plain words for commands of the house. Which level each needs is data of the law's side. */
import {
  type CaseFile,
  type CommandDefinition,
  channelOf,
  commands,
  contextOf,
  type Given,
  latestFact,
  mattersOfParty,
  offersFor,
  type Party,
  type PartyAct,
  type Proceeding,
  partyActs,
  type Side,
  type Text,
  text,
} from '../../workflows/index.ts';

export interface DoorAct {
  readonly id: string;
  readonly command: string;
  /** On the button. */
  readonly label: Text;
  /** Above the form: what it means. */
  readonly explains: Text;
  readonly tone: 'primary' | 'secondary';
  readonly sides: readonly Side[];
  /** Values that the act means by itself and nobody types. */
  readonly means: Readonly<Record<string, string>>;
  /** Fields of the command that are asked for, in order. */
  readonly asks: readonly string[];
  readonly isOffered?: (standing: Standing) => boolean;
}

/** One proceeding as it stands for one party. */
export interface Standing {
  readonly caseFile: CaseFile;
  readonly proceeding: Proceeding;
  readonly party: Party;
  /** The party's latest answer whether it will mediate. */
  readonly answer: 'agrees' | 'refuses' | null;
}

const everybody: readonly Side[] = ['claimant', 'respondent', 'third'];
const others: readonly Side[] = ['respondent', 'third'];
const answered = { channel: 'page' } as const;
const isOpen = ({ proceeding }: Standing) => proceeding.matters.some((id) => proceeding.outcomes[id] === undefined);

export const doorActs: readonly DoorAct[] = [
  {
    id: 'agree',
    command: 'recordConsent',
    label: text('同意参加调解', 'Agree to mediate'),
    explains: text(
      '同意只表示愿意坐下来谈，不等于承认任何事情，之后随时可以退出。',
      'Agreeing means that you are willing to talk, and admits nothing. You may leave at any time.',
    ),
    tone: 'primary',
    sides: others,
    means: { ...answered, answer: 'agrees' },
    asks: [],
    isOffered: (standing) => isOpen(standing) && standing.answer !== 'agrees',
  },
  {
    id: 'decline',
    command: 'recordConsent',
    label: text('不参加调解', 'Decline to mediate'),
    explains: text(
      '不参加没有任何不利后果，也不影响您在其他程序中的权利。以后改变主意，仍可以在这里答复。',
      'Declining costs you nothing and takes away none of your rights elsewhere. Should you change your mind, answer here again.',
    ),
    tone: 'secondary',
    sides: others,
    means: { ...answered, answer: 'refuses' },
    asks: [],
    isOffered: (standing) => isOpen(standing) && standing.answer === null,
  },
  {
    id: 'time',
    command: 'proposeTime',
    label: text('提议调解时间', 'Propose a time'),
    explains: text(
      '写下您方便的时间，最多三个；以调解组织通知的时间为准。',
      'Up to three times that suit you. The one the mediators tell you of counts.',
    ),
    tone: 'secondary',
    sides: everybody,
    means: {},
    asks: ['first', 'second', 'third'],
    isOffered: isOpen,
  },
  {
    id: 'defence',
    command: 'recordDefence',
    label: text('说明我的理由', 'Give my defence'),
    explains: text(
      '选择最主要的一项，可以多次提交。在调解中说明的，只供调解使用，不作为以后对您不利的依据。',
      'Choose the main one; you may send several. What you say in mediation stays there and is not held against you later.',
    ),
    tone: 'secondary',
    sides: others,
    means: {},
    asks: ['ground'],
    isOffered: isOpen,
  },
  {
    id: 'supplier',
    command: 'nameSupplier',
    label: text('说明我的供货人', 'Name my supplier'),
    explains: text(
      '商品是从别处进的，可以写明供货人。在调解中说明的，只供调解使用，对方和供货人都不会因此收到通知。',
      'If you bought the goods, say from whom. Said in mediation it stays there: neither the other side nor the supplier is told by it.',
    ),
    tone: 'secondary',
    sides: others,
    means: {},
    asks: ['supplier'],
    isOffered: isOpen,
  },
  {
    id: 'upload',
    command: 'addItem',
    label: text('上传材料或照片', 'Upload a paper or photo'),
    explains: text(
      '可以直接用手机拍照。只交给承办机构；未经您同意，不转给其他机构。',
      'You can take a photo with your telephone. It goes to the organisation that handles the case, and no further without your consent.',
    ),
    tone: 'secondary',
    sides: everybody,
    means: { class: 'partyFile' },
    asks: ['document', 'title', 'file'],
    isOffered: isOpen,
  },
  {
    id: 'performance',
    command: 'tellPerformance',
    label: text('说明履行情况', 'Confirm performance'),
    explains: text(
      '应当收款或者接受履行的一方确认已履行的，即记为已履行；负有义务的一方说明的，由调解组织核实。',
      'When the side that is owed confirms, it is on record as performed; what the other side tells is checked first.',
    ),
    tone: 'secondary',
    sides: everybody,
    means: {},
    asks: ['obligation', 'result'],
  },
  {
    id: 'mediator',
    command: 'askForMediator',
    label: text('请求更换调解员', 'Ask for another mediator'),
    explains: text(
      '调解员与本案有利害关系的，您可以请求更换；由调解组织决定并告知您。',
      'If the mediator has an interest in the case you may ask for another; the organisation decides and tells you.',
    ),
    tone: 'secondary',
    sides: everybody,
    means: {},
    asks: ['reason'],
    isOffered: (standing) => isOpen(standing) && standing.proceeding.assignments.some(({ to }) => to === null),
  },
  {
    id: 'withdraw',
    command: 'recordConsent',
    label: text('不再参加调解', 'Withdraw my consent'),
    explains: text(
      '您可以随时退出，没有任何不利后果；已经生效的协议不因此改变。',
      'You may leave at any time without any disadvantage. An agreement already in effect stands.',
    ),
    tone: 'secondary',
    sides: everybody,
    means: { ...answered, answer: 'refuses' },
    asks: [],
    isOffered: (standing) =>
      isOpen(standing) &&
      (standing.answer === 'agrees' || (standing.party.side === 'claimant' && standing.answer === null)),
  },
  {
    id: 'resume',
    command: 'recordConsent',
    label: text('继续参加调解', 'Take part after all'),
    explains: text('您的上一次答复将由这一次代替。', 'This answer takes the place of your last one.'),
    tone: 'secondary',
    sides: ['claimant'],
    means: { ...answered, answer: 'agrees' },
    asks: [],
    isOffered: (standing) => isOpen(standing) && standing.answer === 'refuses',
  },
  {
    id: 'call',
    command: 'askForCall',
    label: text('请给我回电', 'Ask to be called'),
    explains: text(
      '只拨打案件中已登记的号码。号码变了的，请直接致电承办机构。',
      'We ring only the number on file. If it has changed, please ring the organisation.',
    ),
    tone: 'secondary',
    sides: everybody,
    means: {},
    asks: ['when'],
  },
];

/** An act that is possible now, with the proceeding it is about. */
export interface OfferedAct {
  readonly act: DoorAct;
  readonly definition: CommandDefinition;
  readonly needs: PartyAct;
  readonly proceeding: Proceeding;
}

/** Everything a party can do now, were it known surely enough; by proceeding, then in the order of the table. */
export function offeredActs(caseFile: CaseFile, party: Party, given: Given): readonly OfferedAct[] {
  const asParty: Given = { ...given, actor: partyActor(party, 1) };
  return Object.values(caseFile.proceedings).flatMap((proceeding) => {
    const offers = offersFor(caseFile, { kind: 'proceeding', id: proceeding.id }, asParty);
    const standing: Standing = { caseFile, proceeding, party, answer: answerOf(caseFile, proceeding, party) };
    return doorActs.flatMap((act): readonly OfferedAct[] => {
      const offer = offers.find(({ definition, allowed }) => definition.type === act.command && allowed !== 'no');
      const needs = partyActs[act.command];
      const isHere = act.sides.includes(party.side) && (act.isOffered?.(standing) ?? true);
      if (offer === undefined || needs === undefined || !isHere) return [];
      if (act.command === 'tellPerformance' && !hasClauses(standing, asParty)) return [];
      if (act.id === 'call' && !isWhereCallsGo(standing)) return [];
      return [{ act, definition: offer.definition, needs, proceeding }];
    });
  });
}

/** Whoever speaks for itself at this door. */
export function partyActor({ id, person }: Party, level: 0 | 1) {
  return { person, organisation: null, roles: ['party'], speaks: { party: id, level } } as const;
}

function answerOf(caseFile: CaseFile, { id }: Proceeding, party: Party): Standing['answer'] {
  const answer = latestFact(caseFile, 'recordConsent', { proceeding: id, party: party.id })?.values.answer;
  return answer === 'agrees' || answer === 'refuses' ? answer : null;
}

function hasClauses({ caseFile, proceeding }: Standing, given: Given): boolean {
  const definition = commands.tellPerformance;
  if (definition === undefined) return false;
  const context = contextOf(caseFile, definition, { kind: 'proceeding', id: proceeding.id }, given);
  return context !== null && (definition.fields.obligation?.choices?.(context) ?? []).length > 0;
}

/** One call for one case: from the proceeding that goes on, a mediation before others. */
function isWhereCallsGo({ caseFile, proceeding, party }: Standing): boolean {
  const own = mattersOfParty(caseFile, party.id);
  const open = Object.values(caseFile.proceedings).filter(
    ({ endedOn, matters }) => endedOn === null && matters.some((id) => own.has(id)),
  );
  const first = open.findLast(({ channel }) => channelOf(channel)?.family === 'mediation') ?? open.at(-1);
  return first?.id === proceeding.id;
}
