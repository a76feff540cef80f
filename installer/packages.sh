# shellcheck shell=bash
# Installs the Debian packages that building, running and testing need, and builds. Sourced by ./run and ./test.

# shellcheck disable=SC2034 # the lists are read by those who source this
build_packages=(
    git cmake ninja-build ccache g++ pkg-config
    qt6-base-dev qt6-httpserver-dev qt6-websockets-dev libqt6sql6-sqlite libqt6sql6-psql libpq-dev qcoro-qt6-dev qtkeychain-qt6-dev
    qt6-charts-dev qt6-svg-dev qt6-l10n-tools qt6-translations-l10n
    libargon2-dev libyaml-cpp-dev libvalijson-dev libssl-dev libhiredis-dev libzip-dev libqrencode-dev libmaxminddb-dev libgl-dev
)
# A part of qt6-base-dev that the packages of Qt 6.4 have apart.
case $(sed -nE 's/^(ID|VERSION_ID)="?([^"]*)"?$/\2/p' /etc/os-release 2>/dev/null | sort | xargs) in
'12 debian' | '24.04 ubuntu') build_packages+=(libqt6opengl6-dev) ;;
esac
# shellcheck disable=SC2034
test_packages=(
    xvfb at-spi2-core # a display, and the bus by which a screen reader hears the console
    gnome-keyring dbus libsecret-tools # a real Secret Service, in a session bus of the test's own
    redis-server # or valkey-server
    nginx-light haproxy curl openssl procps python3
    postgresql # a cluster of each test's own; Debian's is left alone
    prometheus # for promtool, which judges our metrics
    golang-go golang-golang-x-mod-dev # whose signed notes and tlog proofs judge the audit log's
    clang-format-19 shellcheck
)
# The pages' modules are tested in node, whose own packages refuse Debian's, and the pages in a real browser, which Ubuntu has only
# as a snap; there those tests are skipped.
command -v node >/dev/null || test_packages+=(nodejs)
if ! command -v chromium >/dev/null && grep -qx 'ID=debian' /etc/os-release 2>/dev/null; then test_packages+=(chromium); fi
# shellcheck disable=SC2034
lint_packages=(clang-19 clang-tidy-19)
# For @redocly/cli, which judges our OpenAPI document. Node's own packages bring npm along and refuse Debian's.
command -v npm >/dev/null || lint_packages+=(nodejs npm)
# shellcheck disable=SC2034
fuzz_packages=(clang-19 libclang-rt-19-dev)
# shellcheck disable=SC2034
bench_packages=(wrk haproxy redis-server python3 curl)
command -v npm >/dev/null || bench_packages+=(nodejs npm)

# Prints those of the named packages that are not installed.
missing_packages() {
    local installed
    # A package that dpkg has never heard of makes it fail; that is an answer too.
    installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null | sed -n 's/ installed$//p') || true
    comm -23 <(printf '%s\n' "$@" | sort -u) <(sort -u <<<"$installed")
}

# Says on standard error what to do on a system whose packages are not known here.
explain_unknown_system() {
    cat >&2 <<END
Gatehouse installs what it needs by itself on Debian 12, Ubuntu 24.04 or later. On this system ($1)
please install the counterparts of these packages yourself, Qt 6.4.2 or later among them, and run it
again with GATEHOUSE_NO_INSTALL=1:
END
    shift
    printf '  %s\n' "$@" >&2
}

# Whether this system's packages are known to do. Prints the system's name.
is_known_system() {
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null || [ ! -r /etc/os-release ]; then
        uname -s
        return 1
    fi
    # shellcheck source=/dev/null
    (
        . /etc/os-release
        echo "${PRETTY_NAME:-$ID}"
        version=${VERSION_ID:-99} # Debian's testing has none
        case $ID in
        debian) [ "${version%%.*}" -ge 12 ] ;;
        ubuntu) [ "${version%%.*}" -ge 24 ] ;;
        *) case " ${ID_LIKE:-} " in *" debian "* | *" ubuntu "*) true ;; *) false ;; esac ;;
        esac
    )
}

# Runs apt-get as root, asking nothing but, on a terminal, sudo's password.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif [ -t 0 ]; then
        sudo "$@"
    else
        sudo -n "$@"
    fi
}

# Installs what is missing of the named packages. Silent and quick when nothing is. Starts no service: the tests start
# for themselves what they need, on ports of their own.
install_packages() {
    [ -z "${GATEHOUSE_NO_INSTALL:-}" ] || return 0
    local system
    system=$(is_known_system) || { explain_unknown_system "$system" "$@"; return 1; }
    local missing
    mapfile -t missing < <(missing_packages "$@")
    [ "${#missing[@]}" -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        echo "These packages are missing; please install them as root: ${missing[*]}" >&2
        return 1
    fi

    echo "Installing ${missing[*]}"
    local policy=/usr/sbin/policy-rc.d made_policy=
    if [ ! -e "$policy" ]; then
        # 101 means: do not start it.
        printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
        as_root chmod +x "$policy"
        made_policy=1
    fi
    local log status=0
    log=$(mktemp)
    local install=(env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}")
    # The package lists may be absent, or older than the mirror; only then are they fetched.
    as_root "${install[@]}" >"$log" 2>&1 </dev/null ||
        { as_root apt-get update -q >"$log" 2>&1 && as_root "${install[@]}" >>"$log" 2>&1 </dev/null; } || status=$?
    [ -z "$made_policy" ] || as_root rm -f "$policy"
    if [ "$status" -ne 0 ]; then
        tail -30 "$log" >&2
        explain_unknown_system "$system" "$@"
    fi
    rm -f "$log"
    return "$status"
}

# build_preset PRESET [arguments for the build]: configures and builds, quietly unless something goes wrong.
build_preset() {
    local preset=$1 log status=0
    shift
    log=$(mktemp)
    if [ "CMakePresets.json" -nt "build/$preset/build.ninja" ]; then
        cmake --preset "$preset" >"$log" 2>&1 || { status=$?; cat "$log" >&2; }
    fi
    if [ "$status" -eq 0 ]; then
        [ -e "build/$preset/.ninja_log" ] || echo "Building, which takes some minutes the first time"
        # What is neither progress nor the command line is what the compiler had to say.
        cmake --build --preset "$preset" "$@" >"$log" 2>&1 || { status=$?; grep -vE '^\[[0-9]+/[0-9]+\]|^(ccache )?/usr/bin/' "$log" | head -80 >&2; }
    fi
    rm -f "$log"
    return "$status"
}
