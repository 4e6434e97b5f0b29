-- With stream, place and n: sums over months of days, by topic or by place, are read from the index alone.
DROP INDEX counts_by_day;
CREATE INDEX counts_by_day ON counts (level, topic, day, stream, place_id, n);
