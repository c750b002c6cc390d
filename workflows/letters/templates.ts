import type { Text } from '../text.ts';
import { text } from '../text.ts';
import type { CalendarDraft, Letter, LetterDraft, LetterHead, NoticeFields, NoticeId } from './letter.ts';
import type { StepFields } from './step-letter.ts';
import { type StepNoticeId, stepLetters } from './step-letters.ts';
import { deskTemplates } from './templates-desks.ts';
import { partyTemplates } from './templates-parties.ts';
import { writeStep } from './templates-steps.ts';

/** What a template makes of its fields: the letter in both languages at once, so that none can be without the other. */
export interface Written {
  readonly subject: Text;
  readonly paragraphs: readonly Text[];
  readonly short: Text;
  readonly calendar?: Omit<CalendarDraft, 'summary'> & { readonly summary: Text };
}

export type Templates<Notice extends NoticeId> = {
  readonly [N in Notice]: (fields: LetterHead & NoticeFields[N]) => Written;
};

const ownTemplates: Templates<Exclude<NoticeId, StepNoticeId>> = { ...partyTemplates, ...deskTemplates };

/** Builds a letter from its fields, in the language of its recipient. Pure; placeholders stay for the one who sends it. */
export function writeLetter(draft: Pick<LetterDraft, 'notice' | 'fields' | 'language' | 'recipient'>): Letter {
  const written = writtenOf(draft);
  const say = (words: Text) => (draft.language === 'en' ? words.en : words.zh);
  const frame =
    draft.recipient.kind === 'party'
      ? partyFrame(draft.fields, draft.recipient.agent !== undefined)
      : deskFrame(draft.fields);
  const { calendar } = written;
  return {
    subject: say(
      text(`${written.subject.zh}（${draft.fields.caseCode}）`, `${written.subject.en} (${draft.fields.caseCode})`),
    ),
    greeting: say(frame.greeting),
    paragraphs: [...written.paragraphs, ...frame.closing].map(say),
    short: say(written.short),
    calendar: calendar === undefined ? null : { ...calendar, summary: say(calendar.summary) },
  };
}

function writtenOf({ notice, fields }: Pick<LetterDraft, 'notice' | 'fields'>): Written {
  // The fields were made for this very notice; the compiler cannot follow the pair through the tables.
  if (isStep(notice)) return writeStep(stepLetters[notice], fields as LetterHead & StepFields);
  const template = ownTemplates[notice] as (fields: LetterDraft['fields']) => Written;
  return template(fields);
}

function isStep(notice: NoticeId): notice is StepNoticeId {
  return Object.hasOwn(stepLetters, notice);
}

/** Every letter to a party says who writes and how to verify it without using anything in the letter but a public number. */
function partyFrame(
  { writer, caseCode }: LetterHead,
  isToAgent: boolean,
): { readonly greeting: Text; readonly closing: readonly Text[] } {
  return {
    greeting: isToAgent
      ? text('{{recipient}}（{{represented}} 的代理人）：', 'To {{recipient}}, acting for {{represented}}:')
      : text('{{recipient}}：', 'To {{recipient}}:'),
    closing: [
      text(
        `如需核实本通知，请通过114或本机构官方渠道查到“${writer.zh}”的公开电话（{{telephone}}），报案件编号 ${caseCode}。本通知不含任何链接要求您登录、填写账号或提供验证码；以本通知名义索取财物的，均不是本机构。`,
        `To verify this letter, look up the public number of “${writer.en}” yourself ({{telephone}}) and give the case code ${caseCode}. This letter never asks you to sign in, to enter an account or to give a verification code; whoever demands valuables in its name is not us.`,
      ),
      writer,
    ],
  };
}

function deskFrame({ writer }: LetterHead): { readonly greeting: Text; readonly closing: readonly Text[] } {
  return {
    greeting: text('{{recipient}}：', 'To {{recipient}}:'),
    closing: [
      text('请登录解纷系统办理；本邮件不含案情。', 'Please sign in to Jiefen; this mail holds nothing of the case.'),
      writer,
    ],
  };
}
