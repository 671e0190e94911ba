CREATE SCHEMA assessment;

-- One dated entry about one person and one statement. Entries are only ever added: what they add up to is computed.
CREATE TABLE assessment.claim (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id    bigint NOT NULL REFERENCES person.person,
    version_id   bigint NOT NULL, -- the statement's, so that one look finds all of a person's claims in a version
    statement_id bigint NOT NULL REFERENCES framework.statement,
    made_by      bigint NOT NULL, -- an account
    made_at      timestamptz NOT NULL,
    valid_until  timestamptz,
    revokes      bigint REFERENCES assessment.claim,
    kind         smallint NOT NULL, -- 0 self-rating, 1 sign-off, 2 recognition, 3 refusal, 4 revocation
    rating       smallint CHECK (rating BETWEEN 0 AND 4), -- 0 withdrawn, 1 not yet, 2 partly, 3 met, 4 not applicable
    reason       text,
    CHECK (kind BETWEEN 0 AND 4),
    CHECK ((kind = 0) = (rating IS NOT NULL)),
    CHECK ((kind = 4) = (revokes IS NOT NULL)),
    CHECK (kind IN (1, 2) OR valid_until IS NULL),
    CHECK (kind NOT IN (3, 4) OR reason IS NOT NULL)
) WITH (autovacuum_vacuum_insert_scale_factor = 0.02); -- keeps the index below enough for itself

-- Holds all that a person's standing is computed from, so that the table itself need not be read for it.
CREATE INDEX claim_of_person ON assessment.claim (person_id, version_id, statement_id, id)
    INCLUDE (kind, rating, made_at, valid_until, revokes);

CREATE FUNCTION assessment.keep_claims() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a claim is history: add a new one instead' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER keep_claims BEFORE UPDATE OR DELETE OR TRUNCATE ON assessment.claim
    FOR EACH STATEMENT EXECUTE FUNCTION assessment.keep_claims();
