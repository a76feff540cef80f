CREATE TABLE server_keys (
    name TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    material BYTEA NOT NULL -- for what must hold as long as sessions do, whatever signing keys come and go
);
