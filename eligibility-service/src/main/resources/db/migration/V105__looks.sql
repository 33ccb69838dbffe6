-- Looks are kept in one way in every service.
INSERT INTO look (officer, subject, what, looked_at)
SELECT officer, citizen::text, 'IDENTITY', looked_at FROM identity_look ORDER BY look;
DROP TABLE identity_look;
