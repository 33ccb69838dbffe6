-- A view: where a batch stands. Those of before went to the bank by themselves.
ALTER TABLE batch ADD COLUMN status text NOT NULL DEFAULT 'RELEASED';
UPDATE batch SET status = 'SENT' WHERE sent_at IS NOT NULL;
CREATE INDEX batch_newest ON batch (made_at DESC, batch DESC);

-- A view: a row for each time a payout stood in a file; one that was rejected and paid again has two.
CREATE TABLE payment (
    end_to_end_id text PRIMARY KEY,
    claim         uuid NOT NULL,
    batch         uuid NOT NULL,
    amount_cents  bigint,
    sent_at       timestamptz,
    outcome       text,
    answered_at   timestamptz,
    returned_at   timestamptz
);
CREATE INDEX payment_of_claim ON payment (claim);
CREATE INDEX payment_of_batch ON payment (batch);
INSERT INTO payment
SELECT end_to_end_id, claim, batch, CASE WHEN sent_at IS NOT NULL THEN total_cents - set_off_cents END, sent_at,
       CASE WHEN status IN ('PAID', 'REJECTED') THEN status END, answered_at, NULL
FROM payout WHERE end_to_end_id IS NOT NULL AND batch IS NOT NULL;
CREATE INDEX payout_of_batch ON payout (batch);

-- Not a view: whether the bank may have the file although it did not say so.
ALTER TABLE payment_file_vault ADD COLUMN maybe_at_bank boolean NOT NULL DEFAULT false;
UPDATE payment_file_vault SET maybe_at_bank = true WHERE attempts > 0;

-- Not a view: what people wrote, about clawbacks and now also about batches.
ALTER TABLE clawback_text_vault RENAME TO text_vault;
