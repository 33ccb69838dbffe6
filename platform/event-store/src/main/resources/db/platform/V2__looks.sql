-- Who of the government looked at what is kept about whom. Pseudonyms only, so it outlives forgetting; no view: a look is no event.
CREATE TABLE look (
    position  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    officer   text        NOT NULL,
    subject   text        NOT NULL,
    what      text        NOT NULL,
    looked_at timestamptz NOT NULL
);
CREATE INDEX look_subject ON look (subject, position);
