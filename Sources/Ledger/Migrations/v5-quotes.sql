-- Which mark encloses fields of an input file, so that its rows can be cut as they were read.
-- Holds nothing for runs recorded before, whose rows are cut by double quotes; no seal changes.

ALTER TABLE intakeFile ADD COLUMN quote TEXT; -- empty if marks are text
