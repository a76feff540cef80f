CREATE TABLE audit_segments (
    first_entry INTEGER PRIMARY KEY NOT NULL,
    end_entry INTEGER NOT NULL, -- the one after the last
    created_at INTEGER NOT NULL,
    file TEXT NOT NULL, -- its name, in the folder of whoever sealed it
    note TEXT NOT NULL -- what was signed of it; the columns are copies
);
