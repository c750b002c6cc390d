import {
  type Agent,
  authorityLabels,
  channelOf,
  type Id,
  type Item,
  type JsonObject,
  type Matter,
  type Text,
} from '../../workflows/index.ts';
import type { Viewer } from '../security/index.ts';
import { type Look, lookAt } from '../views/index.ts';
import { actorOf, type CommandRequest, type Dependencies, execute, momentOf } from '../write/index.ts';

/** An agent or a paper of the claimant that a case like this one may have, too. */
export interface Carried {
  readonly id: string;
  readonly label: Text;
  readonly command: { readonly type: 'appointAgent' | 'addItem'; readonly data: JsonObject };
  /** What has to be an upload of the viewer's before it is put on another file. */
  readonly file: { readonly sha256: string; readonly bytes: number; readonly mediaType: string } | null;
}

/** The matter a new case would be like: the first that the viewer may know. */
export function matterLiked({ current, visible }: Look): Matter | undefined {
  return Object.values(current.matters).find(({ id }) => visible.matters.has(id));
}

/** Its first claimant whom the viewer may know. */
export function claimantLiked({ visible }: Look, matter: Matter): Id | undefined {
  return matter.claimants.find((id) => visible.parties.has(id));
}

/** What may come along from a case; nothing from one that the viewer does not know. */
export async function carriable(
  viewer: Viewer,
  caseId: string,
  dependencies: Dependencies,
): Promise<readonly Carried[]> {
  const look = await lookAt(caseId, actorOf(viewer), dependencies);
  const matter = look === null ? undefined : matterLiked(look);
  const party = look === null || matter === undefined ? undefined : claimantLiked(look, matter);
  if (look === null || party === undefined) return [];
  const today = momentOf(dependencies.now()).slice(0, 10);
  const agents = look.current.parties[party]?.agents.filter(({ to }) => to === null || to >= today) ?? [];
  const items = Object.values(look.current.items).filter((item) => isOpenPaper(look, item, party));
  return [...agents.flatMap((agent) => agentCarried(look, agent)), ...items.flatMap(itemCarried)];
}

/** The claimant's own paper, as it came in outside a mediation: what came into one stays in its compartment. */
function isOpenPaper({ current, visible }: Look, item: Item, party: Id): boolean {
  const channel = current.proceedings[item.proceeding]?.channel;
  const isInside = channel === undefined || channelOf(channel)?.family === 'mediation';
  return !isInside && !item.withdrawn && item.party === party && item.class === 'partyFile' && visible.item(item.id);
}

/** By name; contacts are asked for again. Nobody under age, nobody erased. */
function agentCarried({ persons }: Look, { id, person, authority, to }: Agent): readonly Carried[] {
  const known = persons.get(person);
  if (known === undefined || known.erased || known.isMinor || known.kind === 'foreignOrganisation') return [];
  const { name, kind, creditCode } = known;
  const { zh, en } = authorityLabels[authority];
  const data = { who: { kind, name, creditCode }, authority, to };
  const label = { zh: `代理人 ${name}（${zh}）`, en: `Agent ${name} (${en})` };
  return [{ id: `agent:${id}`, label, command: { type: 'appointAgent', data }, file: null }];
}

function itemCarried({ id, document, title, pages, sha256, bytes, mediaType }: Item): readonly Carried[] {
  const file = sha256 === null || bytes === null || mediaType === null ? null : { sha256, bytes, mediaType };
  const data = { document, title, class: 'partyFile', file, pages };
  const label = { zh: `材料 ${title}`, en: `Paper ${title}` };
  return [{ id: `item:${id}`, label, command: { type: 'addItem', data }, file }];
}

/**
 * Gives a case that was just opened the agents and papers that were chosen, each by its own command under a derived key.
 * What a case does not have or may not give is not looked for. Returns whether everything that was chosen is there.
 */
export async function carryOver(
  viewer: Viewer,
  { from, to, chosen }: { readonly from: string; readonly to: string; readonly chosen: readonly string[] },
  dependencies: Dependencies,
): Promise<boolean> {
  const wanted = (await carriable(viewer, from, dependencies)).filter(({ id }) => chosen.includes(id));
  const caseFile = await dependencies.store.load(to);
  const party = Object.values(caseFile?.parties ?? {}).find(({ side }) => side === 'claimant')?.id;
  const proceeding = Object.keys(caseFile?.proceedings ?? {})[0];
  if (party === undefined || proceeding === undefined) return false;
  let done = 0;
  for (const { id, command, file } of wanted) {
    if (file !== null) await dependencies.uploads.add({ person: viewer.accountId, ...file });
    const request: CommandRequest = {
      caseId: to,
      type: command.type,
      targetId: command.type === 'addItem' ? proceeding : null,
      occurredOn: null,
      data: { ...command.data, party },
      acknowledged: [],
      evidence: null,
      idempotencyKey: `carry-${to}-${id}`,
      ifMatch: null,
    };
    const outcome = await execute(request, viewer, dependencies);
    if (outcome.kind === 'done') done += 1;
  }
  return done === new Set(chosen).size;
}
