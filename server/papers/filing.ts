import type { Paper } from '../../db/papers.ts';
import {
  type CaseFile,
  channelLabels,
  commands,
  type DocumentKind,
  documentKinds,
  isSignedPaper,
  type Refusal,
  signedPapers,
  type Text,
} from '../../workflows/index.ts';
import { ProblemError } from '../errors.ts';
import type { Viewer } from '../security/index.ts';
import { mayKnowTarget } from '../views/visibility.ts';
import {
  actorOf,
  type Dependencies,
  execute,
  givenFor,
  mayEverGive,
  noteHidden,
  type UploadedFile,
} from '../write/index.ts';

/** A paper as whoever may file it sees it. */
export interface KnownPaper {
  readonly paper: Paper;
  readonly caseFile: CaseFile;
  readonly document: DocumentKind;
  readonly label: Text;
  readonly procedure: Text;
  readonly number: string | null;
}

/** Somebody who puts papers on file somewhere. Throws `not-allowed` for everybody else. */
export function fileViewer(viewer: Viewer): Viewer & { readonly organisationId: string } {
  const { organisationId, roles } = viewer;
  const definition = commands.addItem;
  if (organisationId === null || definition === undefined || !mayEverGive(definition, roles)) {
    throw new ProblemError('not-allowed');
  }
  return { ...viewer, organisationId };
}

/** Where a paper belongs, for somebody who works on its proceeding; null for everybody else, as for a paper that is none. */
export async function knownPaper(
  paper: Paper | null,
  viewer: Viewer,
  dependencies: Dependencies,
): Promise<KnownPaper | null> {
  const caseFile = paper === null ? null : await dependencies.store.load(paper.caseId);
  if (paper === null || caseFile === null || !isSignedPaper(paper.document)) return null;
  const actor = actorOf(viewer);
  const given = await givenFor(actor, dependencies);
  const proceeding = caseFile.proceedings[paper.proceeding];
  const target = { kind: 'proceeding', id: paper.proceeding } as const;
  // Who only knows of a proceeding, or only knows of its case, does not file in it.
  if (proceeding?.organisation !== actor.organisation || !mayKnowTarget(caseFile, target, given)) {
    noteHidden(actor, paper.caseId, dependencies);
    return null;
  }
  const { document } = paper;
  const procedure = channelLabels[proceeding.channel];
  return { paper, caseFile, document, label: documentKinds[document], procedure, number: proceeding.number };
}

/** What became of filing one file. */
export type Filed =
  | { readonly kind: 'filed'; readonly caseId: string; readonly code: string }
  /** The same file lies in the case already. */
  | { readonly kind: 'there'; readonly caseId: string; readonly code: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal | null };

/** How a photo came, as the item says it. */
export const byTelephone = '手机拍照（归档码） Photo by telephone (filing code)';

/**
 * Puts a file on the file of its paper by the ordinary command. Sent again it is filed once: the key comes from the file and the
 * paper. `change`: what the person chose instead of what the paper proposes.
 */
export async function filePaper(
  known: KnownPaper,
  file: UploadedFile,
  change: { readonly title?: string; readonly class?: string },
  viewer: Viewer,
  dependencies: Dependencies,
): Promise<Filed> {
  const { paper, caseFile, document, label } = known;
  const { caseId, proceeding } = paper;
  const at = { caseId, code: caseFile.header.code };
  const isThere = Object.values(caseFile.items).some((one) => one.sha256 === file.sha256 && !one.withdrawn);
  if (isThere) return { kind: 'there', ...at };
  const proposed = isSignedPaper(document) ? signedPapers[document] : 'processPrivate';
  const outcome = await execute(
    {
      caseId,
      type: 'addItem',
      targetId: proceeding,
      occurredOn: null,
      data: {
        document,
        title: change.title || label.zh,
        class: change.class || proposed,
        file: { ...file },
        provenance: byTelephone,
      },
      acknowledged: [],
      evidence: null,
      idempotencyKey: `photo-${file.sha256.slice(0, 32)}-${proceeding}`,
      ifMatch: null,
    },
    viewer,
    dependencies,
  );
  if (outcome.kind === 'done') return { kind: outcome.repeated ? 'there' : 'filed', ...at };
  return { kind: 'refused', refusal: outcome.kind === 'refused' ? outcome.refusal : null };
}
