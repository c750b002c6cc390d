// Says on an open page of a case that somebody else has changed it. Never reloads: what was typed stays.

const region = document.querySelector('[data-live]');
if (region && window.EventSource) {
  const source = new EventSource(region.dataset.live);
  source.addEventListener('changed', ({ data }) => {
    region.querySelector('[data-live-text]').textContent = JSON.parse(data).text;
    region.firstElementChild.hidden = false;
  });
  source.addEventListener('end', () => source.close());
  // A page that is left lets go of its connection; one that is brought back by the back button is fresh enough.
  window.addEventListener('pagehide', () => source.close());
}
