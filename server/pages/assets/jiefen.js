// Makes the pages pleasanter; every page works without this file.

/** Sends a form once: a second click while the first is under way does nothing. */
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.hasAttribute('data-once')) return;
  if (form.hasAttribute('data-sent')) {
    event.preventDefault();
    return;
  }
  form.setAttribute('data-sent', '');
  form.removeAttribute('data-changed');
  const button = event.submitter;
  // The button stays enabled in the markup: a disabled one would not send its own name and value.
  if (button?.dataset.busy) {
    button.dataset.label = button.textContent;
    button.textContent = button.dataset.busy;
    button.setAttribute('aria-disabled', 'true');
  }
  // After a stalled network the person may try again; the form's own key keeps a second arrival harmless.
  setTimeout(release, 10_000);
});

/** A page brought back by the back button may be sent again. */
window.addEventListener('pageshow', release);

function release() {
  for (const form of document.querySelectorAll('form[data-sent]')) form.removeAttribute('data-sent');
  for (const button of document.querySelectorAll('button[data-label]')) {
    button.textContent = button.dataset.label;
    button.removeAttribute('aria-disabled');
    delete button.dataset.label;
  }
}

/** Asks before leaving a form in which something was typed. */
document.addEventListener('input', (event) => {
  event.target.form?.closest('[data-unsaved]')?.setAttribute('data-changed', '');
});
window.addEventListener('beforeunload', (event) => {
  if (document.querySelector('form[data-changed]')) event.preventDefault();
});

/**
 * Enter sends a form by the button it is for, though buttons for rows or a look-up stand before it; from longer texts, Ctrl
 * and Enter do.
 */
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented) return;
  const { target } = event;
  const button = target.form?.querySelector(':scope > .form-buttons > button[type="submit"]');
  if (!button) return;
  // With Enter a suggestion is taken, and a look-up looks up.
  const isAsking = target.closest('.look-up') || target.list?.options.length > 0;
  const isLine = target.matches('input:not([type="file"])') && !isAsking;
  if (!isLine && !event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  button.click();
});

/** A form begins at the first control that must be filled and is not, or at its first one; a screen for fingers stays still. */
function beginAt(form) {
  const controls = [...form.querySelectorAll('input:not([type="hidden"]), select, textarea')].filter(
    (control) => control.offsetParent !== null && !control.disabled,
  );
  const first = controls.find(isWanting) ?? controls[0];
  first?.focus({ preventScroll: true });
  first?.scrollIntoView({ block: 'nearest' });
}

function isWanting(control) {
  if (control.type !== 'radio') return control.required && control.value === '';
  const group = control.closest('[aria-required="true"]');
  return group !== null && !group.querySelector('input:checked');
}

/** A part that is opened to be filled in. */
document.addEventListener(
  'toggle',
  ({ target }) => {
    if (target.open && target.hasAttribute('data-begin')) beginAt(target);
  },
  true,
);

/** The key / leads to the search, unless something is being typed. */
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest('input, textarea, select, [contenteditable]')) return;
  const search = document.querySelector('[role="search"] input');
  if (!search) return;
  event.preventDefault();
  search.focus();
  search.select();
});

/** Adds and removes rows in place, where without a script the server would show the form again. */
document.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button) return;
  if (button.name.startsWith('addRow:')) addRow(button, event);
  else if (button.hasAttribute('data-remove-row')) removeRow(button);
  else if (button.hasAttribute('data-copy')) copy(button);
});

function addRow(button, event) {
  const rows = button.closest('[data-rows]');
  const template = rows.querySelector(':scope > template');
  const list = rows.querySelector(':scope > .rows-list');
  if (list.children.length >= Number(rows.dataset.maximum)) return;
  event.preventDefault();
  const position = nextPosition(rows, list);
  const copyOfRow = template.content.cloneNode(true);
  for (const element of copyOfRow.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      element.setAttribute(name, fill(value, position));
    }
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) node.data = fill(node.data, position);
    }
  }
  list.append(copyOfRow);
  showRemoveButtons(list);
  list.lastElementChild.querySelector('input, select, textarea')?.focus();
}

/** Positions only grow, so that no two rows share a name after one was removed. */
function nextPosition(rows, list) {
  const next = Math.max(list.children.length, Number(rows.dataset.next ?? 0));
  rows.dataset.next = String(next + 1);
  return next;
}

function fill(text, position) {
  return text.replaceAll('__position__', position).replaceAll('__ordinal__', position + 1);
}

function removeRow(button) {
  const list = button.closest('.rows-list');
  const row = button.closest('[data-row]');
  row.closest('form[data-unsaved]')?.setAttribute('data-changed', '');
  const neighbour = row.nextElementSibling ?? row.previousElementSibling;
  row.remove();
  showRemoveButtons(list);
  (neighbour?.querySelector('input, select, textarea') ?? list.closest('fieldset')).focus();
}

function showRemoveButtons(list) {
  for (const button of list.querySelectorAll('[data-remove-row]')) button.hidden = list.children.length < 2;
}

async function copy(button) {
  const label = [...button.childNodes];
  await navigator.clipboard.writeText(button.dataset.copy);
  button.textContent = button.dataset.copied;
  setTimeout(() => {
    button.replaceChildren(...label);
  }, 2000);
}

/** One box that ticks all of its form; without a script each is ticked by hand, and the box stays hidden. */
for (const label of document.querySelectorAll('[data-ticks]')) {
  const all = label.querySelector('input');
  const boxes = [...label.closest('form').querySelectorAll(`input[name="${label.dataset.ticks}"]`)];
  label.hidden = boxes.length === 0;
  const show = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    all.checked = ticked > 0 && ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
  };
  all.addEventListener('change', () => {
    for (const box of boxes) box.checked = all.checked;
  });
  for (const box of boxes) box.addEventListener('change', show);
  show();
}

/** Suggests known parties while a name is typed; without a script the look-up of the form finds the same. */
const suggestions = document.querySelector('[data-suggestions]');
let asking;

if (suggestions) document.addEventListener('input', suggestLater);

function suggestLater({ target }) {
  if (!/^lookUp$|^data\.(claimant|respondents\.\d+\.who)\.name$/.test(target.name ?? '')) return;
  target.setAttribute('list', suggestions.id);
  clearTimeout(asking);
  // Not at every key: half a word is asked for once.
  asking = setTimeout(() => suggest(target.value.trim()), 250);
}

async function suggest(text) {
  if (text.length < 2) return;
  const headers = { 'content-type': 'application/json' };
  const reply = await fetch('/api/parties/suggestions', { method: 'POST', headers, body: JSON.stringify({ text }) });
  if (!reply.ok) return;
  const { rows } = await reply.json();
  suggestions.replaceChildren(...rows.map(({ name }) => new Option(name, name)));
}

for (const list of document.querySelectorAll('.rows-list')) showRemoveButtons(list);
if (navigator.clipboard) {
  for (const button of document.querySelectorAll('[data-copy]')) button.hidden = false;
}
const summary = document.querySelector('[data-error-summary]');
const form = document.querySelector('main form[data-unsaved]');
if (summary) summary.focus();
else if (form && !form.querySelector('[autofocus]') && location.hash === '' && !matchMedia('(pointer: coarse)').matches)
  beginAt(form);
