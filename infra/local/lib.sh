# Shared by the scripts beside this file, which source it: where things lie, who runs what, what is pinned.
# shellcheck shell=bash
set -euo pipefail

HERE="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)"
ROOT="$(cd "$HERE/../.." && pwd -P)"
STATE="$ROOT/.local"
TOOLS="$STATE/tools"
REGION=eu-west-1
ACCOUNT=000000000000

# Which stack: `vinilogy` is the one `make up` shows, the journeys deploy another beside it (own database, queues, archive, API).
STACK="${STACK:-vinilogy}"
if [[ $STACK == vinilogy ]]; then ENV_FILE="$STATE/env"; else ENV_FILE="$STATE/$STACK.env"; fi

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

# Takes one of this checkout's locks until the script ends, or takes another. Daemons must not inherit it: they start with 9>&-.
lock() { mkdir -p "$STATE"; exec 9>"$STATE/$1.lock"; flock 9; }

free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

port_is_free() {
    python3 -c 'import socket, sys; s = socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); s.bind(("127.0.0.1", int(sys.argv[1])))' "$1" 2>/dev/null
}

# The port that a file names, so that addresses stay what they were; another one when it is taken.
remembered_port() {
    local port=''
    if [[ -s $1 ]]; then port="$(<"$1")"; fi
    if [[ -z $port ]] || ! port_is_free "$port"; then port="$(free_port)"; fi
    printf '%s\n' "$port" >"$1"
    printf '%s\n' "$port"
}

# ------------------------------------------------------------------------------------------------------------------ PostgreSQL

# The folder of PostgreSQL's programs, 15 before others; fails when there is none.
pg_bin() {
    local folder
    for folder in "${PG_BIN:-}" /usr/lib/postgresql/15/bin /usr/lib/postgresql/{16,17,18}/bin /usr/pgsql-15/bin; do
        if [[ -n $folder && -x $folder/initdb && -x $folder/postgres ]]; then printf '%s\n' "$folder"; return; fi
    done
    if command -v initdb >/dev/null; then dirname "$(readlink -f "$(command -v initdb)")"; return; fi
    return 1
}

has_extensions() {
    local folder
    folder="$("$(pg_bin)/pg_config" --sharedir 2>/dev/null)" || folder="/usr/share/postgresql/$(basename "$(dirname "$(pg_bin)")")"
    [[ -e $folder/extension/pg_trgm.control && -e $folder/extension/unaccent.control ]]
}

# PostgreSQL refuses to run as root, so root runs it as another user.
pg_user() { if id -u postgres >/dev/null 2>&1; then printf 'postgres\n'; else printf 'nobody\n'; fi; }

as_postgres() {
    if [[ $(id -u) != 0 ]]; then (cd / && "$@"); return; fi
    local user; user="$(pg_user)"
    (cd / && setpriv --reuid "$user" --regid "$(id -g "$user")" --clear-groups -- env HOME=/ "$@")
}

# Where the database lies: in the checkout, or, when that is below a folder which its user may not enter, in a folder of its own.
pg_home() {
    mkdir -p "$STATE"
    if as_postgres test -x "$STATE"; then printf '%s\n' "$STATE/postgres"; return; fi
    printf '/var/tmp/vinilogy-%s-%s\n' "$(id -u)" "$(printf '%s' "$ROOT" | sha256sum | cut -c 1-12)"
}

sql() { "$(pg_bin)/psql" --no-psqlrc --quiet -tA -h 127.0.0.1 -p "$(<"$STATE/postgres.port")" -U vinilogy -d postgres -c "$1"; }

pg_running() { as_postgres "$(pg_bin)/pg_ctl" status -D "$(pg_home)/data" >/dev/null 2>&1; }

# ------------------------------------------------------------------------------------------------------------------- MiniStack

ministack_alive() {
    local pid="$STATE/ministack/pid"
    [[ -s $pid ]] && kill -0 "$(<"$pid")" 2>/dev/null && tr '\0' ' ' <"/proc/$(<"$pid")/cmdline" 2>/dev/null | grep -q ministack
}

ministack_ready() { curl --silent --fail --max-time 5 --output /dev/null "http://127.0.0.1:$1/_ministack/health"; }

# --------------------------------------------------------------------------------------------------------------- what others read

# A file of KEY=value lines (no quotes, no spaces), for `set -a; . .local/env` and for the tests: exactly what differs from the cloud.
write_env() {
    local database="${STACK//-/_}" aws api=''
    aws="http://127.0.0.1:$(<"$STATE/ministack/port")"
    if [[ -s $STATE/$STACK.deployed ]]; then api="$(<"$STATE/$STACK.deployed")"; fi
    cat >"$ENV_FILE.new" <<-END
		STACK=$STACK
		DATABASE_URL=postgres://vinilogy@127.0.0.1:$(<"$STATE/postgres.port")/$database
		AWS_ENDPOINT_URL=$aws
		AWS_REGION=$REGION
		AWS_DEFAULT_REGION=$REGION
		AWS_ACCESS_KEY_ID=local
		AWS_SECRET_ACCESS_KEY=local
		QUEUE_URL_PREFIX=$aws/$ACCOUNT/$STACK-
		ARCHIVE_BUCKET=$STACK-archive-$ACCOUNT-$REGION
		SIM_URL=http://127.0.0.1:$(<"$STATE/$STACK.sim-port")
	END
    if [[ -n $api ]]; then printf '%s\n' "$api" >>"$ENV_FILE.new"; fi
    mv "$ENV_FILE.new" "$ENV_FILE"
}
