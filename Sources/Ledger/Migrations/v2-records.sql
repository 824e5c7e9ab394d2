-- Leads, obligors, the source records they rest on, and why records were put together.
-- Days are counted from 1970-01-01, amounts are fen, truths are 0 or 1 and NULL when unknown,
-- choices are the raw values of their enumerations, media and channels one bit a case,
-- coordinates degrees on CGCS2000. NULL is always "not known".
-- Nothing in these tables is ever edited or deleted; the triggers say so to everybody.

CREATE TABLE lead (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES run (id),
  quarter TEXT NOT NULL,
  serial INTEGER NOT NULL,
  jurisdiction INTEGER NOT NULL,
  code TEXT AS (printf('XS%06d-%s-%05d', jurisdiction, quarter, serial))
) STRICT;

CREATE UNIQUE INDEX leadBySerial ON lead (quarter, serial, jurisdiction);

CREATE TABLE obligor (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES run (id),
  serial INTEGER NOT NULL,
  jurisdiction INTEGER NOT NULL,
  code TEXT AS (printf('YW%06d-%06d', jurisdiction, serial))
) STRICT;

CREATE UNIQUE INDEX obligorBySerial ON obligor (serial, jurisdiction);

CREATE TABLE sourceRecord (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES run (id),
  file INTEGER NOT NULL REFERENCES sourceFile (id),
  record INTEGER NOT NULL,
  line INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  lead INTEGER REFERENCES lead (id),
  obligor INTEGER REFERENCES obligor (id),
  contentHash BLOB NOT NULL,
  record_number TEXT,
  party_name TEXT,
  credit_code TEXT,
  person_id TEXT,
  weak_code TEXT,
  registration_number TEXT,
  organisation_code TEXT,
  permit_number TEXT,
  legal_representative TEXT,
  place TEXT,
  violation TEXT,
  facts TEXT,
  document_number TEXT,
  authority TEXT,
  legal_basis TEXT,
  penalty_content TEXT,
  inspection_round TEXT,
  event_name TEXT,
  remarks TEXT,
  reporter TEXT,
  reporter_phone TEXT,
  occurrence_date INTEGER,
  discovery_date INTEGER,
  transfer_received_date INTEGER,
  report_received_date INTEGER,
  decision_date INTEGER,
  rectified_date INTEGER,
  feedback_due INTEGER,
  feedback_date INTEGER,
  closed_date INTEGER,
  damage_amount INTEGER,
  fine_amount INTEGER,
  confiscated_amount INTEGER,
  appraisal_fee INTEGER,
  response_cost INTEGER,
  direct_loss INTEGER,
  in_red_line INTEGER,
  in_nature_reserve INTEGER,
  damage_confirmed INTEGER,
  rectified INTEGER,
  fully_restored INTEGER,
  important_issue INTEGER,
  explicitly_assigned INTEGER,
  yellow_river_film_exposed INTEGER,
  substantiated INTEGER,
  case_closed INTEGER,
  fed_back INTEGER,
  withdrawn INTEGER,
  facts_simple INTEGER,
  liability_undisputed INTEGER,
  agency_consents INTEGER,
  obligor_agrees INTEGER,
  no_compensation_needed INTEGER,
  no_obvious_impact_determined INTEGER,
  no_penalty_benchmark_met INTEGER,
  personal_or_property_only INTEGER,
  historical_no_responsible_party INTEGER,
  emergency_level INTEGER,
  ecological_destruction_level INTEGER,
  damage_amount_basis INTEGER,
  restored_via INTEGER,
  inspectorate_level INTEGER,
  coordinate_system INTEGER,
  county INTEGER,
  longitude REAL,
  latitude REAL,
  uncertainty REAL,                  -- metres
  media INTEGER,
  channels INTEGER,
  raw BLOB NOT NULL,                 -- the row's bytes as they stood in the file
  seal BLOB NOT NULL                 -- 128 bits of a SHA-256 over all the other columns
) STRICT;

CREATE UNIQUE INDEX sourceRecordByContent ON sourceRecord (contentHash);
CREATE INDEX sourceRecordByPlace ON sourceRecord (file, record);
CREATE INDEX sourceRecordByLead ON sourceRecord (lead) WHERE lead IS NOT NULL;
CREATE INDEX sourceRecordByObligor ON sourceRecord (obligor) WHERE obligor IS NOT NULL;

-- Two source records are of one lead, or of one obligor, by a rule.
CREATE TABLE joining (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES run (id),
  scope TEXT NOT NULL CHECK (scope IN ('lead', 'obligor')),
  earlier INTEGER NOT NULL REFERENCES sourceRecord (id),
  later INTEGER NOT NULL REFERENCES sourceRecord (id),
  rule TEXT NOT NULL,
  evidence TEXT NOT NULL
) STRICT;

-- From this run on, one lead or obligor is taken for another that was there before.
CREATE TABLE merging (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES run (id),
  scope TEXT NOT NULL CHECK (scope IN ('lead', 'obligor')),
  merged INTEGER NOT NULL,           -- id in lead or obligor, by scope
  remaining INTEGER NOT NULL CHECK (remaining <> merged),
  UNIQUE (scope, merged)
) STRICT;

CREATE TRIGGER leadIsFixed BEFORE UPDATE ON lead
BEGIN SELECT RAISE(ABORT, 'a lead is never edited'); END;

CREATE TRIGGER leadStays BEFORE DELETE ON lead
BEGIN SELECT RAISE(ABORT, 'a lead is never deleted'); END;

CREATE TRIGGER obligorIsFixed BEFORE UPDATE ON obligor
BEGIN SELECT RAISE(ABORT, 'an obligor is never edited'); END;

CREATE TRIGGER obligorStays BEFORE DELETE ON obligor
BEGIN SELECT RAISE(ABORT, 'an obligor is never deleted'); END;

CREATE TRIGGER sourceRecordIsFixed BEFORE UPDATE ON sourceRecord
BEGIN SELECT RAISE(ABORT, 'a source record is never edited'); END;

CREATE TRIGGER sourceRecordStays BEFORE DELETE ON sourceRecord
BEGIN SELECT RAISE(ABORT, 'a source record is never deleted'); END;

CREATE TRIGGER joiningIsFixed BEFORE UPDATE ON joining
BEGIN SELECT RAISE(ABORT, 'a joining is never edited'); END;

CREATE TRIGGER joiningStays BEFORE DELETE ON joining
BEGIN SELECT RAISE(ABORT, 'a joining is never deleted'); END;

CREATE TRIGGER mergingIsFixed BEFORE UPDATE ON merging
BEGIN SELECT RAISE(ABORT, 'a merging is never edited'); END;

CREATE TRIGGER mergingStays BEFORE DELETE ON merging
BEGIN SELECT RAISE(ABORT, 'a merging is never deleted'); END;
