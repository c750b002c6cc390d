import { StorageFull } from '../files.ts';
import { type CommitFault, CommitInvalid, StoreBusy } from '../store.ts';

/** An error between threads, where classes do not survive. */
export type CarriedError =
  | { readonly kind: 'busy' }
  | { readonly kind: 'full' }
  | { readonly kind: 'invalid'; readonly fault: CommitFault; readonly message: string }
  | { readonly kind: 'other'; readonly message: string; readonly stack: string };

/** What to send for an error. */
export function carried(error: unknown): CarriedError {
  if (error instanceof StoreBusy) return { kind: 'busy' };
  if (error instanceof StorageFull) return { kind: 'full' };
  if (error instanceof CommitInvalid) return { kind: 'invalid', fault: error.code, message: error.message };
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  return { kind: 'other', message, stack };
}

/** The error that was sent. */
export function errorOf(carriedError: CarriedError): Error {
  switch (carriedError.kind) {
    case 'busy':
      return new StoreBusy();
    case 'full':
      return new StorageFull();
    case 'invalid':
      return new CommitInvalid(carriedError.fault, carriedError.message.slice(carriedError.fault.length + 2));
    case 'other':
      return Object.assign(new Error(carriedError.message), { stack: carriedError.stack });
  }
}
