# Builds what changed, once at a time, into a folder of its own: a daemon that runs keeps the jars it was started from.

# Everything the program is made of; the tests are not part of it.
inputs() {
  local module
  sources=("$root/cadeau" "$root/.launcher" "$root/pom.xml" "$root/.mvn")
  for module in webcast simulator server; do sources+=("$root/$module/pom.xml" "$root/$module/src/main"); done
}

# One program a kind of driver: with the machine's Node the 200 MB bundle is left out.
kind() { if [ -n "${PLAYWRIGHT_NODEJS_PATH:-}" ]; then kind=node; else kind=bundled; fi; }

# Change time, not modification time: a file put back with an old date, and a name taken away, count as changes.
fresh() {
  local changed
  [ -r "$own/built-$kind" ] || return 1
  IFS= read -r app <"$own/built-$kind" || return 1
  [ -d "$app/server" ] || return 1
  changed="$(find "${sources[@]}" -cnewer "$app/stamp" -print -quit 2>/dev/null)" || return 1
  [ -z "$changed" ]
}

# An emergency stop takes the last program there is, of either kind, whatever has changed since: it waits for no build.
built() {
  local last
  for last in "$own"/built-node "$own"/built-bundled; do
    if [ -r "$last" ] && IFS= read -r app <"$last" && [ -d "$app/server" ]; then return 0; fi
  done
  return 1
}

build() {
  inputs
  kind
  if fresh; then return 0; fi
  take_lock
  if ! fresh; then build_now; fi
  leave_lock
}

# A folder is made by one shell only. A lock whose owner has gone is moved away first, which too only one can do.
take_lock() {
  local owner said=""
  mkdir -p "$own"
  trap leave_lock EXIT
  until mkdir "$own/lock" 2>/dev/null; do
    owner="$(cat "$own/lock/pid" 2>/dev/null || true)"
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
      mv "$own/lock" "$own/lock.$$" 2>/dev/null && rm -rf "$own/lock.$$"
    else
      [ -n "$said" ] || { say "waiting for another build (process ${owner:-starting})" && said=yes; }
      sleep 0.2
    fi
  done
  echo $$ >"$own/lock/pid"
}

leave_lock() {
  trap - EXIT
  if [ "$(cat "$own/lock/pid" 2>/dev/null || true)" = $$ ]; then rm -rf "$own/lock"; fi
}

# The stamp is older than the build: what is edited meanwhile is built the next time.
build_now() {
  local log="$own/build.log" started=$SECONDS place="$own/app-$$-$(date +%s)" status=0
  rm -rf "$place" "$root"/server/target/lib "$root"/simulator/target/lib && mkdir -p "$place" && : >"$place/stamp"
  say "building (the first time downloads for some minutes; log: target/launcher/build.log)"
  (cd "$root" && ./mvnw -B -ntp -pl server,simulator -am -Dmaven.test.skip=true -Dspotless.check.skip=true package) >"$log" 2>&1 </dev/null || status=$?
  if [ "$status" = 0 ]; then collect "$place" >>"$log" 2>&1 || status=$?; fi
  if [ "$status" != 0 ]; then
    rm -rf "$place"
    say "the build failed (the whole of it: target/launcher/build.log)"
    { grep -E '^\[ERROR\] [^ ]|^ *[Ee]rror:' "$log" || tail -n 15 "$log"; } | grep -vE 'Help|re-run|Re-run|read the following|-> ' | awk '!seen[$0]++' | head -n 15 >&2
    exit 1
  fi
  printf '%s\n' "$place" >"$own/built-$kind.new" && mv "$own/built-$kind.new" "$own/built-$kind"
  app="$place"
  say "built in $((SECONDS - started)) s"
  sweep
}

# Other people's jars are shared by hard link, Maven replaces them whole; ours are copied.
collect() {
  local module jar
  for module in server simulator; do
    mkdir -p "$1/$module"
    cp "$root/$module"/target/"$module"-*.jar "$1/$module/"
    for jar in "$root/$module"/target/lib/*.jar; do
      case "${jar##*/}" in
        webcast-*) cp "$jar" "$1/$module/" ;;
        driver-bundle-*) [ "$kind" = node ] || ln "$jar" "$1/$module/" 2>/dev/null || cp "$jar" "$1/$module/" ;;
        *) ln "$jar" "$1/$module/" 2>/dev/null || cp "$jar" "$1/$module/" ;;
      esac
    done
  done
}

# Two former builds stay, for the daemons that may still run from them.
sweep() {
  local old
  ls -1dt "$own"/app-* 2>/dev/null | tail -n +4 | while IFS= read -r old; do rm -rf "$old"; done
}

# Once a build, beside the first daemon and behind everything else: a daemon starts, is ready, is asked to stop, and
# ends, and what java learned of both is kept. Later starts take about half. Without it all works the same.
train() {
  if [ -e "$app/cadeau.aot" ] || ! mkdir "$app/training" 2>/dev/null; then return 0; fi
  (
    trap 'rm -rf "$app/training"' EXIT
    export CADEAU_HOME="$app/training/home" CADEAU_PORT=0 CADEAU_LIVE_URL=http://127.0.0.1:9
    least=(nice -n 19)
    if command -v chrt >/dev/null; then least+=(chrt --idle 0); fi
    "${least[@]}" "$JAVA_HOME/bin/java" "${flags[@]}" "-XX:AOTCacheOutput=$app/training/cadeau.aot" -cp "$app/server/*" app.cadeau.cli.Cadeau serve >"$app/training/said" &
    waited=0
    until grep -q 'ready at' "$app/training/said" || [ "$waited" -gt 300 ]; do sleep 0.5 && waited=$((waited + 1)); done
    daemon="$!"
    if CADEAU_PORT="$(cat "$CADEAU_HOME/port")"; then
      client_flags "$app/training"
      "${least[@]}" "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xlog:disable "${client[@]}" -cp "$app/server/*" app.cadeau.cli.Cadeau stop || true
      [ -e "$app/client.jsa" ] || mv "$app/training/client.jsa" "$app/client.jsa" || true
    fi
    kill "$daemon" && wait "$daemon" || true
    mv "$app/training/cadeau.aot" "$app/cadeau.aot"
  ) >/dev/null 2>&1 </dev/null &
}
