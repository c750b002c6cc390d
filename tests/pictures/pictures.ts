import type { CastLogin } from '../../seeds/cast.ts';
import { type Text, text } from '../../workflows/text.ts';
import type { Address } from '../support/every-page.ts';

/** One picture: who looks at what, in which language, on a desk or a telephone. */
export interface Picture {
  readonly name: string;
  readonly login: CastLogin | null;
  readonly at: Address;
  readonly on: 'desk' | 'telephone';
  readonly language: 'zh-CN' | 'en';
  readonly shows: Text;
  /** The element to begin with; the top of the page otherwise. */
  readonly from?: string;
}

const desk = { on: 'desk', language: 'zh-CN' } as const;
const telephone = { on: 'telephone', language: 'en' } as const;
const form = (of: string, type: string): Address => ({ on: `/cases/${of}`, leadsTo: `/cases/${of}/commands/${type}?` });

/** The pictures of `docs/pictures/`, in the order of its page. */
export const pictures: readonly Picture[] = [
  {
    ...{ ...desk, name: 'sign-in', login: null, at: '/sign-in' },
    shows: text('登录页，演示中列出全部人物。', 'Signing in; a demonstration lists its people.'),
  },
  {
    ...{ ...desk, name: 'desk-mediator', login: 'sun', at: '/desk' },
    shows: text(
      '调解员的案件台：今天和本周要办的事、各案期限。',
      'A mediator’s desk: what is due, and every case with its next time limit.',
    ),
  },
  {
    ...{ ...desk, name: 'case-page', login: 'sun', at: '/cases/story-today-court' },
    shows: text(
      '案件页：案件路径、可走的途径、下一步可办的事、期限。',
      'The case page: its path, the ways that are open, what may be done next, the clocks.',
    ),
  },
  {
    ...{ ...desk, name: 'case-records', login: 'sun', at: '/cases/story-today-court', from: '#timeline' },
    shows: text(
      '案件页：办理记录，每件事有发生日和登记日。',
      'The case page: its timeline; every fact has the day it happened and the day it was recorded.',
    ),
  },
  {
    ...{ ...desk, name: 'agreement', login: 'sun', at: form('story-today-session', 'recordAgreement') },
    shows: text('登记调解协议的表单。', 'The form that records a settlement agreement.'),
  },
  {
    ...{ ...desk, name: 'new-case', login: 'limin', at: '/cases/new' },
    shows: text('登记员登记案件。', 'A clerk opens a case.'),
  },
  {
    ...{ ...desk, name: 'desk-court', login: 'liu', at: '/desk' },
    shows: text('法院联络员的案件台。', 'The desk of a court’s liaison.'),
  },
  {
    ...{
      ...desk,
      name: 'handoff',
      login: 'liu',
      at: { on: '/cases/story-first', leadsTo: '/cases/story-first/handoffs/' },
    },
    shows: text(
      '移送的材料、清单指纹和法院审查要点预检。',
      'A handoff: its items, the digest of its list, and what a court will look at.',
    ),
  },
  {
    ...{ ...desk, name: 'case-ruling', login: 'gao', at: '/cases/story-today-ruling' },
    shows: text('专利侵权行政裁决案件。', 'A case for an administrative ruling on a patent.'),
  },
  {
    ...{ ...desk, name: 'desk-head', login: 'zhao', at: '/desk' },
    shows: text('保护中心负责人只看总数。', 'The head of the protection centre sees totals only.'),
  },
  {
    ...{ ...desk, name: 'accounts', login: 'admin-system', at: '/administration/accounts' },
    shows: text('系统管理员的账号页。', 'Accounts, for the system administrator.'),
  },
  {
    ...{
      ...desk,
      name: 'triage',
      login: null,
      at: '/triage?rightKind=designPatent&dispute=infringement&standing=owner',
      from: '#ways',
    },
    shows: text(
      '无需登录：有哪些途径可走、依据和时限。',
      'Without signing in: which ways are open, why, and how long they take.',
    ),
  },
  {
    ...{ ...telephone, name: 'telephone-desk', login: 'sun', at: '/desk' },
    shows: text('手机上的案件台（英文）。', 'A mediator’s desk on a telephone, in English.'),
  },
  {
    ...{ ...telephone, name: 'telephone-case', login: 'sun', at: '/cases/story-today-court' },
    shows: text('手机上的案件页（英文）。', 'The case page on a telephone, in English.'),
  },
  {
    ...{ ...telephone, name: 'telephone-status', login: null, at: '/status', language: 'zh-CN' },
    shows: text('当事人凭查询码查看进度。', 'A party looks up how the case stands with a query code.'),
  },
];
