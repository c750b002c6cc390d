import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { SendMailOptions } from 'nodemailer';
import type { Message } from './post.ts';

/** Where a letter goes that is only written to a file: the name and address are filled in by whoever sends it. */
const toBeFilled = { name: '{{recipient}}', addresses: ['recipient@to-be-filled.invalid'] } as const;

/** A message as mail: plain text, no pictures and no links but the house's own, marked as written by a machine. */
export function mailOf(message: Message, from: string): SendMailOptions {
  const { subject, text, replyTo } = message;
  const { name, addresses } = message.to ?? toBeFilled;
  return {
    from: { name: message.fromName, address: from },
    to: addresses.map((address) => ({ name, address })),
    ...(replyTo === null ? {} : { replyTo }),
    subject,
    text,
    messageId: messageId(message.id, from),
    date: new Date(message.writtenAt.epochMilliseconds),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Jiefen-Letter': message.id },
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(message.calendar === null
      ? {}
      : {
          icalEvent: {
            method: message.calendar.cancelled === true ? 'CANCEL' : 'REQUEST',
            filename: 'session.ics',
            content: invitationOf(message, from) ?? '',
          },
        }),
  };
}

/** `<letter.round@domain>`: follows from the letter alone. */
export function messageId(id: string, from: string): string {
  return `<${id}@${domainOf(from)}>`;
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/**
 * The session or hearing as an iCalendar invitation, in UTC; null when the letter has none. A later date replaces the earlier
 * one, and what is called off is cancelled.
 */
export function invitationOf({ calendar, to, fromName, writtenAt }: Message, from: string): string | null {
  if (calendar === null) return null;
  const { session, sequence, at, summary, place, cancelled = false } = calendar;
  const invitation = ical({
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    prodId: { company: 'Jiefen', product: 'letters', language: 'ZH' },
  });
  invitation.createEvent({
    id: `${session}@${domainOf(from)}`,
    sequence,
    stamp: writtenAt,
    start: Temporal.PlainDateTime.from(at).toZonedDateTime('Asia/Shanghai').toInstant(),
    summary,
    ...(cancelled ? { status: ICalEventStatus.CANCELLED } : {}),
    ...(place === null ? {} : { location: place }),
    organizer: { name: fromName, email: from },
    ...(to === null ? {} : { attendees: to.addresses.map((email) => ({ name: to.name, email, rsvp: true })) }),
  });
  return invitation.toString();
}
