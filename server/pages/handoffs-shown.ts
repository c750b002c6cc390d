import type { CaseView, HandoffView, ManifestRowView } from '../views/index.ts';
import * as parts from './components/index.ts';
import type { Html } from './html.ts';
import type { Language } from './i18n.ts';
import { say } from './i18n.ts';
import { caseTexts } from './texts.ts';

/** The movements of a case between organisations, latest first. */
export function handoffsCard({ handoffs, id }: CaseView, language: Language): Html {
  const rows = handoffs.map((handoff) => ({
    ...handoffShown(handoff, language),
    actions: [{ label: caseTexts.openPacket, href: `/cases/${id}/handoffs/${handoff.id}` }],
  }));
  return parts.card(
    { heading: caseTexts.handoffs, id: 'handoffs', content: parts.handoffList(rows, language) },
    language,
  );
}

/** One handoff with its dates, its papers and whoever acted for whom. */
export function handoffShown(handoff: HandoffView, language: Language): parts.Handoff {
  const { answerBy, returnReason, note, receiptHref, marks } = handoff;
  const manifest = handoff.manifest.map((row, index) => manifestRow(row, index, language));
  return {
    label: handoff.label,
    from: handoff.from.name,
    to: handoff.to.name,
    status: handoffBadge(handoff),
    moments: momentsOf(handoff),
    manifest,
    marks: marks.map(({ kind, note: said }) => (said === null ? { kind } : { kind, note: said })),
    ...(answerBy === null || answerBy.due === null || answerBy.daysLeft === null
      ? {}
      : { answerBy: { on: answerBy.due, daysLeft: answerBy.daysLeft } }),
    ...(returnReason === null ? {} : { returnReason }),
    ...(note === '' ? {} : { note }),
    ...(receiptHref === null ? {} : { receiptHref }),
  };
}

const tones: Readonly<Record<string, parts.Tone>> = {
  drafted: 'neutral',
  offered: 'warn',
  received: 'warn',
  accepted: 'good',
  returned: 'bad',
};

export function handoffBadge({ state, stateLabel }: Pick<HandoffView, 'state' | 'stateLabel'>): parts.Badge {
  return { label: stateLabel, tone: tones[state] ?? 'neutral' };
}

function momentsOf({ offeredAt, receivedAt, answeredAt, state }: HandoffView): NonNullable<parts.Handoff['moments']> {
  return {
    ...(offeredAt === null ? {} : { offeredAt }),
    ...(receivedAt === null ? {} : { receivedAt }),
    ...(answeredAt === null ? {} : state === 'returned' ? { returnedAt: answeredAt } : { acceptedAt: answeredAt }),
  };
}

export function manifestRow(row: ManifestRowView, index: number, language: Language): parts.ItemRow {
  const { title, document, classLabel, pages, bytes, sha256, href } = row;
  return {
    number: index + 1,
    name: title ?? say(document, language),
    itemClass: { label: classLabel, tone: 'info', icon: 'dot' },
    ...(pages === null ? {} : { pages }),
    ...(bytes === null ? {} : { bytes }),
    ...(sha256 === null ? {} : { sha256 }),
    ...(href === null ? {} : { href }),
  };
}
