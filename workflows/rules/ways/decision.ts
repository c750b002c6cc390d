import { text } from '../../text.ts';
import { answered, mediable, noArbitrationAgreement, notDecidedYet, respondentNamed } from './conditions.ts';
import type { Way } from './way.ts';

const agreement = answered('agreementInEffect', 'yes', {
  text: text('已经有一份生效的调解协议。', 'There is a settlement agreement in effect.'),
  basis: [{ instrument: 'CPL', article: '第二百零五条' }],
  instead: text('先通过调解达成协议。', 'First reach an agreement in mediation.'),
});

const payment = answered('agreementPays', 'yes', {
  text: text('协议约定付款或交付。', 'The agreement is to pay or to hand something over.'),
  basis: [{ instrument: 'SDR', article: '第四十条' }],
  instead: text('没有付款内容的，申请司法确认。', 'Without payment, ask a court to confirm it.'),
});

const arbitration: Way = {
  channel: 'arbitration',
  label: text('仲裁', 'Arbitration'),
  what: text('由双方约定的仲裁机构裁决，一裁终局。', 'An institution both sides agreed on decides, once and for all.'),
  conditions: [
    answered('arbitrationAgreement', 'yes', {
      text: text(
        '双方有书面的仲裁约定，争议前或争议后订立都可以。',
        'Both sides have agreed on arbitration in writing, before or after the dispute arose.',
      ),
      basis: [{ instrument: 'AL25', article: '第四条、第二十七条' }],
      instead: text(
        '现在与对方约定仲裁，写明机构名称。',
        'Agree on it with the other side now, and name the institution.',
      ),
    }),
    mediable,
    notDecidedYet,
  ],
  time: {
    text: text(
      '五日内决定是否受理，其后按仲裁规则。',
      'Accepted or not within five days; then by the rules of the institution.',
    ),
    basis: [{ instrument: 'AL25', article: '第三十五条' }],
  },
  cost: {
    text: text(
      '按机构公布的标准收费，一般由败诉方承担。',
      'Fees at the published rates, as a rule borne by the losing side.',
    ),
    basis: [],
  },
  confidentiality: {
    text: text('不公开审理，双方同意公开的除外。', 'Hearings are not public unless both sides agree.'),
    basis: [],
  },
  enforceability: {
    text: text(
      '裁决一作出就生效，可以申请法院强制执行。',
      'An award takes effect when made and can be enforced by a court.',
    ),
    basis: [{ instrument: 'AL25', article: '第七十条、第七十五条' }],
  },
  closes: {
    text: text(
      '关闭诉讼和行政裁决；裁决后不能再仲裁或起诉。',
      'Closes the courts and an administrative ruling; after the award nobody arbitrates or sues again.',
    ),
    basis: [
      { instrument: 'AL25', article: '第五条、第十条' },
      { instrument: 'O81', article: '第十二条(五)' },
    ],
  },
  keepsOpen: {
    text: text(
      '仲裁中可以和解、调解；裁决被撤销的可以重新约定或起诉。',
      'You may settle inside it; if the award is set aside, agree anew or sue.',
    ),
    basis: [{ instrument: 'AL25', article: '第十条、第六十二条' }],
  },
  basis: [{ instrument: 'AL25', article: '第四条、第二十七条' }],
  verified: 'text',
};

const litigation: Way = {
  channel: 'litigation',
  label: text('起诉', 'A suit in court'),
  what: text('由法院判决是否侵权、赔偿多少。', 'A court decides whether there is infringement and how much is owed.'),
  conditions: [
    respondentNamed,
    noArbitrationAgreement,
    notDecidedYet,
    answered('suitPending', 'no', {
      text: text('同一争议还没有在法院进行。', 'The same dispute is not in court already.'),
      basis: [{ instrument: 'CPL', article: '第一百二十二条、第一百二十七条' }],
      instead: text('已在诉讼中的，在该案中主张。', 'Where it is, raise it in that suit.'),
    }),
  ],
  time: {
    text: text(
      '七日内决定是否立案；第一审普通程序六个月，简易程序三个月，可以延长；还可能上诉。',
      'Registered or not within seven days; in first instance six months, three in the summary procedure, and longer; an appeal may follow.',
    ),
    basis: [{ instrument: 'CPL', article: '第一百二十六条、第一百五十二条、第一百六十四条' }],
  },
  cost: {
    text: text(
      '要交诉讼费，一般由败诉方承担；可以请求合理开支。',
      'Court fees, as a rule borne by the losing side; reasonable expenses can be claimed.',
    ),
    basis: [],
  },
  confidentiality: {
    text: text(
      '一般公开审理，涉及商业秘密的可以申请不公开。',
      'Public as a rule; with trade secrets it may be closed on application.',
    ),
    basis: [{ instrument: 'CPL', article: '第一百三十七条' }],
  },
  enforceability: {
    text: text('判决生效后可以强制执行。', 'A judgment in effect can be enforced.'),
    basis: [{ instrument: 'CPL', article: '第二百四十七条、第二百五十条' }],
  },
  closes: {
    text: text(
      '起诉后不能再请求专利行政裁决；商标查处可能中止。',
      'After a suit no patent ruling can be asked for; enforcement over a trademark may be stayed.',
    ),
    basis: [
      { instrument: 'O81', article: '第十二条(五)' },
      { instrument: 'TM19', article: '第六十二条' },
      { instrument: 'TM26', article: '第七十六条' },
    ],
  },
  keepsOpen: {
    text: text('诉讼中随时可以调解、和解。', 'You may settle at any time.'),
    basis: [{ instrument: 'CPL', article: '第一百二十五条' }],
  },
  basis: [{ instrument: 'CPL', article: '第一百二十二条' }],
  verified: 'text',
};

const confirmation: Way = {
  channel: 'judicialConfirmation',
  label: text('司法确认', 'Judicial confirmation'),
  what: text(
    '双方共同请法院确认调解协议，确认后可以强制执行。',
    'Both sides together ask a court to confirm the agreement; then it can be enforced.',
  ),
  conditions: [
    agreement,
    {
      id: 'subject',
      text: text(
        '协议不涉及权利归谁、是否有效。',
        'The agreement does not decide who owns a right or whether it is valid.',
      ),
      basis: [{ instrument: 'CPLI', article: '第三百五十五条(五)' }],
      judge: ({ dispute }) => {
        if (dispute === null) return 'unknown';
        return dispute === 'ownership' || dispute === 'validity' ? 'missing' : 'met';
      },
      instead: text(
        '权属部分另行办理登记或起诉，其余部分申请确认。',
        'Settle ownership by recordal or a suit, and ask for confirmation of the rest.',
      ),
    },
  ],
  time: {
    text: text(
      '协议生效后三十日内共同申请；法院一般十五日内审查，最长三十日。',
      'Apply together within thirty days of the agreement taking effect; the court reviews it within fifteen days as a rule, thirty at most.',
    ),
    basis: [
      { instrument: 'CPL', article: '第一百八十七条、第二百零五条' },
      { instrument: 'JC11', article: '第五条' },
    ],
  },
  cost: { text: text('不收费。', 'Free.'), basis: [{ instrument: 'JC11', article: '第十一条' }] },
  confidentiality: {
    text: text('法院只看协议和证明，不看调解过程。', 'The court sees the agreement and its proofs, not what was said.'),
    basis: [{ instrument: 'CPLI', article: '第三百五十四条' }],
  },
  enforceability: {
    text: text('裁定有效后，对方不履行可申请强制执行。', 'Once confirmed, it can be enforced if it is not kept.'),
    basis: [{ instrument: 'CPL', article: '第二百零六条' }],
  },
  closes: {
    text: text('确认后不能就同一争议再起诉。', 'Once confirmed nobody sues over the same dispute again.'),
    basis: [{ instrument: 'CPL', article: '第一百二十七条(五)' }],
  },
  keepsOpen: {
    text: text(
      '被驳回的，可以变更协议、重新调解或起诉。',
      'If it is rejected, change the agreement, mediate again or sue.',
    ),
    basis: [{ instrument: 'CPL', article: '第二百零六条' }],
  },
  basis: [{ instrument: 'CPL', article: '第二百零五条' }],
  verified: 'text',
};

const notary: Way = {
  channel: 'notarisedEnforcement',
  label: text('公证赋予强制执行效力', 'Notarised enforceable instrument'),
  what: text(
    '把有付款内容的协议拿去公证，不履行时凭公证书执行。',
    'An agreement to pay is notarised; on default the instrument is enforced.',
  ),
  conditions: [agreement, payment],
  time: { text: text('由公证机构办理，时间因案而异。', 'As the notary needs; it varies.'), basis: [] },
  cost: { text: text('按公证收费标准。', "At the notary's rates."), basis: [] },
  confidentiality: { text: text('公证机构负有保密义务。', 'The notary keeps it secret.'), basis: [] },
  enforceability: {
    text: text('可以直接申请强制执行。', 'It can be enforced directly.'),
    basis: [{ instrument: 'NL', article: '第三十七条' }],
  },
  closes: {
    text: text(
      '有执行依据的，一般不再就同一债务起诉。',
      'With a title there is, as a rule, no suit over the same debt.',
    ),
    basis: [{ instrument: 'NL', article: '第三十七条' }],
  },
  keepsOpen: {
    text: text('没有公证的部分仍可起诉或申请确认。', 'What was not notarised may still be sued over or confirmed.'),
    basis: [],
  },
  basis: [
    { instrument: 'NL', article: '第三十七条' },
    { instrument: 'SDR', article: '第四十条' },
  ],
  verified: 'text',
};

const order: Way = {
  channel: 'paymentOrder',
  label: text('支付令', 'Payment order'),
  what: text(
    '只要钱、没有争议的，请法院发支付令催款。',
    'For money only and without dispute, the court orders payment.',
  ),
  conditions: [agreement, payment],
  time: {
    text: text(
      '法院受理后十五日内发出；对方十五日内可以提出异议。',
      'Issued within fifteen days of acceptance; the other side may object within fifteen days.',
    ),
    basis: [{ instrument: 'CPL', article: '第二百二十五条、第二百二十七条' }],
  },
  cost: { text: text('费用比起诉低。', 'Cheaper than a suit.'), basis: [] },
  confidentiality: { text: text('不开庭，不公开。', 'No hearing, not public.'), basis: [] },
  enforceability: {
    text: text('对方不异议又不付款的，可以强制执行。', 'Enforceable if the other side neither objects nor pays.'),
    basis: [{ instrument: 'CPL', article: '第二百二十七条' }],
  },
  closes: {
    text: text('不关闭诉讼：对方提出异议的，支付令失效。', 'Closes nothing: an objection ends the order.'),
    basis: [{ instrument: 'CPL', article: '第二百二十八条' }],
  },
  keepsOpen: {
    text: text('失效后转入诉讼，或就协议起诉。', 'Then it goes on as a suit, or you sue on the agreement.'),
    basis: [{ instrument: 'CPL', article: '第二百二十八条' }],
  },
  basis: [{ instrument: 'CPL', article: '第二百二十五条' }],
  verified: 'secondary',
};

/** Ways to a decision that can be enforced. */
export const decisionWays: readonly Way[] = [arbitration, litigation, confirmation, notary, order];
