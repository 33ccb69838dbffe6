import { css } from 'lit';
import { style } from '../shared/style.js';

/** What the screens of a counsellor add to the shared look. */
export const look = [
  style,
  css`
    nav ul.row { border-bottom: 1px solid var(--line-soft); gap: 0.25rem 1.25rem; margin-bottom: 1.25rem; padding-bottom: 0.5rem; }
    nav a { display: inline-block; padding: 0.35rem 0; }
    nav a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
    .rows { display: grid; gap: 0.75rem; list-style: none; max-width: none; padding: 0; }
    .rows .card { padding: 0.75rem 1rem; }
    .rows p { margin: 0.25rem 0 0; max-width: none; }
    .rows .head { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; align-items: baseline; justify-content: space-between; }
    .rows .head a { font-weight: 600; }
    .words { overflow-wrap: anywhere; white-space: pre-line; }
    summary { color: var(--blue-dark); cursor: pointer; font-weight: 600; padding: 0.5rem 0; }
    form + p { margin-top: 1rem; }
    .large { font-size: 1.15rem; min-height: 3.25rem; padding: 0.75rem 1.5rem; }
    .pills { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0 0 0.5rem; }
    .pills button { font-weight: 400; min-height: 2.5rem; padding: 0.3rem 0.8rem; }
    .pills button[aria-pressed='true'] { background: var(--blue-light); border-width: 2px; color: var(--blue-dark); font-weight: 600; }
    .two .choice { break-inside: avoid; }
    .options .choice { align-items: center; min-height: 2.25rem; margin: 0; }
    .short .options { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
    .short legend { float: left; width: 100%; }
    @media (min-width: 40rem) { .two .options { columns: 2; } .two legend { column-span: all; } }
    @media (max-width: 30rem) { .large { width: 100%; } }
  `,
];
