-- How much spoke for a joining, and for a question, in thousandths of a bit; NULL where nothing was
-- weighed, and for what was recorded before. Come after the other columns, so that no seal changes.

ALTER TABLE joining ADD COLUMN weight INTEGER;
ALTER TABLE joining ADD COLUMN waterfall TEXT;        -- model and bar; then evidence, level, weight
ALTER TABLE joining ADD COLUMN second INTEGER REFERENCES sourceRecord (id); -- who came second
ALTER TABLE joining ADD COLUMN secondWeight INTEGER;
ALTER TABLE review ADD COLUMN weight INTEGER;

-- What weighs enough to be one, or nearly, and a run did not join, with the reasons.
CREATE TABLE refusal (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES run (id),
  scope TEXT NOT NULL CHECK (scope IN ('lead', 'obligor')),
  subjectLeft INTEGER NOT NULL REFERENCES sourceRecord (id),
  subjectRight INTEGER NOT NULL REFERENCES sourceRecord (id),
  reasons TEXT NOT NULL,             -- words with ; between them
  waterfall TEXT,                    -- as in joining; NULL where a rule would join
  second INTEGER REFERENCES sourceRecord (id),
  secondWeight INTEGER
) STRICT;

CREATE INDEX refusalByRun ON refusal (run);

CREATE TRIGGER refusalIsFixed BEFORE UPDATE ON refusal
BEGIN SELECT RAISE(ABORT, 'a refusal is never edited'); END;

CREATE TRIGGER refusalStays BEFORE DELETE ON refusal
BEGIN SELECT RAISE(ABORT, 'a refusal is never deleted'); END;

-- What weighed a run's pairs, and how the parties that were weighed met. Details of a run like those
-- of v3.
CREATE TABLE weighing (
  id INTEGER NOT NULL,
  run INTEGER NOT NULL REFERENCES run (id),
  model INTEGER NOT NULL,            -- the version of the model
  joinBar INTEGER NOT NULL,
  reviewBar INTEGER NOT NULL,
  margin INTEGER NOT NULL,
  pairs INTEGER NOT NULL,
  PRIMARY KEY (run, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE blocking (
  id INTEGER NOT NULL,
  run INTEGER NOT NULL REFERENCES run (id),
  family TEXT NOT NULL,
  blocks INTEGER NOT NULL,
  refined INTEGER NOT NULL,
  overflowing INTEGER NOT NULL,
  partiesLeftOut INTEGER NOT NULL,
  pairs INTEGER NOT NULL,
  PRIMARY KEY (run, id)
) STRICT, WITHOUT ROWID;

-- What a run found again with known codes masked.
CREATE TABLE masking (
  id INTEGER NOT NULL,
  run INTEGER NOT NULL REFERENCES run (id),
  kind TEXT NOT NULL,                -- whose codes
  obligors INTEGER NOT NULL,
  contested INTEGER NOT NULL,
  masked INTEGER NOT NULL,
  found INTEGER NOT NULL,
  wrong INTEGER NOT NULL,
  asked INTEGER NOT NULL,
  PRIMARY KEY (run, id)
) STRICT, WITHOUT ROWID;
