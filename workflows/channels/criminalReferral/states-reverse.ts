import { stateMeta, whenFacts } from '../../machine.ts';
import { text } from '../../text.ts';

/** No crime, or a minor one: whether an administrative penalty is due, and the way back to the authority (TRR 13, TM26 75). */
export const reverseStates = {
  reverseDue: {
    meta: stateMeta({
      label: text('不追究刑事责任，待审查是否行政处罚', 'No criminal liability; a penalty is to be considered'),
      publicLabel: text('不追究刑事责任', 'No criminal liability'),
      owner: 'custodian',
      waits: text(
        '由办案机关及时审查，期限不由本系统计算。',
        'The body in charge reviews it promptly; no term is counted here.',
      ),
      tasks: [
        {
          role: 'criminalLiaison',
          text: text(
            '审查是否需要行政处罚；需要的，移送有管辖权的行政机关',
            'Review whether a penalty is due; if so, transfer it to the competent authority',
          ),
        },
      ],
    }),
    on: {
      reviewNecessity: [
        { target: 'opinionDue', guard: whenFacts({ needed: true }) },
        { target: 'ended', guard: whenFacts({ needed: false }) },
      ],
      leaveToAuthority: 'backAtAuthority',
    },
  },
  opinionDue: {
    meta: stateMeta({
      label: text('应当行政处罚，待提出意见', 'A penalty is due; the opinion is to be issued'),
      publicLabel: text('将移送行政机关处理', 'To be passed to the administrative authority'),
      owner: 'custodian',
      waits: text('意见书及时制发，期限不由本系统计算。', 'The opinion is issued promptly; no term is counted here.'),
      tasks: [
        {
          role: 'criminalLiaison',
          text: text(
            '制发检察意见书并移送主管机关，另行抄送有关单位',
            'Issue the opinion and transfer it to the authority; send copies apart',
          ),
        },
      ],
      documentsDue: ['procuratorialOpinion'],
    }),
    on: { issueOpinion: 'opinionIssued', leaveToAuthority: 'backAtAuthority' },
  },
  opinionIssued: {
    meta: stateMeta({
      label: text('已提出检察意见，待移送', 'Opinion issued'),
      publicLabel: text('已向行政机关提出意见', 'An opinion was issued to the authority'),
      owner: 'custodian',
      clocks: ['crim.opinion.reply'],
      tasks: [
        {
          role: 'criminalLiaison',
          text: text('将意见书、决定和材料移送主管机关', 'Transfer the opinion, the decision and the papers'),
        },
      ],
    }),
    on: { leaveToAuthority: 'awaitingReply', recordOpinionReply: 'answered' },
  },
  awaitingReply: {
    meta: stateMeta({
      label: text('已移送行政机关，待回复', 'With the authority; a reply is due'),
      publicLabel: text('行政机关正在处理', 'The authority is handling it'),
      owner: 'receiver',
      clocks: ['crim.opinion.reply'],
      tasks: [
        {
          role: 'criminalLiaison',
          text: text('登记行政机关的回复；逾期未回复的督促', "Record the authority's reply; remind it when it is late"),
        },
      ],
    }),
    on: { recordOpinionReply: 'answered' },
  },
  answered: {
    meta: stateMeta({
      label: text('行政机关已回复', 'The authority replied'),
      publicLabel: text('行政机关已回复处理结果', 'The authority reported what it did'),
      owner: 'nobody',
      over: true,
    }),
  },
  backAtAuthority: {
    meta: stateMeta({
      label: text('已由行政机关处理', 'Back with the authority'),
      publicLabel: text('已转行政机关处理', 'Passed to the administrative authority'),
      owner: 'nobody',
      over: true,
    }),
  },
  convicted: {
    meta: stateMeta({
      label: text('刑事裁判已生效', 'Convicted'),
      publicLabel: text('刑事案件已判决', 'The criminal case was decided'),
      owner: 'nobody',
      over: true,
    }),
  },
  ended: {
    meta: stateMeta({
      label: text('刑事程序结束', 'Ended'),
      publicLabel: text('刑事程序已结束', 'The criminal proceeding ended'),
      owner: 'nobody',
      over: true,
    }),
  },
} as const;
