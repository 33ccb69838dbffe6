-- Tables that follow from the events and can be rebuilt from them.
CREATE TABLE budget (
    year            integer PRIMARY KEY,
    total_cents     bigint  NOT NULL,
    committed_cents bigint  NOT NULL,
    settled_cents   bigint  NOT NULL,
    queue           integer NOT NULL
);

-- Every decided claim: approved ones with their payout, refused ones with what failed.
CREATE TABLE payout (
    claim                  uuid PRIMARY KEY,
    booking                uuid        NOT NULL,
    counsellor             uuid        NOT NULL,
    status                 text        NOT NULL,
    decided_at             timestamptz NOT NULL,
    failed                 text        NOT NULL DEFAULT '',
    payout                 uuid,
    half_hours             integer,
    excl_vat_cents         bigint,
    vat_cents              bigint,
    total_cents            bigint,
    co_payment_cents       bigint,
    government_share_cents bigint,
    batch                  uuid,
    end_to_end_id          text UNIQUE,
    sent_at                timestamptz,
    answered_at            timestamptz,
    reason_code            text
);
CREATE INDEX payout_of_counsellor ON payout (counsellor, decided_at DESC, claim DESC);
CREATE INDEX payout_to_send ON payout (decided_at, claim) WHERE status = 'APPROVED';

-- Claims that still wait for a fact of another topic.
CREATE TABLE open_claim (
    claim       uuid PRIMARY KEY,
    booking     uuid        NOT NULL,
    counsellor  uuid        NOT NULL,
    received_at timestamptz NOT NULL
);
CREATE INDEX open_claim_oldest ON open_claim (received_at, claim);

CREATE TABLE ledger_line (
    event_id     text    NOT NULL,
    line         integer NOT NULL,
    account      text    NOT NULL,
    debit_cents  bigint  NOT NULL,
    credit_cents bigint  NOT NULL,
    booking      uuid    NOT NULL,
    booked_at    timestamptz NOT NULL,
    PRIMARY KEY (event_id, line)
);
