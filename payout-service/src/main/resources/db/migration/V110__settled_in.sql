-- View: in which years what was settled for a booking (D-101). What is older than this version is filled in by a rebuild.
CREATE TABLE settled_in (
    booking uuid    NOT NULL,
    year    integer NOT NULL,
    cents   bigint  NOT NULL,
    PRIMARY KEY (booking, year)
);
