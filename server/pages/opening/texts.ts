import type { Text } from '../i18n.ts';

/** Words around the form that opens a case. */
export const openingTexts = {
  lookUp: { zh: '查找已知当事人', en: 'Look up a known party' },
  lookUpHint: {
    zh: '输入名称的至少两个字；只查本机构办理过的案件，联系方式不带入。',
    en: 'At least two characters of the name. Only cases of your organisation are looked through; contacts are not taken over.',
  },
  find: { zh: '查找', en: 'Look up' },
  found: { zh: '找到的当事人', en: 'Parties found' },
  none: { zh: '没有找到；请直接填写。', en: 'Nobody was found; fill in the form.' },
  asClaimant: { zh: '作为申请人', en: 'As claimant' },
  asRespondent: { zh: '作为被申请人', en: 'As respondent' },
  check: { zh: '核对是否重复', en: 'Check for duplicates' },
  nothingFound: {
    zh: '按现在填写的内容，没有发现可能重复或有关的案件。尚未登记。',
    en: 'By what is filled in now, no duplicate and nothing to be read first was found. Nothing is opened yet.',
  },
  saveDraft: { zh: '存为草稿', en: 'Keep as draft' },
  drafts: { zh: '我的草稿', en: 'My drafts' },
  draftHint: {
    zh: '草稿加密保存，只有您能看到；登记后即删除，十四日不再保存的自动删除。上传的文件不在内。',
    en: 'Drafts are kept sealed, for you alone. One is deleted once its case is open, or after fourteen days without a change. Files are not part of it.',
  },
  unnamed: { zh: '未填写姓名', en: 'No name yet' },
  savedAt: { zh: '保存于', en: 'Kept' },
  resume: { zh: '继续填写', en: 'Go on' },
  remove: { zh: '删除草稿', en: 'Delete draft' },
  faster: { zh: '多个案件', en: 'Several cases' },
  fromList: { zh: '用名单批量登记', en: 'Open cases from a list' },
  carry: { zh: '登记后一并带入新案', en: 'To come along into the new case' },
  carryHint: {
    zh: '代理人按今日授权登记，只带入姓名；请核对授权是否及于本案。',
    en: 'Agents are entered as authorised today, by name only; see that their authority reaches this case.',
  },
  like: { zh: '登记同类案件', en: 'New case like this one' },
  likeHint: {
    zh: '带入权利、争议类型、请求、申请人及其代理人和材料；不带入被申请人、事由和调解内的任何内容。带入申请人联系方式的，与查看一样留痕。',
    en: 'Takes over the right, the kind of dispute, the relief, the claimant with agents and papers; no respondent, no text, nothing from inside a mediation. Contacts that come along are on record as seen.',
  },
} as const satisfies Readonly<Record<string, Text>>;
