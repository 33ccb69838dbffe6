-- View: who nears or reaches the VAT threshold of a year.
CREATE TABLE vat_warning (
    -- oldest first
    place           text PRIMARY KEY,
    counsellor      uuid NOT NULL,
    calendar_year   integer NOT NULL,
    percent         integer NOT NULL,
    turnover_cents  bigint NOT NULL,
    threshold_cents bigint NOT NULL,
    warned_at       timestamptz NOT NULL,
    liable_from     date
);
CREATE INDEX ON vat_warning (counsellor);
