-- Files of applicants, in the vault.
CREATE TABLE vault_document (
    document    uuid PRIMARY KEY,
    counsellor  uuid NOT NULL REFERENCES vault,
    type        text NOT NULL,
    content     bytea NOT NULL,
    received_at timestamptz NOT NULL
);

-- View: the officers' work list.
CREATE TABLE application (
    application  uuid PRIMARY KEY,
    counsellor   uuid NOT NULL,
    route        text NOT NULL,
    status       text NOT NULL,
    submitted_at timestamptz NOT NULL,
    documents    integer NOT NULL,
    reason_code  text,
    decided_by   text,
    decided_at   timestamptz,
    -- oldest first
    place        text NOT NULL UNIQUE
);
CREATE INDEX ON application (status, place);
