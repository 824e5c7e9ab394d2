-- How the whole of each input file adds up: rows of every kind with their lines and bytes, the rows
-- that are no records, and why the file was read as it was. Details of a run like those of v3.
-- The new columns of intakeFile hold nothing for runs recorded before, so that no seal changes.

ALTER TABLE intakeFile ADD COLUMN repaired INTEGER; -- records with an empty tail filled in
ALTER TABLE intakeFile ADD COLUMN reasons TEXT;     -- why encoding and dialect, a line each

CREATE TABLE rowExtent (
  id INTEGER NOT NULL,
  run INTEGER NOT NULL REFERENCES run (id),
  file INTEGER NOT NULL,             -- id in intakeFile
  kind TEXT NOT NULL,
  rowCount INTEGER NOT NULL,
  lineCount INTEGER NOT NULL,
  byteCount INTEGER NOT NULL,
  PRIMARY KEY (run, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE asideRow (
  id INTEGER NOT NULL,
  run INTEGER NOT NULL REFERENCES run (id),
  file INTEGER NOT NULL,             -- id in intakeFile
  kind TEXT NOT NULL,
  line INTEGER NOT NULL,
  shown TEXT NOT NULL,               -- the row as text
  PRIMARY KEY (run, id)
) STRICT, WITHOUT ROWID;
