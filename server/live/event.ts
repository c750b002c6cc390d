import {
  type CaseFile,
  channelLabels,
  type Entry,
  type Given,
  handoffKinds,
  type Text,
  text,
} from '../../workflows/index.ts';
import { revisionOf, visibleTo } from '../views/visibility.ts';

/** That a case has changed, and which part of it; nothing of what was written. */
export interface ChangeEvent {
  /** The revision of the part, as forms carry it. */
  readonly revision: number;
  /** Who did it; null where the viewer may not know, or the house itself did. */
  readonly by: string | null;
  readonly section: 'case' | 'matter' | 'proceeding' | 'handoff';
  readonly text: Text;
}

/** The last entry that a viewer may know of: up to here it has seen the case. */
export function lastKnown(caseFile: CaseFile, journal: readonly Entry[], given: Given): number {
  const visible = visibleTo(caseFile, given);
  return journal.findLast((entry) => visible.entry(entry))?.envelope.seq ?? 0;
}

/**
 * What to tell a viewer who has seen the case up to an entry: of the latest later one that it may know of. Null when there
 * is none: what happens inside a compartment happened for nobody outside it.
 */
export function changeSince(
  caseFile: CaseFile,
  journal: readonly Entry[],
  seen: number,
  given: Given,
  staff: (person: string) => string,
): ChangeEvent | null {
  const visible = visibleTo(caseFile, given);
  const latest = journal.findLast((entry) => entry.envelope.seq > seen && visible.entry(entry));
  if (latest === undefined) return null;
  const { target, actor } = latest.envelope;
  const name = visible.body(latest) && !actor.roles.includes('system') ? staff(actor.person) : '';
  const part = partOf(caseFile, latest);
  const [who, what] = [name === '' ? null : name, part === null ? '' : `（${part.zh}）`];
  return {
    revision: revisionOf(caseFile, target),
    by: who,
    section: target.kind,
    text: text(
      who === null ? `本案${what}已更新。` : `${who}更新了本案${what}。`,
      `${who === null ? 'This case has changed' : `${who} changed this case`}${part === null ? '' : ` (${part.en})`}.`,
    ),
  };
}

/** The part of the case, by its kind alone. */
function partOf(caseFile: CaseFile, { envelope: { target, proceeding } }: Entry): Text | null {
  const handoff = target.kind === 'handoff' ? caseFile.handoffs[target.id] : undefined;
  if (handoff !== undefined) return handoffKinds[handoff.kind].label;
  const home = caseFile.proceedings[proceeding ?? ''];
  return home === undefined ? null : channelLabels[home.channel];
}
