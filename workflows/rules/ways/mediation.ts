import { text } from '../../text.ts';
import { answered, disputeIsOneOf, mediable, nobodyRefuses, respondentNamed, rightIsOneOf } from './conditions.ts';
import type { Way } from './way.ts';

const contract = {
  text: text(
    '协议有合同效力，不能直接强制执行；双方可以共同请法院确认，确认后可强制执行。',
    'The agreement binds like a contract and cannot be enforced as it is; both sides together may have a court confirm it, and then it can.',
  ),
  basis: [
    { instrument: 'PML', article: '第三十一条' },
    { instrument: 'CPL', article: '第二百零五条、第二百零六条' },
  ],
} as const;

const closesNothing = {
  text: text(
    '不关闭任何途径；达成协议后，原来的争议按协议解决。',
    'Closes nothing; once there is an agreement, the old dispute is settled by it.',
  ),
  basis: [{ instrument: 'PML', article: '第三条、第三十二条' }],
} as const;

const everythingElse = {
  text: text(
    '调解不成的，仍可起诉、按约定仲裁，或请求行政机关处理。',
    'If it fails you may still sue, arbitrate where agreed, or ask an authority to act.',
  ),
  basis: [{ instrument: 'PML', article: '第二十六条' }],
} as const;

const secret = {
  text: text(
    '不公开进行；调解中的让步不能在以后的程序中用作对您不利的证据。',
    'Not public; what you concede there cannot be used against you later.',
  ),
  basis: [
    { instrument: 'PML', article: '第二十三条' },
    { instrument: 'IMR', article: '第二十二条' },
  ],
} as const;

/** Ways in which somebody helps both sides to agree. */
export const mediationWays: readonly Way[] = [
  {
    channel: 'peopleMediation',
    label: text('人民调解、行业调解', "People's or industry mediation"),
    what: text(
      '由调解委员会的调解员帮助双方谈成一份协议。',
      'Mediators of a committee help both sides to reach an agreement.',
    ),
    conditions: [mediable, nobodyRefuses, respondentNamed],
    time: {
      text: text('一般一个月内，双方同意可以继续。', 'As a rule within a month; longer if both sides agree.'),
      basis: [{ instrument: 'PMW', article: '第三十三条' }],
    },
    cost: { text: text('不收费。', 'Free.'), basis: [{ instrument: 'PML', article: '第四条' }] },
    confidentiality: secret,
    enforceability: contract,
    closes: closesNothing,
    keepsOpen: everythingElse,
    basis: [{ instrument: 'PML', article: '第十七条' }],
    verified: 'text',
  },
  {
    channel: 'commercialMediation',
    label: text('商事调解', 'Commercial mediation'),
    what: text(
      '由有执照的商事调解组织调解企业之间的争议。',
      'A licensed commercial mediation organisation mediates between businesses.',
    ),
    conditions: [mediable, nobodyRefuses, respondentNamed],
    time: {
      text: text(
        '由双方与调解组织约定，法律没有规定期限。',
        'As the sides and the organisation agree; no law sets a term.',
      ),
      basis: [],
    },
    cost: {
      text: text('可以收费，按组织公布的标准。', 'May be charged for, at the published rates.'),
      basis: [{ instrument: 'CMR', article: '第十六条' }],
    },
    confidentiality: {
      text: text(
        '不公开、保密，双方同意公开的除外。',
        'Not public and confidential, unless both sides agree otherwise.',
      ),
      basis: [{ instrument: 'CMR', article: '第十九条' }],
    },
    enforceability: { text: contract.text, basis: [{ instrument: 'CMR', article: '第二十二条、第二十三条' }] },
    closes: closesNothing,
    keepsOpen: everythingElse,
    basis: [{ instrument: 'CMR', article: '第十五条' }],
    verified: 'text',
  },
  {
    channel: 'courtAnnexedMediation',
    label: text('法院委派、委托调解', 'Mediation referred by a court'),
    what: text(
      '已到法院的争议，经双方同意，由法院交给调解组织调解。',
      'A dispute that has come to a court is given to mediators, if both sides agree.',
    ),
    conditions: [
      mediable,
      nobodyRefuses,
      answered('suitPending', 'yes', {
        text: text('争议已经到了法院。', 'The dispute has come to a court.'),
        basis: [{ instrument: 'OP25', article: '第二条' }],
        instead: text('没有起诉的，可以直接申请人民调解。', "Without a suit, ask for people's mediation directly."),
      }),
    ],
    time: {
      text: text(
        '立案后委托的十五日（简易程序七日），经同意可以延长三十日。',
        'Once registered fifteen days (seven in the summary procedure), longer by thirty with consent.',
      ),
      basis: [{ instrument: 'OP25', article: '第二条' }],
    },
    cost: {
      text: text('调解不另收费；诉讼费按法院通知。', 'The mediation is free; court fees as the court says.'),
      basis: [{ instrument: 'OP25', article: '第六条' }],
    },
    confidentiality: { text: secret.text, basis: [{ instrument: 'OMR', article: '第十八条、第二十九条' }] },
    enforceability: {
      text: text(
        '法院审查后出具调解书，双方签收后可以强制执行。',
        'The court reviews the agreement and issues a document that can be enforced once both have signed for it.',
      ),
      basis: [
        { instrument: 'IMR', article: '第二十条' },
        { instrument: 'CPL', article: '第一百条' },
      ],
    },
    closes: {
      text: text(
        '委托的协议不另行申请司法确认。',
        'An entrusted agreement is not confirmed in a proceeding of its own.',
      ),
      basis: [{ instrument: 'OMR', article: '第二十条第二款' }],
    },
    keepsOpen: {
      text: text('调解不成，法院继续审理。', 'If it fails the court goes on with the suit.'),
      basis: [{ instrument: 'IMR', article: '第二十一条' }],
    },
    basis: [
      { instrument: 'IMR', article: '第十一条' },
      { instrument: 'OP25', article: '第二条' },
    ],
    verified: 'secondary',
  },
  {
    channel: 'adminMediation',
    label: text('专利纠纷行政调解', 'Mediation by the patent department'),
    what: text(
      '由专利行政部门调解权属、奖励报酬、赔偿等专利纠纷。',
      'The patent department mediates ownership, reward, damages and other patent disputes.',
    ),
    conditions: [
      rightIsOneOf(['inventionPatent', 'utilityModel', 'designPatent'], {
        text: text('争议的是专利。', 'It is about a patent.'),
        basis: [{ instrument: 'PLR', article: '第一百零二条' }],
        instead: text('其他权利可请求相应机关调解。', 'For other rights ask the authority in charge.'),
      }),
      mediable,
      nobodyRefuses,
      respondentNamed,
    ],
    time: {
      text: text(
        '对方十五日内答复；同意的，五个工作日内立案。权属纠纷两个月内结案，可延长一个月。',
        'The other side answers within fifteen days; if it agrees the case is filed within five working days. Ownership disputes end within two months, longer by one.',
      ),
      basis: [{ instrument: 'O81', article: '第六十五条、第六十六条、第七十条' }],
    },
    cost: { text: text('不收费。', 'Free.'), basis: [{ instrument: 'SDR', article: '第六十二条' }] },
    confidentiality: {
      text: text('不公开，参加的人有保密义务。', 'Not public; those who take part keep it secret.'),
      basis: [{ instrument: 'O81', article: '第八十二条' }],
    },
    enforceability: {
      text: text(
        '协议有合同效力；有付款内容的可以公证后强制执行；能否司法确认取决于当地法院（待核实）。',
        'Binds like a contract; if it is about payment it can be notarised and enforced; whether a court confirms it depends on the court (to be confirmed).',
      ),
      basis: [{ instrument: 'O81', article: '第六十九条' }],
    },
    closes: closesNothing,
    keepsOpen: {
      text: text(
        '对方不同意或调解不成的，可请求裁决或起诉。',
        'If the other side declines or it fails, ask for a ruling or sue.',
      ),
      basis: [{ instrument: 'O81', article: '第六十六条、第六十九条' }],
    },
    basis: [{ instrument: 'O81', article: '第六十三条' }],
    verified: 'text',
  },
  {
    channel: 'generalAdminMediation',
    label: text('行政调解（商标、著作权、商业秘密等）', 'Mediation by another authority'),
    what: text(
      '由市场监管、版权等部门就赔偿等民事部分进行调解。',
      'The market regulator, copyright or another authority mediates the civil side, such as damages.',
    ),
    conditions: [
      rightIsOneOf(
        [
          'trademark',
          'wellKnownMark',
          'copyright',
          'software',
          'geographicalIndication',
          'tradeSecret',
          'unfairCompetition',
        ],
        {
          text: text(
            '争议的是商标、著作权、地理标志、商业秘密或不正当竞争。',
            'It is about a trademark, copyright, geographical indication, trade secret or unfair competition.',
          ),
          basis: [{ instrument: 'O363', article: '第二条' }],
          instead: text('专利纠纷由专利行政部门调解。', 'Patent disputes are mediated by the patent department.'),
        },
      ),
      mediable,
      nobodyRefuses,
      disputeIsOneOf(['infringement', 'contract', 'other'], {
        text: text(
          '是民事争议，并与该机关的职责有关。',
          'It is a civil dispute connected with what that authority does.',
        ),
        basis: [{ instrument: 'O363', article: '第二条' }],
        instead: text(
          '先弄清争议属于侵权、合同还是权属。',
          'First say whether it is about infringement, a contract or ownership.',
        ),
      }),
    ],
    time: { text: text('期限待核实。', 'The term is to be confirmed.'), basis: [] },
    cost: { text: text('不收费。', 'Free.'), basis: [{ instrument: 'O363', article: '第六条' }] },
    confidentiality: {
      text: text('调解不公开；保密规定待核实。', 'Not public; the rules on secrecy are to be confirmed.'),
      basis: [],
    },
    enforceability: { text: contract.text, basis: [{ instrument: 'SDR', article: '第四十二条' }] },
    closes: {
      text: text('不关闭任何途径，也不能代替行政查处。', 'Closes nothing, and does not take the place of enforcement.'),
      basis: [{ instrument: 'O363', article: '第六条' }],
    },
    keepsOpen: everythingElse,
    basis: [{ instrument: 'O363', article: '第二条、第三条' }],
    verified: 'secondary',
  },
];
