CREATE TABLE deleted_users (
    id TEXT COLLATE "C" PRIMARY KEY NOT NULL, -- kept until no access token of theirs can be alive
    deleted_at BIGINT NOT NULL
);

-- Tells other instances that it changed who may come in; each statement of a script ends at the end of a line.
CREATE FUNCTION gatehouse_announce() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    PERFORM pg_notify('gatehouse_changes', current_setting('application_name')); RETURN NULL; END $$;

CREATE TRIGGER announce AFTER UPDATE OF revoked_at ON sessions EXECUTE FUNCTION gatehouse_announce();

CREATE TRIGGER announce AFTER UPDATE OF disabled ON users EXECUTE FUNCTION gatehouse_announce();

CREATE TRIGGER announce AFTER INSERT OR DELETE ON deleted_users EXECUTE FUNCTION gatehouse_announce();
