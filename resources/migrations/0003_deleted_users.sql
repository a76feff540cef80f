CREATE TABLE deleted_users (
    id TEXT PRIMARY KEY NOT NULL, -- kept until no access token of theirs can be alive
    deleted_at INTEGER NOT NULL
);
