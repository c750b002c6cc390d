import QRCode from 'qrcode';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeReader, codeReaderLimits } from '../../server/papers/code-reader.ts';
import { markAddress, printMark } from '../../server/papers/index.ts';
import { signedIn, type Visitor, visitor } from '../support/browserless.ts';
import { type DoorCase, doorCase } from '../support/door-house.ts';
import { formIn } from '../support/forms.ts';
import { type House, openHouse } from '../support/house.ts';
import { codePicture, codeWebp, madePicture, type SentFile, sendFiles } from '../support/photos.ts';

const publicUrl = 'http://jiefen.example';
let house: House;
let sun: Visitor;
beforeAll(async () => {
  const environment = { JIEFEN_PUBLIC_URL: publicUrl, JIEFEN_UPLOAD_LIMIT_BYTES: '300000' };
  house = await openHouse({ start: '2026-11-23T09:00', environment });
  sun = await signedIn(house, 'sun');
});
afterAll(() => house?.close());

const markOf = async (one: DoorCase, document: string) =>
  printMark({ caseId: one.caseId, proceeding: (await one.mediation()).id, document, thing: null }, house.dependencies);

const pictureOf = async (one: DoorCase, document: string, name = `${document}.png`) =>
  codePicture(name, markAddress(publicUrl, await markOf(one, document)));

const itemsOf = async (one: DoorCase) => Object.values((await one.file()).items);
const sends = (files: readonly SentFile[], who = sun) => sendFiles(house, who, '/papers', 'photos', files);

describe('A paper that comes back signed', () => {
  it('carries a code that is the same however often it is printed, and holds no name and no number', async () => {
    const one = await doorCase(house);
    const page = await sun.get(`/cases/${one.caseId}/papers`);
    const said = markAddress(publicUrl, await markOf(one, 'mediationAgreement'));
    const svg = await QRCode.toString(said, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
    for (const text of [page.text, (await sun.get(`/cases/${one.caseId}/papers`)).text])
      expect(text).toContain(Buffer.from(svg).toString('base64'));
    expect(said).toMatch(/^http:\/\/jiefen\.example\/papers\/[2-9A-HJ-NP-Z]{24}$/);
    expect(page.text).not.toMatch(/海岳|鑫达/);
    const letter = (await house.dependencies.store.letters.ofCase(one.caseId)).find(
      ({ draft }) => draft.recipient.kind === 'party',
    );
    const clerk = await signedIn(house, 'limin');
    const printed = await clerk.get(`/cases/${one.caseId}/letters/${letter?.draft.id}`);
    expect(printed.text).toContain('签字后拍照归档');
  });

  it('asks for photos by the kinds that everybody can open, so that an iPhone turns its own into one of them', async () => {
    const one = await doorCase(house);
    const mark = await markOf(one, 'mediationRecord');
    const proceeding = Object.keys((await one.file()).proceedings).at(-1);
    const pages = ['/papers', `/papers/${mark}`, `/cases/${one.caseId}/commands/addItem?target=${proceeding}`];
    for (const address of pages) {
      const inputs = (await sun.get(address)).text.match(/<input[^>]*type="file"[^>]*>/g) ?? [];
      expect([address, inputs.length > 0]).toEqual([address, true]);
      for (const input of inputs) expect(input).toMatch(/accept="image\/jpeg,(?!.*(image\/\*|heic))/i);
    }
  });

  it('leads whoever scans it through the sign-in to the form of its case, with kind, class and camera ready', async () => {
    const one = await doorCase(house);
    const mark = await markOf(one, 'mediationRecord');
    const stranger = visitor(house);
    expect((await stranger.get(`/papers/${mark}`)).location).toBe(`/sign-in?to=%2Fpapers%2F${mark}`);
    const page = await sun.get(`/papers/${mark}`);
    expect(page.text).toMatch(
      /<input[^>]*type="file"[^>]*accept="image\/jpeg,image\/png,image\/webp"[^>]*capture="environment"/,
    );
    const { sent } = formIn(page.text, '/papers/');
    expect(sent).toMatchObject({ class: ['processPrivate'], title: ['调解笔录'] });
    const file = madePicture('photo.png', 2, 2, Buffer.alloc(6));
    const fields = Object.fromEntries(Object.entries(sent).map(([name, [text = '']]) => [name, text]));
    const done = await sendFiles(house, sun, `/papers/${mark}`, 'photo', [file], fields);
    expect(done.location).toBe(`/cases/${one.caseId}?done=addItem`);
    const [item] = await itemsOf(one);
    expect(item).toMatchObject({ document: 'mediationRecord', class: 'processPrivate', mediaType: 'image/png' });
    expect(item?.provenance).toContain('手机拍照');
    // Its inside stays with the mediator.
    const clerk = await signedIn(house, 'limin');
    expect((await clerk.get(`/cases/${one.caseId}`)).text).not.toContain('手机拍照');
    expect((await sun.get(`/cases/${one.caseId}`)).text).toContain('手机拍照');
    // Minutes in a class that may leave are refused, and the form comes back.
    const other = madePicture('other.png', 2, 2, Buffer.alloc(7));
    const wrong = await sendFiles(house, sun, `/papers/${mark}`, 'photo', [other], { ...fields, class: 'jointSigned' });
    expect([wrong.status, wrong.text.includes('不能归入其他类别')]).toEqual([422, true]);
    expect(await itemsOf(one)).toHaveLength(1);
    expect((await sendFiles(house, sun, `/papers/${mark}`, 'photo', [], fields)).text).toContain('请选择照片或者文件');
  });

  it('is not there for another organisation, for a mark nobody printed, and once its marks are revoked', async () => {
    const one = await doorCase(house);
    const mark = await markOf(one, 'mediationAgreement');
    const court = await signedIn(house, 'liu');
    const answers = [await court.get(`/papers/${mark}`), await court.get(`/papers/${'2'.repeat(24)}`)];
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    const file = madePicture('photo.png', 3, 3, Buffer.alloc(12));
    expect((await sendFiles(house, court, `/papers/${mark}`, 'photo', [file])).status).toBe(404);
    expect((await court.post(`/cases/${one.caseId}/papers/revoke`, {})).status).toBe(404);
    const proceeding = [(await one.mediation()).id];
    expect((await sun.post(`/cases/${one.caseId}/papers/revoke`, { proceeding })).status).toBe(303);
    expect((await sun.get(`/papers/${mark}`)).status).toBe(404);
    expect((await sun.get(`/papers/${await markOf(one, 'mediationAgreement')}`)).status).toBe(200);
    expect(await itemsOf(one)).toEqual([]);
  });
});

describe('Many photos at once', () => {
  it('go each into its own case, with a result for each, and are filed once however often they are sent', async () => {
    const [one, other] = [await doorCase(house), await doorCase(house)];
    const files = [
      await pictureOf(one, 'mediationAgreement', 'a.png'),
      await pictureOf(other, 'addressConfirmation', 'b.png'),
    ];
    const page = await sends(files);
    expect(page.text.match(/已归入/g)).toHaveLength(2);
    for (const each of [one, other]) expect(page.text).toContain((await each.file()).header.code);
    expect(await itemsOf(one)).toMatchObject([{ document: 'mediationAgreement', class: 'jointSigned' }]);
    expect(await itemsOf(other)).toMatchObject([{ document: 'addressConfirmation', class: 'jointSigned' }]);
    expect((await sends(files)).text.match(/此前已归入/g)).toHaveLength(2);
    expect(await itemsOf(one)).toHaveLength(1);
  });

  it('that find no case are told why, keep nobody else back, and wait to be filed by hand', async () => {
    const [one, foreign] = [await doorCase(house), await doorCase(house)];
    const otherMark = await codePicture('foreign.png', markAddress(publicUrl, 'Z'.repeat(24)));
    const files = [
      await codePicture('advertisement.png', 'https://example.com/'),
      otherMark,
      { name: 'broken.png', type: 'image/png', bytes: Buffer.from('no picture') },
      madePicture('huge.png', 60_000, 60_000, Buffer.alloc(10)),
      madePicture('flood.png', 10, 10, Buffer.alloc(30_000_000)),
      { name: 'big.png', type: 'image/png', bytes: Buffer.alloc(300_001) },
      { name: 'scan.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.4 nothing') },
      await pictureOf(one, 'mediationAgreement'),
    ];
    const page = await sends(files);
    const rows = [...page.text.matchAll(/<tr role="row">\s*<th scope="row".*?<\/tr>/gs)].map(([row]) => [
      /\w+\.(?:png|pdf)/.exec(row)?.[0],
      /没有找到|不属于|无法识别|过大|已归入/.exec(row)?.[0],
    ]);
    expect(rows).toEqual([
      ['advertisement.png', '没有找到'],
      ['foreign.png', '不属于'],
      ['broken.png', '无法识别'],
      ['huge.png', '过大'],
      ['flood.png', '无法识别'],
      ['big.png', '过大'],
      ['scan.pdf', '没有找到'],
      ['mediationAgreement.png', '已归入'],
    ]);
    expect(await itemsOf(foreign)).toEqual([]);
    // Nothing that was kept is lost when the page is left; what lies in a case does not wait.
    const later = await sun.get('/papers');
    expect(later.text).toContain('advertisement.png');
    expect(later.text).not.toMatch(/mediationAgreement\.png|big\.png/);
    expect((await (await signedIn(house, 'limin')).get('/papers')).text).not.toContain('advertisement.png');
    const photo =
      /name="photo" value="([0-9a-f]{64})"/.exec(later.text.slice(later.text.indexOf('scan.pdf')))?.[1] ?? '';
    const own = photo.slice(0, 8);
    const nowhere = await sun.post('/papers/choose', { photo: [photo], [`code-${own}`]: ['烟知解〔1999〕9号'] });
    expect([nowhere.status, nowhere.text.includes('没有找到您正在办理的这件案件')]).toEqual([422, true]);
    const { code } = (await foreign.file()).header;
    const chosen = await sun.post('/papers/choose', { photo: [photo], [`code-${own}`]: [code] });
    const next = formIn(chosen.text, `/cases/${foreign.caseId}/commands/addItem`);
    const form = await sun.post(next.action, next.sent);
    const ready = formIn(form.text, `/cases/${foreign.caseId}/commands/addItem`);
    const entries = { 'data.document': ['evidence'], 'data.title': ['照片'], 'data.class': ['partyFile'] };
    const done = await sun.upload(ready.action, { ...ready.sent, ...entries }, {});
    expect(done.status).toBe(303);
    expect(await itemsOf(foreign)).toMatchObject([{ title: '照片', sha256: photo }]);
    expect((await sun.get('/papers')).text).not.toContain('scan.pdf');
  });

  it('are for those who put papers on file, and a code of a case that is none of theirs files nothing', async () => {
    const one = await doorCase(house);
    const court = await signedIn(house, 'liu');
    const picture = await pictureOf(one, 'mediationAgreement');
    expect((await sends([picture], court)).text).toContain('不属于您可以归档的案件');
    expect(await itemsOf(one)).toEqual([]);
    for (const login of ['admin-system', 'zhao'] as const) {
      const person = await signedIn(house, login);
      expect([login, (await person.get('/papers')).status]).toEqual([login, 403]);
      expect([login, (await sends([picture], person)).status]).toEqual([login, 403]);
    }
    const stranger = visitor(house);
    expect((await sends([picture], stranger)).status).toBe(401);
    expect((await stranger.get('/papers')).location).toBe('/sign-in?to=%2Fpapers');
  });

  it('are served as JSON, with what each came to', async () => {
    const one = await doorCase(house);
    const mark = await markOf(one, 'mediationAgreement');
    const files = [await pictureOf(one, 'mediationAgreement', 'a.png'), await codePicture('b.png', 'nothing')];
    const reply = await sendFiles(house, sun, '/api/papers/photos', 'photos', files);
    const { code } = (await one.file()).header;
    expect(JSON.parse(reply.text).rows).toMatchObject([
      { name: 'a.png', outcome: { kind: 'filed', caseId: one.caseId, code } },
      { name: 'b.png', outcome: { kind: 'noCode' } },
    ]);
    const known = await sun.get(`/api/papers/${mark}`);
    expect(JSON.parse(known.text)).toMatchObject({ caseId: one.caseId, document: 'mediationAgreement' });
    expect((await (await signedIn(house, 'liu')).get(`/api/papers/${mark}`)).status).toBe(404);
  });
});

describe('More than twenty files', () => {
  it('are taken up to the twentieth, and the rest is told to come again', async () => {
    const one = await doorCase(house);
    const pictures = Array.from({ length: 21 }, (_, index) => ({
      name: `${index}.txt`,
      type: 'text/plain',
      bytes: Buffer.from(`${index}`),
    }));
    const page = await sends([await pictureOf(one, 'mediationAgreement'), ...pictures]);
    expect([page.status, page.text.match(/无法识别这个文件/g)?.length]).toEqual([200, 19]);
    expect(page.text).toContain('请再提交一次');
    expect(await itemsOf(one)).toHaveLength(1);
  });
});

describe('The reader of codes', () => {
  it('gives up a picture that takes too long, and reads the next one', async () => {
    const reader = codeReader({ ...codeReaderLimits, timeoutMs: 0 });
    const picture = await codePicture('a.png', 'said');
    expect(await reader.read(picture.bytes)).toEqual({ kind: 'unreadable' });
    await reader.close();
    const patient = codeReader();
    const webp = await codeWebp('a.webp', 'said');
    const read = await Promise.all([picture, webp, picture].map(({ bytes }) => patient.read(bytes)));
    expect(read).toEqual(Array(3).fill({ kind: 'read', texts: ['said'] }));
    expect(await patient.read(webp.bytes.subarray(0, 60))).toEqual({ kind: 'unreadable' });
    await patient.close();
  });
});
