-- Search with typing mistakes (pg_trgm) and without accents (unaccent). Both are trusted extensions: the owner of the
-- database may create them.
create extension if not exists pg_trgm;
create extension if not exists unaccent;
