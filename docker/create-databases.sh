#!/usr/bin/env bash
# Runs once, when the PostgreSQL volume is empty: a database and a user for each service, reachable by that user alone.
set -euo pipefail
for service in eligibility wallet provider_registry session_claims payout; do
  variable="$(tr '[:lower:]' '[:upper:]' <<<"$service")_DB_PASSWORD"
  psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
    -v name="$service" -v password="${!variable}" <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE CONNECT ON DATABASE :"name" FROM PUBLIC;
SQL
done
