/** The part catalogue of the pages: everything a page is put together from. Each part takes its properties and the reader's language. */
export * from './actions.ts';
export * from './basics.ts';
export * from './clock.ts';
export * from './fields.ts';
export * from './form-page.ts';
export * from './format.ts';
export * from './handoff.ts';
export * from './hidden.ts';
export * from './icon.ts';
export * from './image.ts';
export * from './law.ts';
export * from './path.ts';
export * from './person-group.ts';
export * from './rows-field.ts';
export * from './table.ts';
export * from './timeline.ts';
export * from './words.ts';
