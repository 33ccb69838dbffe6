-- Views: they follow from the events, and are filled from them again by a rebuild.
CREATE TABLE credit (
    wallet                    uuid    PRIMARY KEY,
    granted_half_hours        integer NOT NULL,
    co_payment_per_hour_cents bigint  NOT NULL
);

CREATE TABLE booking (
    booking          uuid        PRIMARY KEY,
    wallet           uuid        NOT NULL,
    counsellor       uuid        NOT NULL,
    status           text        NOT NULL,
    half_hours       integer     NOT NULL,
    used_half_hours  integer     NOT NULL,
    co_payment_cents bigint      NOT NULL,
    code             text        NOT NULL,
    checkout_url     text,
    place            integer,
    pay_before       timestamptz,
    reserved_at      timestamptz NOT NULL,
    booked_at        timestamptz
);
CREATE INDEX booking_wallet ON booking (wallet, reserved_at DESC);
CREATE INDEX booking_unpaid ON booking (pay_before) WHERE status IN ('RESERVED', 'AWAITING_PAYMENT');
