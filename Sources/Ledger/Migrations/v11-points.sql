-- What the uncertainty of a point is the sum of, in metres, zero being NULL; the frame it was stated
-- in; and the area or line of the damage as the record states it. A point without a frame was
-- recorded before: its items follow from the sum and the datum. Come after the seal, so that no seal
-- changes.

ALTER TABLE sourceRecord ADD COLUMN place_shape TEXT;
ALTER TABLE sourceRecord ADD COLUMN point_frame INTEGER;      -- a raw value of the enumeration; 255: no usable place
ALTER TABLE sourceRecord ADD COLUMN point_rounding REAL;      -- the digits given
ALTER TABLE sourceRecord ADD COLUMN point_device REAL;
ALTER TABLE sourceRecord ADD COLUMN point_epoch REAL;
ALTER TABLE sourceRecord ADD COLUMN point_conversion REAL;
ALTER TABLE sourceRecord ADD COLUMN point_grid REAL;
