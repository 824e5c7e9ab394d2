-- A column for every fact of the rules that a record can state; NULL for records recorded before,
-- which did not say. Comes after the seal, so that no seal changes.

ALTER TABLE sourceRecord ADD COLUMN investigation_end_date INTEGER;
ALTER TABLE sourceRecord ADD COLUMN appraisal_commission_date INTEGER;
ALTER TABLE sourceRecord ADD COLUMN negotiation_served_date INTEGER;
ALTER TABLE sourceRecord ADD COLUMN cross_county INTEGER;
ALTER TABLE sourceRecord ADD COLUMN cross_city INTEGER;
ALTER TABLE sourceRecord ADD COLUMN cross_province INTEGER;
ALTER TABLE sourceRecord ADD COLUMN in_ningdong_base INTEGER;
ALTER TABLE sourceRecord ADD COLUMN in_key_ecological_function_zone INTEGER;
ALTER TABLE sourceRecord ADD COLUMN in_prohibited_development_zone INTEGER;
ALTER TABLE sourceRecord ADD COLUMN in_other_strict_protection_area INTEGER;
ALTER TABLE sourceRecord ADD COLUMN in_spring_key_protection_area INTEGER;
ALTER TABLE sourceRecord ADD COLUMN damage_small_determined INTEGER;
ALTER TABLE sourceRecord ADD COLUMN losses_paid_cc1235 INTEGER;
ALTER TABLE sourceRecord ADD COLUMN gl18_other_ground INTEGER;
ALTER TABLE sourceRecord ADD COLUMN provincial_other_exception INTEGER;
ALTER TABLE sourceRecord ADD COLUMN central_inspection_finding INTEGER;
ALTER TABLE sourceRecord ADD COLUMN provincial_inspection_finding INTEGER;
ALTER TABLE sourceRecord ADD COLUMN superior_assigned_major_matter INTEGER;
ALTER TABLE sourceRecord ADD COLUMN nationwide_major_influence INTEGER;
ALTER TABLE sourceRecord ADD COLUMN province_major_influence INTEGER;
ALTER TABLE sourceRecord ADD COLUMN severe_consequence_determined INTEGER;
ALTER TABLE sourceRecord ADD COLUMN difficult_case INTEGER;
ALTER TABLE sourceRecord ADD COLUMN short_and_minor_pollution INTEGER;
ALTER TABLE sourceRecord ADD COLUMN immediate_rectified_and_cleaned INTEGER;
ALTER TABLE sourceRecord ADD COLUMN non_listed_species_minor INTEGER;
ALTER TABLE sourceRecord ADD COLUMN minor_corrected_no_consequence INTEGER;
ALTER TABLE sourceRecord ADD COLUMN appraisal_completed INTEGER;
ALTER TABLE sourceRecord ADD COLUMN restoration_plan_drafted INTEGER;
