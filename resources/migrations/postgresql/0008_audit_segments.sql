CREATE TABLE audit_segments (
    first_entry BIGINT PRIMARY KEY NOT NULL,
    end_entry BIGINT NOT NULL, -- the one after the last
    created_at BIGINT NOT NULL,
    file TEXT COLLATE "C" NOT NULL, -- its name, in the folder of whoever sealed it
    note TEXT COLLATE "C" NOT NULL -- what was signed of it; the columns are copies
);
