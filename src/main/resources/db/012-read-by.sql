-- Until when a version is asked to be read, as a day since 1970; NULL for no day.
ALTER TABLE reading_round ADD COLUMN due_day INTEGER;
