CREATE SCHEMA framework;

CREATE TABLE framework.framework (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    slug       text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9-]+$'),
    title      text NOT NULL,
    publisher  text,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE framework.version (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    framework_id bigint NOT NULL REFERENCES framework.framework,
    number       int, -- given at publication, counted from 1 for each framework
    status       text NOT NULL DEFAULT 'draft'
                 CHECK (status IN ('draft', 'in_review', 'published', 'superseded', 'withdrawn')),
    document     jsonb NOT NULL, -- espalier/1: the truth; all else about a version is made of it
    revision     bigint NOT NULL DEFAULT 1, -- counts saved edits of a draft
    created_at   timestamptz NOT NULL DEFAULT now(),
    created_by   bigint,
    changed_at   timestamptz NOT NULL DEFAULT now(),
    changed_by   bigint,
    published_at timestamptz,
    published_by bigint,
    withdrawn_at timestamptz,
    withdrawn_by bigint,
    UNIQUE (framework_id, number),
    CHECK ((status IN ('draft', 'in_review')) = (number IS NULL)),
    CHECK ((number IS NULL) = (published_at IS NULL)),
    CHECK ((status = 'withdrawn') = (withdrawn_at IS NOT NULL))
);

CREATE UNIQUE INDEX version_in_force ON framework.version (framework_id) WHERE status = 'published';

-- The index of a frozen document, and what claims point at: written once, when a version is published.
CREATE TABLE framework.statement (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version_id    bigint NOT NULL REFERENCES framework.version,
    position      int NOT NULL,
    key           text NOT NULL,
    level         text,
    "group"       text,
    facet         text,
    facet_certain boolean NOT NULL,
    kind          text NOT NULL CHECK (kind IN ('expectation', 'entry-criterion', 'learning')),
    state         text NOT NULL CHECK (state IN ('stated', 'blank', 'not-applicable')),
    text          text NOT NULL,
    qualifier     text,
    lead_in       text,
    line          int,
    end_line      int,
    page          int,
    UNIQUE (version_id, position),
    UNIQUE (version_id, key)
);

CREATE FUNCTION framework.keep_published_versions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.number IS NULL THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    IF TG_OP = 'DELETE' OR NEW.number IS DISTINCT FROM OLD.number OR NEW.framework_id <> OLD.framework_id
       OR NEW.published_at IS DISTINCT FROM OLD.published_at OR NEW.document IS DISTINCT FROM OLD.document THEN
        RAISE EXCEPTION 'version % of framework % is published and never changes', OLD.number, OLD.framework_id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER keep_published_versions BEFORE UPDATE OR DELETE ON framework.version
    FOR EACH ROW EXECUTE FUNCTION framework.keep_published_versions();

CREATE FUNCTION framework.keep_statements() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a published statement never changes' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER keep_statements BEFORE UPDATE OR DELETE ON framework.statement
    FOR EACH STATEMENT EXECUTE FUNCTION framework.keep_statements();
