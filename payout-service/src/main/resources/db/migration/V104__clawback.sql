-- A view: clawbacks, with what was set off and written off so far.
CREATE TABLE clawback (
    clawback              uuid PRIMARY KEY,
    payout                uuid        NOT NULL,
    claim                 uuid        NOT NULL,
    booking               uuid        NOT NULL,
    counsellor            uuid        NOT NULL,
    status                text        NOT NULL,
    half_hours            integer     NOT NULL,
    amount_cents          bigint      NOT NULL,
    reason                text        NOT NULL,
    explanation           uuid,
    announced_by          text        NOT NULL,
    announced_at          timestamptz NOT NULL,
    answer_until          date        NOT NULL,
    answer                uuid,
    answered_at           timestamptz,
    final_half_hours      integer,
    final_cents           bigint,
    decision_reason       text,
    decision_explanation  uuid,
    decided_by            text,
    decided_at            timestamptz,
    set_off_cents         bigint      NOT NULL DEFAULT 0,
    written_off_cents     bigint      NOT NULL DEFAULT 0,
    write_off_reason      text,
    write_off_explanation uuid,
    written_off_by        text,
    written_off_at        timestamptz,
    settled_at            timestamptz
);
CREATE INDEX clawback_newest ON clawback (announced_at DESC, clawback DESC);
CREATE INDEX clawback_owed ON clawback (counsellor, decided_at) WHERE status = 'DECIDED';

ALTER TABLE payout ADD COLUMN set_off_cents bigint NOT NULL DEFAULT 0;
CREATE INDEX payout_by_id ON payout (payout);

-- Not a view: what people wrote about a clawback is personal data. Events hold its id alone.
CREATE TABLE clawback_text_vault (
    id      uuid PRIMARY KEY,
    content text NOT NULL
);
