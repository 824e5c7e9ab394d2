-- How much spoke for a joining, and for a question, in thousandths of a bit; NULL where nothing was
-- weighed, and for what was recorded before. Come after the other columns, so that no seal changes.

ALTER TABLE joining ADD COLUMN weight INTEGER;
ALTER TABLE review ADD COLUMN weight INTEGER;
