import type { Look } from '../../server/views/look.ts';
import { visibleTo } from '../../server/views/visibility.ts';
import { type CaseMoment, caseFileAsOf } from '../../workflows/index.ts';
import type { Desk, Worker } from './desk.ts';

/** What views are made of, for somebody who looks at a desk's case; names of people are left out. */
export async function lookOf(desk: Desk, by: Worker, moment: CaseMoment | null = null): Promise<Look> {
  const current = desk.file;
  const given = desk.given(by);
  const journal = await desk.journal();
  return {
    current,
    caseFile: moment === null ? current : caseFileAsOf(current, journal, moment),
    given,
    visible: visibleTo(current, given),
    journal,
    letters: [],
    persons: new Map(),
    staff: {},
    moment,
  };
}
