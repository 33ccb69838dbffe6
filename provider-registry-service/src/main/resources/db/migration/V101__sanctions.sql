-- Words about decisions, in the vault: they are about people.
CREATE TABLE vault_words (
    reference  uuid NOT NULL,
    part       text NOT NULL,
    counsellor uuid NOT NULL REFERENCES vault,
    words      text NOT NULL,
    written_at timestamptz NOT NULL,
    PRIMARY KEY (reference, part)
);
CREATE INDEX ON vault_words (counsellor);

-- View of the directory: who is suspended or left is not shown.
ALTER TABLE registered_counsellor ADD COLUMN suspended boolean NOT NULL DEFAULT false;
ALTER TABLE registered_counsellor ADD COLUMN left_from date;

-- View: sanctions, with who decided what and when.
CREATE TABLE sanction (
    sanction      uuid PRIMARY KEY,
    counsellor    uuid NOT NULL,
    kind          text NOT NULL,
    status        text NOT NULL,
    reason_code   text NOT NULL,
    officer       text NOT NULL,
    announced_at  timestamptz NOT NULL,
    answer_by     date,
    answered_at   timestamptz,
    decision_code text,
    decided_by    text,
    decided_at    timestamptz,
    end_code      text,
    ended_by      text,
    ended_at      timestamptz,
    -- oldest first
    place         text NOT NULL UNIQUE
);
CREATE INDEX ON sanction (counsellor, place);
CREATE INDEX ON sanction (status, place);
