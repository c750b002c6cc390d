import type { Text } from '../i18n.ts';

/** The words of the pages for papers that come back signed. */
export const paperTexts = {
  title: { zh: '拍照归档', en: 'File photos' },
  hint: {
    zh: '一次可选多张照片或扫描件（JPEG、PNG、WebP，或者 PDF）。纸上印有归档码的，自动归入对应案件；没有认出的，留在下面由您选择案件，24 小时内有效。重复提交不会重复归档。',
    en: 'Choose several photos or scans at once (JPEG, PNG, WebP or PDF). A paper with a filing code goes into its case by itself; what was not recognised waits below for you to choose the case, for 24 hours. Sending again files nothing twice.',
  },
  photos: { zh: '照片或扫描件', en: 'Photos or scans' },
  atOnce: { zh: '最多 20 个文件，每个', en: 'Up to 20 files, each' },
  send: { zh: '归档', en: 'File' },
  none: { zh: '请选择照片或者文件。', en: 'Choose a photo or a file.' },
  results: { zh: '归档结果', en: 'What became of them' },
  file: { zh: '文件', en: 'File' },
  result: { zh: '结果', en: 'Result' },
  filed: { zh: '已归入', en: 'Filed in' },
  there: { zh: '此前已归入', en: 'Was filed before in' },
  noCode: {
    zh: '没有找到归档码，请在下面选择案件。拍照时请让右下角的方形码完整、清晰。',
    en: 'No filing code was found: choose the case below. The square code should be whole and sharp in the picture.',
  },
  notPermitted: {
    zh: '归档码不属于您可以归档的案件，或者已经停用。文件没有归入任何案件。',
    en: 'The filing code is of no case in which you can file, or was revoked. The file lies in no case.',
  },
  unreadable: {
    zh: '无法识别这个文件（格式不支持或者已损坏）。仍可在下面选择案件归档。iPhone 的 HEIC 照片别人可能打不开：请在“设置—相机—格式”中选“兼容性最佳”后重拍。',
    en: 'This file cannot be read (unknown kind, or broken). You may still file it by choosing the case below. Others may not be able to open HEIC photos of an iPhone: choose Most Compatible under Settings, Camera, Formats, and take it again.',
  },
  tooLarge: {
    zh: '文件或者画面过大，没有识别。请改用较低的分辨率重拍；已保存的可在下面选择案件。',
    en: 'The file or the picture is too large to be read. Take it again at a lower resolution; one that was kept can be filed below.',
  },
  tooMany: {
    zh: '超过一次 20 个文件的上限，其余文件没有收下，请再提交一次。',
    en: 'One form takes 20 files; the rest were not taken. Send them in another.',
  },
  refused: { zh: '没有归档：', en: 'Not filed: ' },
  refusedOtherwise: { zh: '没有归档，请稍后再提交一次。', en: 'Not filed; send it again in a moment.' },
  waiting: { zh: '待选择案件', en: 'Waiting for a case' },
  chooseCase: { zh: '归入哪件案件', en: 'Into which case' },
  orCode: { zh: '或者填写案件编号', en: 'Or give the case code' },
  choose: { zh: '选择', en: 'Choose' },
  drop: { zh: '不归档，移除', en: 'Do not file; remove' },
  noSuchCase: {
    zh: '没有找到您正在办理的这件案件，或者不止一件，请填写完整编号。',
    en: 'There is no such case in which you file, or more than one. Give the whole code.',
  },
  goOn: { zh: '继续填写材料信息', en: 'Go on to the item' },
  goOnHint: {
    zh: '文件已带入收录材料的表单：请选择材料种类和类别后保存。',
    en: 'The file is in the form for adding an item: choose its kind and class there, then save.',
  },
  photo: { zh: '拍照', en: 'Take a photo' },
  orFile: { zh: '或者选择文件', en: 'Or choose a file' },
  signedOf: { zh: '签收材料', en: 'Signed paper' },
  paper: { zh: '材料', en: 'Paper' },
  procedure: { zh: '程序', en: 'Procedure' },
  caseCode: { zh: '案件编号', en: 'Case code' },
  itemTitle: { zh: '名称', en: 'Title' },
  itemClass: { zh: '类别', en: 'Class' },
  slips: { zh: '归档码', en: 'Filing codes' },
  slipsHint: {
    zh: '打印后裁下，贴在需要签字带回的纸上。用手机扫码可直接上传，或者在“拍照归档”一次提交多张。码中没有姓名等信息，未登录的人扫码看不到任何内容。',
    en: 'Print, cut out and put one on each paper that is to come back signed. Scan it with a telephone to upload at once, or send several under “File photos”. A code holds no name and shows nothing to who is not signed in.',
  },
  slip: { zh: '签字后拍照归档', en: 'Sign, take a photo, file' },
  stays: { zh: '调解内部', en: 'Inside the mediation' },
  revoke: { zh: '停用已打印的码', en: 'Revoke the printed codes' },
  revokeHint: {
    zh: '本程序已打印的归档码全部停用（例如纸张遗失）；页面上随即换成新的码。',
    en: 'Every code printed for this proceeding stops working, as when a sheet was lost; the page then shows new ones.',
  },
  revoked: { zh: '原归档码已停用，下面是新的码。', en: 'The earlier codes are revoked; these are new.' },
  noSlips: { zh: '您的机构在本案没有办理中的程序。', en: 'Your organisation has no open proceeding in this case.' },
  code: { zh: '归档码', en: 'Filing code' },
  print: { zh: '打印', en: 'Print' },
} as const satisfies Record<string, Text>;
