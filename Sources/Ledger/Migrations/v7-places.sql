-- The place of the event and that of its result, apart from the damage area, and which of the three
-- the coordinates are of; NULL for records recorded before, which did not say.

ALTER TABLE sourceRecord ADD COLUMN event_in_red_line INTEGER;
ALTER TABLE sourceRecord ADD COLUMN event_in_nature_reserve INTEGER;
ALTER TABLE sourceRecord ADD COLUMN event_in_key_ecological_function_zone INTEGER;
ALTER TABLE sourceRecord ADD COLUMN event_in_prohibited_development_zone INTEGER;
ALTER TABLE sourceRecord ADD COLUMN event_in_other_strict_protection_area INTEGER;
ALTER TABLE sourceRecord ADD COLUMN result_in_red_line INTEGER;
ALTER TABLE sourceRecord ADD COLUMN result_in_nature_reserve INTEGER;
ALTER TABLE sourceRecord ADD COLUMN result_in_other_strict_protection_area INTEGER;
ALTER TABLE sourceRecord ADD COLUMN place_role INTEGER;
