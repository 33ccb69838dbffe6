-- No view: the status of each dossier, and what DOSIS was told of it last.
CREATE TABLE dossier (
    dossier       uuid        PRIMARY KEY,
    wallet        uuid        NOT NULL,
    status        text        NOT NULL,
    changed_at    timestamptz NOT NULL,
    pushed_status text,
    attempts      integer     NOT NULL DEFAULT 0,
    retry_at      timestamptz NOT NULL
);
CREATE INDEX dossier_to_push ON dossier (retry_at) WHERE pushed_status IS DISTINCT FROM status;
