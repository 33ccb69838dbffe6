-- A view: the files, as they were made and sent. Filled for older files by a rebuild.
CREATE TABLE batch (
    batch       uuid PRIMARY KEY,
    payouts     integer     NOT NULL,
    total_cents bigint      NOT NULL,
    made_at     timestamptz NOT NULL,
    sent_at     timestamptz
);
CREATE INDEX work_list_oldest ON work_list (noted_at, id);
