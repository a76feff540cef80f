CREATE TABLE signing_keys (
    id BIGINT PRIMARY KEY NOT NULL CHECK (id = 1), -- one row: the key ring of the deployment
    version BIGINT NOT NULL, -- one more with every change, which is made on the condition that it is what was read
    content BYTEA NOT NULL -- encrypted under the passphrase of the deployment
);

CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE ON signing_keys EXECUTE FUNCTION gatehouse_announce();
