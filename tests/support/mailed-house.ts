import { type LetterHouse, letterHouse, mediation } from './letter-house.ts';
import { type Manners, mailServer, type TakenMail, textOf } from './mail-server.ts';

const sender = { JIEFEN_MAIL_FROM: 'letters@jiefen.example.cn', JIEFEN_SMTP_TIMEOUT_SECONDS: '1' };

/** A house that sends by the mail server at `url`. */
export async function houseWith(url: string, more: Parameters<typeof letterHouse>[0] = {}): Promise<LetterHouse> {
  return letterHouse({ ...more, environment: { ...sender, SMTP_URL: url, ...more.environment } });
}

/** A house with a mail server that takes what it sends. */
export async function houseWithServer(manners: Manners = {}, more: Parameters<typeof letterHouse>[0] = {}) {
  const server = await mailServer(manners);
  return { server, desk: await houseWith(server.url, more) };
}

/** The respondent is asked for consent, which sends its invitation. Returns the party. */
export async function invited(desk: LetterHouse): Promise<string> {
  const party = await desk.party('respondent');
  await desk.gives('limin', 'askConsent', mediation, { parties: [party] });
  return party;
}

/** Every letter of the case, as the outbox has it. */
export async function letters({ dependencies, caseId }: LetterHouse) {
  return dependencies.store.letters.ofCase(caseId);
}

/** What the committee still has to print and bring. */
export async function letterTasks({ dependencies }: LetterHouse) {
  const filter = { organisation: 'yantaiMediationCommittee', whose: null, shownOn: '9999-12-31', limit: 50 };
  return (await dependencies.store.reads.tasks(filter)).filter(({ row }) => row.source === 'letter');
}

/** The query code in a letter that was taken. */
export function codeIn(mail: TakenMail): string {
  return /您的查询码：([0-9A-Z-]{14})/.exec(textOf(mail))?.[1] ?? '';
}
