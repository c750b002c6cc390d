import { text } from '../../text.ts';
import {
  answered,
  type Condition,
  disputeIsOneOf,
  noArbitrationAgreement,
  respondentNamed,
  rightIsOneOf,
} from './conditions.ts';
import type { Way } from './way.ts';

const infringement = disputeIsOneOf(['infringement'], {
  text: text(
    '对方侵犯了您的权利（不是合同、权属争议）。',
    'The other side infringes your right (it is not about a contract or ownership).',
  ),
  basis: [
    { instrument: 'PL', article: '第六十五条' },
    { instrument: 'TM19', article: '第六十条' },
    { instrument: 'TM26', article: '第七十四条' },
  ],
  instead: text(
    '合同、权属争议请选择调解、仲裁或诉讼。',
    'For contracts and ownership choose mediation, arbitration or a suit.',
  ),
});

const standing: Condition = {
  id: 'standing',
  text: text(
    '您是权利人、独占被许可人，或者权利人不起诉时的排他被许可人；普通被许可人须有授权。',
    'You own the right or are its exclusive licensee, or its sole licensee while the owner does not act; an ordinary licensee needs authority.',
  ),
  basis: [{ instrument: 'O81', article: '第十二条' }],
  judge: ({ standing: who }) => {
    if (who === 'owner' || who === 'exclusive') return 'met';
    return who === 'other' ? 'missing' : 'unknown';
  },
  instead: text('请权利人提出，或取得权利人的书面授权。', 'Let the owner ask, or obtain its written authority.'),
};

const ruling: Way = {
  channel: 'adminRuling',
  label: text('专利侵权行政裁决', 'Administrative ruling on patent infringement'),
  what: text(
    '由专利行政部门认定是否侵权，并责令停止。',
    'The patent department finds whether the patent is infringed, and orders it to stop.',
  ),
  conditions: [
    rightIsOneOf(['inventionPatent', 'utilityModel', 'designPatent'], {
      text: text('争议的是专利。', 'It is about a patent.'),
      basis: [{ instrument: 'PL', article: '第六十五条' }],
      instead: text('商标等其他权利请看“行政查处”。', 'For trademarks and others see administrative enforcement.'),
    }),
    infringement,
    standing,
    respondentNamed,
    answered('suitPending', 'no', {
      text: text('任何一方都没有就此起诉。', 'Nobody has sued over it.'),
      basis: [{ instrument: 'O81', article: '第十二条(五)' }],
      instead: text('已经起诉的，在诉讼中主张。', 'Where there is a suit, raise it there.'),
    }),
    { ...noArbitrationAgreement, basis: [{ instrument: 'O81', article: '第十二条(五)' }] },
  ],
  time: {
    text: text(
      '五个工作日内决定是否立案，三个月内结案，可延长一个月，案情特别复杂的再延长，最长不超过两个月；中止、鉴定等时间不计。',
      'Filed or refused within five working days, decided within three months, longer by one, in very complex cases by up to two more; stays and appraisals do not count.',
    ),
    basis: [{ instrument: 'O81', article: '第三十七条' }],
  },
  cost: {
    text: text('不收费，鉴定费由当事人约定。', 'Free; costs of an appraisal as agreed.'),
    basis: [{ instrument: 'SDR', article: '第六十二条' }],
  },
  confidentiality: {
    text: text('裁决书隐去隐私和商业秘密后公开。', 'The ruling is published without private data and trade secrets.'),
    basis: [{ instrument: 'O81', article: '第八十三条' }],
  },
  enforceability: {
    text: text(
      '对方不起诉又不停止的，可申请法院强制执行；起诉不停止执行。',
      'If the other side neither sues nor stops, the court can be asked to enforce it; a suit does not stop that.',
    ),
    basis: [{ instrument: 'O81', article: '第八十条' }],
  },
  closes: {
    text: text('不能判赔偿：赔偿须另行调解或起诉。', 'It awards no damages: these are mediated or sued for.'),
    basis: [{ instrument: 'PL', article: '第六十五条' }],
  },
  keepsOpen: {
    text: text(
      '不服的可以起诉；裁决中可以调解；也可以改为直接起诉。',
      'Whoever disagrees may sue; the sides may settle inside it; or you sue instead.',
    ),
    basis: [
      { instrument: 'PL', article: '第六十五条' },
      { instrument: 'O81', article: '第三十五条' },
    ],
  },
  basis: [{ instrument: 'O81', article: '第十二条' }],
  verified: 'text',
};

const enforcement: Way = {
  channel: 'trademarkEnforcement',
  label: text('行政查处', 'Administrative enforcement'),
  what: text(
    '由市场监管等部门查处，责令停止、没收、罚款。',
    'The market regulator or another authority acts: orders to stop, confiscates, fines.',
  ),
  conditions: [
    rightIsOneOf(
      [
        'trademark',
        'wellKnownMark',
        'geographicalIndication',
        'unfairCompetition',
        'tradeSecret',
        'copyright',
        'software',
        'layoutDesign',
        'plantVariety',
      ],
      {
        text: text(
          '争议的是商标、地理标志、不正当竞争、商业秘密，或者主管部门可以处理的其他权利（著作权须同时损害公共利益）。',
          'It is about a trademark, geographical indication, unfair competition, a trade secret, or another right an authority looks after (copyright: only if the public interest is harmed too).',
        ),
        basis: [
          { instrument: 'TM19', article: '第六十条' },
          { instrument: 'TM26', article: '第七十四条' },
        ],
        instead: text(
          '专利侵权请看“行政裁决”；专利侵权本身不予处罚。',
          'For patents see the ruling; patent infringement as such is not punished.',
        ),
      },
    ),
    infringement,
  ],
  time: {
    text: text(
      '商标法没有规定期限，按行政处罚程序办理（期限待核实）；鉴定、听证等时间不计。',
      'The Trademark Law sets no term; the general penalty procedure applies (terms to be confirmed); appraisals and hearings do not count.',
    ),
    basis: [],
  },
  cost: { text: text('不收费。', 'Free.'), basis: [{ instrument: 'SDR', article: '第六十二条' }] },
  confidentiality: {
    text: text(
      '处罚决定依法公开，举报人信息保密。',
      'The decision is published as the law says; who reported is kept secret.',
    ),
    basis: [],
  },
  enforceability: {
    text: text('处罚决定由行政机关执行或申请法院执行。', 'The authority enforces its decision, or asks the court to.'),
    basis: [{ instrument: 'AEL', article: '第五十三条' }],
  },
  closes: {
    text: text(
      '不判赔偿；同时起诉的，行政机关可以中止，但不因此关闭。',
      'No damages; if you sue as well it may be stayed, but it is not closed.',
    ),
    basis: [
      { instrument: 'TM19', article: '第六十条、第六十二条' },
      { instrument: 'TM26', article: '第七十四条、第七十六条' },
    ],
  },
  keepsOpen: {
    text: text(
      '赔偿可以请求调解，也可以起诉；涉嫌犯罪的移送公安。',
      'Damages may be mediated or sued for; a suspected crime goes to the police.',
    ),
    basis: [
      { instrument: 'TM19', article: '第六十条、第六十一条' },
      { instrument: 'TM26', article: '第七十四条、第七十五条' },
    ],
  },
  basis: [
    { instrument: 'TM19', article: '第六十条' },
    { instrument: 'TM26', article: '第七十四条' },
  ],
  verified: 'secondary',
};

const police: Way = {
  channel: 'criminalReferral',
  label: text('向公安机关报案', 'Report to the police'),
  what: text(
    '涉嫌犯罪的，可以向公安机关报案；单纯专利侵权不是犯罪。',
    'Where a crime is suspected, report it; patent infringement as such is no crime.',
  ),
  conditions: [
    answered('crimeIndicators', 'yes', {
      text: text(
        '有假冒商标、假冒专利、盗版或侵犯商业秘密的线索。',
        'There are signs of counterfeit marks, passing off a patent, piracy or theft of trade secrets.',
      ),
      basis: [{ instrument: 'TRR', article: '第三条' }],
      instead: text(
        '先保存证据（数量、金额、来源），再咨询是否达到立案标准。',
        'Keep evidence first (numbers, sums, sources), then ask whether it is enough for a case.',
      ),
    }),
  ],
  time: {
    text: text('由公安机关依法审查，时间因案而异。', 'The police examine it under their own rules; it varies.'),
    basis: [{ instrument: 'PSR', article: '第一百七十五条' }],
  },
  cost: { text: text('不收费。', 'Free.'), basis: [] },
  confidentiality: { text: text('侦查不公开。', 'An investigation is not public.'), basis: [] },
  enforceability: {
    text: text('刑事判决由国家执行；赔偿另行主张。', 'The State executes a sentence; damages are claimed separately.'),
    basis: [],
  },
  closes: {
    text: text(
      '不关闭民事途径；不得以调解代替追究。',
      'Closes no civil way; a crime cannot be bought off by mediation.',
    ),
    basis: [{ instrument: 'TRR', article: '第十一条' }],
  },
  keepsOpen: {
    text: text(
      '报案使诉讼时效中断；赔偿仍可调解或起诉。',
      'A report interrupts limitation; damages may still be mediated or sued for.',
    ),
    basis: [{ instrument: 'LIM', article: '第十三条' }],
  },
  basis: [{ instrument: 'TRR', article: '第三条' }],
  verified: 'inference',
};

/** Validity is disputed as such, or by whoever is said to infringe; an owner does not attack its own right. */
const validityDisputed: Condition = {
  id: 'validity',
  text: text(
    '争的是权利本身是否有效，或者被指侵权的一方以此对抗。',
    'The right itself is disputed, or whoever is said to infringe answers with this.',
  ),
  basis: [{ instrument: 'PL', article: '第四十六条' }],
  judge: ({ dispute, standing: who }) => {
    if (dispute === 'validity') return 'met';
    if (dispute === null || (dispute === 'infringement' && who === 'unknown')) return 'unknown';
    return dispute === 'infringement' && who === 'other' ? 'met' : 'missing';
  },
  instead: text('不争效力的，走其他途径。', 'Where validity is not disputed, take another way.'),
};

const invalidation: Way = {
  channel: 'invalidation',
  label: text('请求宣告权利无效', 'Ask that the right be declared invalid'),
  what: text(
    '认为对方的专利或商标不该授权的，请求国家知识产权局宣告无效。',
    'Whoever thinks a patent or mark should not have been granted asks the CNIPA to declare it invalid.',
  ),
  conditions: [
    rightIsOneOf(['inventionPatent', 'utilityModel', 'designPatent', 'trademark'], {
      text: text('是专利或注册商标。', 'It is a patent or a registered trademark.'),
      basis: [{ instrument: 'PL', article: '第四十五条' }],
      instead: text('其他权利的效力在诉讼中审查。', 'The validity of other rights is examined in a suit.'),
    }),
    validityDisputed,
  ],
  time: { text: text('由国家知识产权局审查，时间因案而异。', 'The CNIPA examines it; it varies.'), basis: [] },
  cost: { text: text('按国家知识产权局公布的标准缴费。', "Fees at the CNIPA's published rates."), basis: [] },
  confidentiality: { text: text('审查决定公开。', 'Decisions are published.'), basis: [] },
  enforceability: {
    text: text(
      '宣告无效的权利视为自始不存在；已执行的一般不追回。',
      'A right declared invalid is held never to have been; what was performed stays, as a rule.',
    ),
    basis: [{ instrument: 'PL', article: '第四十七条' }],
  },
  closes: {
    text: text(
      '不关闭其他途径，但可能使侵权程序中止。',
      'Closes nothing, but a proceeding on infringement may be stayed.',
    ),
    basis: [
      { instrument: 'O81', article: '第二十八条、第二十九条' },
      { instrument: 'PDR', article: '第五条至第七条' },
    ],
  },
  keepsOpen: { text: text('侵权争议仍可调解或起诉。', 'Infringement may still be mediated or sued over.'), basis: [] },
  basis: [{ instrument: 'PL', article: '第四十五条、第四十六条' }],
  verified: 'inference',
};

/** Ways to an authority that decides or acts. */
export const authorityWays: readonly Way[] = [ruling, enforcement, police, invalidation];
