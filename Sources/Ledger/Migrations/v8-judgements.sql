-- What people decided, and what their decisions changed of what earlier runs had settled.

-- Two records are one lead's or one obligor's, are not, or nobody can say. The last row of a pair
-- counts. Rows come between runs; each is sealed with the one before it, and every run seals how
-- many it knew.
CREATE TABLE judgement (
  id INTEGER PRIMARY KEY,
  scope TEXT NOT NULL CHECK (scope IN ('lead', 'obligor')),
  leftContent BLOB NOT NULL,         -- contentHash of the records, the smaller one first
  rightContent BLOB NOT NULL CHECK (leftContent < rightContent),
  verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different', 'unsure')),
  person TEXT NOT NULL,
  day INTEGER NOT NULL,
  reason TEXT NOT NULL,
  item TEXT,                         -- the review item that was answered
  evidence TEXT NOT NULL,            -- SHA-256 of what was known then; empty if nothing was asked
  path TEXT NOT NULL,                -- the file it came in
  sha256 TEXT NOT NULL,
  line INTEGER NOT NULL,
  run INTEGER NOT NULL REFERENCES run (id), -- the latest run that was known then
  digest TEXT NOT NULL               -- SHA-256 over this row and the digest before
) STRICT;

-- The decisions that a run carried out: so many from the first, with the digest of the last.
CREATE TABLE replay (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES run (id),
  judgements INTEGER NOT NULL,
  digest TEXT NOT NULL
) STRICT;

-- From this run on, a record is of another lead or obligor than before.
CREATE TABLE moving (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES run (id),
  scope TEXT NOT NULL CHECK (scope IN ('lead', 'obligor')),
  record INTEGER NOT NULL REFERENCES sourceRecord (id),
  origin INTEGER NOT NULL,           -- id in lead or obligor, by scope
  owner INTEGER NOT NULL CHECK (owner <> origin)
) STRICT;

CREATE INDEX movingByRecord ON moving (record);

ALTER TABLE joining ADD COLUMN judgement INTEGER; -- id in judgement, where a person decided
ALTER TABLE review ADD COLUMN scope TEXT;         -- what the two records may be one of
ALTER TABLE review ADD COLUMN leftContent BLOB;
ALTER TABLE review ADD COLUMN rightContent BLOB;

CREATE TRIGGER judgementIsFixed BEFORE UPDATE ON judgement
BEGIN SELECT RAISE(ABORT, 'a judgement is never edited'); END;

CREATE TRIGGER judgementStays BEFORE DELETE ON judgement
BEGIN SELECT RAISE(ABORT, 'a judgement is never deleted'); END;

CREATE TRIGGER replayIsFixed BEFORE UPDATE ON replay
BEGIN SELECT RAISE(ABORT, 'a replay is never edited'); END;

CREATE TRIGGER replayStays BEFORE DELETE ON replay
BEGIN SELECT RAISE(ABORT, 'a replay is never deleted'); END;

CREATE TRIGGER movingIsFixed BEFORE UPDATE ON moving
BEGIN SELECT RAISE(ABORT, 'a moving is never edited'); END;

CREATE TRIGGER movingStays BEFORE DELETE ON moving
BEGIN SELECT RAISE(ABORT, 'a moving is never deleted'); END;
