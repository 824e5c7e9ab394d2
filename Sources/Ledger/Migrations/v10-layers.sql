-- Protected-area layers as they were compiled: what every verdict on a place rests on.

-- What a file holds, read in one way. Rows come between runs or with one; a run's layerLock names
-- the digests it used.
CREATE TABLE layerContent (
  id INTEGER PRIMARY KEY,
  reading TEXT NOT NULL UNIQUE,      -- SHA-256 of the file's digest and all that says how it is read
  declaredSystem TEXT,
  verifiedSystem TEXT NOT NULL,
  isProjected INTEGER NOT NULL,
  polygons INTEGER NOT NULL,
  vertices INTEGER NOT NULL,
  closedRings INTEGER NOT NULL,
  droppedRings INTEGER NOT NULL,
  otherGeometries INTEGER NOT NULL,
  emptyFeatures INTEGER NOT NULL,
  areaSquareKilometres REAL NOT NULL, -- of all features, after repair
  features INTEGER NOT NULL,
  digest TEXT NOT NULL               -- SHA-256 over the rows of its features and this row
) STRICT;

CREATE TABLE layerFeature (
  id INTEGER PRIMARY KEY,
  content INTEGER NOT NULL REFERENCES layerContent (id),
  ordinal INTEGER NOT NULL,          -- place in the file, from 1
  name TEXT,
  identifier TEXT,
  code TEXT,                         -- of a county
  shape BLOB,                        -- WKB, degrees on CGCS2000, valid; none where repair left none
  original BLOB,                     -- as drawn, where it was repaired
  reason TEXT,
  areaSquareKilometres REAL,         -- as drawn
  repairedSquareKilometres REAL,
  doubtful BLOB                      -- where two ways to repair it differ
) STRICT;

CREATE INDEX layerFeatureByContent ON layerFeature (content);

-- A version of a layer as leadscreen.yaml registered it.
CREATE TABLE layer (
  id INTEGER PRIMARY KEY,
  content INTEGER NOT NULL REFERENCES layerContent (id),
  name TEXT NOT NULL,
  tag TEXT NOT NULL,
  version TEXT,
  issuer TEXT,
  document TEXT,
  validFrom INTEGER,
  validTo INTEGER,
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  scale INTEGER,
  digest TEXT NOT NULL               -- SHA-256 over this row and the digest before
) STRICT;

CREATE TRIGGER layerContentIsFixed BEFORE UPDATE ON layerContent
BEGIN SELECT RAISE(ABORT, 'a compiled layer is never edited'); END;

CREATE TRIGGER layerContentStays BEFORE DELETE ON layerContent
BEGIN SELECT RAISE(ABORT, 'a compiled layer is never deleted'); END;

CREATE TRIGGER layerFeatureIsFixed BEFORE UPDATE ON layerFeature
BEGIN SELECT RAISE(ABORT, 'a compiled feature is never edited'); END;

CREATE TRIGGER layerFeatureStays BEFORE DELETE ON layerFeature
BEGIN SELECT RAISE(ABORT, 'a compiled feature is never deleted'); END;

CREATE TRIGGER layerIsFixed BEFORE UPDATE ON layer
BEGIN SELECT RAISE(ABORT, 'a registered layer is never edited'); END;

CREATE TRIGGER layerStays BEFORE DELETE ON layer
BEGIN SELECT RAISE(ABORT, 'a registered layer is never deleted'); END;
