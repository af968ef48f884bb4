"""The tables of a review, as each version made them.

Never edited once released: a version is a step in `migrations`. Segments, beads and
decisions are append-only; of the rows with one key the one of the latest operation holds.
Undo is an operation that writes again what held before.
"""

APPLICATION_ID = 0x52565752
"""In the header of the file ("RVWR"): tells a review from other SQLite databases."""

VERSION_1 = """
CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    translation INTEGER NOT NULL,  -- 0 is the source; the latest document of a number holds
    path TEXT NOT NULL,
    format TEXT NOT NULL,
    encoding TEXT NOT NULL,
    language TEXT NOT NULL,
    evidence TEXT NOT NULL,
    blocks TEXT NOT NULL,          -- JSON: [[text, role, place, level, chrome], ...]
    original BLOB NOT NULL,
    added_at TEXT NOT NULL
);
CREATE TABLE operations (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,           -- a message, see `messages`
    detail TEXT NOT NULL,
    translation INTEGER NOT NULL,
    row_key TEXT NOT NULL,
    continues INTEGER REFERENCES operations(id),
    undoes INTEGER REFERENCES operations(id),
    redoes INTEGER REFERENCES operations(id)
);
CREATE TABLE segments (
    document INTEGER NOT NULL REFERENCES documents(id),
    id TEXT NOT NULL,
    operation INTEGER NOT NULL REFERENCES operations(id),
    rank REAL NOT NULL,            -- the order in the text
    block INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    role TEXT NOT NULL,
    present INTEGER NOT NULL,
    PRIMARY KEY (document, id, operation)
) WITHOUT ROWID;
CREATE INDEX segments_by_operation ON segments(operation);
CREATE TABLE beads (
    document INTEGER NOT NULL REFERENCES documents(id),  -- the translation's
    key TEXT NOT NULL,
    operation INTEGER NOT NULL REFERENCES operations(id),
    source TEXT NOT NULL,          -- segment ids, with spaces between
    target TEXT NOT NULL,
    relation TEXT NOT NULL,
    confidence REAL NOT NULL,
    fixed INTEGER NOT NULL,
    present INTEGER NOT NULL,
    PRIMARY KEY (document, key, operation)
) WITHOUT ROWID;
CREATE INDEX beads_by_operation ON beads(operation);
CREATE TABLE findings (
    document INTEGER NOT NULL,
    key TEXT NOT NULL,
    operation INTEGER NOT NULL,
    position INTEGER NOT NULL,
    check_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    severity TEXT NOT NULL,
    message TEXT NOT NULL,         -- a message, see `messages`
    source_spans TEXT NOT NULL,    -- JSON: [[start, end], ...]
    target_spans TEXT NOT NULL,
    rule TEXT NOT NULL,
    confidence REAL NOT NULL,
    subject TEXT NOT NULL,
    fix TEXT,                      -- JSON: [start, end, text]
    PRIMARY KEY (document, key, operation, position),
    FOREIGN KEY (document, key, operation) REFERENCES beads(document, key, operation)
) WITHOUT ROWID;
CREATE TABLE decisions (
    translation INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    operation INTEGER NOT NULL REFERENCES operations(id),
    action TEXT NOT NULL,
    state TEXT NOT NULL,
    comment TEXT NOT NULL,
    PRIMARY KEY (translation, fingerprint, operation)
) WITHOUT ROWID;
CREATE INDEX decisions_by_operation ON decisions(operation);
CREATE TABLE back_translations (
    text TEXT NOT NULL,
    package TEXT NOT NULL,
    version TEXT NOT NULL,
    language TEXT NOT NULL,        -- of `text`
    translated TEXT NOT NULL,
    reliable INTEGER NOT NULL,
    PRIMARY KEY (text, package, version)
) WITHOUT ROWID;
CREATE TABLE ignore_rules (
    source_language TEXT NOT NULL,
    target_language TEXT NOT NULL,
    rule TEXT NOT NULL,            -- JSON
    PRIMARY KEY (source_language, target_language, rule)
) WITHOUT ROWID;
CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL            -- JSON
) WITHOUT ROWID;
"""

VERSION_2 = (
    *(
        f"ALTER TABLE {table} ADD COLUMN digest INTEGER NOT NULL DEFAULT 0"
        for table in ("documents", "operations", "back_translations", "ignore_rules", "settings")
    ),
    "CREATE TABLE seal (id INTEGER PRIMARY KEY, mark BLOB NOT NULL)",
    "CREATE INDEX operations_by_row ON operations(translation, row_key)",
)
"""`digest`: of the row, or of the operation's row and all rows that it wrote (see `digests`)."""

VERSION_3 = ("ALTER TABLE operations ADD COLUMN author TEXT NOT NULL DEFAULT ''",)
"""`author`: who did it, by the name that they gave; "" when nobody was asked."""
