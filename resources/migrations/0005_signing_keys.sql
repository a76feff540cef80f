CREATE TABLE signing_keys (
    id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1), -- one row: the key ring of the deployment
    version INTEGER NOT NULL, -- one more with every change, which is made on the condition that it is what was read
    content BLOB NOT NULL -- encrypted under the passphrase of the deployment
);
