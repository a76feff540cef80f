CREATE TABLE server_keys (
    name TEXT PRIMARY KEY NOT NULL,
    material BLOB NOT NULL -- for what must hold as long as sessions do, whatever signing keys come and go
);
