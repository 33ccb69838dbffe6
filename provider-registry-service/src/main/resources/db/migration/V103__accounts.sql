-- Bank accounts after the first one, in the vault: who is paid where and from when. Without a first moment: not confirmed.
CREATE TABLE vault_account (
    change     uuid PRIMARY KEY,
    counsellor uuid NOT NULL REFERENCES vault,
    iban       text NOT NULL,
    asked_at   timestamptz NOT NULL,
    holds_from timestamptz,
    -- oldest first
    place      text NOT NULL UNIQUE
);
CREATE INDEX ON vault_account (counsellor, place);

-- What counsellors are told; no view: who sends it needs it once.
CREATE TABLE outgoing_message (
    about      uuid NOT NULL,
    kind       text NOT NULL,
    counsellor uuid NOT NULL,
    made_at    timestamptz NOT NULL,
    PRIMARY KEY (about, kind)
);
