import { day } from '../shared/format.js';

// Guidance takes place in Brussels' time, wherever the device is.
const CLOCK = new Intl.DateTimeFormat('nl-BE', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Brussels' });
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' });

/** An instant, as 14:30. */
export const clock = (value) => CLOCK.format(new Date(value));

/** 31 maart 2027, 14:30 tot 15:30. */
export const period = (session) => `${day(session.startedAt)}, ${clock(session.startedAt)} tot ${clock(session.endedAt)}`;

/** A day and a time as they are filled in, as an instant; undefined when one is missing. */
export function instant(onDay, time) {
  if (!onDay || !time) return undefined;
  const summer = new Date(`${onDay}T${time}:00+02:00`);
  return clock(summer) === time ? summer : new Date(`${onDay}T${time}:00+01:00`);
}

/** Today by the clock of the services, which decides; that of a device may be wrong. */
export async function today(api) {
  return (await api.get('provider-registry/v1/diplomas', { limit: 1 })).on;
}

/** A calendar day some days earlier or later. */
export function shifted(onDay, days) {
  return DAY.format(new Date(Date.parse(`${onDay}T12:00:00Z`) + days * 86_400_000));
}
