import { text } from '../text.ts';
import type { LetterHead, NoticeFields, NoticeId } from './letter.ts';
import type { StepNoticeId } from './step-letters.ts';
import type { Templates, Written } from './templates.ts';
import { listed, mayChargeWords, moment, provisionalMark } from './wording.ts';

type PartyNotice = Exclude<
  NoticeId,
  StepNoticeId | 'handoffOffered' | 'handoffReturned' | 'handoffUnanswered' | 'clockWarning' | 'weeklyDigest'
>;

/** Letters to parties: neutral words, nothing about who is right, nothing said in mediation, and mediation is free of charge. */
export const partyTemplates: Templates<PartyNotice> = {
  acceptance: ({ writer, number, acceptedOn }) => ({
    subject: text('受理通知', 'Notice of acceptance'),
    paragraphs: [
      text(
        `您参与的纠纷，本机构已于 ${acceptedOn} 受理调解${number === null ? '' : `，案号：${number}`}。`,
        `Your dispute was taken up for mediation on ${acceptedOn}${number === null ? '' : ` under number ${number}`}.`,
      ),
      text(
        '人民调解不收取任何费用（《人民调解法》第四条）。调解自愿进行，任何一方都可以随时要求终止，并可以另行仲裁、请求行政处理或者起诉（第三条、第二十六条）。',
        "People's mediation is free of charge (People's Mediation Law art. 4). It is voluntary: either side may end it at any time and turn to arbitration, an authority or a court (arts. 3, 26).",
      ),
      text(
        '请告知便于联系的时间，并确认送达地址和送达方式。',
        'Please tell us when you can be reached, and confirm your address and way of service.',
      ),
    ],
    short: text(`${writer.zh}已受理您的调解案件`, `${writer.en} has taken up your mediation`),
  }),

  invitation,

  rightsNotice: () => ({
    subject: text('调解中的权利和义务', 'Your rights and duties in mediation'),
    paragraphs: [
      text(
        '您有权：选择或者接受调解员；接受、拒绝或者要求终止调解；要求公开或者不公开调解；自主表达意愿、自愿达成调解协议（《人民调解法》第二十三条）。',
        "You may choose or accept a mediator; accept, refuse or end mediation; ask for an open or closed one; say what you want freely and agree only of your own will (People's Mediation Law art. 23).",
      ),
      text(
        '请如实陈述纠纷事实，遵守调解秩序、尊重调解员，尊重对方行使权利（第二十四条）。',
        'Please state the facts truthfully, keep order and respect the mediator, and respect the rights of the other side (art. 24).',
      ),
      text(
        '调解员与纠纷有利害关系的，您可以要求更换。调解中的意见和让步不公开，也不作为以后程序中对您不利的依据。',
        'You may ask for another mediator where one has an interest in the dispute. Views and concessions in mediation are confidential and are not held against you later.',
      ),
      text(
        '达成的调解协议具有法律约束力（第三十一条）；双方可以自协议生效之日起三十日内共同申请司法确认（第三十三条，《民事诉讼法》第二百零五条）。',
        'An agreement binds (art. 31); both sides may together ask the court to confirm it within thirty days from the day it takes effect (art. 33; Civil Procedure Law art. 205).',
      ),
      text(
        '达成协议并承诺停止有关行为后再次实施的，法院以后可以将其作为认定故意的情形。',
        'Whoever agrees to stop something and then does it again may later be found by a court to have acted on purpose.',
      ),
      text(
        '请勿串通虚构纠纷：法院对虚假调解依法处理。',
        'Do not invent a dispute together: courts act on sham mediation as the law provides.',
      ),
    ],
    short: text('请查收调解权利义务告知', 'Please read your rights and duties in mediation'),
  }),

  mediatorNamed: ({ mediators }) => ({
    subject: text('调解员告知', 'Your mediator'),
    paragraphs: [
      text(`本案由 ${listed(mediators, 'zh')} 调解。`, `The mediation is conducted by ${listed(mediators, 'en')}.`),
      text(
        '您认为调解员与本案有利害关系、可能影响公正的，可以说明理由要求更换，双方也可以另行共同选择（《人民调解法》第十九条）。',
        "If you see an interest of the mediator that may affect fairness, say so and ask for another; the parties may also choose one together (People's Mediation Law art. 19).",
      ),
    ],
    short: text('您的案件已确定调解员', 'A mediator was named in your case'),
  }),

  sessionSet: (fields) => {
    const at = moment(fields.at);
    return {
      subject: text('调解会议通知', 'A mediation session is set'),
      paragraphs: [
        text(
          `调解会议时间：${at.zh}。${placeOf(fields).zh}`,
          `The session takes place on ${at.en}. ${placeOf(fields).en}`,
        ),
        ...attending,
      ],
      short: text(`调解会议时间：${at.zh}`, `Mediation session: ${at.en}`),
      calendar: invitationToSession(fields),
    };
  },

  sessionMoved: (fields) => {
    const [before, at] = [moment(fields.before), moment(fields.at)];
    return {
      subject: text('调解会议改期通知', 'A mediation session was moved'),
      paragraphs: [
        text(
          `原定于 ${before.zh} 的调解会议改为：${at.zh}。${placeOf(fields).zh}`,
          `The session set for ${before.en} was moved to ${at.en}. ${placeOf(fields).en}`,
        ),
        ...attending,
      ],
      short: text(`调解会议改期：${at.zh}`, `Mediation session moved: ${at.en}`),
      calendar: invitationToSession(fields),
    };
  },

  agreementEffective: ({ effectiveOn, lastDay, provisional, basis, corrected }) => {
    const mark = provisionalMark(provisional);
    return {
      subject: text('调解协议生效', 'The mediation agreement is in effect'),
      paragraphs: [
        ...(corrected
          ? [
              text(
                '此前通知的日期有更正，以本通知为准。',
                'A date in our earlier letter was corrected; this letter takes its place.',
              ),
            ]
          : []),
        text(
          `调解协议自 ${effectiveOn} 起生效，对双方具有法律约束力，请按约定履行。`,
          `The mediation agreement has been in effect since ${effectiveOn} and binds both sides; please perform it as agreed.`,
        ),
        text(
          `双方可以共同向有管辖权的法院申请司法确认，最后一日为 ${lastDay}${mark.zh}（${basis.zh}）。是否受理由法院决定。`,
          `Both sides may together ask the competent court to confirm it; the last day is ${lastDay}${mark.en} (${basis.en}). Whether it accepts is for the court to decide.`,
        ),
        text(
          '申请司法确认不收取费用。确认后一方不履行的，另一方可以申请强制执行。',
          'Confirmation is free of charge. Once confirmed, the agreement can be enforced if one side does not perform.',
        ),
      ],
      short: text(
        `调解协议已生效，申请司法确认最后一日 ${lastDay}${mark.zh}`,
        `The agreement is in effect; last day to ask for confirmation: ${lastDay}${mark.en}`,
      ),
    };
  },

  rulingRecorded: ({ ruledOn, number, result }) => ({
    subject: text('司法确认结果', 'The result of judicial confirmation'),
    paragraphs: [
      result === 'confirmed'
        ? text(
            `法院已于 ${ruledOn} 裁定调解协议有效${number === null ? '' : `（${number}）`}。`,
            `On ${ruledOn} the court ruled that the agreement is valid${number === null ? '' : ` (${number})`}.`,
          )
        : text(
            `法院已于 ${ruledOn} 裁定驳回司法确认申请${number === null ? '' : `（${number}）`}；协议本身的约束力不因此改变，双方可以重新达成协议，也可以就协议起诉或者依仲裁协议申请仲裁。`,
            `On ${ruledOn} the court rejected the application${number === null ? '' : ` (${number})`}; the agreement itself still binds, and the parties may conclude a new one, sue on it, or arbitrate under an arbitration agreement.`,
          ),
      text(
        '本函只是告知，不代替法院送达；裁定书和异议期限以法院送达为准（《最高人民法院关于适用〈民事诉讼法〉的解释》第三百七十二条）。',
        "This letter only informs and does not replace service by the court: the ruling and the time to object follow the court's service (Interpretation of the Civil Procedure Law art. 372).",
      ),
    ],
    short: text(
      '您的司法确认案件已有裁定，以法院送达为准',
      "There is a ruling in your confirmation case; the court's service counts",
    ),
  }),
};

type Invitation = LetterHead & NoticeFields['invitation'];

function invitation({ writer, rights, mediators, referredBy, mayCharge }: Invitation): Written {
  const about = { zh: rights.map(({ zh }) => zh).join('、'), en: rights.map(({ en }) => en).join(', ') };
  const source =
    referredBy === undefined ? text('申请人', 'the claimant') : text('申请人或者法院', 'the claimant or the court');
  return {
    subject: text('邀请参加调解', 'An invitation to mediation'),
    paragraphs: [
      referredBy === undefined
        ? text(
            `{{claimants}} 就涉及${about.zh}的事项向本机构申请调解，希望与您协商解决。现邀请您参加。是否有争议、如何解决，由双方自愿协商，本机构不作是非认定。`,
            `{{claimants}} asked us to mediate in a matter concerning ${about.en} and hopes to settle it with you. You are invited to take part. Whether there is a dispute and how it ends is for both sides to agree; we do not judge who is right.`,
          )
        : text(
            `{{claimants}} 与您之间涉及${about.zh}的事项，由${referredBy.zh}转来本机构调解。现邀请您参加。是否有争议、如何解决，由双方自愿协商，本机构不作是非认定。如需核实，也可以向${referredBy.zh}询问。`,
            `${referredBy.en} asked us to mediate between {{claimants}} and you in a matter concerning ${about.en}. You are invited to take part. Whether there is a dispute and how it ends is for both sides to agree; we do not judge who is right. You may also ask ${referredBy.en} whether this is so.`,
          ),
      mediators.length === 0
        ? text(
            `调解由${writer.zh}组织，调解员确定后另行告知，您也可以提出人选。`,
            `The mediation is held by ${writer.en}; you will be told who mediates, and may propose somebody.`,
          )
        : text(
            `调解由${writer.zh}的调解员 ${listed(mediators, 'zh')} 主持，您可以要求更换。`,
            `The mediator is ${listed(mediators, 'en')} of ${writer.en}; you may ask for another.`,
          ),
      mayCharge === true ? mayChargeWords : text('调解不收取任何费用。', 'Mediation is free of charge.'),
      text(
        '参加与否完全自愿：您可以不参加，不参加没有任何不利后果，也不影响您在其他程序中的权利；参加后也可以随时退出。',
        'Taking part is entirely voluntary: you may decline, declining has no adverse consequence and does not affect your rights elsewhere, and you may leave at any time.',
      ),
      text(
        '您的查询码：{{queryCode}}。在 {{statusAddress}} 输入查询码，可以查看进展、答复是否参加，或者请我们回电；请勿转交他人。不便上网的，直接来电即可。',
        'Your query code: {{queryCode}}. Enter it at {{statusAddress}} to see how things stand, to answer, or to ask us to call you; do not pass it on. A telephone call is just as good.',
      ),
      text(
        `个人信息告知：您的名称和联系方式由${source.zh}提供，由${writer.zh}仅为联系、调解和依法归档而处理，未经您同意不用于其他目的，按档案规定的期限保存。您可以来电查阅、更正或者请求删除（《个人信息保护法》第十七条、第四十四条至第四十七条，待核实）。`,
        `Personal information: your name and contact were given by ${source.en} and are processed by ${writer.en} only to reach you, to mediate and to keep the file the law requires, for as long as archive rules say. Call us to see, correct or ask to delete them (Personal Information Protection Law arts. 17, 44–47, to be verified).`,
      ),
    ],
    short:
      mayCharge === true
        ? text(`${writer.zh}邀请您参加调解，是否参加完全自愿`, `${writer.en} invites you to mediation; it is voluntary`)
        : text(
            `${writer.zh}邀请您参加免费调解，是否参加完全自愿`,
            `${writer.en} invites you to mediation, free of charge and voluntary`,
          ),
  };
}

const attending = [
  text(
    '请携带身份证明；委托他人参加的，请带授权委托书。时间不便的，请提前来电，可以改期。参加与否完全自愿。',
    'Please bring proof of identity, and a power of attorney if somebody acts for you. If the time does not suit you, call us and it can be moved. Taking part is voluntary.',
  ),
];

function placeOf({ place }: { readonly place: string | null }) {
  return place === null
    ? text('地点或线上方式另行告知。', 'You will be told where.')
    : text(`地点或方式：${place}。`, `Where: ${place}.`);
}

function invitationToSession({ at, place, session, sequence, writer }: LetterHead & NoticeFields['sessionSet']) {
  return { at, place, session, sequence, summary: text(`调解会议 · ${writer.zh}`, `Mediation session · ${writer.en}`) };
}
