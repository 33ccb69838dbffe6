-- View: applications of which the enterprise has yet to be checked.
CREATE TABLE enterprise_check (
    application uuid PRIMARY KEY,
    counsellor  uuid NOT NULL,
    asked_at    timestamptz NOT NULL
);
CREATE INDEX ON enterprise_check (asked_at);
