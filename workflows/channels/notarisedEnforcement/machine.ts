import { authoring, stateMeta } from '../../machine.ts';
import { type Text, text } from '../../text.ts';

function end(label: Text, publicLabel: Text) {
  return { meta: stateMeta({ label, publicLabel, owner: 'nobody', over: true }) };
}

const keeps = (zh: string, en: string) => [{ role: 'committeeClerk', text: text(zh, en) }] as const;

/** Notarisation of an agreement so that it can be enforced, and the certificate of execution (NL 37; CPL 249; NDE). */
export const notarisedEnforcementMachine = authoring.createMachine({
  id: 'notarisedEnforcement',
  initial: 'applied',
  context: {},
  options: { maxIterations: 100 },
  states: {
    applied: {
      meta: stateMeta({
        label: text('已申请公证', 'Applied for'),
        publicLabel: text('公证申请已提交', 'The application is with the notary'),
        owner: 'custodian',
        waits: text('由公证机构审查；此处未记载办理期限。', 'The notary examines it; no term is recorded here.'),
        tasks: keeps('登记公证机构出具公证书，或不予办理', 'Record the instrument, or that the notary declines'),
        documentsDue: ['mediationAgreement', 'identityDocument', 'paymentPlan'],
      }),
      on: { issueNotarisedInstrument: 'notarised', declineNotarisation: 'declined', withdrawNotarisation: 'withdrawn' },
    },
    notarised: {
      meta: stateMeta({
        label: text('已赋予强制执行效力', 'Notarised, enforceable'),
        publicLabel: text('协议已经公证赋予强制执行效力', 'The agreement was notarised and can be enforced'),
        owner: 'parties',
        clocks: ['enf.notarised'],
        tasks: keeps(
          '债权人申请执行证书的，登记申请；已履行的，登记履行',
          'Record an application for the certificate of execution, or the performance',
        ),
        documentsDue: ['notarisedInstrument'],
      }),
      on: { applyForExecutionCertificate: 'certificateAsked', recordNotarisedPerformance: 'performed' },
    },
    certificateAsked: {
      meta: stateMeta({
        label: text('已申请执行证书', 'Certificate of execution asked for'),
        publicLabel: text('债权人已申请执行证书', 'The creditor has asked for the certificate of execution'),
        owner: 'custodian',
        waits: text(
          '由公证机构核实履行情况；申请执行的时效自申请之日中断。',
          'The notary checks what was performed; asking interrupts the time to apply for enforcement.',
        ),
        tasks: keeps('登记执行证书，或决定不予出具', 'Record the certificate, or the decision not to issue it'),
        documentsDue: ['executionCertificate'],
      }),
      on: {
        issueExecutionCertificate: 'certified',
        refuseExecutionCertificate: 'certificateRefused',
        recordNotarisedPerformance: 'performed',
      },
    },
    certified: {
      meta: stateMeta({
        label: text('已出具执行证书', 'Certified'),
        publicLabel: text(
          '已出具执行证书，可以申请强制执行',
          'The certificate was issued; enforcement may be asked for',
        ),
        owner: 'parties',
        clocks: ['enf.notarised'],
        tasks: keeps('协助债权人向法院提交执行申请', 'Help the creditor to apply to the court'),
        documentsDue: ['executionCertificate'],
      }),
      on: { recordNotarisedPerformance: 'performed', closeNotarisation: 'closed' },
    },
    certificateRefused: end(
      text('不予出具执行证书', 'Certificate refused'),
      text('公证机构不予出具执行证书，可以起诉', 'The notary refused the certificate; a suit is open'),
    ),
    declined: end(text('不予办理', 'Declined'), text('公证机构不予办理', 'The notary has declined')),
    withdrawn: end(text('已撤回', 'Withdrawn'), text('公证申请已撤回', 'The application was withdrawn')),
    performed: end(text('已履行', 'Performed'), text('已经履行完毕', 'Performed')),
    closed: end(text('已结案', 'Closed'), text('公证程序已结案', 'The file of the notary is closed')),
  },
});
