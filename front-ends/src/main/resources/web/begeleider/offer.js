import { html } from 'lit';
import { choices, line } from './parts.js';
import './places.js';
import { WORDS } from './words.js';

const COMMON = ['nl', 'fr', 'en', 'de', 'ar', 'tr', 'es', 'it', 'pl', 'pt', 'ro', 'ru', 'uk', 'bg'];
const NAMES = new Intl.DisplayNames(['nl'], { type: 'language' });

// one and the same, so that what somebody chose is not taken for changed
const NONE = [];

const languages = (chosen) => Object.fromEntries([...new Set([...COMMON, ...chosen])].map((code) => [code, NAMES.of(code)]));

/** What the public sees of a counsellor, to fill in; the same in an application and afterwards. */
export function offer(screen, profile = {}) {
  const error = screen.failed?.issues?.find((issue) => issue.name?.startsWith('places'))?.detail;
  screen.labels.places = 'Waar ontvangt u mensen?';
  return html`
    <counsellor-places .api=${screen.api} .given=${profile.places ?? NONE} .error=${error}></counsellor-places>
    <div class="two">${choices(screen, {
      name: 'languages',
      legend: 'In welke talen begeleidt u?',
      words: languages(profile.languages ?? []),
      chosen: profile.languages ?? ['nl'],
    })}</div>
    ${choices(screen, { name: 'modes', legend: 'Hoe begeleidt u?', words: WORDS.mode, chosen: profile.modes })}
    <div class="two">${choices(screen, { name: 'themes', legend: 'Bij welke thema’s helpt u?', words: WORDS.theme, chosen: profile.themes })}</div>
    ${choices(screen, {
      name: 'targetGroups',
      legend: 'Met wie hebt u ervaring? (niet verplicht)',
      words: WORDS.targetGroup,
      chosen: profile.targetGroups,
    })}
    ${line(screen, 'agendaLink', 'Link naar uw agenda (niet verplicht)', {
      hint: 'Een adres dat met https:// begint, waar mensen een afspraak kunnen maken.',
      type: 'url',
      value: profile.agendaLink,
      autocomplete: 'url',
    })}`;
}

/** What was filled in of it. */
export function offered(form) {
  const data = new FormData(form);
  return {
    places: form.querySelector('counsellor-places').places.map(({ municipality, postalCode }) => ({ municipality, postalCode })),
    languages: data.getAll('languages'),
    modes: data.getAll('modes'),
    themes: data.getAll('themes'),
    targetGroups: data.getAll('targetGroups'),
    agendaLink: data.get('agendaLink').trim() || undefined,
  };
}
