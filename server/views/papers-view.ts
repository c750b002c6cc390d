import {
  channelLabels,
  completenessOf,
  type DocumentKind,
  documentKinds,
  type FilePaper,
  type Id,
  inForceOn,
  isInsidePaper,
  type Proceeding,
  papersCounted,
  type Text,
  usualClass,
} from '../../workflows/index.ts';
import type { Look } from './look.ts';
import { citation, type OrganisationView, organisationView } from './names.ts';

/** One paper of a file: what it is for, whether it is owed, and whether it is there. */
export interface PaperView {
  readonly document: DocumentKind;
  readonly label: Text;
  /** 必须 or 按需. */
  readonly need: FilePaper['need'];
  /** Whether it is owed now. */
  readonly due: boolean;
  /** `inside`: a paper of the mediation's inside, of which this viewer is told nothing. */
  readonly state: FilePaper['state'] | 'inside';
  readonly use: Text;
  readonly basis: readonly Text[];
  readonly toVerify: boolean;
  readonly items: readonly { readonly id: Id; readonly title: string; readonly href: string | null }[];
  /** The handoff in preparation with which it must travel. */
  readonly handoff: Id | null;
  /** The commands that bring it, each with what its form starts from; the first that is allowed will do. */
  readonly broughtBy: readonly {
    readonly command: string;
    readonly data: { readonly document?: string; readonly class?: string };
  }[];
}

/** The papers of one proceeding at work; `there` of `due` are those that are owed for the file itself and that the viewer may know of. */
export interface FileView {
  readonly proceeding: Id;
  readonly label: Text;
  readonly organisation: OrganisationView;
  readonly there: number;
  readonly due: number;
  readonly papers: readonly PaperView[];
}

/** How complete the files are that this viewer's organisation keeps: of no other is anything told. */
export function fileViews(look: Look): readonly FileView[] {
  return Object.values(look.caseFile.proceedings)
    .filter((one) => one.endedOn === null && look.visible.fully(one.id))
    .map((one) => fileView(look, one))
    .filter(({ papers }) => papers.length > 0);
}

function fileView(look: Look, one: Proceeding): FileView {
  const inside = look.visible.sight(one.id) === 'inside';
  const papers = completenessOf(look.caseFile, one, ({ id }) => look.visible.item(id));
  const known = papers.filter(({ document }) => inside || !isInsidePaper(document));
  return {
    proceeding: one.id,
    label: channelLabels[one.channel],
    organisation: organisationView(look, one.organisation),
    ...papersCounted(known),
    papers: papers.map((paper) => paperView(look, paper, known.includes(paper))),
  };
}

function paperView(look: Look, paper: FilePaper, mayKnow: boolean): PaperView {
  const { document, need, due, use, basis, verified, handoff } = paper;
  return {
    document,
    label: documentKinds[document],
    need,
    due,
    state: mayKnow ? paper.state : 'inside',
    use,
    basis: inForceOn(basis, look.moment?.on ?? look.given.today).map((one) => citation(one)),
    toVerify: verified !== 'text',
    items: mayKnow ? paper.items.flatMap((id) => itemOf(look, id)) : [],
    handoff,
    broughtBy: look.moment === null && mayKnow && paper.state === 'missing' ? bringing(document) : [],
  };
}

function itemOf({ caseFile, current }: Look, id: Id): PaperView['items'] {
  const item = caseFile.items[id];
  if (item === undefined) return [];
  const href = item.medium === 'file' ? `/api/cases/${current.id}/items/${id}/file` : null;
  return [{ id, title: item.title, href }];
}

/** Acts that make a record of their own, where a paper is not the only way. */
const recordedBy: { readonly [document in DocumentKind]?: string } = {
  rightsNotice: 'giveRightsNotice',
  consentRecord: 'recordConsent',
  followUpRecord: 'recordReturnVisit',
  performanceRecord: 'recordPerformance',
  mediationReport: 'fileCourtReport',
};

function bringing(document: DocumentKind): PaperView['broughtBy'] {
  const act = recordedBy[document];
  const paper = { command: 'addItem', data: { document, class: usualClass(document) } };
  return act === undefined ? [paper] : [{ command: act, data: {} }, paper];
}
