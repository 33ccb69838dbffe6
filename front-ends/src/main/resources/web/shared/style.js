import { css } from 'lit';

/** The look of Vlaanderen in own tokens, and the few elements that every screen uses. Colours have a contrast of at least 4.5 : 1. */
export const style = css`
  :host {
    --blue: #0055cc;
    --blue-dark: #003b8e;
    --blue-light: #e6f0fc;
    --yellow: #ffe615;
    --ink: #333332;
    --ink-soft: #5b5b5a;
    --line: #8a8f94;
    --line-soft: #d6dade;
    --ground: #fff;
    --ground-soft: #f5f6f7;
    --good: #0b6e3a;
    --good-light: #e6f4ec;
    --warn: #8a4b00;
    --warn-light: #fff5e0;
    --bad: #b3122f;
    --bad-light: #fdecef;
    --radius: 3px;
    --gap: 1rem;
    color: var(--ink);
    font-family: 'Flanders Art Sans', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
    font-size: 1rem;
    line-height: 1.5;
    display: block;
  }
  * { box-sizing: border-box; }
  [hidden] { display: none !important; }
  h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 1rem; overflow-wrap: anywhere; }
  h2 { font-size: 1.3rem; line-height: 1.25; margin: 2rem 0 0.75rem; overflow-wrap: anywhere; }
  h3 { font-size: 1.1rem; line-height: 1.3; margin: 1.25rem 0 0.5rem; overflow-wrap: anywhere; }
  h1:focus { outline: none; }
  p { margin: 0 0 0.75rem; max-width: 70ch; }
  ul, ol { margin: 0 0 0.75rem; padding-left: 1.25rem; max-width: 70ch; }
  a { color: var(--blue); text-underline-offset: 0.15em; }
  a:hover { color: var(--blue-dark); }
  :focus-visible { outline: 3px solid var(--blue); outline-offset: 2px; border-radius: var(--radius); }
  small, .soft { color: var(--ink-soft); }
  .lead { font-size: 1.15rem; }
  .stack > * + * { margin-top: var(--gap); }
  .row { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center; }
  .grid { display: grid; gap: var(--gap); grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr)); }
  .grid, .plain { list-style: none; padding: 0; max-width: none; }
  .card { background: var(--ground); border: 1px solid var(--line-soft); border-radius: var(--radius); padding: 1rem; }
  .card > :first-child { margin-top: 0; }
  .card > :last-child { margin-bottom: 0; }

  button, .button {
    appearance: none; background: var(--blue); border: 1px solid var(--blue); border-radius: var(--radius); color: #fff; cursor: pointer;
    display: inline-block; font: inherit; font-weight: 600; min-height: 2.75rem; padding: 0.5rem 1.1rem; text-align: center; text-decoration: none;
  }
  button:hover, .button:hover { background: var(--blue-dark); border-color: var(--blue-dark); color: #fff; }
  button.quiet, .button.quiet { background: var(--ground); color: var(--blue); }
  button.quiet:hover, .button.quiet:hover { background: var(--blue-light); color: var(--blue-dark); }
  button.bad { background: var(--bad); border-color: var(--bad); }
  button.link { background: none; border: 0; color: var(--blue); font-weight: 400; min-height: 0; padding: 0.25rem 0; text-decoration: underline; }
  button[aria-disabled='true'], button:disabled { background: var(--ground-soft); border-color: var(--line); color: var(--ink-soft); cursor: not-allowed; }

  label, legend, .label { display: block; font-weight: 600; margin: 0 0 0.25rem; padding: 0; }
  fieldset { border: 0; margin: 0 0 1rem; min-width: 0; padding: 0; }
  .field { margin: 0 0 1rem; max-width: 34rem; }
  .hint { color: var(--ink-soft); display: block; font-size: 0.95rem; font-weight: 400; margin: 0 0 0.25rem; }
  .field .error { color: var(--bad); display: block; font-weight: 600; margin: 0.25rem 0 0; }
  input:not([type='checkbox']):not([type='radio']), select, textarea {
    background: var(--ground); border: 1px solid var(--line); border-radius: var(--radius); color: var(--ink); font: inherit; max-width: 100%;
    min-height: 2.75rem; padding: 0.4rem 0.6rem; width: 100%;
  }
  textarea { min-height: 6rem; }
  [aria-invalid='true'] { border-color: var(--bad) !important; border-width: 2px !important; }
  .choice { align-items: flex-start; display: flex; font-weight: 400; gap: 0.6rem; margin: 0 0 0.4rem; min-height: 1.75rem; }
  .choice input { flex: none; height: 1.35rem; margin: 0.1rem 0 0; width: 1.35rem; }

  .notice { border-left: 5px solid var(--blue); background: var(--blue-light); border-radius: var(--radius); margin: 0 0 1rem; padding: 0.75rem 1rem; }
  .notice > :first-child { margin-top: 0; }
  .notice > :last-child { margin-bottom: 0; }
  .notice.good { border-color: var(--good); background: var(--good-light); }
  .notice.warn { border-color: var(--warn); background: var(--warn-light); }
  .notice.bad { border-color: var(--bad); background: var(--bad-light); }
  .tag { background: var(--ground-soft); border: 1px solid var(--line); border-radius: 1rem; display: inline-block; font-size: 0.9rem; line-height: 1.4; padding: 0.05rem 0.65rem; }
  .tag.good { background: var(--good-light); border-color: var(--good); color: var(--good); }
  .tag.warn { background: var(--warn-light); border-color: var(--warn); color: var(--warn); }
  .tag.bad { background: var(--bad-light); border-color: var(--bad); color: var(--bad); }

  .scroll { max-width: 100%; overflow-x: auto; }
  table { border-collapse: collapse; margin: 0 0 1rem; width: 100%; }
  caption { font-weight: 600; padding: 0 0 0.5rem; text-align: left; }
  th, td { border-bottom: 1px solid var(--line-soft); padding: 0.5rem 0.75rem 0.5rem 0; text-align: left; vertical-align: top; }
  th { font-weight: 600; }
  td.number, th.number { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; }
  dl { display: grid; gap: 0.25rem 1.25rem; grid-template-columns: minmax(8rem, max-content) 1fr; margin: 0 0 1rem; }
  dt { font-weight: 600; }
  dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
  details { margin: 0 0 0.75rem; }
  summary { cursor: pointer; padding: 0.25rem 0; }
  progress { accent-color: var(--blue); height: 1rem; max-width: 24rem; width: 100%; }
  .sr { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; white-space: nowrap; width: 1px; }
  @media (max-width: 30rem) {
    dl { grid-template-columns: 1fr; }
    dd { margin: 0 0 0.5rem; }
    .row > button, .row > .button { flex: 1 1 100%; }
  }
  @media (prefers-reduced-motion: reduce) { * { animation: none !important; transition: none !important; } }
`;
