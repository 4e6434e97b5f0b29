-- With place, stream and n: sums over months of days are read from the index alone.
DROP INDEX exposure_by_day;
CREATE INDEX exposure_by_day ON exposure (level, day, stream, place_id, source, n);
