-- View: changes of account, with what was said about the name; without the number.
CREATE TABLE account_change (
    change        uuid PRIMARY KEY,
    counsellor    uuid NOT NULL,
    asked_at      timestamptz NOT NULL,
    name_check    text,
    accepted_code text,
    accepted_by   text,
    accepted_at   timestamptz,
    confirmed_at  timestamptz,
    holds_from    timestamptz,
    -- oldest first
    place         text NOT NULL UNIQUE
);
CREATE INDEX ON account_change (name_check, place);
