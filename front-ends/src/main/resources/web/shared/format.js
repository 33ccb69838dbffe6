const DAY = new Intl.DateTimeFormat('nl-BE', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/Brussels' });
const MOMENT = new Intl.DateTimeFormat('nl-BE', { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Brussels' });
const MONEY = new Intl.NumberFormat('nl-BE', { style: 'currency', currency: 'EUR' });
const NUMBER = new Intl.NumberFormat('nl-BE');
const HOURS = new Intl.NumberFormat('nl-BE', { maximumFractionDigits: 1 });

/** `2027-03-31` or an instant, as 31 maart 2027. */
export const day = (value) => (value ? DAY.format(new Date(value.length === 10 ? `${value}T12:00:00Z` : value)) : '');
/** An instant, as 31 maart 2027 om 14:30. */
export const moment = (value) => (value ? MOMENT.format(new Date(value)) : '');
/** Whole cents. */
export const money = (cents) => (cents === undefined || cents === null ? '' : MONEY.format(cents / 100));
export const number = (value) => (value === undefined || value === null ? '' : NUMBER.format(value));
/** Hours as a number: 1.5 as anderhalf uur would be nice, 1,5 uur is clear. */
export const hours = (value) => (value === undefined || value === null ? '' : `${HOURS.format(value)} uur`);
export const minutes = (value) => hours(value / 60);
/** Today in Brussels, as `2027-03-31`. */
export const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' }).format(new Date());
