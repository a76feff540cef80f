# shellcheck shell=bash
# Installs the Debian packages that building, running and testing need. Sourced by ./run and ./test.

build_packages=(
    git cmake ninja-build ccache g++ pkg-config
    qt6-base-dev qt6-httpserver-dev qt6-websockets-dev libqt6sql6-sqlite qcoro-qt6-dev qtkeychain-qt6-dev
    libargon2-dev libyaml-cpp-dev libvalijson-dev libssl-dev libgl-dev
)
test_packages=(gnome-keyring dbus libsecret-tools nginx-light curl openssl procps clang-format-19 shellcheck)

# Prints those of the named packages that are not installed.
missing_packages() {
    local installed
    installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null | awk '$2 == "installed" {print $1}')
    comm -23 <(printf '%s\n' "$@" | sort -u) <(sort -u <<<"$installed")
}

# Installs what is missing of the named packages, without starting any of their services.
install_packages() {
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        echo "Gatehouse installs what it needs on Debian 12 or later. On this system, please install the" >&2
        echo "counterparts of these packages yourself and run it again with GATEHOUSE_NO_INSTALL=1:" >&2
        printf '  %s\n' "$@" >&2
        return 1
    fi
    local missing
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -eq 0 ] && return 0

    local sudo=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || { echo "Please install as root: ${missing[*]}" >&2; return 1; }
        sudo=(sudo)
    fi
    echo "Installing ${missing[*]}"
    local policy=/usr/sbin/policy-rc.d made_policy=
    if [ ! -e "$policy" ]; then
        # 101: "do not start it". The tests start what they need themselves, on ports of their own.
        printf '#!/bin/sh\nexit 101\n' | "${sudo[@]}" tee "$policy" >/dev/null
        "${sudo[@]}" chmod +x "$policy"
        made_policy=1
    fi
    local status=0
    { "${sudo[@]}" apt-get update -qq &&
        "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null; } || status=$?
    [ -n "$made_policy" ] && "${sudo[@]}" rm -f "$policy"
    return "$status"
}

# Configures and builds a preset, quietly unless something goes wrong. Objects are shared between clones.
build_preset() {
    local preset=$1 log
    shift
    export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1
    log=$(mktemp)
    if [ ! -f "build/$preset/build.ninja" ] && ! cmake --preset "$preset" >"$log" 2>&1; then
        cat "$log" >&2
        return 1
    fi
    if ! cmake --build --preset "$preset" "$@" >"$log" 2>&1; then
        grep -vE '^\[[0-9]+/[0-9]+\]' "$log" | tail -60 >&2
        return 1
    fi
    rm -f "$log"
}
