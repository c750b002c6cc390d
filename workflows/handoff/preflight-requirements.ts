import { preflightOf } from '../channels/judicialConfirmation/preflight.ts';
import type { Requirement } from '../command.ts';
import { stateRequirement } from '../command.ts';
import { excluded } from '../rules/guards.ts';
import type { Basis } from '../rules/law.ts';
import { text } from '../text.ts';

const codes: Readonly<Record<string, readonly Basis[]>> = {
  'agreement-not-effective': [{ instrument: 'PML', article: '第二十九条' }],
  'confirmation-window-passed': [
    { instrument: 'CPL', article: '第二百零五条' },
    { instrument: 'PML', article: '第三十三条第一款' },
  ],
  'ownership-clause-cannot-be-confirmed': [{ instrument: 'CPLI', article: '第三百五十五条(五)' }],
  'clause-unclear': [{ instrument: 'CPLI', article: '第三百五十八条(五)' }],
  'address-not-confirmed': [{ instrument: 'CPLI', article: '第三百五十四条' }],
  'court-may-lack-jurisdiction': [{ instrument: 'CPL', article: '第二百零五条(二)' }],
  'court-may-not-take-administrative-agreements': [
    { instrument: 'CPL', article: '第二百零五条' },
    { instrument: 'SDR', article: '第四十二条' },
  ],
  'right-kind-unknown': [{ instrument: 'CPL', article: '第二百零五条(二)' }],
};

/** Only an application that all parties signed is a joint one (CPL 205, CPLI 351). */
const applicationIsJoint: Requirement = excluded('F7', 'application-not-joint', 'state', ({ handoff }) =>
  handoff!.manifest.some((paper) => paper.document === 'confirmationApplication' && paper.class !== 'jointSigned'),
);

/** The court decides on the window, jurisdiction, jointness and clauses: each doubt warns before the packet goes, and none blocks. */
export const preflightWarnings: readonly Requirement[] = [
  ...Object.entries(codes).map(([code, basis]) =>
    stateRequirement({
      code,
      effect: 'warns',
      decidedBy: 'receiver',
      basis,
      check: ({ caseFile, handoff, given, day }) => {
        // Judged by the day the packet goes, which may be recorded later.
        const doubts = preflightOf(caseFile, handoff!, { ...given, today: day }).filter(
          (one) => one.code === code && one.result !== 'met',
        );
        const words = (language: 'zh' | 'en') =>
          doubts.map(({ finding }) => finding[language]).join(language === 'zh' ? '' : ' ');
        return doubts.length === 0 ? null : { text: text(words('zh'), words('en')) };
      },
    }),
  ),
  applicationIsJoint,
];
