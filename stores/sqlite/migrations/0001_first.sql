-- Columns are what is asked for; `body` is the whole record as JSON (stores/codec.py). Days are ISO dates, instants UTC.

CREATE TABLE documents (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    version_key TEXT NOT NULL,  -- '' until analysed
    version TEXT NOT NULL,
    stale INTEGER NOT NULL,     -- 1: not analysed in this edition
    withdrawn INTEGER NOT NULL,
    edition TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    since TEXT NOT NULL,        -- its day, or the day first seen
    body BLOB NOT NULL
) STRICT;
CREATE INDEX documents_to_analyse ON documents (id, version_key, version, stale, since);
CREATE INDEX documents_by_age ON documents (fetched_at);

-- The words that may be searched. Contentless: what was indexed is worked out again from the document to be removed.
CREATE VIRTUAL TABLE words USING fts5 (title, text, content='', tokenize='unicode61 remove_diacritics 2');

CREATE TABLE contacts (
    pseudonym TEXT NOT NULL,
    document INTEGER NOT NULL,
    PRIMARY KEY (pseudonym, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX contacts_by_document ON contacts (document);

CREATE TABLE sketches (
    row INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL UNIQUE,
    group_id TEXT NOT NULL,
    folded TEXT NOT NULL,
    first_seen TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    body BLOB NOT NULL
) STRICT;
CREATE INDEX sketches_by_folded ON sketches (folded);
CREATE INDEX sketches_by_group ON sketches (group_id, first_seen);
CREATE INDEX sketches_by_age ON sketches (fetched_at);

CREATE TABLE bands (
    band INTEGER NOT NULL,
    sketch INTEGER NOT NULL,
    PRIMARY KEY (band, sketch)
) STRICT, WITHOUT ROWID;

CREATE TABLE readings (
    row INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL UNIQUE,
    group_id TEXT NOT NULL,
    version_key TEXT NOT NULL,
    version TEXT NOT NULL,
    exposed INTEGER NOT NULL,   -- 0: already part of the exposure by a reading since forgotten
    fetched_at TEXT NOT NULL,
    day TEXT,
    source TEXT NOT NULL,
    stream TEXT NOT NULL,
    signal INTEGER,
    urgent INTEGER NOT NULL,
    country TEXT,
    admin1 TEXT,
    city TEXT,
    h3 TEXT,
    body BLOB NOT NULL
) STRICT;
CREATE INDEX readings_by_group ON readings (group_id);
CREATE INDEX readings_by_day ON readings (day DESC, document_id);
CREATE INDEX readings_by_age ON readings (fetched_at);
CREATE INDEX signals_by_day ON readings (day DESC, document_id) WHERE signal = 1;
CREATE INDEX urgent_by_day ON readings (day DESC, document_id) WHERE urgent = 1;

CREATE TABLE findings (
    row INTEGER PRIMARY KEY,
    reading INTEGER NOT NULL,
    counted INTEGER NOT NULL,
    day TEXT,
    stream TEXT NOT NULL,
    topic TEXT NOT NULL,
    id TEXT NOT NULL,
    body BLOB NOT NULL          -- with `counted` left false: the column says it
) STRICT;
CREATE INDEX findings_by_reading ON findings (reading);
CREATE INDEX findings_counted ON findings (topic, stream, day, reading) WHERE counted = 1;

CREATE TABLE to_count (group_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- What was counted by a finding since forgotten: the group may not count under this topic again.
CREATE TABLE settled (
    group_id TEXT NOT NULL,
    stream TEXT NOT NULL,
    topic TEXT NOT NULL,
    PRIMARY KEY (group_id, stream, topic)
) STRICT, WITHOUT ROWID;

-- Documents whose findings were forgotten (their exposure stands), or which were erased and may not come back.
CREATE TABLE past (document_id TEXT PRIMARY KEY, erased INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- Rollups, changed in the transaction that changes what they count. `seen` is the UTC day of first_seen.
CREATE TABLE counts (
    level TEXT NOT NULL,
    topic TEXT NOT NULL,
    place_id TEXT NOT NULL,
    source TEXT NOT NULL,
    day TEXT NOT NULL,
    stream TEXT NOT NULL,
    seen TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (level, topic, place_id, source, day, stream, seen)
) STRICT, WITHOUT ROWID;
CREATE INDEX counts_by_day ON counts (level, topic, day, n);  -- with n, so that a span of days is read from it alone
CREATE INDEX counts_by_place ON counts (level, place_id, day);

CREATE TABLE exposure (
    level TEXT NOT NULL,
    place_id TEXT NOT NULL,
    source TEXT NOT NULL,
    day TEXT NOT NULL,
    stream TEXT NOT NULL,
    seen TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (level, place_id, source, day, stream, seen)
) STRICT, WITHOUT ROWID;
CREATE INDEX exposure_by_day ON exposure (level, day);

CREATE TABLE tallies (name TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE spikes (
    id TEXT PRIMARY KEY,
    opened TEXT NOT NULL,
    ended TEXT,
    recurrence REAL NOT NULL,
    body BLOB NOT NULL
) STRICT;
CREATE INDEX spikes_by_day ON spikes (opened);

CREATE TABLE series (
    level TEXT NOT NULL,
    stream TEXT NOT NULL,
    topic TEXT NOT NULL,
    place_id TEXT NOT NULL,
    day TEXT NOT NULL,
    observed INTEGER NOT NULL,
    expected REAL,
    low REAL,
    high REAL,
    p REAL,
    PRIMARY KEY (level, stream, topic, place_id, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX series_by_day ON series (level, stream, topic, day);

CREATE TABLE gaps (
    week TEXT NOT NULL,
    need TEXT NOT NULL,
    level TEXT NOT NULL,
    place_id TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (week, need, level, place_id)
) STRICT;

CREATE TABLE corridors (
    week TEXT NOT NULL,
    origin_id TEXT NOT NULL,
    destination_id TEXT NOT NULL,
    groups INTEGER NOT NULL,
    PRIMARY KEY (week, origin_id, destination_id)
) STRICT;

CREATE TABLE digests (
    week TEXT NOT NULL,
    edition TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (week, edition)
) STRICT;

CREATE TABLE reports (id TEXT PRIMARY KEY, source TEXT NOT NULL, started TEXT NOT NULL, body BLOB NOT NULL) STRICT;
CREATE INDEX reports_by_source ON reports (source, started);
CREATE INDEX reports_by_time ON reports (started);

CREATE TABLE dead_letters (id TEXT PRIMARY KEY, at TEXT NOT NULL, body BLOB NOT NULL) STRICT;
CREATE INDEX dead_letters_by_time ON dead_letters (at);

CREATE TABLE acts (id TEXT PRIMARY KEY, subject TEXT NOT NULL, at TEXT NOT NULL, body BLOB NOT NULL) STRICT;
CREATE INDEX acts_by_subject ON acts (subject, at, id);
CREATE INDEX acts_by_time ON acts (at, id);

CREATE TABLE audit (number INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT;
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit BEGIN
    SELECT raise(ABORT, 'the audit is append-only');
END;
CREATE TRIGGER audit_is_never_shortened BEFORE DELETE ON audit BEGIN
    SELECT raise(ABORT, 'the audit is append-only');
END;

CREATE TABLE states (key TEXT PRIMARY KEY, body BLOB NOT NULL) STRICT;
