-- Runs, the files their records came from, and the seals over what each run appended.
-- Days are counted from 1970-01-01: date(asOf * 86400, 'unixepoch') reads one.
-- Nothing in these tables is ever edited or deleted; the triggers say so to everybody.

CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  quarter TEXT NOT NULL,
  asOf INTEGER NOT NULL,
  identity TEXT NOT NULL,            -- SHA-256 of everything that determines the result
  programVersion TEXT NOT NULL,
  configurationHash TEXT NOT NULL,
  packLock TEXT NOT NULL,            -- JSON
  layerLock TEXT NOT NULL,           -- JSON
  files INTEGER NOT NULL,
  records INTEGER NOT NULL,
  opened INTEGER NOT NULL,
  merged INTEGER NOT NULL,
  repeats INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  leads INTEGER NOT NULL,
  obligors INTEGER NOT NULL,
  carriedOver INTEGER NOT NULL,
  previousDigest TEXT NOT NULL,      -- digest of the run before; empty for the first
  digest TEXT NOT NULL DEFAULT ''    -- SHA-256 over this row and the run's seals; set once
) STRICT;

CREATE TABLE seal (
  run INTEGER NOT NULL REFERENCES run (id),
  sealed TEXT NOT NULL,              -- the table whose rows of this run are sealed
  rowCount INTEGER NOT NULL,
  digest TEXT NOT NULL,              -- SHA-256 chain over those rows in order
  PRIMARY KEY (run, sealed)
) STRICT, WITHOUT ROWID;

CREATE TABLE sourceFile (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES run (id),
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  encoding TEXT NOT NULL
) STRICT;

CREATE TRIGGER runIsClosed BEFORE UPDATE ON run WHEN OLD.digest <> ''
BEGIN SELECT RAISE(ABORT, 'a finished run is never edited'); END;

CREATE TRIGGER runStays BEFORE DELETE ON run
BEGIN SELECT RAISE(ABORT, 'a run is never deleted'); END;

CREATE TRIGGER sealIsFixed BEFORE UPDATE ON seal
BEGIN SELECT RAISE(ABORT, 'a seal is never edited'); END;

CREATE TRIGGER sealStays BEFORE DELETE ON seal
BEGIN SELECT RAISE(ABORT, 'a seal is never deleted'); END;

CREATE TRIGGER sourceFileIsFixed BEFORE UPDATE ON sourceFile
BEGIN SELECT RAISE(ABORT, 'a source file is never edited'); END;

CREATE TRIGGER sourceFileStays BEFORE DELETE ON sourceFile
BEGIN SELECT RAISE(ABORT, 'a source file is never deleted'); END;
