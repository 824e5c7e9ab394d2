-- What the reports of a quarter's latest run are written from. When the quarter is run again these
-- rows are replaced; the seals of the earlier run stay and still show what they were.

CREATE TABLE intakeFile (
  id INTEGER NOT NULL,               -- the file's place in the run, from 0
  run INTEGER NOT NULL REFERENCES run (id),
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  encoding TEXT NOT NULL,
  delimiter TEXT NOT NULL,
  lineEnding TEXT NOT NULL,
  profile TEXT NOT NULL,
  kind INTEGER NOT NULL,
  isHistory INTEGER NOT NULL,
  records INTEGER NOT NULL,
  opened INTEGER NOT NULL,
  merged INTEGER NOT NULL,
  repeats INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  flagged INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL,
  header BLOB NOT NULL,              -- byte order mark and header as the file has them
  PRIMARY KEY (run, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE intakeColumn (
  id INTEGER NOT NULL,
  run INTEGER NOT NULL REFERENCES run (id),
  file INTEGER NOT NULL,             -- id in intakeFile
  isMapped INTEGER NOT NULL,
  reading TEXT NOT NULL,             -- title=field, or the title of a column without a field
  PRIMARY KEY (run, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE dropRecord (
  id INTEGER NOT NULL,
  run INTEGER NOT NULL REFERENCES run (id),
  file INTEGER NOT NULL,             -- id in intakeFile
  record INTEGER NOT NULL,
  line INTEGER NOT NULL,
  status TEXT NOT NULL,
  sourceRecord INTEGER,
  reasons TEXT,                      -- codes with ; between them
  PRIMARY KEY (run, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE reject (
  id INTEGER NOT NULL,
  run INTEGER NOT NULL REFERENCES run (id),
  file INTEGER NOT NULL,             -- id in intakeFile
  code TEXT NOT NULL,
  path TEXT,
  record INTEGER,
  line INTEGER,
  columnTitle TEXT,
  value TEXT,
  detailZh TEXT,
  detailEn TEXT,
  shown TEXT NOT NULL,               -- the row as text
  raw BLOB NOT NULL,                 -- the row's bytes as they stood in the file
  PRIMARY KEY (run, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE review (
  id INTEGER NOT NULL,
  run INTEGER NOT NULL REFERENCES run (id),
  kind TEXT NOT NULL,
  subjectLeft TEXT NOT NULL,
  subjectRight TEXT NOT NULL,
  question TEXT NOT NULL,
  evidence TEXT NOT NULL,
  stake INTEGER,                     -- fen
  PRIMARY KEY (run, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE assessment (
  id INTEGER NOT NULL,
  run INTEGER NOT NULL REFERENCES run (id),
  lead INTEGER NOT NULL REFERENCES lead (id),
  disposition TEXT NOT NULL,
  conclusions TEXT NOT NULL,         -- name=letter with ; between them
  missingFacts TEXT NOT NULL,        -- names with ; between them
  verificationDue INTEGER,
  overdueDays INTEGER,
  feedbackDue INTEGER,
  PRIMARY KEY (run, id)
) STRICT, WITHOUT ROWID;
