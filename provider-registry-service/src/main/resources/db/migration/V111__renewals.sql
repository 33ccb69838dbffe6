-- View: proofs that are asked anew of who is registered.
CREATE TABLE renewal (
    renewal     uuid PRIMARY KEY,
    counsellor  uuid NOT NULL,
    status      text NOT NULL,
    reason_code text NOT NULL,
    wanted_by   date NOT NULL,
    documents   integer NOT NULL,
    asked_by    text NOT NULL,
    asked_at    timestamptz NOT NULL,
    approved_by text,
    approved_at timestamptz,
    -- oldest first
    place       text NOT NULL UNIQUE
);
CREATE INDEX ON renewal (status, place);
