CREATE TABLE setting_overrides (
    name TEXT PRIMARY KEY NOT NULL, -- of the setting, as in the file
    value TEXT NOT NULL, -- as one would write it there
    changed_at INTEGER NOT NULL,
    changed_by TEXT NOT NULL -- who did, as in the record
);
