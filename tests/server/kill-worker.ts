/** Gives commands to a running server over HTTP, at the address and with the round named on the command line, until it is gone; see `tests/support/kill-rounds.ts`. */
import { castPassword } from '../../seeds/cast.ts';

const [address = '', round = ''] = process.argv.slice(2);
const json = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };

const signedIn = await signIn();
const cookie = signedIn.headers
  .getSetCookie()
  .map((one) => one.split(';')[0])
  .join('; ');
if (!signedIn.ok) throw new Error(`sign-in: ${signedIn.status} ${await signedIn.text()}`);

/** Signs in; a server that says it is busy (it may be mending what the last kill left) is asked again, as it says, a few times. */
async function signIn(tries = 5): Promise<Response> {
  const body = JSON.stringify({ login: 'limin', password: castPassword });
  const answer = await fetch(`${address}/api/session`, { method: 'POST', headers: json, body });
  if (answer.status !== 503 || tries === 1) return answer;
  await new Promise((resolve) => setTimeout(resolve, Number(answer.headers.get('retry-after') ?? 1) * 1000));
  return signIn(tries - 1);
}

async function give(
  path: string,
  key: string,
  body: object,
  revision?: number,
): Promise<{ caseId: string; version: number }> {
  const headers = {
    ...json,
    cookie,
    'idempotency-key': key,
    ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
  };
  const answer = await fetch(`${address}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  const done: { caseId: string; version: number } = JSON.parse(await answer.text());
  process.stdout.write(`ack ${key}\n`);
  return done;
}

/** One desk: opens a case, adds two respondents, opens the next. */
async function work(desk: number): Promise<never> {
  for (let number = 0; ; number += 1) {
    const key = `${round}-${desk}-${number}`;
    const claimant = { kind: 'legal', name: `烟台第${key}号公司`, telephone: '0535-6000000' };
    const opened = await give('/api/cases', key, { data: { claimant, summary: '断电演练' } });
    for (const name of ['甲商行', '乙商行']) {
      const data = { side: 'respondent', who: { kind: 'individualBusiness', name } };
      // Adding a party does not change the case header, whose revision stays the opening's.
      await give(
        `/api/cases/${opened.caseId}/commands/addParty`,
        `${key}-${name === '甲商行' ? 'a' : 'b'}`,
        { data },
        1,
      );
    }
  }
}

// The server dies under these requests; what it acknowledged before is on standard output. A refusal is no death.
const ends = await Promise.allSettled([1, 2, 3, 4, 5, 6, 7, 8].map(work));
for (const end of ends) {
  if (end.status === 'rejected' && !(end.reason instanceof TypeError)) process.stderr.write(`${end.reason}\n`);
}
