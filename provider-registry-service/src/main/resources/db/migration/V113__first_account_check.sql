-- First accounts of which the name has yet to be checked. No view: it counts attempts, which wait on the machine's clock.
CREATE TABLE first_account_check (
    counsellor      uuid PRIMARY KEY REFERENCES vault ON DELETE CASCADE,
    attempts        integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON first_account_check (next_attempt_at);
