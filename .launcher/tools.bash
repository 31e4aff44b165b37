# What the launcher needs from the machine: JDK, Node, Chromium. Each is found, else installed, else named.

# The JDK's own `release` file tells the version; starting java only to ask would cost more than the whole check.
jdk_version() {
  local line
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r line; do
    case "$line" in
      JAVA_VERSION=*) line="${line#*\"}" && line="${line%%[!0-9]*}" && version="${line:-0}" && return 0 ;;
    esac
  done <"$1/release"
  return 1
}

use_jdk() { jdk_version "$1" && [ "$version" -ge "$2" ] && [ "$version" -le "$3" ] && export JAVA_HOME="$1"; }

# 25 first, a later one else: what is newer than the build's tools may not compile it.
find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && use_jdk "$JAVA_HOME" 25 999; then return 0; fi
  local most home on_path
  on_path="$(command -v javac || true)"
  [ -z "$on_path" ] || on_path="$(readlink -f "$on_path" 2>/dev/null || true)"
  for most in 25 999; do
    for home in ${on_path:+"${on_path%/bin/javac}"} "$HOME/.cadeau/jdk" /usr/lib/jvm/* /usr/java/* /opt/* "$HOME"/.sdkman/candidates/java/* \
      "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
      /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
      if use_jdk "$home" 25 "$most"; then return 0; fi
    done
  done
  return 1
}

# Runs a command as root where that needs no question; fails where it would.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else command -v sudo >/dev/null && sudo -n "$@"; fi
}

may_be_root() { [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null && sudo -n true 2>/dev/null; }; }

# Installs the first of the packages that the machine's package manager has. stdin is closed: nothing may ask.
install_package() {
  local package log="$own/install.log"
  mkdir -p "$own"
  if command -v brew >/dev/null; then
    for package in "$@"; do brew install "$package" >>"$log" 2>&1 </dev/null && return 0; done
    return 1
  fi
  may_be_root || return 1
  if command -v apt-get >/dev/null; then as_root apt-get update >>"$log" 2>&1 </dev/null || true; fi
  for package in "$@"; do
    if command -v apt-get >/dev/null; then
      as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$package" >>"$log" 2>&1 </dev/null && return 0
    elif command -v dnf >/dev/null; then as_root dnf install -y "$package" >>"$log" 2>&1 </dev/null && return 0
    elif command -v apk >/dev/null; then as_root apk add "$package" >>"$log" 2>&1 </dev/null && return 0
    elif command -v pacman >/dev/null; then as_root pacman -Sy --noconfirm "$package" >>"$log" 2>&1 </dev/null && return 0
    fi
  done
  return 1
}

install_jdk() {
  say "no JDK 25 found; asking the system's package manager for one (log: target/launcher/install.log)"
  install_package temurin-25-jdk openjdk-25-jdk-headless java-25-openjdk-devel openjdk25-jdk jdk25-openjdk openjdk@25 || true
  find_jdk || fail "JDK 25 is missing. Install it with: curl -s https://get.sdkman.io | bash && . ~/.sdkman/bin/sdkman-init.sh && sdk install java 25-tem"
}

# Playwright, which visits our pages in tests and can install a Chromium, runs on the machine's own Node from 18 on. The
# answer is kept until the binary changes.
find_node() {
  local node kept="$own/node" known="" good=""
  if [ -n "${PLAYWRIGHT_NODEJS_PATH:-}" ] && [ -x "$PLAYWRIGHT_NODEJS_PATH" ]; then return 0; fi
  unset PLAYWRIGHT_NODEJS_PATH
  node="$(command -v node)" || return 1
  if [ -r "$kept" ] && [ "$kept" -nt "$node" ]; then { IFS= read -r known && IFS= read -r good; } <"$kept" || true; fi
  if [ "$known" != "$node" ]; then
    good="$(node --version 2>/dev/null || true)" && good="${good#v}" && good="${good%%.*}"
    mkdir -p "$own" && printf '%s\n%s\n' "$node" "${good:-0}" >"$kept"
  fi
  [ "${good:-0}" -ge 18 ] 2>/dev/null && export PLAYWRIGHT_NODEJS_PATH="$node"
}

# Playwright's command line; what forbids it to download at each start must not forbid what was asked for.
playwright() {
  env -u PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD "$JAVA_HOME/bin/java" -cp "$app/server/*" com.microsoft.playwright.CLI "$@" >>"$own/install.log" 2>&1 </dev/null
}

use_chromium() { [ -n "$1" ] && [ -f "$1" ] && [ -x "$1" ] && export CHROME_PATH="$1"; }

find_chromium() {
  if [ -n "${CHROME_PATH:-}" ]; then
    use_chromium "$CHROME_PATH" || fail "CHROME_PATH is $CHROME_PATH, which is not a program"
    return 0
  fi
  local name found cache
  for name in chromium chromium-browser google-chrome google-chrome-stable chrome; do
    found="$(command -v "$name" || true)"
    if use_chromium "$found"; then return 0; fi
  done
  for cache in "${PLAYWRIGHT_BROWSERS_PATH:-}" "$HOME/.cache/ms-playwright" "$HOME/Library/Caches/ms-playwright"; do
    for found in "$cache"/chromium-*/chrome-linux*/chrome "$cache"/chromium-*/chrome-mac*/*.app/Contents/MacOS/* \
      "$cache"/chromium_headless_shell-*/*/*headless*shell; do
      if use_chromium "$found"; then return 0; fi
    done
  done
  for found in "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" /Applications/Chromium.app/Contents/MacOS/Chromium; do
    if use_chromium "$found"; then return 0; fi
  done
  return 1
}

# Ubuntu's chromium package is only a pointer to a snap, which containers cannot run: there Playwright's own is better.
install_chromium() {
  local system=""
  [ ! -r /etc/os-release ] || system="$(. /etc/os-release && echo "${ID:-}")"
  say "no Chromium found; installing one (log: target/launcher/install.log)"
  if [ "$system" != ubuntu ] && install_package chromium; then hash -r; fi
  if find_chromium; then return 0; fi
  build
  { may_be_root && playwright install --with-deps chromium; } || playwright install chromium || true
  find_chromium || fail "Chromium is missing. Install it with: sudo apt-get install -y chromium   (or set CHROME_PATH to a Chrome or Chromium)"
}
