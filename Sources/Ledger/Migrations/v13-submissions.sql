-- What was made to be sent to a receiver, and what the receiver answered. Rows come between runs; each
-- is sealed with the one before it, and every run seals how many it knew.

-- A package. Its ZIP lies in Reports/packages and is known by its digest.
CREATE TABLE submission (
  id INTEGER PRIMARY KEY,
  submitter TEXT NOT NULL,           -- code of the division
  quarter TEXT NOT NULL,
  audience TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision > 0),
  kind TEXT NOT NULL CHECK (kind IN ('original', 'revision', 'zero')),
  reason TEXT CHECK ((reason IS NULL) = (kind = 'original')),
  asOf INTEGER NOT NULL,
  idempotencyKey TEXT NOT NULL,
  sha256 TEXT NOT NULL,              -- of the ZIP
  run INTEGER NOT NULL REFERENCES run (id), -- the latest run that was known then
  digest TEXT NOT NULL,              -- SHA-256 over this row and the digest before
  UNIQUE (submitter, quarter, audience, revision)
) STRICT;

-- An answer to a package, and the list of corrections that was made of it.
CREATE TABLE receipt (
  id INTEGER PRIMARY KEY,
  submission INTEGER NOT NULL REFERENCES submission (id),
  number TEXT NOT NULL,              -- the receiver's
  status TEXT NOT NULL,
  receivedAt TEXT NOT NULL,          -- as the receiver wrote it
  sha256 TEXT NOT NULL,              -- of the content
  content BLOB NOT NULL,             -- the file as it came
  toCorrect INTEGER NOT NULL,        -- how much the receiver wants corrected
  corrections BLOB                   -- the list by lead as it was written
    CHECK ((corrections IS NULL) = (toCorrect = 0)),
  run INTEGER NOT NULL REFERENCES run (id),
  digest TEXT NOT NULL,
  UNIQUE (submission, sha256)
) STRICT;

-- The same of both as of `judgement`; NULL where there were none, so that no seal changes.
ALTER TABLE replay ADD COLUMN submissions INTEGER;
ALTER TABLE replay ADD COLUMN submissionDigest TEXT;
ALTER TABLE replay ADD COLUMN receipts INTEGER;
ALTER TABLE replay ADD COLUMN receiptDigest TEXT;

CREATE TRIGGER submissionIsFixed BEFORE UPDATE ON submission
BEGIN SELECT RAISE(ABORT, 'a submission is never edited'); END;

CREATE TRIGGER submissionStays BEFORE DELETE ON submission
BEGIN SELECT RAISE(ABORT, 'a submission is never deleted'); END;

CREATE TRIGGER receiptIsFixed BEFORE UPDATE ON receipt
BEGIN SELECT RAISE(ABORT, 'a receipt is never edited'); END;

CREATE TRIGGER receiptStays BEFORE DELETE ON receipt
BEGIN SELECT RAISE(ABORT, 'a receipt is never deleted'); END;
