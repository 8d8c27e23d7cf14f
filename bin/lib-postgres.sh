# Shared by the scripts of bin/: finding PostgreSQL, and throw-away servers for statement checks and tests.
# Sourced by lib.sh. The product does not use this: it has its own supervisor in src/db/embedded.

# pg_bin: the folder of the newest PostgreSQL server binaries, or nothing. The binary looks in the same places.
pg_bin() {
  local folder best=
  if [ -n "${PARVIS_PG_BIN:-}" ]; then
    [ -x "$PARVIS_PG_BIN/initdb" ] && echo "$PARVIS_PG_BIN"
    return 0
  fi
  for folder in $(ls -d /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql@*/bin \
    /usr/local/opt/postgresql@*/bin /Applications/Postgres.app/Contents/Versions/*/bin 2>/dev/null | sort -V); do
    if [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ]; then best=$folder; fi
  done
  if [ -z "$best" ] && have initdb && have postgres; then best=$(dirname "$(command -v initdb)"); fi
  [ -n "$best" ] && echo "$best"
  return 0
}

# as_db COMMAND...: PostgreSQL refuses to run as root; then it runs as postgres, else as nobody.
as_db() {
  if ! is_root; then
    (cd / && "$@")
  elif id postgres >/dev/null 2>&1; then
    (cd / && setpriv --reuid=postgres --regid=postgres --clear-groups -- "$@")
  else
    (cd / && setpriv --reuid=nobody --regid="$(id -g nobody)" --clear-groups -- "$@")
  fi
}

# scratch_start FOLDER: a throw-away server (fsync off) with its socket in FOLDER; adopted when it runs already.
scratch_start() {
  local at=$1 bin
  bin=$(pg_bin)
  [ -n "$bin" ] || fail "no PostgreSQL server binaries found" "Debian and Ubuntu: apt-get install postgresql" \
    "Elsewhere: set PARVIS_PG_BIN to the folder that holds initdb and postgres."
  PSQL=$(PATH="$bin:$PATH" command -v psql)
  as_db mkdir -p -m 0700 "$at" 2>/dev/null || true
  as_db test -O "$at" || fail "$at belongs to someone else" "Remove it, or set TMPDIR to a folder of your own."
  scratch_up "$at" && return 0
  if have flock; then
    (flock 9 && { scratch_up "$at" || scratch_make "$at" "$bin"; }) 9>"${TMPDIR:-/tmp}/.$(basename "$at").lock"
  else
    scratch_make "$at" "$bin"
  fi
}

scratch_up() { [ -S "$1/.s.PGSQL.5432" ] && "$PSQL" -XAtq "$(scratch_url "$1" postgres)" -c 'select 1' >/dev/null 2>&1; }

scratch_make() {
  local at=$1 bin=$2 locale=C.UTF-8
  [ "$(uname -s)" = Darwin ] && locale=en_US.UTF-8
  as_db rm -rf "$at/data"
  as_db "$bin/initdb" -D "$at/data" -U postgres --auth=trust --encoding=UTF8 --locale="$locale" \
    --locale-provider=icu --icu-locale=und --no-sync >/dev/null || fail "initdb failed (see above)"
  as_db tee -a "$at/data/postgresql.conf" >/dev/null <<CONF
listen_addresses = ''
unix_socket_directories = '$at'
max_connections = 200
shared_buffers = '128MB'
fsync = off
full_page_writes = off
synchronous_commit = off
autovacuum_naptime = '10s'
jit = off
CONF
  as_db "$bin/pg_ctl" -D "$at/data" -l "$at/log" -w -t 60 start >/dev/null 9>&- ||
    { as_db tail -n 15 "$at/log" >&2; fail "the throw-away PostgreSQL did not start (its log is above)"; }
}

scratch_stop() { as_db "$(pg_bin)/pg_ctl" -D "$1/data" -m immediate stop >/dev/null 2>&1 || true; }

# scratch_url FOLDER DATABASE: an address that psql and sqlx both understand.
scratch_url() { echo "postgres://postgres@localhost/$2?host=$1"; }
