import {
  type Basis,
  damagesReachOf,
  type Id,
  infringementPeriodOf,
  interruptionKinds,
  type Limitation,
  limitationBasis,
  limitationOf,
  obstacleCauses,
  ruleInForce,
  type Text,
  text,
} from '../../workflows/index.ts';
import type { Look } from './look.ts';
import { citation, matterLabel } from './names.ts';
import { yuan } from './rows.ts';

/** One line of the ledger: what happened, under which article, and what it did. */
export interface LimitationLineView {
  readonly on: string;
  /** The last day of an obstacle; null for everything else, and while it stands. */
  readonly until: string | null;
  readonly what: Text;
  readonly basis: readonly Text[];
  readonly effect: Text;
}

/** Limitation of action of one matter, with the facts it is counted from. Whether time ran out is for a court. */
export interface LimitationView {
  readonly matter: Id;
  readonly label: Text;
  readonly lines: readonly LimitationLineView[];
  readonly runsFrom: string | null;
  readonly expiresOn: string | null;
  readonly suspended: boolean;
  /** 暂定. */
  readonly provisional: boolean;
  /** How it stands, in a sentence. */
  readonly standing: Text;
  /** What follows beside it: a period that had run out before, a rest that was given up, how far back damages reach. */
  readonly notes: readonly LimitationNoteView[];
}

/** A sentence beside a ledger with its articles. */
export interface LimitationNoteView {
  readonly text: Text;
  readonly basis: readonly Text[];
  /** What is claimed goes beyond it. */
  readonly warns: boolean;
  /** 待核实. */
  readonly toVerify: boolean;
}

/**
 * The ledgers of the matters on which the viewer's organisation holds a proceeding. A ledger with a line that the viewer may
 * not read is left out whole: its last day would tell of that line.
 */
export function limitationViews(look: Look): readonly LimitationView[] {
  const { caseFile, given, visible, journal, moment } = look;
  const readable = new Set(journal.filter((entry) => visible.entry(entry)).map(({ envelope }) => envelope.seq));
  const mayRead = (fact: Id) => readable.has(caseFile.facts[fact]?.seq ?? 0);
  return Object.keys(caseFile.matters).flatMap((matter): readonly LimitationView[] => {
    const holds = Object.values(caseFile.proceedings).some(
      (one) => one.matters.includes(matter) && visible.fully(one.id),
    );
    if (!holds || !visible.matters.has(matter)) return [];
    const ledger = limitationOf(caseFile, matter, given.calendar, given.reference, moment?.on ?? given.today);
    const { interruptions: lines, obstacles: hindrances, waivedRest } = ledger;
    const facts = [...lines, ...hindrances, ...(waivedRest === null ? [] : [waivedRest])].map(({ fact }) => fact);
    return facts.every(mayRead) ? [ledgerView(look, matter, ledger, mayRead)] : [];
  });
}

type MayRead = (fact: Id) => boolean;

function ledgerView(look: Look, matter: Id, ledger: Limitation, mayRead: MayRead): LimitationView {
  const { runsFrom, expiresOn, suspended, provisional } = ledger;
  return {
    matter,
    label: matterLabel(look, matter),
    lines: [...starts(ledger), ...interruptions(ledger), ...obstacles(ledger), ...waiver(ledger)].toSorted(
      (one, other) => one.on.localeCompare(other.on),
    ),
    runsFrom,
    expiresOn,
    suspended,
    provisional,
    standing: standingOf(ledger),
    notes: [...lapsed(ledger), ...rest(ledger), ...damages(look, matter, ledger, mayRead)],
  };
}

const note = (said: Text, basis: readonly Basis[], more: Partial<LimitationNoteView> = {}): LimitationNoteView => ({
  text: said,
  basis: basis.map(citation),
  warns: false,
  toVerify: false,
  ...more,
});

/** A period that had run out before anything interrupted it is not revived by what came later. */
function lapsed({ lapsedOn }: Limitation): readonly LimitationNoteView[] {
  if (lapsedOn === null) return [];
  const said = text(
    `按登记的事实，时效已于 ${lapsedOn} 届满，其后的请求、起诉不使其恢复；义务人可以抗辩，法院不主动适用。`,
    `By what is on record it ended on ${lapsedOn}; later requests and suits do not revive it. The obligor may plead it; a court does not raise it.`,
  );
  return [note(said, limitationBasis.lapsed, { warns: true })];
}

function rest({ waivedRest }: Limitation): readonly LimitationNoteView[] {
  if (waivedRest === null) return [];
  const { claimedFen, runsFrom, expiresOn } = waivedRest;
  const until = expiresOn ?? '—';
  return [
    note(
      text(
        `放弃的剩余债权（仍主张 ${yuan(claimedFen)}）自 ${runsFrom ?? '—'} 起算，至 ${until} 届满，不随其后的中断延长。`,
        `The rest that was given up (${yuan(claimedFen)} is still claimed) runs from ${runsFrom ?? '—'} and ends on ${until}; later interruptions do not reach it.`,
      ),
      limitationBasis.partOfClaim,
    ),
  ];
}

/** How far back damages reach, where limitation had run out before the suit and the infringement goes on. */
function damages(
  { caseFile, given, moment }: Look,
  matter: Id,
  ledger: Limitation,
  mayRead: MayRead,
): readonly LimitationNoteView[] {
  const period = infringementPeriodOf(caseFile, matter);
  if (period === null || !mayRead(period.fact)) return [];
  const today = moment?.on ?? given.today;
  const reach = damagesReachOf(caseFile, matter, period, { ledger, calendar: given.calendar, today });
  if (reach === null || reach.reachesFrom === null) return [];
  const { filedOn, reachesFrom, mayBeStopped, claimedFrom, claimedTooEarly, basis, toConfirm } = reach;
  const day =
    filedOn === null
      ? text(`如于 ${today} 起诉`, `A suit of ${today}`)
      : text(`${filedOn} 起诉`, `The suit of ${filedOn}`);
  const stop = mayBeStopped
    ? text('侵权仍在继续，可以判令停止', 'may bring an order to stop, for the infringement goes on')
    : text('权利有效期已届满，不再判令停止', 'brings no order to stop, for the right has expired');
  const early = claimedTooEarly
    ? text(`；请求自 ${claimedFrom} 起赔偿，超出该期间`, `; damages are claimed from ${claimedFrom}, which is more`)
    : text('', '');
  return [
    note(
      text(
        `${day.zh}：${stop.zh}，赔偿自起诉之日向前推算，及于 ${reachesFrom} 以后${early.zh}。`,
        `${day.en} ${stop.en}; damages are counted back from the filing and reach to ${reachesFrom}${early.en}.`,
      ),
      basis,
      { warns: claimedTooEarly, toVerify: toConfirm },
    ),
  ];
}

/** The waiver as a line of the ledger. */
function waiver({ waivedRest }: Limitation): readonly LimitationLineView[] {
  if (waivedRest === null) return [];
  const what = text('明确表示放弃剩余债权', 'The rest of the claim expressly waived');
  const effect = text('其后的中断不及于剩余债权', 'Later interruptions do not reach the rest');
  return [{ on: waivedRest.on, until: null, what, basis: limitationBasis.partOfClaim.map(citation), effect }];
}

function standingOf({ applies, suspended, runsFrom, expiresOn, interruptions: lines }: Limitation): Text {
  if (!applies) return text('仅请求停止侵害，不适用诉讼时效。', 'Claims to stop alone have no limitation.');
  if (suspended)
    return text('时效中止，障碍消除后再计算六个月。', 'Suspended; six months run when the obstacle is gone.');
  if (expiresOn !== null)
    return text(
      `自 ${runsFrom ?? '—'} 起算，至 ${expiresOn} 届满。`,
      `Runs from ${runsFrom ?? '—'}, ends on ${expiresOn}.`,
    );
  return lines.length === 0
    ? text('尚未登记起算的事实。', 'No fact is on record from which it runs.')
    : text('程序进行中，时效重新计算的日期未到。', 'A procedure is under way; it runs anew from its end.');
}

/** From when it runs at first, and the harm from which twenty years are counted. */
function starts({ knownSince, harmedOn, longestOn }: Limitation): readonly LimitationLineView[] {
  const line = (on: string, what: Text, rule: 'lim.general' | 'lim.max', effect: Text): LimitationLineView => {
    const basis = ruleInForce(rule, on).rule.basis.slice(0, 1).map(citation);
    return { on, until: null, what, basis, effect };
  };
  const known = text('知道或者应当知道受损害及义务人', 'Harm and obligor known');
  const harmed = text('权利受到损害', 'The right was harmed');
  const longest = text(`最长至 ${longestOn ?? '—'}`, `At most until ${longestOn ?? '—'}`);
  return [
    ...(knownSince === null ? [] : [line(knownSince, known, 'lim.general', text('开始计算', 'It begins to run'))]),
    ...(harmedOn === null ? [] : [line(harmedOn, harmed, 'lim.max', longest)]),
  ];
}

function interruptions({ interruptions: lines }: Limitation): readonly LimitationLineView[] {
  return lines.map(({ kind, on, procedure }) => {
    const { label, basis } = interruptionKinds[kind];
    const effect =
      procedure === null
        ? text('中断，重新计算', 'Interrupts; runs anew')
        : text('中断，自程序终结时重新计算', 'Interrupts; runs anew from the end of the procedure');
    return { on, until: null, what: label, basis: basis.map(citation), effect };
  });
}

function obstacles({ obstacles: lines }: Limitation): readonly LimitationLineView[] {
  const basis = ruleInForce('lim.suspension_tail', '9999-12-31').rule.basis.map(citation);
  return lines.map(({ cause, from, to, suspends }) => ({
    on: from,
    until: to,
    what: obstacleCauses[cause],
    basis,
    effect: suspends
      ? text('在最后六个月内，时效中止', 'In the last six months: suspends')
      : text('不在最后六个月内，不影响计算', 'Not in the last six months: changes nothing'),
  }));
}
