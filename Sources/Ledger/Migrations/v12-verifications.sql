-- What people found out and decided about leads.

-- One row that somebody filled in; what it leaves out it does not state. Rows of a lead count by
-- their days. Rows come between runs; each is sealed with the one before it, and every run seals how
-- many it knew.
CREATE TABLE verification (
  id INTEGER PRIMARY KEY,
  content BLOB NOT NULL CHECK (length(content) = 16), -- contentHash of a record of the lead
  finding TEXT NOT NULL CHECK (finding IN ('damage', 'no_damage', 'open', 'withdrawn')),
  day INTEGER NOT NULL,
  amount INTEGER CHECK (amount >= 0), -- fen
  basis INTEGER CHECK ((basis IS NULL) = (amount IS NULL)),
  restoration INTEGER,               -- the route, or that it is not
  initiated INTEGER CHECK (initiated IN (0, 1)),
  reason TEXT CHECK ((reason IS NULL) = (initiated IS NOT 0)),
  remark TEXT NOT NULL,
  fedBackOn INTEGER,
  person TEXT NOT NULL,
  path TEXT NOT NULL,                -- the file it came in
  sha256 TEXT NOT NULL,
  sheet TEXT,
  line INTEGER NOT NULL,
  run INTEGER NOT NULL REFERENCES run (id), -- the latest run that was known then
  digest TEXT NOT NULL               -- SHA-256 over this row and the digest before
) STRICT;

-- The same of `verification` as of `judgement`; NULL where there were none, so that no seal changes.
ALTER TABLE replay ADD COLUMN verifications INTEGER;
ALTER TABLE replay ADD COLUMN verificationDigest TEXT;

CREATE TRIGGER verificationIsFixed BEFORE UPDATE ON verification
BEGIN SELECT RAISE(ABORT, 'a verification is never edited'); END;

CREATE TRIGGER verificationStays BEFORE DELETE ON verification
BEGIN SELECT RAISE(ABORT, 'a verification is never deleted'); END;
