import type { UnfiledPhoto } from '../../../db/papers.ts';
import type { PhotoResult } from '../../papers/index.ts';
import type { CaseRowView } from '../../views/index.ts';
import * as parts from '../components/index.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { paperTexts as texts } from './texts.ts';

/** Everything the page for many photos shows. */
export interface PhotosShown {
  /** Null: nothing was sent just now. */
  readonly results: readonly PhotoResult[] | null;
  readonly waiting: readonly UnfiledPhoto[];
  /** Cases that a photo could belong to, as the viewer's lists have them. */
  readonly cases: readonly CaseRowView[];
  /** The organisation in whose proceedings the viewer files. */
  readonly organisation: string;
  readonly limitBytes: number;
  readonly error: parts.FieldError | null;
}

export function photosPage(shown: PhotosShown, language: Language): Html {
  const { results, waiting, limitBytes, error } = shown;
  const form = parts.formPage(
    {
      heading: texts.title,
      introduction: texts.hint,
      action: '/papers',
      errors: error === null ? [] : [error],
      multipart: true,
      submitLabel: texts.send,
      fields: [
        parts.fileField(
          {
            name: 'photos',
            label: texts.photos,
            hint: texts.atOnce,
            accept: `${parts.photoTypes},application/pdf`,
            multiple: true,
            maximumBytes: limitBytes,
            required: true,
          },
          language,
        ),
      ],
    },
    language,
  );
  return html`${results !== null && results.length > 0 && resultsCard(results, language)}${waiting.length > 0 && waitingCard(shown, language)}${form}`;
}

function resultsCard(results: readonly PhotoResult[], language: Language): Html {
  const table = parts.dataTable<PhotoResult>(
    {
      caption: texts.results,
      rows: results,
      columns: [
        { label: texts.file, cell: ({ name }) => name },
        { label: texts.result, cell: ({ outcome }) => resultShown(outcome, language) },
      ],
    },
    language,
  );
  return html`<div role="status">${parts.card({ heading: texts.results, content: table }, language)}</div>`;
}

function resultShown(outcome: PhotoResult['outcome'], language: Language): Html {
  if (outcome.kind === 'filed' || outcome.kind === 'there') {
    const { caseId, code, kind } = outcome;
    const badge = parts.badge({ label: texts[kind], tone: kind === 'filed' ? 'good' : 'neutral' }, language);
    return html`${badge} <a${attributes({ href: `/cases/${caseId}#items` })}>${code}</a>`;
  }
  if (outcome.kind !== 'refused') return html`${say(texts[outcome.kind], language)}`;
  const { refusal } = outcome;
  if (refusal === null) return html`${say(texts.refusedOtherwise, language)}`;
  return html`${say(texts.refused, language)}${say(refusal.text, language)}${refusal.instead !== null && html`<span class="cell-detail">${say(refusal.instead, language)}</span>`}`;
}

/** Photos without a case: nothing that came is lost, and nobody guesses where it belongs. */
function waitingCard({ waiting, cases, organisation }: PhotosShown, language: Language): Html {
  const choices = cases.flatMap(({ id, code, title, proceedings }): readonly parts.Choice[] => {
    const own = proceedings.findLast((one) => one.organisation.id === organisation);
    return own === undefined ? [] : [{ value: `${id} ${own.id}`, label: html`${code} · ${say(title, language)}` }];
  });
  const rows = waiting.map(
    ({ name, sha256, arrivedAtMs }) => html`<li><form class="photo-waiting" method="post" action="/papers/choose">
      <p><strong>${name}</strong> <span class="muted">${arrived(arrivedAtMs)}</span></p>${parts.hiddenInput('photo', sha256)}
      ${parts.selectField({ name: `where-${sha256.slice(0, 8)}`, label: texts.chooseCase, choices }, language)}
      ${parts.textField({ name: `code-${sha256.slice(0, 8)}`, label: texts.orCode, maxLength: 40, width: 'short', autocomplete: 'off' }, language)}
      <p class="form-buttons"><button class="button button-secondary" type="submit">${say(texts.choose, language)}</button>
      <button class="button button-plain" type="submit" name="drop" value="yes">${say(texts.drop, language)}</button></p></form></li>`,
  );
  return parts.card({ heading: texts.waiting, content: html`<ul class="photos-waiting">${rows}</ul>` }, language);
}

function arrived(ms: number): string {
  const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('Asia/Shanghai');
  return at.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
}

/** The way on to the ordinary form for an item, with the file in it. */
export function chosenPage(
  { action, photo, code }: { readonly action: string; readonly photo: UnfiledPhoto; readonly code: string },
  language: Language,
): Html {
  const sent = {
    resume: 'yes',
    'data.file.sha256': photo.sha256,
    'data.file.bytes': String(photo.bytes),
    'data.file.mediaType': photo.mediaType,
  };
  return html`<form class="card form" method="post"${attributes({ action })}><h1>${code}</h1>
    <p><strong>${photo.name}</strong></p><p>${say(texts.goOnHint, language)}</p>${parts.hiddenInputs(sent)}
    <div class="form-buttons"><button class="button button-primary" type="submit">${say(texts.goOn, language)}</button>
    <a class="button button-plain" href="/papers">${say(texts.title, language)}</a></div></form>`;
}
