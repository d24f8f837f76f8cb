-- The three roles of docs/operations.md (Databases) and their database; run once by a superuser, in that database.
-- psql sets the variables: see make-roles.sh. Rights on tables are given by each migration.
CREATE ROLE atlas_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD :'owner_password';
CREATE ROLE atlas_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD :'app_password';
CREATE ROLE atlas_read LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD :'read_password';
ALTER DATABASE atlas OWNER TO atlas_owner;
REVOKE ALL ON DATABASE atlas FROM PUBLIC;
GRANT CONNECT ON DATABASE atlas TO atlas_app, atlas_read;
ALTER SCHEMA public OWNER TO atlas_owner;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
