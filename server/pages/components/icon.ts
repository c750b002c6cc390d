import { type Html, html } from '../html.ts';

const strokes = {
  check: 'M3 8.5l3.2 3.2L13 4.8',
  cross: 'M4 4l8 8M12 4l-8 8',
  dot: 'M8 5.2a2.8 2.8 0 1 0 0 5.6a2.8 2.8 0 1 0 0-5.6',
  info: 'M8 1.8a6.2 6.2 0 1 0 0 12.4a6.2 6.2 0 1 0 0-12.4M8 7.2v4M8 4.6v.2',
  warning: 'M8 2L14.5 13.5H1.5zM8 6.5v3.3M8 11.6v.2',
  clock: 'M8 1.8a6.2 6.2 0 1 0 0 12.4a6.2 6.2 0 1 0 0-12.4M8 4.5V8l2.4 1.6',
  lock: 'M3.5 7.2h9v6.6h-9zM5.4 7V5a2.6 2.6 0 0 1 5.2 0v2',
  pen: 'M3 13l.6-2.8l7.2-7.2l2.2 2.2l-7.2 7.2z',
  person: 'M8 2.2a2.6 2.6 0 1 0 0 5.2a2.6 2.6 0 1 0 0-5.2M3 13.8c.4-3 2.3-4.4 5-4.4s4.6 1.4 5 4.4',
  flag: 'M4 14V2.5h8.5L10.5 5.6l2 3.1H4',
  arrow: 'M2.5 8h10.5M9 4l4 4l-4 4',
  out: 'M4.5 11.5l7-7M6 4.5h5.5V10',
  gear: 'M8 5.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5M8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2',
} as const;

export type IconName = keyof typeof strokes;

/** A small drawing beside a text that says the same; hidden from screen readers. */
export function icon(name: IconName): Html {
  return html`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><path d="${strokes[name]}"/></svg>`;
}
