import { attributes, type Html, html, trustedHtml } from '../html.ts';

/** A square picture made here, with words for those who do not see it. `source` is a base64 address `data:image/…`. */
export function image(picture: { readonly source: string; readonly label: string; readonly size: number }): Html {
  const { source, label, size } = picture;
  // An address checker knows no `data:`; this check is narrower than what it would allow.
  if (!/^data:image\/[a-z+]+;base64,[A-Za-z0-9+/=]+$/.test(source)) throw new TypeError('no picture made here');
  return html`<img class="picture"${attributes({ alt: label, width: size, height: size })} ${trustedHtml(`src="${source}"`)}>`;
}
