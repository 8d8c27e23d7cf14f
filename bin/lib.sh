# Shared by the scripts of bin/: progress lines, packages of the system, tool checks, throw-away PostgreSQL.
# Sourced, never run. Kept to what bash 3.2 (macOS) understands.

set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$ROOT"
BEGUN=$SECONDS

# say TEXT: a progress line with the seconds since the script began.
say() { printf '%4ds  %s\n' "$((SECONDS - BEGUN))" "$*"; }

# fail TEXT [MORE...]: say what is wrong and how to go on, then end.
fail() {
  printf '\nStopped: %s\n' "$1" >&2
  shift
  for line in "$@"; do printf '  %s\n' "$line" >&2; done
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

is_root() { [ "$(id -u)" = 0 ]; }

# free_mb FOLDER: free megabytes where the folder is or will be.
free_mb() {
  local at=$1
  while [ ! -d "$at" ]; do at=$(dirname "$at"); done
  df -Pm "$at" | awk 'NR == 2 { print $4 }'
}

# --- packages of the system ---------------------------------------------------------------------

# need_packages COMMAND=PACKAGE...: install what is missing with apt, or say what to install.
need_packages() {
  local pair command missing=()
  for pair in "$@"; do
    command=${pair%%=*}
    case $command in
      postgres) [ -n "$(pg_bin)" ] || missing+=("${pair#*=}") ;;
      *) have "$command" || missing+=("${pair#*=}") ;;
    esac
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  have apt-get || fail "these are not installed: ${missing[*]}" "$(elsewhere "${missing[@]}")"
  local sudo=()
  if ! is_root; then
    have sudo || fail "these are not installed: ${missing[*]}" \
      "As root: apt-get install ${missing[*]}" "Then start again."
    sudo=(sudo)
  fi
  say "installing ${missing[*]} with apt"
  local log
  log=$(mktemp)
  if ! { ${sudo[@]+"${sudo[@]}"} apt-get update -q && ${sudo[@]+"${sudo[@]}"} env DEBIAN_FRONTEND=noninteractive \
    apt-get install -qy --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 15 "$log" >&2
    rm -f "$log"
    fail "apt could not install ${missing[*]} (its last lines are above)"
  fi
  rm -f "$log"
}

# elsewhere PACKAGE...: the command that installs these Debian packages on the system at hand.
elsewhere() {
  local name brew=() dnf=() pacman=()
  for name in "$@"; do
    case $name in
      postgresql) brew+=(postgresql@17) dnf+=(postgresql-server postgresql-contrib postgresql) pacman+=(postgresql) ;;
      nodejs | npm) brew+=(node) dnf+=(nodejs npm) pacman+=(nodejs npm) ;;
      build-essential) dnf+=(gcc make) pacman+=(base-devel) ;;
      python3-venv) brew+=(python) dnf+=(python3) pacman+=(python) ;;
      chromium) brew+=(chromium) dnf+=(chromium) pacman+=(chromium) ;;
      *) brew+=("$name") dnf+=("$name") pacman+=("$name") ;;
    esac
  done
  case $(uname -s) in
    Darwin) echo "macOS: brew install ${brew[*]:-} (and xcode-select --install for a C compiler)" ;;
    *)
      if have dnf; then
        echo "Fedora: sudo dnf install ${dnf[*]}"
      elif have pacman; then
        echo "Arch: sudo pacman -S ${pacman[*]}"
      else
        echo "Install what your system calls: $*"
      fi
      ;;
  esac
}

# at_least WANTED FOUND: compares versions such as 1.95 and 1.95.0.
at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -t. -k1,1n -k2,2n | head -n 1)" = "$1" ] || [ "$1" = "$2" ]; }

need_rust() {
  [ -x "$HOME/.cargo/bin/cargo" ] && PATH="$HOME/.cargo/bin:$PATH"
  local wanted found
  wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
  if have cargo; then
    found=$(cargo --version | awk '{ print $2 }')
    at_least "$wanted" "$found" && return 0
    if have rustup; then
      fail "Rust $wanted or newer is needed, $found is installed" "rustup update stable && rustup default stable"
    fi
    fail "Rust $wanted or newer is needed, $found is installed (distributions are often behind)" \
      "Install rustup, which keeps Rust current: https://rustup.rs" "Then start again in a new terminal."
  fi
  fail "Rust is not installed" "Install it with rustup, as https://rustup.rs shows:" \
    "curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y --profile minimal" \
    "Then start again in a new terminal."
}

# esbuild runs from Node 18, which is what Debian 12 has: nothing newer is asked for.
need_node() {
  need_packages node=nodejs npm=npm
  local found
  found=$(node --version | tr -d v)
  at_least 18 "$found" || fail "Node.js 18 or newer is needed, $found is installed" "See https://nodejs.org/en/download"
}

# --- PostgreSQL ---------------------------------------------------------------------------------

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
