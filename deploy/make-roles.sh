#!/bin/sh
# What the database of compose.yaml runs when its volume is empty: roles that may do no more than they have to.
set -eu
psql --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set "owner_password=$ATLAS_OWNER_PASSWORD" \
  --set "app_password=$ATLAS_APP_PASSWORD" \
  --set "read_password=$ATLAS_READ_PASSWORD" \
  --file /make-roles.sql
