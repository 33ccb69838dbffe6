-- No view: which officer saw who is behind a pseudonym, and when. Holds pseudonyms only, so it outlives forgetting.
CREATE TABLE identity_look (
    look      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    officer   text        NOT NULL,
    citizen   uuid        NOT NULL,
    looked_at timestamptz NOT NULL
);
CREATE INDEX identity_look_citizen ON identity_look (citizen, look);
