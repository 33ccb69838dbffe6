-- Who was told that the last days for paying have come is not told again.
ALTER TABLE booking ADD COLUMN reminded boolean NOT NULL DEFAULT false;
