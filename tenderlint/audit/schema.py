"""The tables of the store, as SQL: what each holds is told in docs/audit.md."""

import re

VERSION = 1
"""The form of the store; a store of another form is refused."""

APPLICATION = 0x74_6C_61_75
"""What marks an SQLite file as a store of this program ("tlau")."""

MARK = "Store of tenderlint audit, form"
"""How the comment begins that marks a schema of PostgreSQL as a store of this program; the form follows."""

TABLES = """
CREATE TABLE audit (
    id INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, day TEXT NOT NULL, version TEXT NOT NULL,
    program TEXT NOT NULL, settings TEXT NOT NULL, sources TEXT NOT NULL, started TEXT NOT NULL,
    finished TEXT NOT NULL DEFAULT '', packs INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE pack (
    id INTEGER PRIMARY KEY, identity TEXT NOT NULL, contents TEXT NOT NULL, run TEXT NOT NULL,
    name TEXT NOT NULL, path TEXT NOT NULL, source TEXT NOT NULL, ocid TEXT NOT NULL, notice TEXT NOT NULL,
    authority TEXT NOT NULL, nation TEXT NOT NULL, region TEXT NOT NULL, service TEXT NOT NULL,
    published TEXT NOT NULL, year INTEGER, value REAL, currency TEXT NOT NULL, told TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'failed')), reason TEXT NOT NULL,
    regime TEXT NOT NULL, day TEXT NOT NULL, complete INTEGER NOT NULL, documents INTEGER NOT NULL,
    pages INTEGER NOT NULL, words INTEGER NOT NULL, prose INTEGER NOT NULL, grade REAL, reading_age REAL,
    seconds REAL NOT NULL, first_audit INTEGER NOT NULL REFERENCES audit (id),
    amends INTEGER REFERENCES pack (id), UNIQUE (identity, contents)
) STRICT;
CREATE INDEX pack_amends ON pack (amends);
CREATE INDEX pack_contents ON pack (contents);
CREATE TABLE seen (
    audit_id INTEGER NOT NULL REFERENCES audit (id), path TEXT NOT NULL, pack_id INTEGER NOT NULL REFERENCES pack (id),
    PRIMARY KEY (audit_id, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX seen_pack ON seen (pack_id);
CREATE TABLE report (pack_id INTEGER PRIMARY KEY REFERENCES pack (id), body BLOB NOT NULL) STRICT;
CREATE TABLE wording (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE asked (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, section TEXT NOT NULL, title TEXT NOT NULL,
    UNIQUE (kind, name)
) STRICT;
CREATE TABLE outcome (
    asked_id INTEGER NOT NULL REFERENCES asked (id), pack_id INTEGER NOT NULL REFERENCES pack (id),
    outcome TEXT NOT NULL, severity TEXT NOT NULL, findings INTEGER NOT NULL, waived INTEGER NOT NULL,
    PRIMARY KEY (pack_id, asked_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE fact (
    pack_id INTEGER NOT NULL REFERENCES pack (id), name TEXT NOT NULL, number INTEGER NOT NULL, value TEXT NOT NULL,
    words TEXT NOT NULL, sure TEXT NOT NULL, quote TEXT NOT NULL, document TEXT, page INTEGER,
    PRIMARY KEY (pack_id, name, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE finding (
    pack_id INTEGER NOT NULL REFERENCES pack (id), asked_id INTEGER NOT NULL REFERENCES asked (id),
    number INTEGER NOT NULL, severity TEXT NOT NULL, message TEXT NOT NULL, quote TEXT NOT NULL, document TEXT,
    page INTEGER, place TEXT NOT NULL, fingerprint TEXT NOT NULL, waived TEXT,
    PRIMARY KEY (pack_id, asked_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE document (
    pack_id INTEGER NOT NULL REFERENCES pack (id), path TEXT NOT NULL, media_type TEXT NOT NULL, role TEXT NOT NULL,
    digest TEXT NOT NULL, pages INTEGER, words INTEGER NOT NULL, read TEXT NOT NULL, reason TEXT NOT NULL, grade REAL,
    PRIMARY KEY (pack_id, path)
) STRICT, WITHOUT ROWID;

CREATE VIEW current_pack AS
    SELECT * FROM pack WHERE NOT EXISTS (SELECT 1 FROM pack AS newer WHERE newer.amends = pack.id);
CREATE VIEW last_pack AS
    SELECT * FROM current_pack
    WHERE id IN (SELECT pack_id FROM seen WHERE audit_id = (SELECT max(id) FROM audit));
CREATE VIEW check_outcome AS
    SELECT outcome.pack_id, asked.name AS check_id, asked.section AS area, asked.title, outcome.outcome,
        outcome.severity, outcome.findings, outcome.waived
    FROM outcome JOIN asked ON asked.id = outcome.asked_id WHERE asked.kind = 'check';
CREATE VIEW checklist_answer AS
    SELECT outcome.pack_id, asked.name AS item, asked.section, asked.title, outcome.outcome
    FROM outcome JOIN asked ON asked.id = outcome.asked_id WHERE asked.kind = 'item';
CREATE VIEW check_finding AS
    SELECT finding.pack_id, asked.name AS check_id, asked.section AS area, asked.title, finding.number,
        finding.severity, finding.message, finding.quote, finding.document, finding.page, finding.place,
        finding.fingerprint, finding.waived
    FROM finding JOIN asked ON asked.id = finding.asked_id;
CREATE VIEW check_count AS
    SELECT asked.name AS check_id, asked.section AS area, asked.title, outcome.outcome, count(*) AS packs,
        CAST(sum(outcome.findings) AS INTEGER) AS findings
    FROM outcome JOIN asked ON asked.id = outcome.asked_id JOIN current_pack ON current_pack.id = outcome.pack_id
    WHERE asked.kind = 'check' GROUP BY asked.id, outcome.outcome;
CREATE VIEW item_count AS
    SELECT asked.name AS item, asked.section, asked.title, outcome.outcome, count(*) AS packs
    FROM outcome JOIN asked ON asked.id = outcome.asked_id JOIN current_pack ON current_pack.id = outcome.pack_id
    WHERE asked.kind = 'item' GROUP BY asked.id, outcome.outcome;
"""

OF_A_PACK = ("report", "outcome", "fact", "finding", "document")
"""The tables whose rows belong to one pack and go when it is linted anew."""

TABLE_NAMES = tuple(re.findall(r"^CREATE TABLE (\w+)", TABLES, re.MULTILINE))

# What PostgreSQL has another word for, in this order. Its texts are sorted by their bytes, as SQLite's are.
_IN_POSTGRESQL = (
    (r"\bid INTEGER PRIMARY KEY", "id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY"),
    (r"\bINTEGER\b", "BIGINT"),
    (r"\bREAL\b", "DOUBLE PRECISION"),
    (r"\bBLOB\b", "BYTEA"),
    (r"\bTEXT\b", 'TEXT COLLATE "C"'),
    (r"\) STRICT(?:, WITHOUT ROWID)?;", ");"),
)


def mark() -> str:
    """Return the comment that marks a schema as a store of this form."""
    return f"{MARK} {VERSION}"


def in_postgresql() -> list[str]:
    """Return the statements that make the tables and views in PostgreSQL."""
    tables = TABLES
    for pattern, words in _IN_POSTGRESQL:
        tables = re.sub(pattern, words, tables)
    return [statement.strip() for statement in tables.split(";") if statement.strip()]
