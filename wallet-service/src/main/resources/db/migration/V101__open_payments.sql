-- View: payment pages that were handed out and of which the provider told nothing yet.
CREATE TABLE open_payment (
    payment      text        PRIMARY KEY,
    wallet       uuid        NOT NULL,
    booking      uuid        NOT NULL,
    requested_at timestamptz NOT NULL
);

-- No view: when the provider was last asked, so that each payment has its turn.
CREATE TABLE payment_asked (
    payment  text        PRIMARY KEY,
    asked_at timestamptz NOT NULL
);
