import { stepLettersOf } from '../../letters/step-letter.ts';
import { text } from '../../text.ts';

const here = 'notarisedEnforcement';

const notaryCounts = text(
  '内容以{body}出具的文书为准；如有疑问，也可以向{body}询问。',
  "What counts is the notary's own paper; you may also ask {body}.",
);

/** What parties are told of an agreement that a notary makes enforceable; whoever handed it over writes for a notary without a login. */
export const notarisedEnforcementLetters = stepLettersOf({
  notarisedInstrumentIssued: {
    in: here,
    on: ['issueNotarisedInstrument'],
    to: 'everybody',
    keeps: 'forGood',
    label: text('公证书出具告知', 'The notary issued the instrument'),
    says: [
      text(
        '{body}已于 {on} 就双方的协议出具赋予强制执行效力的公证书。请按约定履行。',
        '{body} made the agreement of both sides enforceable by an instrument of {on}. Please perform it as agreed.',
      ),
      text('公证书编号：{number}。', 'Number of the instrument: {number}.'),
      text(
        '一方不履行的，另一方可以向{body}申请执行证书，再向法院申请执行。',
        'If one side does not perform, the other may ask {body} for a certificate of execution, and with it the court for enforcement.',
      ),
      notaryCounts,
    ],
    short: text('公证书已出具，请按约定履行', 'The notary issued the instrument; please perform as agreed'),
    basis: [
      { instrument: 'NL', article: '第三十七条' },
      { instrument: 'NDE', article: '第三条、第五条' },
    ],
  },
  notarisationDeclined: {
    in: here,
    on: ['declineNotarisation'],
    to: 'everybody',
    keeps: 'forGood',
    label: text('不予办理公证告知', 'The notary declined'),
    says: [
      text(
        '{body}已于 {on} 告知不予办理。协议本身的约束力不因此改变。',
        '{body} declined on {on}. The agreement itself still binds.',
      ),
      text(
        '双方可以补充协议后再次申请；期限没有届满的，可以共同申请司法确认；一方不履行的，另一方可以就协议起诉或者依仲裁协议申请仲裁。',
        'Both sides may supplement the agreement and ask again, or together ask for judicial confirmation while its time has not passed; if one side does not perform, the other may sue on it or arbitrate under an arbitration agreement.',
      ),
      notaryCounts,
    ],
    short: text('公证未予办理，协议仍有约束力', 'The notary declined; the agreement still binds'),
    basis: [
      { instrument: 'NL', article: '第三十七条' },
      { instrument: 'SDR', article: '第四十条、第四十一条' },
    ],
  },
  executionCertificateIssued: {
    in: here,
    on: ['issueExecutionCertificate'],
    to: 'claimants',
    keeps: 'forGood',
    label: text('执行证书出具告知', 'The notary issued the certificate of execution'),
    says: [
      text(
        '{body}已于 {on} 出具执行证书。债权人可以凭公证书和执行证书向有管辖权的法院申请执行。',
        '{body} issued the certificate of execution on {on}. With it and the instrument the creditor may ask the competent court for enforcement.',
      ),
      text(
        '申请执行的期间为二年，自履行期限最后一日起算；申请执行证书使期间重新计算。请不要拖延。',
        'The time to apply is two years from the last day of performance; asking for the certificate made it run anew. Please do not wait.',
      ),
      notaryCounts,
    ],
    short: text('执行证书已出具，可以申请执行', 'The certificate of execution was issued'),
    basis: [
      { instrument: 'NDE', article: '第三条、第九条' },
      { instrument: 'CPL', article: '第二百五十条' },
    ],
  },
  executionCertificateRefused: {
    in: here,
    on: ['refuseExecutionCertificate'],
    to: 'claimants',
    keeps: 'forGood',
    label: text('不予出具执行证书告知', 'The notary refused the certificate of execution'),
    says: [
      text(
        '{body}于 {on} 决定不予出具执行证书，理由写在决定上。可以就争议直接向法院起诉。',
        '{body} refused the certificate of execution on {on}; the ground stands in its decision. The dispute may be taken to court directly.',
      ),
      notaryCounts,
    ],
    short: text('执行证书未予出具，可以起诉', 'The certificate was refused; a suit is open'),
    basis: [{ instrument: 'NDE', article: '第八条' }],
  },
});
